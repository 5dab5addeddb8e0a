"""Which address does a thing have: slugs from titles, the files of papers, tags and digests, links between files."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import quote

from sitegen.words.greek import NAMES, SOUNDS
from sitegen.words.letters import decomposed, folded, typewritten
from sitegen.words.scripts import GREEK, IDEOGRAPHS
from sitegen.words.stopwords import LEAD_ON

LONGEST_SLUG = 79
"""Characters; leaves room for ``papers/``, ``.html`` and a disambiguator in any file system's 255 bytes."""

KINDS = {
    "papers": "paper",
    "tags": "tag",
    "digests": "digest",
    "authors": "author",
    "years": "year",
    "venues": "venue",
}
"""The kinds of pages whose addresses last: the folder they stand in, and what one of them is called."""

RESERVED_PREFIXES = tuple(f"{word}-" for word in KINDS.values())
"""Beginnings that the link labels of inventories use (``paper-<slug>``), so no slug may have them."""

TAKEN = frozenset({"index"})
"""Names that no paper's page gets: a server shows ``papers/index.html`` for the folder itself."""

DEVICES = r"con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]"
"""Names that mean devices to Windows, with any extension, as a regular expression for small letters.

https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
"""

_DEVICES = re.compile(rf"{DEVICES}|conin|conout|clock")
_ACCENTS = re.compile(r"(?<=[A-Za-z])[\u0300-\u036f]+")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`](?=\w)")
_PLUSES = re.compile(r"(?<=\w)(\++)(?!\w)")
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_IDEOGRAPH = re.compile(f"([{IDEOGRAPHS}])")
_LONE_GREEK = re.compile(rf"(?<![^\W\d_])[{GREEK}](?![^\W\d_])")
_GREEK_WORD = re.compile(f"[{GREEK}]{{2}}")
_GREEK_IN_WORDS = str.maketrans(SOUNDS)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLAIN_PATH = re.compile(r"[A-Za-z0-9._/-]*").fullmatch


def paper(slug: str, ending: str = ".html") -> str:
    """The path of a paper's page from the site's root; with another ``ending``, of a file beside it."""
    return f"papers/{slug}{ending}"


def tag(slug: str, ending: str = ".html") -> str:
    """The path of a tag's page, as `paper`."""
    return f"tags/{slug}{ending}"


def digest(slug: str, ending: str = ".html") -> str:
    """The path of a digest's page, as `paper`."""
    return f"digests/{slug}{ending}"


def author(slug: str, ending: str = ".html") -> str:
    """The path of an author's page, as `paper`."""
    return f"authors/{slug}{ending}"


def year(number: int, ending: str = ".html") -> str:
    """The path of a year's page, as `paper`."""
    return f"years/{number:04}{ending}"


def venue(slug: str, ending: str = ".html") -> str:
    """The path of a venue's page, as `paper`."""
    return f"venues/{slug}{ending}"


def is_slug(text: str) -> bool:
    """Whether a text has a slug's form: lower-case ASCII letters, digits and single hyphens between them."""
    return _SLUG.fullmatch(text) is not None


def is_device(slug: str) -> bool:
    """Whether no file can have the name on Windows."""
    return _DEVICES.fullmatch(slug) is not None


def slugify(text: str, fallback: str = "", longest: int = LONGEST_SLUG) -> str:
    """A name for a file and an address: lower-case ASCII letters, digits and single hyphens, never empty.

    Other scripts are transliterated, ideographs one syllable per word. Cut at a word to at most ``longest``
    characters. Never a device name of Windows and never with one of `RESERVED_PREFIXES`: those get ``the-`` in front.
    Text of which nothing can be written in ASCII takes the ``fallback``, or a name made of its own characters' hash.
    """
    return (
        _slug(text, longest)
        or (_slug(fallback, longest) if fallback else "")
        or f"untitled-{hashlib.sha256(text.strip().encode('utf-8', 'replace')).hexdigest()[:8]}"
    )


def _slug(text: str, longest: int) -> str:
    slug = _SEPARATORS.sub("-", _to_ascii(text).lower()).strip("-")
    if slug.startswith(RESERVED_PREFIXES) or is_device(slug):
        slug = f"the-{slug}"
    return shorten(slug, longest)


def shorten(slug: str, longest: int = LONGEST_SLUG) -> str:
    """The slug's leading words that fit, without those at the end that only lead on to what is missing ("-in-the").

    Where the words would fill less than half, the next one is cut hard.
    """
    if len(slug) <= longest:
        return slug
    head = slug[: longest + 1].rpartition("-")[0]
    if len(head) <= longest // 2:
        return slug[:longest]
    while (shorter := head.rpartition("-"))[2] in LEAD_ON and len(shorter[0]) > longest // 2:
        head = shorter[0]
    return head


def _to_ascii(text: str) -> str:
    text = _PLUSES.sub(lambda plus: " plus" * len(plus[1]) + " ", text)
    if not text.isascii():
        if not _GREEK_WORD.search(text):
            text = _LONE_GREEK.sub(_letter_name, text).translate(_GREEK_IN_WORDS)
        text = _ACCENTS.sub("", decomposed(typewritten(text).replace("×", "x")))
    if not text.isascii():
        from anyascii import anyascii  # 10 ms for its tables: only titles that need them pay

        text = anyascii(_IDEOGRAPH.sub(r" \1 ", unicodedata.normalize("NFC", text)))
    return _APOSTROPHES.sub("", text)


def _letter_name(letter: re.Match[str]) -> str:
    """A Greek letter by itself is a symbol and read by its name: β-VAE is "beta-vae", not "v-vae"."""
    name = NAMES.get(folded(letter[0]))
    return f" {name} " if name else letter[0]


def relative(from_path: str, to_path: str) -> str:
    """The link to write in one file of the site so that it leads to another, wherever the site stands.

    Both are paths from the site's root, not escaped, and name files; ``to_path`` may end in a ``#fragment``, which is
    kept. The result is percent-escaped where it must be, is never empty and never points at a folder.
    """
    path, mark, fragment = to_path.partition("#")
    if mark and path in ("", from_path):
        return f"#{_escape(fragment)}"
    here = from_path.split("/")[:-1]
    there = path.split("/")
    shared = 0
    for ours, theirs in zip(here, there[:-1], strict=False):
        if ours != theirs:
            break
        shared += 1
    link = "../" * (len(here) - shared) + "/".join(there[shared:])
    return _escape(link) + (f"#{_escape(fragment)}" if mark else "")


def _escape(path: str) -> str:
    if _PLAIN_PATH(path):
        return path
    return quote(path)  # a colon too: "a:b.html" would be read as a scheme


def base_path(base_url: str) -> str:
    """The part of the site's address behind the host, from ``/`` to ``/``; ``/`` for an address that is not known."""
    _, found, rest = base_url.partition("://")
    path = re.split("[?#]", rest, maxsplit=1)[0].partition("/")[2].strip("/") if found else ""
    return f"/{path}/" if path else "/"
