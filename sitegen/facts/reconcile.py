"""One set of facts for a paper from what several sources state: which one counts where they disagree.

A person's word in `facts.yaml` goes before everything. Of the lists that were read, records of the published paper go
before those of a preprint, then newer digests before older ones, as they are handed over. Each fact is taken from the
first source that states it, but for two: of lists of authors, one that is whole goes before one that says "and
others", and one with given names before one with initials; a preprint's DOI gives way to any other.

`reconciled` does that for the lists of a catalogue, `combined` for the sources that `facts.yaml` names and the services
that `sitegen facts` asks: there the order is given, and a year goes with its venue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sitegen.day import Day
from sitegen.facts.ids import ids_in
from sitegen.facts.model import NOTHING_KNOWN, FactRecord, Facts

_PREPRINT = re.compile(
    r"(?:arxiv|corr\b|psyarxiv|biorxiv|medrxiv|chemrxiv|ssrn|research square|preprints?\b|techrxiv|osf)",
    re.IGNORECASE,
)
_PREPRINT_DOI = re.compile(r"10\.(?:48550|1101|26434|2139|21203|20944|36227|31234|31219)/", re.IGNORECASE)

FIELDS = tuple(field for field in Facts.__struct_fields__ if field != "more_authors")
"""Every fact that a source may state; whether the list of authors is whole goes with the authors."""


def in_order(records: Sequence[FactRecord]) -> tuple[FactRecord, ...]:
    """The records of the lists that state something, those of the published paper first, otherwise as they come."""
    stating = [record for record in records if record.facts != NOTHING_KNOWN]
    return tuple(sorted(stating, key=lambda record: not is_published(record.facts)))


def is_published(facts: Facts) -> bool:
    """Whether these are facts of a paper that appeared somewhere, not of a preprint alone."""
    if facts.acl or (facts.doi and not _PREPRINT_DOI.match(facts.doi)):
        return True
    return bool(facts.venue) and not _PREPRINT.match(facts.venue)


def is_preprint_venue(venue: str) -> bool:
    """Whether a venue is a server of preprints."""
    return _PREPRINT.match(venue) is not None


def is_preprint_doi(doi: str) -> bool:
    """Whether a DOI was given by a server of preprints."""
    return _PREPRINT_DOI.match(doi) is not None


def reconciled(stated: Facts, records: Sequence[FactRecord]) -> Facts:
    """The facts of a paper: ``stated`` by a person, else by these records, which stand in the order that counts."""
    if stated == NOTHING_KNOWN and len(records) == 1:
        return records[0].facts
    found: dict[str, Any] = {}
    for field in FIELDS:
        rows = [stated, *sorted((record.facts for record in records), key=_RANKS.get(field, _as_they_stand))]
        row = next((row for row in rows if getattr(row, field)), None)
        if row is not None:
            found[field] = getattr(row, field)
            if field == "authors":
                found["more_authors"] = row.more_authors
    return completed(**found) if found else NOTHING_KNOWN


def combined(own: Facts, *found: Facts) -> Facts:
    """One paper's facts from several: of each the first that is stated, a person's ``own`` word before all.

    A year goes with its venue, since a preprint's year is not that of the conference; and what was put on a server
    after that year was not published there first.
    """
    stated = [one for one in (own, *found) if one != NOTHING_KNOWN]
    if len(stated) < 2:
        return stated[0] if stated else NOTHING_KNOWN
    chosen: dict[str, Any] = {}
    for one in stated:
        for name in Facts.__struct_fields__:
            if (value := getattr(one, name)) and name not in chosen:
                chosen[name] = value
    chosen["more_authors"] = next((one.more_authors for one in stated if one.authors), False)
    venue = next((one for one in stated if one.venue), NOTHING_KNOWN)
    chosen["year"] = own.year or venue.year or chosen.get("year")
    if not own.published and chosen["year"] and _year(chosen.get("published")) > chosen["year"]:
        del chosen["published"]
    return Facts(**chosen)


def _year(day: Day | None) -> int:
    return (day.year or 0) if day else 0


def completed(**known: Any) -> Facts:
    """Facts with what follows from them: the year of the day of publication, the ACL Anthology's id in its DOI."""
    if not known.get("year") and (day := known.get("published")):
        known["year"] = day.year
    if not known.get("acl") and (id := ids_in(known.get("doi", "")).get("acl")):
        known["acl"] = id
    return Facts(**known)


def _as_they_stand(facts: Facts) -> tuple[bool, ...]:
    return ()


def _whole_names(facts: Facts) -> tuple[bool, ...]:
    names = [person.given for person in facts.authors if person.given]
    initials = sum(all(len(part.rstrip(".")) < 2 for part in re.split(r"[\s-]+|(?<=\.)", name)) for name in names)
    return facts.more_authors, 2 * initials > len(names)


def _own_doi(facts: Facts) -> tuple[bool, ...]:
    return (_PREPRINT_DOI.match(facts.doi) is not None,)


_RANKS = {"authors": _whole_names, "doi": _own_doi}
