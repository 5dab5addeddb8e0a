"""The architecture's one rule that a machine can hold: imports point down."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_imports_point_down(checkout: Path) -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(lint)], cwd=checkout, capture_output=True, text=True, check=False)
    assert "1 kept, 0 broken" in done.stdout, done.stdout + done.stderr


def test_asking_for_the_version_loads_no_heavy_library() -> None:
    heavy = ["jinja2", "markdown_it", "yaml", "rapidfuzz", "anyascii", "cbor2"]
    code = f"import sys, sitegen.cli; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
