"""The settings: each key of `site.yaml` in one statement, with its kind, its meaning, an example and its default.

What stands here is what the rest of the program sees, what `load` accepts, and what the settings' page says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitegen.config.addresses import base_url, https_address, mail_address, web_address
from sitegen.config.checks import DAY, DEFINITION, LANGUAGE, NEW_SLUG, PHRASE, SLUG
from sitegen.config.schema import (
    Checked,
    Choice,
    Keyed,
    ListOf,
    MapOf,
    Number,
    Whole,
    filled_text,
    flag,
    key,
    keys_of,
    scalar,
    text,
)
from sitegen.day import Day
from sitegen.problem import Location

PHRASES = ListOf(PHRASE)
ALIASES = ListOf(NEW_SLUG)
BIBLIOGRAPHIES = ("bibtex", "ris", "csl_json")
ONE_PAPER = ListOf(ListOf(filled_text, minimum=2))
ONE_NAME = ListOf(ListOf(filled_text, minimum=2))


@dataclass(frozen=True, slots=True)
class DigestSettings:
    """What `site.yaml` says about one digest (by id). Empty where it says nothing."""

    title: str = key(text, "What the digest is called, in place of its day.", "Pruning and vision", "")
    date: Day | None = key(DAY, "Its day, in place of the one it prints.", "2024-04-03", None)
    year: int | None = key(Whole(1000, 9999), "The year of the day that it prints without one.", "2024", None)
    description: str = key(text, "A few words about it, above its papers; Markdown.", "Papers saved in *April*.", "")
    source: str = key(Checked(web_address), "The web page it was saved from.", "https://example.org/daily", "")
    aliases: tuple[str, ...] = key(
        ALIASES, "Names that its address ended in before; they lead to it for good.", '["000", first-list]', ()
    )
    location: Location = Location("site.yaml")


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """What `site.yaml` says about one paper (by slug)."""

    tags: tuple[str, ...] | None = key(
        ListOf(SLUG), "Its tags, the best one first, in place of what the rules find.", "[pruning, surveys]", None
    )
    exclude: bool = key(flag, "Leave the paper out of the site.", "true", False)
    aliases: tuple[str, ...] = key(
        ALIASES, "More names that lead to it, beside those that `permalinks.yaml` keeps.", "[an-earlier-slug]", ()
    )
    location: Location = Location("site.yaml")


@dataclass(frozen=True, slots=True)
class TagRule:
    """When a paper carries a tag: phrases that give points where they stand in its title and abstract.

    How a phrase is written says `catalogue/tagging/phrases.py`; how points add up, `tag.py` beside it. ``all``
    and ``none`` are conditions on the paper (every phrase of ``all``, no phrase of ``none``, anywhere in title or
    abstract).
    """

    in_title: tuple[str, ...] = key(
        PHRASES, "Phrases that name the topic in a title; elsewhere they give nothing.", "[compression of weights]", ()
    )
    strong: tuple[str, ...] = key(PHRASES, "Phrases that name the topic: 2 points.", "[quantis*, low-bit]", ())
    any: tuple[str, ...] = key(
        PHRASES, "Phrases that point to the topic: 1 point, in an abstract 2 together at most.", "[precision]", ()
    )
    all: tuple[str, ...] = key(PHRASES, "Phrases that must all stand in title or abstract.", "[network]", ())
    none: tuple[str, ...] = key(
        PHRASES, "Phrases of which none may stand there.", "[quantised gravity]", (), name="not"
    )
    ignore: tuple[str, ...] = key(
        PHRASES, "Longer phrases inside which nothing counts.", "[vector quantisation of audio]", ()
    )
    title_weight: float = key(Number(0), "How many times a hit in the title counts.", "3", 3.0)
    threshold: float = key(Number(0), "Points from which a paper carries the tag.", "6", 4.0)
    rank: float = key(Number(0), "A factor on the points when the best tag is chosen.", "1.2", 1.0)


@dataclass(frozen=True, slots=True)
class TagSettings:
    """One tag of the taxonomy, with its rule."""

    slug: str = key(NEW_SLUG, "Its name in addresses.", "quantisation")
    name: str = key(filled_text, "What it is called.", "Quantisation & low precision")
    group: str = key(filled_text, "The group it belongs to, one of ``groups``.", "Compression & efficiency")
    short: str = key(filled_text, "What it is called where room is short; its name, unless given.", "Few bits", "")
    definition: str = key(
        DEFINITION,
        "A sentence on what it means; while it says `TODO`, nothing is built.",
        "Weights stored with few bits.",
        "",
    )
    aliases: tuple[str, ...] = key(
        ALIASES, "Slugs that it had before; their addresses lead to it for good.", "[few-bits, low-precision]", ()
    )
    rule: TagRule = TagRule()
    location: Location = Location("site.yaml")


@dataclass(frozen=True, slots=True)
class MergeSettings:
    """Decisions by hand about which entries are one paper.

    A name in a group is a title as printed or shown, a slug, or one entry as ``digest#number``. ``places`` tells where
    each stands, by key, number of its group, and name.
    """

    same: tuple[tuple[str, ...], ...] = key(
        ONE_PAPER, "Groups of names that mean one paper.", '[["A First Title", another-papers-slug]]', ()
    )
    different: tuple[tuple[str, ...], ...] = key(
        ONE_PAPER, "Groups of names that mean a paper each.", '[["march#3", "april#17"]]', ()
    )
    location: Location = Location("site.yaml")
    places: Mapping[tuple[str, int, str], Location] = field(default_factory=dict, compare=False)

    def at(self, key: str, group: int, name: str) -> Location:
        """Where a name stands; the place of the whole where that is not known."""
        return self.places.get((key, group, name), self.location)


@dataclass(frozen=True, slots=True)
class NamesakeSettings:
    """Somebody who shares a name with another author."""

    name: str = key(filled_text, "The name as facts have it.", "Wei Zhang")
    called: str = key(filled_text, "What this person is called instead.", "Wei Zhang (vision)")
    papers: tuple[str, ...] = key(ListOf(SLUG, minimum=1), "Slugs of the papers by this person.", "[a-papers-slug]")
    location: Location = Location("site.yaml")


@dataclass(frozen=True, slots=True)
class AuthorSettings:
    """Decisions by hand about which names are one person."""

    same: tuple[tuple[str, ...], ...] = key(
        ONE_NAME,
        "Groups of names that mean one person, who is called by the first.",
        "[[Zachary C. Lipton, Zachary Lipton]]",
        (),
    )
    different: tuple[NamesakeSettings, ...] = key(
        ListOf(Keyed(keys_of(NamesakeSettings), NamesakeSettings)),
        "People who share a name with another author, each with their papers.",
        "[{name: Wei Zhang, called: Wei Zhang (vision), papers: [a-papers-slug]}]",
        (),
    )
    location: Location = Location("site.yaml")


@dataclass(frozen=True, slots=True)
class VenueSettings:
    """Decisions by hand about which names are one venue."""

    same: tuple[tuple[str, ...], ...] = key(
        ONE_NAME,
        "Groups of names that mean one venue, which is called by the first; years do not count.",
        "[[ICML, International Conference on Machine Learning]]",
        (),
    )
    location: Location = Location("site.yaml")


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How the search is shipped. Without effect since one copy serves all; files that say it are still good."""

    offline: str = key(
        Choice(("both", "only")),
        "Nothing any more: one copy of the search index serves http and `file://`.",
        "only",
        "both",
    )


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """Which files for other programs are written. The name of a flag is the export's key under ``exports:``."""

    objects_inv: bool = key(flag, "`objects.inv`, the names that Sphinx and MkDocs link by.", "false", True)
    myst_xref: bool = key(flag, "`myst.xref.json`, the names for mystmd and Jupyter Book 2.", "false", True)
    links_md: bool = key(flag, "`links.md`, the names as Markdown link definitions.", "false", True)
    bibtex: bool = key(flag, "`papers.bib`, for LaTeX and pandoc.", "false", True)
    ris: bool = key(flag, "`papers.ris`, for reference managers.", "false", True)
    csl_json: bool = key(flag, "`papers.csl.json`, for pandoc and Zotero.", "false", True)
    parts: tuple[str, ...] = key(
        ListOf(Choice(BIBLIOGRAPHIES)),
        "The formats, of those three, in which each paper, tag and digest has a file of its own too.",
        "[bibtex, ris]",
        ("bibtex",),
    )
    papers_json: bool = key(flag, "`papers.json`, the whole catalogue for programs.", "false", True)
    paper_json: bool = key(flag, "`papers/<slug>.json`, all that is known of one paper.", "false", True)
    csv: bool = key(flag, "`catalogue.csv`, a line for each paper, for spreadsheets.", "false", True)
    atom: bool = key(flag, "`feed.xml` and a feed for each tag and digest, in Atom.", "false", True)
    json_feed: bool = key(flag, "`feed.json` and a feed for each tag and digest, in JSON Feed.", "false", True)
    saved: bool = key(flag, "`saved.html` and `saved/`, the papers that a reader keeps in the browser.", "false", True)
    sitemap: bool = key(flag, "`sitemap.xml`, every page for search engines.", "false", True)
    robots: bool = key(flag, "`robots.txt`, what crawlers may read.", "false", True)
    permalinks: bool = key(flag, "`permalinks.yaml`, names and days for later builds to take up.", "false", True)
    sqlite: bool = key(flag, "`catalogue.sqlite`, a database with full-text search.", "true", False)


