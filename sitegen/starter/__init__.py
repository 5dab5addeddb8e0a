"""`sitegen new`: a folder that is a site already, ready to be pushed to GitHub."""

from __future__ import annotations

from sitegen.starter.new import FILES, TAGS, Made, new, next_steps

__all__ = ["FILES", "TAGS", "Made", "new", "next_steps"]
