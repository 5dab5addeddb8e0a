"""Tags for a catalogue that has none: a draft from the phrases that return in its papers, for a person to edit.

Read `propose.py` first: texts → `reading` (runs of words) → `terms` (phrases that return) → `topics` (those that name
something, few enough to tell papers apart) → `rules` (tags) → `groups` → `draft` (YAML). Without a model and without
chance: the same papers give the same draft, in whatever order they come.
"""

from __future__ import annotations

from sitegen.reports.proposals.draft import draft, summary
from sitegen.reports.proposals.propose import Proposal, Proposed, propose

__all__ = ["Proposal", "Proposed", "draft", "propose", "summary"]
