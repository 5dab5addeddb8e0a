"""Which characters XML 1.0 can hold (https://www.w3.org/TR/xml/#charsets): a single other one voids a whole file."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text without what XML cannot hold; not escaped."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text)
