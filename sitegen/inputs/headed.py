"""Lists whose titles are set off: ``## Title``, ``1. Title``, ``[12] Title``, ``**Title**``, ``- Title``, underlined.

Of Markdown's headings the deepest are titles, those above name groups of papers, and a single ``#`` at the top names
the list. A number is one only where numbers rise by one from title to title. A single ``# `` is a line marker in every
digest, so it takes two signs, or a file that is called Markdown, for headings to be looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import NamedTuple

from sitegen.inputs import spaced
from sitegen.inputs.annotated import annotated, labelled, reads_like_title
from sitegen.inputs.bylines import EDGES, byline, is_place, unemphasised
from sitegen.inputs.details import States, addresses, detail, is_ruler, left_out, of_byline, of_place
from sitegen.inputs.document import Document
from sitegen.inputs.entries import Line, read_entries
from sitegen.inputs.evidence import TypicalLengths, evidence
from sitegen.inputs.labels import label
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.references import no_titles
from sitegen.inputs.roles import Block, Role

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_NUMBER = re.compile(r"(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)])(?:[:.]?\s+(?=\S)|(?=[^\W\d_]))")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_LINK = re.compile(r"\[(.+)\]\(\s*<?(https?://[^\s<>]+?)>?\s*\)")
_BOLD = re.compile(r"(?:\*\*|__)(?=\S)([^*_].*?)(?:\*\*|__)")
_LONGEST_TITLE = 400
_RISING = 0.8  # of the steps between numbers are steps by one
_FEWEST = 2
_WORDS = 3  # of a paper's title
_REGULAR = 0.6
_DEEPEST = 6  # the level of titles that are not Markdown's headings
_WRAPPED = 130  # characters of a line that an editor may have cut
_LINK_BEGINS = re.compile(r"\[[^\[\]]{1,40}\]\(|https?://")
_BULLET = re.compile(r"[-*+•]\s+(?:\[[ xX]\]\s+)?(?=\S)")  # with the box of a list of things to do
_PAIRS = 3  # of titles and abstracts below one heading, which is no title then
_WORDS_OF_A_GROUP = 5  # of papers, at most: "2. Language Models"
_SIGNS = 2  # of three
_NEAR = 3  # lines that may stand before the first title
_LIKE_A_TITLE = -3.0  # points of evidence, from which on a text below a numbered title may be one without a number


class Heading(NamedTuple):
    """A line that is set off: how deep, its words, and the line that underlines it (0: none)."""

    level: int
    text: str
    underline: int = 0


def recognises(document: Document) -> bool:
    """Whether two titles at least are set off, the first of them near the beginning."""
    return bool(_headings(document))


def read(document: Document) -> ParsedDigest:
    """The entries below their headings."""
    headings = _headings(document)
    if _are_references(headings):
        return ParsedDigest(problems=(no_titles(document.file, min(headings)),))
    name = _name(document, headings)

    groups = _are_groups(document.body, headings)

    def group(body: Sequence[Line]) -> Sequence[Block]:
        return _grouped(body, headings) if groups else list(_blocks(body, headings, name))

    reading = read_entries(document, group, spaced=True, set_off=True)
    return replace(reading, title=name[1])


def _headings(document: Document) -> dict[int, Heading]:
    """The headings of the kind that titles are set off by in this file, by their lines; none where none is."""
    lines = document.body
    kinds = (_marked(lines, document.file), _underlined(lines), _numbered(lines), _bold(lines), _bulleted(lines))
    for found in kinds:
        if found and any(number in found for number, _ in lines[: _NEAR + 1]) and not _are_few(lines, found):
            return found
    return {}


def _are_few(lines: Sequence[Line], headings: dict[int, Heading]) -> bool:
    """Whether most papers have no heading, and the headings name no groups of them: some titles just begin so."""
    return _are_outnumbered(lines, headings) and not _are_names(lines, headings)


def _are_groups(lines: Sequence[Line], headings: dict[int, Heading]) -> bool:
    """Whether titles and abstracts in turn stand below the headings, which name groups of papers then."""
    return _are_outnumbered(lines, headings) and _are_names(lines, headings)


def _are_outnumbered(lines: Sequence[Line], headings: dict[int, Heading]) -> bool:
    """Whether there are more titles with an abstract than headings, or several below a single one."""
    starts = sorted(headings)
    below = Counter(bisect_right(starts, number) for number in _pairs_between(lines, headings))
    return below.total() > len(headings) or max(below.values(), default=0) >= _PAIRS


def _are_names(lines: Sequence[Line], headings: dict[int, Heading]) -> bool:
    """Whether headings are more likely names of groups than titles: short, Markdown's, titles right below them."""
    short = sum(len(heading.text.split()) <= _WORDS_OF_A_GROUP for heading in headings.values())
    marked = sum(heading.level < _DEEPEST for heading in headings.values())
    signs = (2 * short > len(headings), 2 * marked > len(headings), _have_titles_below(lines, headings))
    return sum(signs) >= _SIGNS


