"""How does the index come to a page? As classic scripts: on ``file://`` nothing may be fetched, and http does as well.

Each script is one call, ``sitegenSearchFile("<name>", "<version>", <value>)``, and is loaded when the page first asks
for the name. The version is a hash of the value. Whoever names a script names its version too, so that a page which
was opened before the site was renewed notices that what it loads is not what it knows of.
"""

from __future__ import annotations

import base64
from hashlib import blake2b
from typing import NamedTuple

import msgspec

FOLDER = "search"

_encode = msgspec.json.Encoder().encode


class Script(NamedTuple):
    """A file of the index: its path in the site, its version, its bytes."""

    path: str
    version: str
    data: bytes


def script(name: str, value: object) -> Script:
    """The script that hands a value to the page; bytes arrive as their base64."""
    text = b'"' + base64.b64encode(value) + b'"' if isinstance(value, bytes) else _encode(value)
    version = blake2b(text, digest_size=4).hexdigest()
    call = b'sitegenSearchFile("%s","%s",%s);\n' % (name.encode(), version.encode(), text)
    return Script(f"{FOLDER}/{name}.js", version, call)
