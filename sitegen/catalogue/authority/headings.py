"""What the names that facts print are filed under: which are one, what a page is called, and which address it has.

Two names are one where their letters and digits are, whatever their case and punctuation ("J. Smith", "J Smith"):
nothing else is guessed. An accent is a letter of its own, and so is every initial. What people know better stands in
`site.yaml`. An address that was published stays: one that no paper asks for any more keeps its page.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from sitegen.catalogue.model import Heading
from sitegen.catalogue.naming.names import resolved, stored_title
from sitegen.permalinks.model import PermalinkRecord, Permalinks
from sitegen.urls import LONGEST_SLUG, TAKEN, shorten, slugify
from sitegen.words.collation import collation_key


class Appearance(NamedTuple):
    """A name on a paper. Equal keys mean one and the same; ``filed`` is the name with the family name first."""

    key: str
    name: str
    filed: str


class Authority(NamedTuple):
    """The headings of one kind, A–Z by slug, also those that were published and have no paper now.

    ``slugs`` has the slug of each key that appears, ``moved`` leads from each earlier slug to the present one, and
    ``unrecorded`` are the names that `permalinks.yaml` should get.
    """

    headings: Mapping[str, Heading]
    slugs: Mapping[str, str]
    moved: Mapping[str, str]
    unrecorded: Mapping[str, PermalinkRecord]


def name_key(name: str) -> str:
    """What two spellings of one name share: letters, digits and their marks, in small letters."""
    text = name.lower() if name.isascii() else unicodedata.normalize("NFKC", name).casefold()
    said = "".join(sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else " " for sign in text)
    return " ".join(said.split()) or "".join(text.split())


def establish(
    kind: str,
    appearances: Iterable[Appearance],
    called: Mapping[str, tuple[str, str]],
    meant: Callable[[str], str],
    permalinks: Permalinks | None,
) -> Authority:
    """The headings of all names that appear. ``kind`` is the folder of their pages.

    ``called`` is what people want some keys to be called, and filed as; any other has the form that most papers print.
    ``meant`` tells which key a name means that was published. Without ``permalinks`` every address is made anew.
    """
    shown = {**_shown(appearances), **called}
    known = {} if permalinks is None else permalinks.of_kind(kind)
    gone = {slug: stands for slug, stands in resolved(known).items() if slug != stands}
    holders = {slug: meant(record.title) for slug, record in known.items() if slug not in gone}
    slugs, moved = _kept(shown, holders, known)
    new = _assigned({key: shown[key][0] for key in shown if key not in slugs}, taken={*TAKEN, *known})
    slugs |= new
    here = {slug: Heading(slug, *shown[key]) for key, slug in slugs.items()}
    left = {
        slug: Heading(slug, known[slug].title, known[slug].title)
        for slug in holders
        if slug not in here and slug not in moved
    }
    headings = {**here, **left}
    moved |= {slug: moved.get(now, now) for slug, now in gone.items()}
    return Authority(
        headings={h.slug: h for h in sorted(headings.values(), key=lambda h: (collation_key(h.filed), h.slug))},
        slugs=slugs,
        moved={slug: now for slug, now in sorted(moved.items()) if now in headings},
        unrecorded={}
        if permalinks is None
        else {
            f"{kind}/{slug}": PermalinkRecord(f"{kind}/{slug}", stored_title(shown[key][0]))
            for key, slug in new.items()
        },
    )


def _shown(appearances: Iterable[Appearance]) -> dict[str, tuple[str, str]]:
    """The name that most papers print for each key, and how it is filed; of two, the first of the alphabet."""
    times: dict[str, Counter[tuple[str, str]]] = {}
    for key, name, filed in appearances:
        times.setdefault(key, Counter())[name, filed] += 1
    return {key: min(counted, key=lambda form: (-counted[form], form)) for key, counted in times.items()}


def _kept(
    shown: Mapping[str, tuple[str, str]], holders: Mapping[str, str], known: Mapping[str, PermalinkRecord]
) -> tuple[dict[str, str], dict[str, str]]:
    """The slug that each key keeps of those it was published under, and where the others lead."""
    published: dict[str, list[str]] = {}
    for slug, key in holders.items():
        published.setdefault(key, []).append(slug)
    slugs: dict[str, str] = {}
    moved: dict[str, str] = {}
    for key, found in published.items():
        if key in shown:
            own = name_key(shown[key][0])
            slugs[key], *others = sorted(found, key=lambda slug: (name_key(known[slug].title) != own, slug))
            moved |= dict.fromkeys(others, slugs[key])
    return slugs, moved


def _assigned(names: Mapping[str, str], taken: Iterable[str]) -> dict[str, str]:
    """A slug for each key; those that would share one all get a hash of their own, so that none depends on others."""
    slugs = {key: slugify(name) for key, name in names.items()}
    claimed = [*taken]
    for digits in (6, 24):
        times = Counter([*slugs.values(), *claimed])
        for key in [key for key, slug in slugs.items() if times[slug] > 1]:
            mark = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:digits]
            slugs[key] = f"{shorten(slugify(names[key]), LONGEST_SLUG - 1 - digits)}-{mark}"
    return slugs
