r"""How `permalinks.yaml` is written: a block per slug, in order, so that a diff shows what was added and nothing else.

::

    # comments, kept as they are

    pointer-networks:
      title: "Pointer Networks"
      first_seen: 2026-04-03
      text: 3fKax9Qa 178 A.cD…

What a build writes is *canonical*: `quick` reads it 40 times faster than a YAML parser would. Everything else that is
valid YAML is read too, by `permalinks.read`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from sitegen.day import Day
from sitegen.permalinks.model import OTHER_KINDS, Fingerprint, PermalinkRecord, Permalinks

HEADER = """\
# The name of each paper's page: papers/NAME.html. `sitegen build` adds names; keep this file under version control.
# Below them the names of the pages of authors and venues, where facts are known: authors/NAME, venues/NAME.
# A name that was published stays: never delete a block. What people may write here, by hand:
#   moved_to: OTHER-NAME     this name leads to that paper now (to rename a paper, give it a new name in its own
#                            block and add a block for the old name that holds nothing but this line)
#   removed: 2026-04-03      the day a paper was taken out, and
#   reason: "…"              why, as its page then says
"""

# Titles and comments are read literally here, so what YAML would take for an escape or a line break, or would not have
# at all, is left to its parser.
_ODD = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_TITLE = rf'"((?:[^"\\{_ODD}]|\\["\\])*)"'
_DAY = r"\d{4}-\d\d-\d\d"
FINGERPRINT = r"([A-Za-z0-9_-]{8}) ([0-9]{1,7}) ([A-Za-z0-9_.-]{64})"
_NAME = rf"(?:(?:{'|'.join(OTHER_KINDS)})/)?[a-z0-9-]+"
_BLOCK = re.compile(
    rf"({_NAME}):\n(?:  title: {_TITLE}\n)?(?:  first_seen: ({_DAY})\n)?(?:  text: {FINGERPRINT}\n)?"
    rf"(?:  moved_to: (\")?({_NAME})(?(7)\")\n)?(?:  removed: ({_DAY})\n)?(?:  reason: {_TITLE}\n)?"
)
_TOP = re.compile(rf"(?:#[^{_ODD}]*\n|\n)*")
_KEY = re.compile(rf"({_NAME}):")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = re.compile(rf"[\"\\{_ODD}]")


def quick(text: str) -> dict[str, PermalinkRecord] | None:
    """The records of a canonical file, unchecked but for their form; None for any other text. 508 take 1 ms."""
    top = _TOP.match(text)
    place = top.end() if top else 0
    records: dict[str, PermalinkRecord] = {}
    days: set[str] = set()
    match = _BLOCK.match
    while block := match(text, place):
        slug, title, first_seen, exact, phrases, sketch, _, moved_to, removed, reason = block.groups("")
        printed = Fingerprint(exact, int(phrases), sketch) if exact else None
        if slug in records or (not title and not moved_to):
            return None
        title, reason = _unescaped(title), _unescaped(reason)
        records[slug] = PermalinkRecord(slug, title, first_seen, printed, moved_to, removed, reason)
        days |= {first_seen, removed}
        place = block.end()
    return records if place == len(text) and all(map(Day.parse, days - {""})) else None


def _unescaped(text: str) -> str:
    return (_ESCAPE.sub(r"\1", text) if "\\" in text else text).strip()


def block(record: PermalinkRecord) -> str:
    """A record as the file holds it."""
    lines = [f"{record.slug}:"]
    if record.title:
        lines.append(f"  title: {_quoted(record.title)}")
    if record.first_seen:
        lines.append(f"  first_seen: {record.first_seen}")
    if record.fingerprint:
        lines.append(f"  text: {record.fingerprint.exact} {record.fingerprint.phrases} {record.fingerprint.sketch}")
    if record.moved_to:
        lines.append(f"  moved_to: {_plain(record.moved_to)}")
    if record.removed:
        lines.append(f"  removed: {record.removed}")
    if record.reason:
        lines.append(f"  reason: {_quoted(record.reason)}")
    return "\n".join(lines) + "\n"


def updated(permalinks: Permalinks, records: Mapping[str, PermalinkRecord]) -> str:
    """The file's text with ``records`` added or put in the place of those it has; none is ever taken out.

    Blocks that stay the same stay letter by letter, and so do comments.
    """
    top, blocks = _parts(permalinks)
    known = permalinks.all
    for slug, record in records.items():
        if known.get(slug) != record:
            blocks[slug] = _comments(blocks.get(slug, "")) + block(record)
    return top + "".join(blocks[slug] for slug in sorted(blocks, key=_place))


def _place(name: str) -> tuple[bool, str]:
    """Papers stand first, so that the long lists of authors are no part of a diff of theirs."""
    return "/" in name, name


def without(permalinks: Permalinks, slugs: Collection[str]) -> str:
    """The file's text without the blocks of ``slugs``, and without the comments right above them."""
    top, blocks = _parts(permalinks)
    return top + "".join(lines for slug, lines in blocks.items() if slug not in slugs)


def _parts(permalinks: Permalinks) -> tuple[str, dict[str, str]]:
    """What stands above the first block, and each block."""
    top, blocks = _split(permalinks.text) if permalinks.exists else (f"{HEADER}\n", {})
    if blocks.keys() != permalinks.all.keys():  # another style of YAML: only the comments above can be kept
        start = _TOP.match(permalinks.text)
        top = start[0] if start else ""
        blocks = {slug: block(record) for slug, record in permalinks.all.items()}
    return top, blocks


def _split(text: str) -> tuple[str, dict[str, str]]:
    """The comments at the top, and each key's block with the comments right above it; nothing where a key comes twice.

    One of the two is then a line inside of a text over several lines.
    """
    top: list[str] = []
    blocks: dict[str, list[str]] = {}
    waiting: list[str] = []  # comments and blank lines that may belong to the next key
    current = top
    for line in _lines(text):
        if line.startswith("#") or not line.strip():
            waiting.append(line)
            continue
        if key := _KEY.match(line):
            if current is top:
                cut = max((n for n, held in enumerate(waiting, 1) if not held.strip()), default=len(waiting))
                top += waiting[:cut]
                waiting = waiting[cut:]
            if key[1] in blocks:
                return "", {}
            current = blocks[key[1]] = []
        current += [*waiting, line]
        waiting = []
    current += waiting
    return "".join(top), {slug: "".join(lines) for slug, lines in blocks.items()}


def _comments(lines: str) -> str:
    return "".join(f"{line.strip()}\n" for line in _lines(lines) if line.lstrip().startswith("#"))


def _lines(text: str) -> list[str]:
    """The lines of a text, each with its end; no other character ends one, or half a comment would become a key."""
    return [f"{line}\n" for line in text.removesuffix("\n").split("\n")] if text else []


def _plain(slug: str) -> str:
    """A slug as a value: the one that YAML has another meaning for in quotes."""
    return f'"{slug}"' if slug == "null" else slug


def _quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}" if match[0] in '"\\' else f"\\u{ord(match[0]):04x}"
