"""`catalogue.csv`: a line for each paper, for spreadsheets and data frames (RFC 4180, UTF-8 without a mark)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain

from sitegen.artifact import Artifact
from sitegen.config.model import ExportSettings
from sitegen.exports.export import Export
from sitegen.exports.record import Record
from sitegen.facts.names import written
from sitegen.pages.page_index import PageIndex
from sitegen.work.pieces import Pieces, streamed

NAME = "catalogue.csv"

COLUMNS = (
    "slug", "title", "url", "tags", "digests", "first_digest", "first_seen",
    "authors", "year", "venue", "published", "doi", "arxiv", "links", "abstract",
    "acl", "openreview", "paper_url", "pdf", "code", "project",
)  # fmt: skip
"""Items of a list in a cell have a space between them where they hold none (tags, links), else `` | ``."""

# A spreadsheet takes a cell that begins like this for a formula, also in the wide forms of East Asian keyboards:
# https://owasp.org/www-community/attacks/CSV_Injection. Where the list separator is ";" or a tab, as in half of
# Europe, a cell begins behind those too, whatever the quotes around ours say, and quotes of its own open it.
_FORMULA = re.compile(r"(?:^\s*'*|[;\t\r\n][\s\"']*)(?=[=+\-@＝＋－＠])")


def of_paper(record: Record, settings: ExportSettings) -> str:
    """The paper's row. No cell of it is a formula (see `guarded`)."""
    paper, facts = record.paper, record.facts
    return _line(
        paper.slug,
        paper.title_text,
        record.address or record.path,
        " ".join(tag.slug for tag in record.tags),
        " | ".join(dict.fromkeys(mention.digest for mention in paper.mentions)),
        record.first_digest,
        record.first_seen or "",
        " | ".join((*map(written, facts.authors), *(("others",) if facts.more_authors else ()))),
        str(facts.year or ""),
        facts.venue,
        str(facts.published or ""),
        facts.doi,
        f"arXiv:{facts.arxiv}" if facts.arxiv else "",  # else readers of tables take it for a number
        " ".join(link.href for link in paper.links),
        paper.abstract_text,
        facts.acl,
        facts.openreview,
        facts.url,
        facts.pdf,
        facts.code,
        facts.project,
    )


def artifacts(index: PageIndex, pieces: Pieces) -> Iterator[Artifact]:
    """One file, papers A–Z."""
    yield Artifact(NAME, streamed(chain([_line(*COLUMNS).encode()], pieces)))


def _line(*cells: str) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(map(guarded, cells))
    return line.getvalue()


def guarded(cell: str) -> str:
    """The cell with an apostrophe before each sign that would begin a formula. Taking one away gives the cell back."""
    if not cell or (
        cell[:1].isalnum() and ";" not in cell and cell.isprintable()
    ):  # no tab, no end of a line: nearly all cells
        return cell
    return _FORMULA.sub(r"\g<0>'", cell)


EXPORT = Export(
    "csv",
    NAME,
    "CSV",
    "text/csv",
    ".csv",
    beside=("index.html", "papers.html"),
    download=True,
    of_paper=of_paper,
    artifacts=artifacts,
)
