"""Reading lists in Markdown: lists whose items hold a link each, ``- [Title](https://…) Authors, year``.

markdown-it reads the Markdown. Words behind the title are authors, venue and year where they have that form; what else
is said of a paper, also in items below its own, stands as its abstract. Headings and paragraphs between the lists are
nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sitegen.facts.names import people
from sitegen.inputs.bylines import EDGES, taken_apart
from sitegen.inputs.document import Document
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.records import Record, parsed
from sitegen.inputs.stated import Statement, facts_of
from sitegen.problem import Location, Problem, error, warning

if TYPE_CHECKING:
    from markdown_it.token import Token

_ITEM = re.compile(r"^\s{0,8}(?:[-*+]|\d{1,6}[.)])[ \t]+\S.{0,2000}?\]\(\s*<?https?://", re.MULTILINE)
_LABEL = re.compile(
    r"\W*(?:paper|pdf|link|arxiv|abs|abstract|code|github|project|page|website|web|html|here|url|doi|blog|video|slides"
    r"|poster|demo|data|dataset|openreview|acl|bib(?:tex)?|official|source|repo(?:sitory)?|model|homepage)s?\W*",
    re.IGNORECASE,
)
_LONGEST = 4_000_000  # characters: 20,000 papers, which the parser takes 10 seconds for


def recognises(document: Document) -> bool:
    """Whether items with links make up at least half of how the file begins."""
    items = len(_ITEM.findall(document.head))
    return items > 1 and 2 * items >= sum(1 for line in document.head.splitlines() if line.strip())


def read(document: Document) -> ParsedDigest:
    """A record for each item with a link to another site; a file called Markdown may have none."""
    if len(document.text) > _LONGEST:
        message = f"has more than {_LONGEST:,} characters: not read"
        return ParsedDigest(problems=(error(Location(document.file), message, "split the list"),))
    found = parsed(_records(document), document.file)
    if found.entries:
        return found
    hint = "a list is read whose items are - [Title](https://…) Authors, year; save titles and abstracts as .txt"
    return ParsedDigest(problems=(warning(Location(document.file), "skipped: no reading list", hint),))


@dataclass(slots=True)
class _Item:
    """A list item: its words, in runs with the link (or ``""``) and whether they are bold; and those of items below."""

    line: int
    runs: list[tuple[str, str, bool]] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    @property
    def links(self) -> list[tuple[str, str]]:
        """The links to other sites, each with its text."""
        return [(text.strip(), href) for text, href, _ in self.runs if href.startswith(("http://", "https://"))]


def _records(document: Document) -> Iterator[Record | Problem]:
    bare: list[int] = []
    for item in _items(document.text):
        if item.links:
            yield from _record(item, Location(document.file, item.line))
        elif any(text.strip() for text, href, _ in item.runs if not href):
            bare.append(item.line)
    if bare:
        message = (
            f"{len(bare)} items without a link to a paper are left out"
            if len(bare) > 1
            else "an item without a link to a paper is left out"
        )
        yield warning(Location(document.file, bare[0]), message, "write - [Title](https://…) Authors, year")


def _items(text: str) -> Iterator[_Item]:
    """The items of all lists; one without a link says more of the item that it stands in."""
    from markdown_it import MarkdownIt

    open_items: list[_Item] = []
    for token in MarkdownIt("commonmark", {"html": False}).parse(text):
        if token.type == "list_item_open":
            open_items.append(_Item((token.map or [0])[0] + 1))
        elif token.type == "inline" and open_items:
            open_items[-1].runs += _runs(token.children or [])
        elif token.type == "list_item_close":
            item = open_items.pop()
            if open_items and not item.links:
                open_items[-1].below.append(_said(item.runs))
                open_items[-1].below += item.below
            else:
                yield item


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[str, str, bool]]:
    """The words of a text, put together as far as they are one link and one weight."""
    href, bold, said = "", False, ""
    for token in tokens:
        if token.type in ("link_open", "link_close", "strong_open", "strong_close"):
            if said:
                yield said, href, bold
            said = ""
            if token.type.startswith("link"):
                href = str(token.attrGet("href") or "") if token.type == "link_open" else ""
            else:
                bold = token.type == "strong_open"
        else:
            said += "\n" if token.type in ("softbreak", "hardbreak") else token.content
    if said:
        yield said, href, bold


def _said(runs: Sequence[tuple[str, str, bool]]) -> str:
    return " ".join("".join(text for text, _, _ in runs).split())


def _record(item: _Item, at: Location) -> Iterator[Record | Problem]:
    title, behind = _title(item)
    labelled = {text.strip("[]() ").lower(): href for text, href in item.links if _LABEL.fullmatch(text)}
    said = _said([run for run in behind if not (run[1] and _LABEL.fullmatch(run[0]))])
    authors, venue, year, rest = taken_apart(said.strip(EDGES)) or ("", "", "", said.lstrip(EDGES))
    who, more = people(authors)
    given = Statement(
        authors=who,
        more_authors=more,
        year=year,
        venue=venue,
        addresses=[href for text, href in item.links if text.strip("[]() ").lower() not in ("code", "github", "pdf")],
        pdf=labelled.get("pdf", "") if labelled.get("pdf", "").lower().endswith(".pdf") else "",
        code=labelled.get("code", labelled.get("github", "")),
        ids=[href for _, href in item.links],
    )
    facts, problems = facts_of(given, at)
    yield from problems
    yield Record(at.line, title, "\n\n".join(filter(None, (rest, *item.below))), facts)


def _title(item: _Item) -> tuple[str, Sequence[tuple[str, str, bool]]]:
    """The title, and what stands behind it: the first link's text, or what stands before a link called "paper"."""
    for place, (text, href, _) in enumerate(item.runs):
        if href.startswith("http") and not _LABEL.fullmatch(text):
            return text.strip(), [*item.runs[:place], *item.runs[place + 1 :]]
        if href:
            break
    bold = next(
        (place for place, (text, href, strong) in enumerate(item.runs) if strong and not href and text.strip()), None
    )
    if bold is not None:
        return item.runs[bold][0].strip(EDGES), [*item.runs[:bold], *item.runs[bold + 1 :]]
    first = next(place for place, (_, href, _) in enumerate(item.runs) if href)
    return _said(item.runs[:first]).strip(EDGES), item.runs[first:]
