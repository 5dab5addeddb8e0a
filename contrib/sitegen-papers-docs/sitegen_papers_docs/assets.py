"""The style sheet and the script of the cards."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "static"
STYLE = "sitegen-papers.css"
SCRIPT = "sitegen-papers.js"
