"""Builds one Sphinx project with several builders in one process: source folder, then the builders."""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

source = Path(sys.argv[1])
for builder in sys.argv[2:]:
    with docutils_namespace():
        app = Sphinx(
            source, source, source / "out" / builder, source / "trees", builder, status=None, warningiserror=True
        )
        app.build()
        if app.statuscode:
            sys.exit(app.statuscode)
