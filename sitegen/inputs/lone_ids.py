"""Files of addresses and ids alone: they name papers, but hold no titles, and nothing is fetched. One message each."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.facts.ids import ids_in, without_version
from sitegen.inputs.details import States, addresses
from sitegen.inputs.document import Document
from sitegen.inputs.parsed import ParsedDigest
from sitegen.problem import Location, error

_QUERY = "https://export.arxiv.org/api/query?max_results={}&id_list={}"
_MOST_SHOWN = 10  # ids in an address that somebody is to copy
_SHARE = 0.75  # of the lines: a title may stand above a paper's three addresses


def recognises(document: Document) -> bool:
    """Whether more than three quarters of the lines hold addresses and ids and nothing else."""
    lines, found = _found(document)
    return bool(found) and len(found) > _SHARE * len(lines)


def read(document: Document) -> ParsedDigest:
    """No entries, and how to come to some."""
    _, found = _found(document)
    stated = [one for states in found.values() for one in states]
    ids = [id for field, text in stated if (id := _arxiv(field, text))]
    other = len(stated) - len(ids)
    number = f"{len(stated)} addresses or ids" if len(stated) > 1 else "an address or id"
    at = Location(document.file, min(found), 1)
    return ParsedDigest(problems=(error(at, f"holds {number}, but no titles", _way_out(ids, other)),))


def _found(document: Document) -> tuple[Sequence[int], dict[int, States]]:
    """The lines that say something, and of those of addresses alone what they state."""
    lines = [number for number, _ in document.body]
    stated = ((number, addresses(text)) for number, text in document.body)
    return lines, {number: states for number, states in stated if states}


def _arxiv(field: str, text: str) -> str:
    return without_version(text) if field == "arxiv" else ids_in(text).get("arxiv", "")


def _way_out(ids: Sequence[str], other: int) -> str:
    """What brings titles: arXiv's answer for its ids, a reference manager for all others."""
    ids = list(dict.fromkeys(ids))
    if not ids:
        return "a reference manager such as Zotero adds papers by DOI and exports them as BibTeX; or write titles above"
    shown = ",".join(ids) if len(ids) <= _MOST_SHOWN else f"{ids[0]},{ids[1]},…"
    way = f"open {_QUERY.format(len(ids), shown)} and save the answer as .xml"
    return f"{way}; for the other {other} write titles above, or export BibTeX" if other else way