def _tag(location: Location, **given: Any) -> TagSettings:
    """A tag with its rule, whose keys stand in the tag itself."""
    rule = TagRule(**{k.field: given.pop(k.field) for k in keys_of(TagRule).values() if k.field in given})
    return TagSettings(rule=rule, location=location, **({"short": given["name"]} | given))


def _placeless(make: type) -> Any:
    return lambda location, **given: make(**given)


@dataclass(frozen=True, slots=True)
class Settings:
    """All of `site.yaml`, checked and complete; paths are absolute.

    ``root`` is the folder of `site.yaml`: templates/, static/, languages/, notes/ and about.md are looked for there.
    ``file`` is `site.yaml` as problems name it. ``input_given``: the inputs came from the command line, and settings
    for absent digests and papers are silent. ``input_at`` are the places where the inputs are named, ``language_at``
    is that of the language.
    """

    root: Path
    file: str = "site.yaml"
    input_given: bool = False
    input_at: tuple[Location, ...] = field(default=(), compare=False)
    language_at: Location = field(default=Location("site.yaml"), compare=False)
    title: str = key(filled_text, "What the catalogue is called.", "Pruning Papers", "Paper catalogue")
    description: str = key(text, "One sentence on what it is for, on its home page.", "Papers on pruning.", "")
    language: str = key(LANGUAGE, "The language of the interface: `en`, `de`, or one in `languages/`.", "de", "en")
    text_language: str = key(
        LANGUAGE, "The language of the papers' titles and abstracts; `und` where it is not known.", "en", "en"
    )
    base_url: str = key(
        Checked(base_url),
        "The address it will have; feeds and full links need it.",
        "https://example.org/p/",
        "",
    )
    repository: str = key(
        Checked(https_address),
        "The repository that takes reports of problems.",
        "https://github.com/me/papers",
        "",
    )
    contact: str = key(
        Checked(mail_address),
        "Your address for mail, which `sitegen facts` gives to the services that it asks; it stands on no page.",
        "me@example.org",
        "",
    )
    noindex: bool = key(flag, "Ask search engines to stay away.", "true", False)
    input: tuple[Path, ...] = key(ListOf(filled_text), "Digests, and folders of them.", "[digests]", ())
    output: Path = key(filled_text, "The folder that a build writes and replaces.", "public", Path("_site"))
    papers_per_page: int = key(
        Whole(1, 10_000),
        "How many papers a page of the A–Z list has, at most: fewer where their abstracts are long.",
        "100",
        48,
    )
    digests: Mapping[str, DigestSettings] = key(
        MapOf(scalar, Keyed(keys_of(DigestSettings), DigestSettings)),
        "What is to be said of digests, by file name without ending.",
        "{april: {year: 2024}}",
        {},
    )
    papers: Mapping[str, PaperSettings] = key(
        MapOf(SLUG, Keyed(keys_of(PaperSettings), PaperSettings)),
        "What is decided about papers, by slug.",
        "{a-papers-slug: {tags: [surveys]}}",
        {},
    )
    exclude: tuple[str, ...] = key(ListOf(SLUG), "Slugs of papers that are left out.", "[a-papers-slug]", ())
    groups: tuple[str, ...] = key(ListOf(filled_text), "The groups of tags, in order.", "[Methods, Topics]", ())
    tags: tuple[TagSettings, ...] = key(
        ListOf(Keyed(keys_of(TagSettings) | keys_of(TagRule), _tag)),
        "The tags, in order, each with the rule that finds its papers.",
        "[{slug: pruning, name: Pruning, group: Methods, strong: [pruning]}]",
        (),
    )
    merge: MergeSettings = key(
        Keyed(keys_of(MergeSettings), MergeSettings),
        "Which entries are one paper, or are not, where the rules get it wrong.",
        "{same: [[one-slug, another-slug]]}",
        MergeSettings(),
    )
    authors: AuthorSettings = key(
        Keyed(keys_of(AuthorSettings), AuthorSettings),
        "Which names of authors are one person, or are not, where their letters do not tell.",
        "{same: [[Zachary C. Lipton, Zachary Lipton]]}",
        AuthorSettings(),
    )
    venues: VenueSettings = key(
        Keyed(keys_of(VenueSettings), VenueSettings),
        "Which names of venues are one.",
        "{same: [[ICML, International Conference on Machine Learning]]}",
        VenueSettings(),
    )
    exports: ExportSettings = key(
        Keyed(keys_of(ExportSettings), _placeless(ExportSettings)),
        "Files for other programs, to be turned off or on one by one.",
        "{ris: false, sqlite: true}",
        ExportSettings(),
    )
    search: SearchSettings = key(
        Keyed(keys_of(SearchSettings), _placeless(SearchSettings)),
        "How the search is shipped.",
        "{offline: only}",
        SearchSettings(),
    )


SITE = Keyed(keys_of(Settings), lambda location, **given: given)
"""What `site.yaml` may say; the values come by the name of their field."""