def _between(lines: Sequence[Line], headings: dict[int, Heading]) -> list[Block]:
    """The texts that are neither heading nor underline."""
    underlines = {heading.underline for heading in headings.values()}
    return spaced.group([line for line in lines if line[0] not in headings and line[0] not in underlines])


def _pairs_between(lines: Sequence[Line], headings: dict[int, Heading]) -> list[int]:
    """The lines, other than headings, that read like a title and have a text like an abstract behind them."""
    usual = TypicalLengths()
    pairs = pairwise(_between(lines, headings))
    return [one.line for one, other in pairs if evidence(other.text, usual) > 0 and reads_like_title(one.text)]


def _have_titles_below(lines: Sequence[Line], headings: dict[int, Heading]) -> bool:
    """Whether below most headings stands what reads like a title."""
    texts = sorted([*((n, "") for n in headings), *((block.line, block.text) for block in _between(lines, headings))])
    behind = [text for (before, _), (_, text) in pairwise(texts) if before in headings]
    return 2 * sum(bool(text) and reads_like_title(text) for text in behind) > len(headings)


def _grouped(body: Sequence[Line], headings: dict[int, Heading]) -> list[Block]:
    """The blocks of a digest whose headings name groups of its papers."""
    rest = annotated(spaced.group([line for line in body if line[0] not in headings]))
    named = [left_out(Block(text, number)) for number, text in body if number in headings]
    return sorted((*rest, *named), key=lambda block: block.line)


def _marked(lines: Sequence[Line], file: str) -> dict[int, Heading]:
    found = {
        n: Heading(len(mark[1]), _without_closing(mark[2])) for n, text in lines if (mark := _HEADING.fullmatch(text))
    }
    found = {n: heading for n, heading in found.items() if not label(heading.text) or heading.level == 1}
    is_markdown = file.lower().endswith((".md", ".markdown"))
    if is_markdown and not _are_papers(lines, found):
        return {}
    if not is_markdown and sum(heading.level > 1 for heading in found.values()) < _FEWEST:
        return {}
    numbers = _numbers([(n, heading.text) for n, heading in found.items()])
    return {n: heading._replace(text=heading.text[numbers.get(n, 0) :]) for n, heading in found.items()}


def _without_closing(text: str) -> str:
    """A heading without the signs that may close it: "Title ##"."""
    bare = text.rstrip("#")
    return bare.rstrip() if bare[-1:].isspace() else text


def _are_papers(lines: Sequence[Line], found: dict[int, Heading]) -> bool:
    """Whether the deepest headings of a Markdown file read like titles of papers: "Usage" and code do not."""
    deepest = max((heading.level for heading in found.values()), default=0)
    titles = [heading.text for heading in found.values() if heading.level == deepest]
    long = sum(len(title.split()) >= _WORDS for title in titles)
    return len(titles) >= _FEWEST and long >= _REGULAR * len(titles) and not any(text[:3] == "```" for _, text in lines)


def _underlined(lines: Sequence[Line]) -> dict[int, Heading]:
    found = {
        n: Heading(1 if mark[0] == "=" else 2, text, below)
        for (n, text), (below, mark) in pairwise(lines)
        if below == n + 1 and _UNDERLINE.fullmatch(mark) and len(text) <= _LONGEST_TITLE and text[0].isalnum()
    }
    usual = TypicalLengths()
    short = sum(evidence(heading.text, usual) < _LIKE_A_TITLE for heading in found.values())
    return found if len(found) >= _FEWEST and short >= _RISING * len(found) else {}


