"""How pages learn that the site's pack lies beside them, and how large it is: a script that `sitegen pack` fills in.

A build does not know of the pack, which holds what the build left. So it publishes the script empty, and the pages keep
their sentence about the pack to themselves until the script has something to say.
"""

from __future__ import annotations

from sitegen.artifact import Artifact

NAME = "catalogue.zip"
"""The pack's default name. It stands in the site's own folder, and so is published with it, until the next build."""

SCRIPT = "static/offline.js"
"""The script that says how large it is."""

BESIDE = frozenset({NAME, SCRIPT})
"""What `sitegen pack` adds or changes in a site that stands."""

EMPTY = b"// `sitegen pack` says here how large the pack is\n"

_SAID = """\
for (const part of document.querySelectorAll("[data-offline]")) {{
part.querySelector("a").href = "{name}";
part.querySelector("[data-offline-size]").textContent = "{size} MB";
part.classList.add("offline--there");
}}
"""


def unsaid() -> Artifact:
    """The script as a build publishes it, and as it stands in the pack, beside which there is none."""
    return Artifact(SCRIPT, EMPTY)


def said(size: int) -> bytes:
    """The script for a pack of so many bytes."""
    return _SAID.format(name=NAME, size=f"{size / 1e6:.0f}" if size >= 9.5e6 else f"{size / 1e6:.1f}").encode()
