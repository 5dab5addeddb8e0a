"""Lines of a digest that are neither title nor abstract but state something of a paper, and the facts they come to.

A line of addresses and ids alone is known by itself; what other lines state their readers say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.config.addresses import web_address
from sitegen.facts.ids import arxiv, doi, ids_in, without_version
from sitegen.facts.model import NOTHING_KNOWN, Facts, Person
from sitegen.facts.names import people
from sitegen.inputs.bylines import Byline, dated_venue
from sitegen.inputs.dates import day
from sitegen.inputs.records import short
from sitegen.inputs.roles import Block, Role
from sitegen.inputs.stated import Statement, facts_of
from sitegen.problem import Location, Problem, warning

States = tuple[tuple[str, str], ...]
"""Fields of `Statement`, each with a text."""

_LINK = re.compile(r"!?\[([^\[\]]{0,80})\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)?)>?[^()]*\)")
_TOKENS = re.compile(r"[\s,;|·•<>]+")
_BARE_ARXIV = re.compile(r"(?:arxiv:)?(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?)", re.IGNORECASE)
_OLD_ARXIV = re.compile(r"arxiv:[a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?", re.IGNORECASE)
_BESIDE = re.compile(
    r"[\W\d]{0,6}|[\[(]?(?P<field>code|github|repo|pdf|project|website)s?[\])]?:?|[\[(]?(?:paper|link|url|uri|arxiv|doi|abs|abstract|html|tex|other"
    r"|ps|source|preprint|page|openreview|acl|anthology|hugging|face|format|kb|id)s?[\])]?:?"
    r"|[\[(]?[a-z-]{2,9}\.[A-Z]{2}[\])]?|\(?\d+kb(?:,[A-Z])?\)?|\[?v\d+\]?",
    re.IGNORECASE,
)
_FIELD = {"github": "code", "repo": "code", "website": "project"}
_MAY_BE = re.compile(
    r"[\W\d_]*(?:https?:|www\.|arxiv|doi|10\.\d|\d\.\d|paper|pdf|code|link|project|github|url|uri|abs|html|website|repo|source"
    r"|preprint|page|openreview|acl|hugging|id\b)|[\W\d]{8,}",
    re.IGNORECASE,
)
_MOST = 500  # lines about one paper beside its title and abstract; the longest list of authors is one line
_LONGEST = 1_000  # characters of a line of addresses
_DAY = re.compile(
    r"(?:[a-z]{3},?\s+)?(\d{1,2} [a-z]+\.?,? \d{4}|[a-z]+\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)(?!\d)", re.I
)
_RULER = re.compile(r"(?:[-=_*~%#–—][ \t]?){3,}")
_ONE_OF = ("arxiv", "doi", "acl", "openreview")  # a paper has one of each


def addresses(text: str) -> States:
    """What a line states that holds addresses and ids, and nothing else but what they are called; else nothing."""
    if len(text) > _LONGEST or not _MAY_BE.match(text):
        return ()
    found: list[tuple[str, str]] = []
    field = ""
    for token in _TOKENS.split(_LINK.sub(r" \1 \2 ", text)):
        if stated := _address(token.strip("*_`\"'()[]").rstrip(".:"), field):
            found.append(stated)
            field = ""
        elif beside := _BESIDE.fullmatch(token):
            named = (beside["field"] or "").lower()
            field = _FIELD.get(named, named)
        else:
            return ()
    return tuple(found)


def _address(token: str, field: str) -> tuple[str, str] | None:
    if len(token) < 7 or not ("://" in token or any(map(str.isdigit, token))):
        return None
    if token.lower().startswith(("http://", "https://", "www.")):
        address = token if "://" in token else f"https://{token}"
        return None if web_address(address)[1] else (field if field and not ids_in(address) else "addresses", address)
    if bare := _BARE_ARXIV.fullmatch(token):
        return "arxiv", bare[1]
    if _OLD_ARXIV.fullmatch(token) or not arxiv(token)[1]:
        return "arxiv", token.partition(":")[2] or token
    return ("doi", doi(token)[0]) if not doi(token)[1] else None


def is_ruler(text: str) -> bool:
    """Whether a line sets entries apart, and says nothing."""
    return _RULER.fullmatch(text) is not None


def of_byline(said: Byline) -> States:
    """What a byline states."""
    stated = (("authors", said.authors), ("venue", said.venue), ("year", said.year))
    return tuple((field, text) for field, text in stated if text)


def of_place(text: str) -> States:
    """What a line states that is a venue and a year, or a year alone."""
    found = dated_venue(text)
    return tuple((field, text) for field, text in (("venue", found[0]), ("year", found[1])) if text) if found else ()


def of_day(text: str) -> States:
    """What is stated by a day in words, or by a year."""
    found = _DAY.match(text)
    known = day(found[1]) if found else None
    return (("date", str(known)),) if known else (("year", text),)


def detail(block: Block, states: States) -> Block:
    """A block as one that states this."""
    return replace(block, marked=Role.DETAIL, states=states)


def left_out(block: Block) -> Block:
    """A block as one that no paper keeps."""
    return replace(block, marked=Role.LEFT_OUT)


def facts(blocks: Sequence[Block], file: str) -> tuple[Facts, tuple[Problem, ...]]:
    """What the details of one entry come to; what is stated twice, and differs, is a warning at its line."""
    if not blocks:
        return NOTHING_KNOWN, ()
    given = Statement(authors=(authors := list[Person]()))
    problems: list[Problem] = []
    ids: dict[str, str] = {}
    if len(blocks) > _MOST:
        at = Location(file, blocks[_MOST].line, 1)
        problems.append(
            warning(at, f"more than {_MOST} lines about one paper: left out", "write the titles above them")
        )
        blocks = blocks[:_MOST]
    for block in blocks:
        at = Location(file, block.line, 1)
        for field, text in block.states:
            if second := _second(field, text, ids):
                message = f"a second {second} of one paper, '{short(text)}': left out"
                problems.append(warning(at, message, "does the title of another paper lack above it?"))
            elif field == "authors":
                found, more = people(text)
                authors += found
                given.more_authors = given.more_authors or more
            elif field in ("addresses", "ids"):
                getattr(given, field).append(text)
            elif (stated := getattr(given, field)) not in ("", text):
                message = f"'{short(text)}' is left out: '{short(stated)}' is stated above"
                problems.append(warning(at, message, "keep one of the two lines"))
            else:
                setattr(given, field, text)
    known, wrong = facts_of(given, Location(file, blocks[0].line, 1))
    return known, (*problems, *wrong, *_not_kept(blocks, known, file))


def _not_kept(blocks: Sequence[Block], known: Facts, file: str) -> Iterator[Problem]:
    """A warning for each address beside others of its kind: a paper has one of each."""
    kept = (known.url, known.pdf, known.code, known.project)
    for block in blocks:
        for field, text in block.states:
            if field == "addresses" and text not in kept and not ids_in(text):
                message = f"'{short(text)}' is left out: the paper has an address of that kind already"
                yield warning(Location(file, block.line, 1), message, "keep one, or put it into the abstract")


def _second(field: str, text: str, ids: dict[str, str]) -> str:
    """What kind of id a detail would be the second of; ``""`` where it is none."""
    named = ids_in(f"arXiv:{text}" if field == "arxiv" else text) if field in (*_ONE_OF, "addresses", "ids") else {}
    for kind, id in named.items():
        if kind in _ONE_OF and without_version(ids.setdefault(kind, id)).lower() != without_version(id).lower():
            return {"arxiv": "arXiv id", "doi": "DOI", "acl": "id of the ACL Anthology"}.get(kind, "id of OpenReview")
    return ""


def owned(parts: Sequence[Block], starts: Sequence[int]) -> tuple[list[list[Block]], list[Block], list[Block]]:
    """The details of the entries that begin in these lines, those of no entry, and what no paper keeps.

    A detail belongs to the entry before it, unless a ruler parts them. Where the digest begins with details and does
    not end with such, those of their kinds that stand right in front of a title belong to it.
    """
    found: list[list[Block]] = [[] for _ in starts]
    details = [part for part in parts if part.marked is Role.DETAIL]
    first = starts[0] if starts else 0
    last = starts[-1] if starts else 0
    leading = {kind for part in details if part.line < first for kind in _kinds(part)}
    leading -= {kind for part in details if part.line > last for kind in _kinds(part)}
    without: list[Block] = []
    for part, ahead, ruled in _neighbours(parts):
        entry = bisect_right(starts, part.line) - 1
        goes_ahead = ruled or leading.issuperset(_kinds(part))
        if goes_ahead and ahead in starts[entry + 1 : entry + 2]:
            entry += 1
        (found[entry] if entry >= 0 else without).append(part)
    return found, without, [part for part in parts if part.marked is Role.LEFT_OUT]


def _neighbours(parts: Sequence[Block]) -> list[tuple[Block, int, bool]]:
    """Each detail with the line of the text behind it, and whether a ruler stands between it and the text before."""
    found: list[tuple[Block, int, bool]] = []
    waiting: list[tuple[Block, bool]] = []
    ruled = False
    for part in parts:
        if part.marked is Role.RULER:
            ruled = True
        elif part.marked is Role.DETAIL:
            waiting.append((part, ruled))
        elif part.marked not in (Role.BANNER, Role.LEFT_OUT):
            found += [(block, part.line, behind) for block, behind in waiting]
            waiting, ruled = [], False
    return [*found, *((block, 0, behind) for block, behind in waiting)]


def _kinds(part: Block) -> Iterator[str]:
    """What a detail states, addresses told apart by where they lead."""
    for field, text in part.states:
        if field == "addresses":
            yield next(iter(ids_in(text)), "pdf" if text.endswith(".pdf") else "code" if "//github." in text else "url")
        else:
            yield field


def lost(without: Sequence[Block], unkept: Sequence[Block], file: str) -> Iterable[Problem]:
    """A warning each for details of no entry and for lines that no paper keeps, with a few of them."""
    kinds = (
        (without, "of which paper it is not clear", "write its title above"),
        (unkept, "nothing that is kept of a paper", "put what you want to keep into the abstract, or into notes/"),
    )
    for blocks, message, hint in kinds:
        if blocks:
            some = dict.fromkeys(_begins(block.text) for block in blocks)
            shown = ", ".join(f"'{text}'" for text in [*some][:3]) + (", …" if len(some) > 3 else "")
            number = f"{len(blocks)} lines say" if len(blocks) > 1 else "a line says"
            yield warning(Location(file, blocks[0].line, 1), f"{number} {message}: {shown}", hint)


def _begins(text: str) -> str:
    """A line's label, or how it begins."""
    label, colon, _ = text.partition(": ")
    return short(label) if colon and len(label) <= 30 else short(text)
