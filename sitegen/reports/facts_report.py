"""What is known of a paper and who states it: every source's word on every fact, and which one counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.facts.model import FactRecord, Facts
from sitegen.facts.reconcile import FIELDS

_LONGEST = 100  # characters of a fact
_ORDER = "facts.yaml counts before lists, a published paper's records before a preprint's, newer lists before older"


def facts_report(facts: Facts, records: Sequence[FactRecord]) -> list[str]:
    """The lines of the report; none where nobody states anything.

    ``facts`` are what counts, ``records`` what each source states, in the order in which they count. Sources that state
    the fact that counts have a star.
    """
    rows = [row for field in FIELDS for row in _rows(field, facts, records)]
    if not rows:
        return []
    width = max(len(name) for name, _, _, _ in rows)
    longest = max(len(value) for _, value, _, _ in rows)
    lines = ["", "what is known, and who states it (* counts)"]
    lines += [f"  {name:{width}}  {mark} {value:{longest}}  {where}" for name, value, mark, where in rows]
    if any(mark == " " for _, _, mark, _ in rows):
        lines.append(f"  {_ORDER}")
    return lines


def _rows(field: str, facts: Facts, records: Sequence[FactRecord]) -> Iterator[tuple[str, str, str, str]]:
    """Name (in the first row alone), value, mark and source of each different value that is stated."""
    stated: dict[str, list[str]] = {}
    for record in records:
        if value := _text(field, record.facts):
            stated.setdefault(value, []).append(str(record.location))
    counts = _text(field, facts)
    if counts and counts not in stated:
        stated = {counts: ["follows from the rest"], **stated}
    name = field
    for value in sorted(stated, key=lambda value: value != counts):
        yield name, _short(value), "*" if value == counts else " ", ", ".join(stated[value])
        name = ""


def _text(field: str, facts: Facts) -> str:
    if field == "authors":
        names = [person.name for person in facts.authors]
        return ", ".join([*names, "others"] if names and facts.more_authors else names)
    return str(getattr(facts, field) or "")


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST else value[: _LONGEST - 1].rstrip() + "…"
