"""`sitegen new`: a folder that is a site already, ready to be pushed to GitHub."""

from __future__ import annotations

from sitegen.starter.new import DRAFT, FILES, TAGS, Made, lists, new, next_steps

__all__ = ["DRAFT", "FILES", "TAGS", "Made", "lists", "new", "next_steps"]
