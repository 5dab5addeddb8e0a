"""How do two builds come to the same bytes? Pagefind 1.5.2 writes in hash-map order what is sorted here.

The values inside each filter chunk and the lists of filters and sorts in ``.pf_meta`` differ from run to run, and so do
the names of those files, which are hashes. Everything else is the same in every run. Answers do not change.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import Any

import cbor2

_MAGIC = b"pagefind_dcd"


def canonical(bundle: dict[str, bytes]) -> dict[str, bytes]:
    """The same bundle with its filters and sorts in order, and the files that hold them named by content."""
    files = dict(bundle)
    entry = json.loads(files["pagefind-entry.json"])
    for language, info in sorted(entry["languages"].items()):
        meta = load(files.pop(f"pagefind.{info['hash']}.pf_meta"))
        filters = []
        for name, chunk in meta[3]:
            key, values = load(files.pop(f"filter/{chunk}.pf_filter"))
            data = _dump([key, sorted(values)])
            chunk = f"{language}_{hashlib.sha256(data).hexdigest()[:7]}"
            files[f"filter/{chunk}.pf_filter"] = data
            filters.append([name, chunk])
        meta[3] = sorted(filters)
        meta[4] = sorted(meta[4])
        data = _dump(meta)
        info["hash"] = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
        files[f"pagefind.{info['hash']}.pf_meta"] = data
    entry["languages"] = dict(sorted(entry["languages"].items()))
    files["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(files.items()))


def load(data: bytes) -> Any:
    """What one of Pagefind's ``.pf_*`` files holds."""
    raw = gzip.decompress(data)
    if not raw.startswith(_MAGIC):
        raise ValueError("not a file of Pagefind")
    return cbor2.loads(raw[len(_MAGIC) :])


def _dump(value: Any) -> bytes:
    return gzip.compress(_MAGIC + cbor2.dumps(value), 9, mtime=0)