def _numbered(lines: Sequence[Line]) -> dict[int, Heading]:
    numbers = _numbers(lines)
    titles = {n: Heading(_DEEPEST, text[numbers[n] :]) for n, text in lines if n in numbers}
    if len(titles) < _FEWEST or _are_points(lines, titles):
        return {}
    ids = sum(bool(addresses(heading.text)) for heading in titles.values())
    return titles if 2 * ids < len(titles) else {}


def _are_points(lines: Sequence[Line], titles: dict[int, Heading]) -> bool:
    """Whether numbered lines are a list inside an abstract: sentences, or one right behind the other, and papers."""
    if not _pairs_between(lines, titles):
        return False
    usual = TypicalLengths()
    numbers = [number for number, _ in lines]
    first, last = numbers.index(min(titles)), numbers.index(max(titles))
    like_titles = sum(evidence(heading.text, usual) < _LIKE_A_TITLE for heading in titles.values())
    return 2 * like_titles < len(titles) or last - first + 1 == len(titles)


def _numbers(lines: Sequence[Line]) -> dict[int, int]:
    """How many characters the number of each line takes; nothing where numbers don't rise by one."""
    found = [(n, mark) for n, text in lines if len(text) <= _LONGEST_TITLE and (mark := _NUMBER.match(text))]
    kinds = [(mark.lastindex, int(mark[mark.lastindex or 1])) for _, mark in found]
    steps = [other[0] == one[0] and other[1] == one[1] + 1 for one, other in pairwise(kinds)]
    enough = _FEWEST if kinds and kinds[0][1] <= 1 else 2 * _FEWEST
    if len(found) < enough or sum(steps) < _RISING * len(steps):
        return {}
    return {n: mark.end() for n, mark in found}


def _bold(lines: Sequence[Line]) -> dict[int, Heading]:
    found = {
        n: Heading(_DEEPEST, bold[1])
        for n, text in lines
        if (bold := _BOLD.fullmatch(text[:_LONGEST_TITLE])) and not label(text)
    }
    return found if len(found) >= _FEWEST and 5 * len(found) >= len(lines) else {}


def _bulleted(lines: Sequence[Line]) -> dict[int, Heading]:
    """Titles with bullets, from the first line on: below an abstract bullets are the authors'."""
    usual = TypicalLengths()
    found = {n: Heading(_DEEPEST, text[bullet.end() :]) for n, text in lines if (bullet := _BULLET.match(text))}
    titles = sum(
        evidence(heading.text, usual) < _LIKE_A_TITLE and not label(heading.text) for heading in found.values()
    )
    ids = sum(bool(addresses(heading.text)) for heading in found.values())
    is_first = bool(lines) and lines[0][0] in found
    return found if is_first and len(found) >= _FEWEST and titles - ids >= _RISING * len(found) else {}


def _are_references(headings: dict[int, Heading]) -> bool:
    """Whether most lines begin with people, as references do: their titles are set off from nothing."""
    named = sum(any(byline(text) for text in _beginnings(heading.text)) for heading in headings.values())
    return named > 1 and named >= _REGULAR * len(headings)


def _beginnings(text: str) -> Iterator[str]:
    """What stands before the first few full stops and years of a line."""
    for found in islice(re.finditer(r"\.\s|,?\s\(?(?:19|20)\d\d", text), 8):
        yield text[: found.start()]


def _name(document: Document, headings: dict[int, Heading]) -> Line:
    """The line that names the list, and its words: a heading above all others, or a line before the first; else 0."""
    first, *others = headings.items()
    if others and first[1].level < min(heading.level for _, heading in others):
        return first[0], first[1].text
    before = [line for line in document.body if line[0] < first[0]]
    if len(before) == 1 and len(before[0][1]) <= 100 and not addresses(before[0][1]):
        return before[0]
    return 0, ""


