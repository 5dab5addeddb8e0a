"""Facts about papers that no digest states: authors, year, venue, ids, links."""

from __future__ import annotations

from sitegen.facts.model import Facts, Person

__all__ = ["Facts", "Person"]
