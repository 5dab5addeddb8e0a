"""Percent signs that began a comment in the TeX source: ``done. %However, …``; only the sign goes, no word is lost."""

from __future__ import annotations

import re

from sitegen.repair.edits import matches
from sitegen.repair.placeholders import Draft
from sitegen.repair.rule import Rule

# The percent sign comes first in the pattern, so that the search can jump from one to the next.
_COMMENT = re.compile(r"%(?:(?<=\s%)(?<![\d)] %)%{0,2}(?=[A-Za-z])|(?<=[A-Za-z][.,;:]%)(?=[A-Z]))")


_signs = matches(_COMMENT, "")


def _repair(text: str, draft: Draft) -> str:
    return draft.edit(text, _signs)


RULE = Rule("comments", ("%",), _repair)
