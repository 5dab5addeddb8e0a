"""`catalogue.csv`: a line for each paper, for spreadsheets and data frames (RFC 4180, UTF-8 without a mark)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from sitegen import urls
from sitegen.artifact import Artifact, streamed
from sitegen.catalogue.model import Catalogue, Paper
from sitegen.exports.export import Export
from sitegen.facts.model import NOTHING_KNOWN
from sitegen.pages.page_index import PageIndex
from sitegen.site import Site

NAME = "catalogue.csv"

COLUMNS = (
    "slug", "title", "url", "tags", "digests", "first_digest", "first_seen",
    "authors", "year", "venue", "published", "doi", "arxiv", "links", "abstract",
)  # fmt: skip
"""Items of a list in a cell have a space between them where they hold none (tags, links), else `` | ``."""

# A spreadsheet takes a cell that begins like this for a formula, also in the wide forms of East Asian keyboards:
# https://owasp.org/www-community/attacks/CSV_Injection. Where the list separator is ";" or a tab, as in half of
# Europe, a cell begins behind those too, whatever the quotes around ours say, and quotes of its own open it.
_FORMULA = re.compile(r"(?:^\s*'*|[;\t\r\n][\s\"']*)(?=[=+\-@＝＋－＠])")


def artifacts(index: PageIndex) -> Iterator[Artifact]:
    """One file, papers A–Z. No cell of it is a formula (see `guarded`)."""
    yield Artifact(NAME, streamed(_lines(index)))


def _lines(index: PageIndex) -> Iterator[str]:
    catalogue, site = index.catalogue, index.site
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(COLUMNS)
    for paper in catalogue.papers.values():
        writer.writerow(map(guarded, _row(paper, catalogue, site)))
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()  # the head of a catalogue without papers


def guarded(cell: str) -> str:
    """The cell with an apostrophe before each sign that would begin a formula. Taking one away gives the cell back."""
    if cell[:1].isalnum() and ";" not in cell and cell.isprintable():  # no tab, no end of a line: nearly all cells
        return cell
    return _FORMULA.sub(r"\g<0>'", cell)


def _row(paper: Paper, catalogue: Catalogue, site: Site) -> tuple[str, ...]:
    facts = catalogue.facts.get(paper.slug, NOTHING_KNOWN)
    path = urls.paper(paper.slug)
    return (
        paper.slug,
        paper.title_text,
        site.absolute(path) or path,
        " ".join(catalogue.paper_tags[paper.slug]),
        " | ".join(dict.fromkeys(mention.digest for mention in paper.mentions)),
        catalogue.first_seen[paper.slug],
        catalogue.first_seen_day.get(paper.slug, ""),
        " | ".join(person.name for person in facts.authors),
        str(facts.year or ""),
        facts.venue,
        str(facts.published or ""),
        facts.doi,
        facts.arxiv,
        " ".join(link.href for link in paper.links),
        paper.abstract_text,
    )


EXPORT = Export(
    "csv",
    NAME,
    "CSV",
    "text/csv",
    ".csv",
    beside=("index.html", "papers.html"),
    download=True,
    artifacts=artifacts,
)
