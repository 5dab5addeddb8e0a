"""Digests whose lines were cut at one width, as text copied from a PDF or from mail has them, blank lines or not.

A line runs on into the next where the next one's first word would not have fitted into it. A word that was divided at
the end of a line is joined as the file writes it elsewhere; compounds are left to the repair. Page numbers, and lines
that stand on several pages, are nobody's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from statistics import median

from sitegen.inputs.annotated import annotated, stands_alone
from sitegen.inputs.bylines import byline
from sitegen.inputs.details import addresses, left_out
from sitegen.inputs.document import Document
from sitegen.inputs.entries import Line, as_block, read_entries
from sitegen.inputs.labels import label
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.roles import Block
from sitegen.repair.rules.hyphens import PREFIXES

_WIDEST = 130  # characters of a line; beyond that nobody cuts
_FEWEST = 3  # lines that run on
_SHARE = 0.2  # of the lines run on
_FULL = 0.85  # of the width: PDF sets lines of one width in letters of many
_NARROWEST = 30
_ENDS = re.compile(r"[.!?:][\"'”’)\]]*$")
_LONG_WORD = re.compile(r"(?<![\w'’])[^\W\d_]{4,}")
_DIVIDED = re.compile(r"(?<![\w-])([^\W\d_]+(?:-[^\W\d_]+)*)-\n([a-z]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-)")
_PAGE = re.compile(r"(?:(?:page|p\.)\s*)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_PAGES = 3  # on so many stands what is printed on each
_LINES_OF_A_TITLE = 4


def recognises(document: Document) -> bool:
    """Whether lines that run on make up a good part of the file, and none is longer than one that was cut."""
    return all(len(line) <= _WIDEST for line in document.lines) and width(document.body) > 0


def read(document: Document) -> ParsedDigest:
    """The entries of a wrapped digest."""

    def group(body: Sequence[Line]) -> list[Block]:
        return annotated(texts(body))

    return read_entries(document, group, spaced=True)


def width(body: Sequence[Line]) -> int:
    """How many characters the lines of a text were cut at; 0 for a text that nobody has cut."""
    runs = [
        len(text)
        for (number, text), (following, behind) in pairwise(body)
        if following == number + 1
        and len(text) >= _NARROWEST
        and not _ENDS.search(text)
        and (behind[:1].islower() or text.endswith("-"))
    ]
    if len(runs) < max(_FEWEST, _SHARE * len(body)):
        return 0
    usual = int(median(runs))
    near = sum(length >= _FULL * usual for length in runs)
    return usual if near >= 0.8 * len(runs) else 0


def texts(body: Sequence[Line]) -> list[Block]:
    """The texts of a wrapped body, each in one block, and what stands on every page."""
    furniture = _furniture(body)
    cut_at = width(body)
    kept = [line for line in body if line[0] not in furniture]
    paragraphs = list(_paragraphs(kept, furniture))
    tops = [paragraph for paragraph in paragraphs if len(paragraph) >= 3]
    tight = 2 * sum(_has_title_on_top(paragraph, cut_at) for paragraph in tops) > len(tops)
    people = any(byline(text) for _, text in kept)
    words = frozenset(_WORD.findall(" ".join(text for _, text in kept)))
    found = [
        replace(block, text=_DIVIDED.sub(lambda found: _joined(found, words), block.text))
        for paragraph in paragraphs
        for lines in _split(paragraph, cut_at, tight or _has_title_on_top(paragraph, cut_at), people)
        for block in (as_block(lines),)
    ]
    found += [left_out(Block(text, number)) for number, text in body if number in furniture]
    return sorted(found, key=lambda block: block.line)


def _joined(found: re.Match[str], words: AbstractSet[str]) -> str:
    """A word that was divided at the end of a line, as the file writes it elsewhere; else as it is, if both may be."""
    before, after = found[1], found[2]
    if f"{before}-{after}" in words or "-" in before:
        return f"{before}-{after}"
    both = before.lower() in words and after in words
    return f"{before}{after}" if f"{before}{after}" in words or not (both or before.lower() in PREFIXES) else found[0]


def _furniture(body: Sequence[Line]) -> frozenset[int]:
    """The lines that are page numbers, and those that stand beside several of them."""
    numbers = [(line, int(found[1])) for line, text in body if (found := _PAGE.fullmatch(text))]
    rising = [line for (line, page), (_, later) in pairwise([*numbers, (0, 1 << 30)]) if later > page]
    if len(rising) < 2:
        return frozenset()
    pages = frozenset(rising)
    heads = Counter(
        text
        for place, (_, text) in enumerate(body)
        if not _ENDS.search(text) and any(line in pages for line, _ in body[max(0, place - 1) : place + 2])
    )
    return pages | {line for line, text in body if heads[text] >= _PAGES}


def _paragraphs(body: Sequence[Line], furniture: frozenset[int]) -> Iterator[list[Line]]:
    """Lines without a blank one between them; a page's end does not part a sentence."""
    found: list[Line] = []
    for number, text in body:
        if found:
            before, said = found[-1]
            paged = any(line in furniture for line in range(before + 1, number))
            runs_on = paged and not _ENDS.search(said) and (text[:1].islower() or said.endswith("-"))
            if number > before + 1 and not runs_on:
                yield found
                found = []
        found.append((number, text))
    if found:
        yield found


