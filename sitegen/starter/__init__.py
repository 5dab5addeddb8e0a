"""`sitegen new`: a folder that is a site already, ready to be pushed to GitHub."""

from __future__ import annotations

from sitegen.starter.new import FILES, new

__all__ = ["FILES", "new"]
