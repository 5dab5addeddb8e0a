"""One page before it is rendered: where it goes, which template it takes, and the values that template sees.

The views of the page kinds are named tuples: as frozen as the dataclasses elsewhere, but their classes are made ten
times faster, and there are forty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from sitegen.wording.model import Wording


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same content as another file: named in the page's head and offered under "Take this list with you".

    ``href`` is relative to the site's root.
    """

    label: str
    type: str
    href: str


class HeadLink(NamedTuple):
    """A link of a page's head, as the page writes it; ``type`` is ``""`` where it says nothing."""

    rel: str
    href: str
    type: str = ""


class Discovery(NamedTuple):
    """What a page's head tells programs that find, show or cite it.

    ``kind`` is OpenGraph's: ``article`` for a paper, ``website`` for all else; ``json_ld`` is safe inside a script
    element; ``citation`` holds names and contents of ``citation_*`` tags; ``links`` are Signposting's.
    """

    kind: str
    json_ld: Markup
    citation: tuple[tuple[str, str], ...] = ()
    links: tuple[HeadLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site. Templates see it as ``page``, and ``page.view`` is the typed view of its kind.

    ``path`` is relative to the site's root; ``title`` is the start of ``<title>``; ``section`` says which part of the
    navigation is open; ``absolute_root`` is set for the page that may be shown at any depth (404) alone.
    """

    path: str
    template: str
    section: str
    title: str
    description: str
    view: object
    listed: bool = True  # False: search engines are asked to pass it over, or led to
    canonical: str = ""  # the path of the page that has the same in its own order
    absolute_root: str = ""
    alternates: tuple[Alternate, ...] = ()
    discovery: Discovery | None = None  # None: the page is not to be found by programs

    @property
    def root(self) -> str:
        """What to write in front of a path from the site's root, so that it leads there from this page."""
        return self.absolute_root or "../" * self.path.count("/")


def page_title(title: str, number: int, words: Wording) -> str:
    """The title of a list's page: its number stands behind it from the second one on."""
    return title if number == 1 else words.say("list.page_title", title=title, number=number)


def cut(text: str, longest: int) -> str:
    """The text in one line, cut at a word where it is longer than so many characters."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    head = text[:longest].rpartition(" ")[0]
    return (head if len(head) > longest // 2 else text[: longest - 1]).rstrip(" ,;:.–-") + "…"
