"""``python -m sitegen`` is the same as ``sitegen``."""

from sitegen.cli import main

raise SystemExit(main())
