"""Which characters of a text are shown: what neither prints nor shapes its neighbours is taken out.

Such characters hide text from readers, turn it round (https://trojansource.codes) or make two equal words differ.
The files keep them; what is shown, compared or searched goes through `visible`, and where the printed text itself is
shown, `spelt_out` names them.
"""

from __future__ import annotations

import re
from collections import Counter

# White space that would break a line where the digest has none.
_ENDS = "\v\f\r\x1c-\x1f\x85\u2028\u2029"
_SPACES = f"\t{_ENDS}"

_REMOVED = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # C0 and C1 controls
    "\u00ad\u034f"  # soft hyphen, combining grapheme joiner
    "\u115f\u1160\u3164\uffa0\u17b4\u17b5"  # letters of Hangul and Khmer that print nothing
    "\u180e\u200b\u2060-\u2064\ufeff"  # zero-width spaces, word joiner, invisible operators, byte order mark
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # bidirectional embeddings, overrides, isolates; deprecated formats
    "\ufff9-\ufffb\ufffe\uffff\ufdd0-\ufdef"  # annotation marks, noncharacters
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f"  # musical formats, tags
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
)

# Marks that carry meaning beside the right neighbour: joiners inside Arabic, Indic and other shaped scripts and
# between emoji, direction marks in a text with right-to-left letters.
_ZWNJ, _ZWJ = "\u200c", "\u200d"
_JOINERS = f"{_ZWNJ}{_ZWJ}"
_DIRECTIONS = "\u200e\u200f\u061c"
_SHAPED = (
    "\u0600-\u061b\u061d-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"  # Arabic, Syriac, N'Ko, Mandaic
    "\u0900-\u0dff\u0f00-\u109f\u1780-\u17b3\u17b6-\u18af\u1a20-\u1aaf\u1b00-\u1c4f\ua840-\uabff\U00011000-\U000114ff"
)
_PICTURES = "\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

_SUSPECT = re.compile(f"[{_SPACES}{_REMOVED}{_JOINERS}{_DIRECTIONS}]")
_PASSING = "\u034f\u115f\u1160\u3164\uffa0\u17b4\u17b5"  # suspects that Python calls printable
_SPACE = re.compile(f"[{_SPACES}]")
_END = re.compile(f"[{_ENDS}]")
_BETWEEN = re.compile(r"[^\n\t]+")
_INVISIBLE = re.compile(
    f"[{_REMOVED}]"
    f"|(?<=[{_JOINERS}])[{_JOINERS}]++"  # one joiner is enough
    f"|(?<![{_SHAPED}{_PICTURES}])[{_JOINERS}]"
    f"|(?<![{_SHAPED}])[{_JOINERS}](?![{_JOINERS}]*+[{_SHAPED}{_PICTURES}])"
    f"|{_ZWNJ}(?=[{_JOINERS}]*+[{_PICTURES}])"
)
_REMOVED_RUN = re.compile(f"[{_REMOVED}]+")
_DIRECTION = re.compile(f"[{_DIRECTIONS}]")


def _is_plain(text: str) -> bool:
    """Whether no character is suspect. The expression has the say; Python's own test is twenty times as fast."""
    if text.isprintable() and (text.isascii() or not any(mark in text for mark in _PASSING)):
        return True
    return not _SUSPECT.search(text)


def visible(text: str) -> str:
    """The text as it is shown: without invisible characters, with a plain space for each odd white space but LF.

    Joiners stay where they shape a word (Persian, Hindi …) or an emoji, direction marks in a text with
    right-to-left letters. The result of plain ASCII text is the text itself.
    """
    if _is_plain(text):
        return text
    text = _REMOVED_RUN.sub("", _SPACE.sub(" ", text))  # first: what stands between a joiner and its neighbour
    text = _INVISIBLE.sub("", text)
    return text if _RIGHT_TO_LEFT.search(text) else _DIRECTION.sub("", text)


def visible_lines(text: str) -> str:
    """`visible`, but ends of lines and tabs stay: for Markdown and what is made of it, where they mean something."""
    return text if _is_plain(text) else _BETWEEN.sub(lambda found: visible(found[0]), text)


def spelt_out(text: str) -> str:
    """The text with ``[U+202E]`` for each character that `visible` takes out or shows as a space; tabs stay."""
    if _is_plain(text):
        return text
    text = _INVISIBLE.sub(_names, _END.sub(_names, text))
    return text if _RIGHT_TO_LEFT.search(text) else _DIRECTION.sub(_names, text)


def _names(found: re.Match[str]) -> str:
    return "".join(f"[U+{ord(mark):04X}]" for mark in found[0])


def is_blank(text: str) -> bool:
    """Whether nothing of a text is seen: white space and invisible characters alone."""
    text = text.strip()
    return not text or (_SUSPECT.match(text) is not None and not visible(text).strip())


def invisible(text: str) -> Counter[str]:
    """How often each character stands there that `visible` takes out; empty for almost every text."""
    if _is_plain(text):
        return Counter()
    spaced = _SPACE.sub(" ", text)
    runs = (*_REMOVED_RUN.findall(spaced), *_INVISIBLE.findall(_REMOVED_RUN.sub("", spaced)))
    found = Counter(mark for run in runs for mark in run)
    if not _RIGHT_TO_LEFT.search(text):
        found.update(_DIRECTION.findall(text))
    return found