def _blocks(body: Sequence[Line], headings: dict[int, Heading], name: Line) -> Iterator[Block]:
    """The blocks of a list: what names it, what stands before the first title, and each title with what is below."""
    titles = max(heading.level for number, heading in headings.items() if number != name[0] or len(headings) == 1)
    numbered = titles == _DEEPEST
    underlines = {heading.underline for heading in headings.values()}
    below: list[Line] = []
    titled = False
    for number, text in body:
        if number == name[0] or number in underlines or is_ruler(text):
            yield Block(text, number, marked=Role.BANNER)
        elif heading := headings.get(number):
            yield from _below(below, titled, numbered)
            below, titled = [], heading.level == titles
            block = Block(heading.text, number)
            yield from _title(block) if titled else (left_out(block),)
        else:
            below.append((number, text))
    yield from _below(below, titled, numbered)


def _title(block: Block) -> Iterator[Block]:
    """A title, and the addresses that it leads to."""
    text = unemphasised(block.text)
    if found := _LINK.fullmatch(text):
        yield replace(block, text=found[1], marked=Role.TITLE)
        yield detail(block, addresses(found[2]))
        return
    bold = _BOLD.match(text)
    if bold and (said := byline(text[bold.end() :].strip(f"{EDGES}*_"), alone=True)):
        yield replace(block, text=bold[1], marked=Role.TITLE)
        yield detail(block, of_byline(said))
        return
    begins = _LINK_BEGINS.search(text)
    title = text[: begins.start()].rstrip(" ([<:|–—-") if begins else ""
    stated = addresses(text[begins.start() :]) if begins and title else ()
    yield replace(block, text=title if stated else text, marked=Role.TITLE)
    if stated:
        yield detail(block, stated)


def _below(lines: Sequence[Line], titled: bool, numbered: bool) -> Iterator[Block]:
    """What stands below a title: details first, then the abstract; below anything else it is nobody's."""
    if not titled:
        yield from (left_out(Block(text, number)) for number, text in lines)
        return
    abstract: list[Line] = []
    field = ""  # of a label that has nothing beside it
    named = False  # somebody is, right above
    for place, (number, text) in enumerate(lines):
        block, is_last = Block(text, number), place + 1 == len(lines)
        known = label(text)
        stated = _stated(text, not abstract and not named, named and not is_last, is_last)
        if known and known.field not in ("title", "abstract"):
            yield from _abstract(abstract, numbered)
            abstract, field = [], "" if known.text else known.field
            yield labelled(block, known.field, known.text) if known.text else replace(block, marked=Role.BANNER)
            named = known.field == "authors"
        elif known:
            yield from _abstract(abstract, numbered)
            abstract, field = [(number, known.text)] if known.text else [], ""
            if not known.text:
                yield replace(block, marked=Role.BANNER)
        elif field:
            yield labelled(block, field, text)
            field = ""
        elif stated is not None:
            yield from _abstract(abstract, numbered)
            abstract, named = [], bool(stated) and stated[0][0] == "authors"
            yield detail(block, stated) if stated else left_out(block)
        else:
            if abstract and not _runs_on(abstract[-1], number, text):
                yield from _abstract(abstract, numbered)
                abstract = []
            abstract.append((number, text))
    yield from _abstract(abstract, numbered)


def _stated(text: str, may_name: bool, behind_names: bool, is_last: bool) -> States | None:
    """What a line below a title states; None for one of the abstract."""
    if stated := addresses(text):
        return stated
    if may_name and (said := byline(text, alone=not is_last)):
        return of_byline(said)
    if behind_names and len(text) <= _LONGEST_TITLE and (where := of_place(text)):
        return where
    return () if behind_names and is_place(text) else None


def _runs_on(before: Line, number: int, text: str) -> bool:
    return number == before[0] + 1 and max(len(before[1]), len(text)) <= _WRAPPED


def _abstract(lines: Sequence[Line], numbered: bool) -> Iterator[Block]:
    """Lines that belong together as a part of the abstract; below numbers, what looks like a title may be one."""
    if lines:
        text = "\n".join(text for _, text in lines)
        doubtful = numbered and len(lines) == 1 and evidence(text, TypicalLengths()) < _LIKE_A_TITLE
        marked = None if doubtful else Role.ABSTRACT
        yield Block(text, lines[0][0], lines[-1][0] - lines[0][0] + 1, marked)
