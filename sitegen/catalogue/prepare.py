"""What can be said of one entry's text by itself: repaired, in plain form, with its links.

Everything that depends on a single text alone is worked out here, once for each different text, so that it can be done
by several processes and need not be done again for a text that an earlier build has seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from sitegen.catalogue.contribution import contribution
from sitegen.catalogue.links import paper_links
from sitegen.catalogue.model import PaperLink
from sitegen.repair import repair
from sitegen.repair.inline import Inline, Text, to_text
from sitegen.work import Task, Work

UNTITLED_WORDS = 8
"""How many words of the abstract name an entry that has no title."""


class Printed(NamedTuple):
    """A title and an abstract as a digest prints them, unrepaired; one of them may be ``""``."""

    title: str
    abstract: str


class Prepared(NamedTuple):
    """The same as it is shown; ``title_text`` is never empty. ``links`` are those of the abstract.

    ``preview_from`` is where in ``abstract_text`` the sentence begins that says what the paper does.
    """

    title: Inline
    abstract: Inline
    title_text: str
    abstract_text: str
    links: tuple[PaperLink, ...]
    preview_from: int


Texts = Mapping[Printed, Prepared]
"""Every text of a build."""


def prepare(printed: Printed) -> Prepared:
    """Repair one entry's text; an entry without a title is named by its abstract's first words, and says so."""
    abstract = repair(printed.abstract)
    abstract_text = to_text(abstract)
    title = repair(printed.title)
    title_text = to_text(title)
    if not title_text.strip():
        words = abstract_text.split()
        more = "…" if len(words) > UNTITLED_WORDS else ""
        title_text = f"[No title] {' '.join(words[:UNTITLED_WORDS])}{more}"
        title = (Text(title_text),)
    return Prepared(title, abstract, title_text, abstract_text, paper_links(abstract), contribution(abstract_text))


def prepare_all(printed: Iterable[Printed], work: Work) -> dict[Printed, Prepared]:
    """Each different text once."""
    texts = list(dict.fromkeys(printed))
    return dict(zip(texts, work.each(_PREPARE, None, texts), strict=True))


def _preparer(nothing: None) -> Callable[[Printed], Prepared]:
    return prepare


_PREPARE = Task(_preparer, None, Printed, Prepared)
