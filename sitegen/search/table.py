"""What does the page know of each paper before it loads any? Its tags and digests, and how long its title is.

Pagefind answers a question about filters or orders only after loading its whole index, and a word's places say whether
the title holds it only to someone who knows where the title ends. This table, 9 bytes a paper, settles all of that.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from sitegen.catalogue.model import Catalogue
from sitegen.problem import MachineError
from sitegen.search.canonical import load
from sitegen.search.records import SearchRecord

_BASE = "0123456789abcdefghijklmnopqrstuvwxyz"


def script(catalogue: Catalogue, records: Sequence[SearchRecord], bundle: dict[str, bytes]) -> bytes:
    """The classic script that hands the table to the page: ``sitegenSearchFile("papers", "…")``.

    Three lines name the tags, the digests (newest first) and each digest's year (``-``: not stated). A line for each
    paper follows, in order of titles: its id in the index, how many words its title has, the places of its tags and
    of its digests in those lines; numbers to the base of 36.
    """
    tags = {slug: _number(place) for place, slug in enumerate(catalogue.tags)}
    digests = {digest.slug: _number(place) for place, digest in enumerate(catalogue.digests.values())}
    years = [(digest.date.year_text if digest.date else "") or "-" for digest in catalogue.digests.values()]
    lines = [" ".join(tags), " ".join(digests), " ".join(years)]
    named = zip(records, ids(bundle, len(records)), strict=True)
    for record, id in sorted(named, key=lambda pair: (pair[0].sort["title"], pair[0].url)):
        held = ".".join(tags[tag] for tag in record.filters.get("tag", ()))
        seen = ".".join(digests[digest] for digest in record.filters["digest"])
        lines.append(f"{id} {_number(record.title_words)} {held or '-'} {seen}")
    return b'sitegenSearchFile("papers",' + json.dumps("\n".join(lines)).encode() + b");\n"


def ids(bundle: dict[str, bytes], papers: int) -> list[str]:
    """Pagefind's name for each record, in the order of the records: that of the pages in its metadata."""
    (meta,) = (data for path, data in bundle.items() if path.endswith(".pf_meta"))
    found = [page[0] for page in load(meta)[1]]
    if len(found) != papers or any(f"fragment/{id}.pf_fragment" not in bundle for id in found):
        raise MachineError("the search index does not name its papers as sitegen expects")
    return found


def _number(value: int) -> str:
    digits = _BASE[value % 36]
    while value := value // 36:
        digits = _BASE[value % 36] + digits
    return digits
