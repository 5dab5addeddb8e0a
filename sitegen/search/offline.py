"""How does Pagefind's bundle come to a page on ``file://``, where nothing may be fetched? As classic scripts.

Each file travels byte for byte as ``sitegenSearchFile("<path>", "<base64>")``; ``search-client.js`` loads the script
that holds a file when Pagefind first asks for it:

- ``boot.js``: the entry, the metadata, ``pagefind.js`` and the WebAssembly,
- ``index-<name>.js`` and ``filter-<name>.js``: one chunk each,
- ``fragment-<digits>.js``: the fragments whose hash begins with these digits.
"""

from __future__ import annotations

import base64
from collections import defaultdict

_GROUP_BYTES = 48 * 1024  # of base64 in one script of fragments: a first page of results touches about ten


def pack(bundle: dict[str, bytes]) -> dict[str, bytes]:
    """The bundle as scripts: each file's name in ``search/`` and its text."""
    fragments = {name: data for name, data in bundle.items() if name.startswith("fragment/")}
    digits = _digits(sum(map(len, fragments.values())))
    scripts: dict[str, list[bytes]] = defaultdict(list)
    scripts["boot.js"].append(b'sitegenSearchFile("fragment-digits","%d");\n' % digits)
    for name, data in sorted(bundle.items()):
        scripts[_script(name, digits)].append(
            b'sitegenSearchFile("' + name.encode() + b'","' + base64.b64encode(data) + b'");\n'
        )
    return {name: b"".join(calls) for name, calls in sorted(scripts.items())}


def _script(name: str, digits: int) -> str:
    """Which script holds a file; ``search-client.js`` knows the same rule."""
    kind, _, rest = name.partition("/")
    if not rest:
        return "boot.js"
    stem = rest.rpartition(".")[0]
    return f"{kind}-{stem.rpartition('_')[2][:digits] if kind == 'fragment' else stem}.js"


def _digits(size: int) -> int:
    """Fewest hex digits that keep the mean script of fragments, so many bytes in all, below `_GROUP_BYTES`."""
    digits = 1
    while size * 4 / 3 / 16**digits > _GROUP_BYTES and digits < 6:
        digits += 1
    return digits
