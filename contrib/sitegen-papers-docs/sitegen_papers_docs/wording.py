"""What readers see of a paper: the text of a link, and its card. All of it is plain text, in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from sitegen_papers_docs.catalogue import Author, Catalogue, Facts, Paper, Removed

LinkText = Literal["title", "citation"]
"""What a link without words of its own says: the title, or "First author et al., year" where that is known."""

Card = Mapping[str, str]
"""Attributes of a link from which `sitegen-papers.js` makes its card; only those that say something."""

_LONGEST = 240  # characters of a preview
_NAMED = 3  # authors that a card names before it counts
_TAGS = 6
# Characters that end lines, steer programs or turn text round; the joiners that some scripts need stay.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)


def line(text: str) -> str:
    """The text in one line, without characters that nobody sees."""
    return " ".join(_UNSEEN.sub("", " ".join(text.split())).split())


def link_text(paper: Paper, style: LinkText) -> str:
    """What a link to the paper says; never empty."""
    return (_citation(paper.facts) if style == "citation" else "") or line(paper.title) or paper.slug


def removed_text(removed: Removed) -> str:
    """What a link to the page of a removed paper says."""
    return f"{line(removed.title) or removed.slug} (removed)"


def card(paper: Paper, catalogue: Catalogue) -> Card:
    """The card of a paper."""
    facts = paper.facts
    where = line(facts.venue)
    year = str(facts.year) if facts.year and str(facts.year) not in where else ""
    return _known(
        title=line(paper.title) or paper.slug,
        by=_by(facts),
        where=" ".join(filter(None, (where, year))),
        preview=_preview(paper),
        tags=" · ".join(filter(None, (line(catalogue.tags.get(tag, "")) for tag in paper.tags[:_TAGS]))),
    )


def removed_card(removed: Removed) -> Card:
    """The card of a paper that is gone."""
    return _known(title=line(removed.title) or removed.slug, note=f"Removed from the catalogue{circumstances(removed)}")


def circumstances(removed: Removed) -> str:
    """When and why a paper was removed, as the end of a sentence: `` on 2026-05-06: Withdrawn``, or ``""``."""
    day = f" on {line(removed.day)}" if removed.day else ""
    return f"{day}: {line(removed.reason)}" if removed.reason else day


def tooltip(card: Card) -> str:
    """What a browser shows by itself of a link with this card: all but the tags."""
    by = ", ".join(filter(None, (card.get("data-paper-by"), card.get("data-paper-where"))))
    rest = (card.get("data-paper-preview"), card.get("data-paper-note"))
    return " — ".join(filter(None, (card["data-paper-title"], by, *rest)))


def _known(**parts: str) -> Card:
    return {f"data-paper-{name}": value for name, value in parts.items() if value}


def _citation(facts: Facts) -> str:
    """``Vaswani et al., 2017``; ``""`` where no author is known."""
    families = [line(author.family) for author in facts.authors]
    if not families or not families[0]:
        return ""
    if len(families) == 2 and families[1] and not facts.more_authors:
        who = f"{families[0]} and {families[1]}"
    else:
        who = families[0] if len(families) == 1 and not facts.more_authors else f"{families[0]} et al."
    return f"{who}, {facts.year}" if facts.year else who


def _by(facts: Facts) -> str:
    """``Oriol Vinyals, Meire Fortunato and Navdeep Jaitly``, or the first ones and how many more."""
    names = [name for name in map(_name, facts.authors) if name]
    if not names:
        return ""
    if facts.more_authors:
        return f"{', '.join(names[:_NAMED])} and others"
    if len(names) > _NAMED + 1:  # "and 1 more" would be no shorter than the name
        return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _name(author: Author) -> str:
    return line(f"{author.given} {author.family}")


def _preview(paper: Paper) -> str:
    """The abstract from where a preview begins, cut at a word."""
    start = paper.preview_from if 0 < paper.preview_from < len(paper.abstract) else 0
    text = line(paper.abstract[start : start + 4 * _LONGEST])
    if len(text) > _LONGEST:
        head = text[:_LONGEST].rpartition(" ")[0]
        text = (head if len(head) > _LONGEST // 2 else text[: _LONGEST - 1]).rstrip(" ,;:.–-") + "…"
    return f"… {text}" if start and text else text