def _short(text: str, behind: str, cut_at: int) -> bool:
    """Whether the next line's first word would have fitted into this one."""
    return len(text) + 1 + len(behind.split(maxsplit=1)[0]) <= _FULL * cut_at


def _has_title_on_top(lines: Sequence[Line], cut_at: int) -> bool:
    """Whether a paragraph begins with a line that does not run on, though others do."""
    said = [text for _, text in lines]
    if len(said) < 2 or _has_no_end(said):
        return False
    return _short(said[0], said[1], cut_at) and (len(said) < 3 or any(len(text) >= _FULL * cut_at for text in said[1:]))


def _has_no_end(said: Sequence[str]) -> bool:
    """Whether a few lines hold no end of a sentence, as a title that was cut."""
    return len(said) <= _LINES_OF_A_TITLE and not any(map(_ENDS.search, said))


def _split(lines: Sequence[Line], cut_at: int, titled: bool, people: bool) -> Iterator[list[Line]]:
    """The texts of a paragraph: details each by itself, else all is one text, unless titles stand in it.

    ``people``: the file has bylines, so a line with a single name in a title's paragraph may be one.
    """
    found = [lines[0]]
    in_title = titled
    was_alone = stands_alone(lines[0][1]) and not _opens_abstract(lines[0][1])
    is_prose = not _has_no_end([text for _, text in lines])
    may_name = people and (titled or not is_prose)
    for place in range(1, len(lines)):
        said, text = found[-1][1], lines[place][1]
        behind = lines[place + 1][1] if place + 1 < len(lines) else ""
        one = may_name and len(found) == place and byline(text, alone=True) is not None
        in_prose = is_prose and not (in_title or was_alone) and place > 1 and _is_open(said)
        is_alone = one or (stands_alone(text) and not (in_prose and addresses(text)))
        follows_title = False
        if was_alone or is_alone:
            ends = not (was_alone and is_alone and said.endswith((",", ";", " and", "&")))
        elif not titled:
            ends = False
        elif in_title:
            ends = _title_ends(said, text, behind, cut_at)
        else:
            ends = follows_title = bool(_ENDS.search(said)) and (_short(said, text, cut_at) or _is_titled(text))
        if ends:
            yield found
            found = []
            in_title = follows_title
        found.append(lines[place])
        was_alone = is_alone and not _opens_abstract(text)
    yield found


def _is_open(said: str) -> bool:
    """Whether a sentence goes on behind a line: what "Code:" announces is a part of it."""
    return not _ENDS.search(said) or said.endswith(":")


def _opens_abstract(text: str) -> bool:
    """Whether the abstract begins in this line, behind its label, and may run on."""
    found = label(text)
    return found is not None and found.field == "abstract" and bool(found.text)


def _title_ends(said: str, text: str, behind: str, cut_at: int) -> bool:
    """Whether a title ends with this line: the next one is longer than what was cut short here, or of another form."""
    if _ENDS.search(said):
        return True
    if _short(said, text, cut_at):
        return not behind or bool(_ENDS.search(text)) or not _short(text, behind, cut_at)
    return _is_titled(said) and text[:1].isupper() and not _is_titled(text)


def _is_titled(text: str) -> bool:
    """Whether most longer words begin with capitals, and no sentence ends here."""
    words = _LONG_WORD.findall(text)
    ends = _ENDS.search(text) is not None and not text.endswith("?")
    return len(words) > 1 and not ends and sum(word[0].isupper() for word in words) >= 0.6 * len(words)
