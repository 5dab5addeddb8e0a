"""One finished file of the site: what every producer hands to the publisher."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site, complete.

    ``path`` is relative to the site's root, with ``/``, no ``..``, no leading ``/``; ``data`` are its bytes.
    """

    path: str
    data: bytes
