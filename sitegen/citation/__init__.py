"""How a paper is cited: what a record says, and the formats it is written in."""

from __future__ import annotations

from sitegen.citation.bibliography import Bibliography
from sitegen.citation.formats import Format

__all__ = ["Bibliography", "Format"]
