"""`sitegen serve`: the site on this machine alone, rebuilt on every change of what it is made from."""

from __future__ import annotations

from sitegen.serve.command import serve

__all__ = ["serve"]
