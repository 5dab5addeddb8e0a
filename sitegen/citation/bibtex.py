"""A record in BibTeX that bibtex, biber, pandoc and reference managers read without a warning.

Letters stay Unicode. The key is the slug. In files a slug that the paper had before has the entry once more: of all
readers biber alone would follow a field of other keys. Without authors, ``key`` gives classic styles something to sort
and cite by, and the venue is a note, because mystmd takes ``howpublished`` for the author then.
Abstracts are left out: no style prints them, and what LaTeX and pandoc read at every run stays small and safe to set.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from sitegen.citation.record import ARTICLE, MEETING, CitationRecord
from sitegen.citation.tex_title import tex_title
from sitegen.facts.model import Person
from sitegen.repair.tex_letters import escape_tex

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TYPES = {ARTICLE: ("article", "journal"), MEETING: ("inproceedings", "booktitle")}
# Fields that are taken letter by letter; what they cannot hold stands for itself in an address.
_VERBATIM = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})


def bibtex_of_all_keys(record: CitationRecord) -> str:
    """The entry under each name that the paper has had."""
    return "\n".join((bibtex(record), *(bibtex(replace(record, slug=key)) for key in record.aliases)))


@lru_cache(maxsize=1)  # the list of all papers and the one that readers keep ask for each in turn
def bibtex(record: CitationRecord) -> str:
    """One entry, ending with its line."""
    kind, venue_field = _TYPES.get(record.kind, ("misc", "howpublished" if record.authors else "note"))
    venue = escape_tex(record.venue)
    if not (record.venue or record.arxiv or record.doi):
        venue = f"Listed in {escape_tex(record.catalogue)}"
    note = ". ".join(filter(None, (venue if venue_field == "note" else "", record.note)))
    fields = (
        ("title", f"{{{tex_title(record.title, record.title_text, record.abstract_text)}}}"),
        ("author", f"{{{_names(record)}}}" if record.authors else ""),
        ("key", "" if record.authors else f"{{{escape_tex(record.short_title)}}}"),
        (venue_field, f"{{{venue}}}" if venue and venue_field != "note" else ""),
        ("year", f"{{{record.year}}}" if record.year else ""),
        ("month", _MONTHS[record.month - 1] if record.month else ""),
        ("eprint", f"{{{record.arxiv}}}" if record.arxiv else ""),
        ("archiveprefix", "{arXiv}" if record.arxiv else ""),
        ("doi", f"{{{record.doi.translate(_VERBATIM)}}}" if record.doi else ""),
        ("url", f"{{{record.url.translate(_VERBATIM)}}}" if record.url else ""),
        ("venue", f"{{{venue}}}" if record.venue and venue_field == "note" else ""),
        *((name, f"{{{value.translate(_VERBATIM)}}}" if value else "") for name, value in _more(record)),
        ("keywords", f"{{{', '.join(map(_keyword, record.keywords))}}}" if record.keywords else ""),
        ("note", f"{{{note}}}" if note else ""),
    )
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields if value)
    return f"@{kind}{{{record.slug},\n{lines}\n}}\n"


def _more(record: CitationRecord) -> Iterator[tuple[str, str]]:
    """Fields that no style prints, for programs that read the file."""
    facts = record.facts
    yield from (("acl", facts.acl), ("openreview", facts.openreview))
    yield from (("pdf", facts.pdf), ("code", facts.code), ("project", facts.project))
    yield "published", str(facts.published or "")


def _names(record: CitationRecord) -> str:
    return " and ".join((*map(_name, record.authors), *(("others",) if record.facts.more_authors else ())))


def _name(person: Person) -> str:
    """``Family, Given``; braces keep together what BibTeX would take apart."""
    family, given = escape_tex(person.family), escape_tex(person.given)
    if not given or "," in family or " and " in f" {family} {given} ".lower():
        return f"{{{escape_tex(person.name)}}}"
    return f"{family}, {given}"


def _keyword(keyword: str) -> str:
    return escape_tex(keyword.replace(",", ""))
