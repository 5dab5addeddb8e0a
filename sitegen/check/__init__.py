"""What is looked at once a site is complete, before it is published."""

from __future__ import annotations

from sitegen.check.links import check

__all__ = ["check"]
