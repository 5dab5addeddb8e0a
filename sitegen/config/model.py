"""The typed settings that the rest of the program sees: what `site.yaml` may say, with its defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.day import Day
from sitegen.problem import Location


@dataclass(frozen=True, slots=True)
class DigestSettings:
    """What `site.yaml` says about one digest (by id). Empty where it says nothing."""

    title: str = ""
    date: Day | None = None  # None = as the digest's own header says
    year: int | None = None  # completes a header's day such as "Apr 3"
    description: str = ""  # Markdown
    source: str = ""  # address the digest was saved from (http or https)
    location: Location = Location("site.yaml")


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """What `site.yaml` says about one paper (by slug)."""

    tags: tuple[str, ...] | None = None  # replaces what the rules find; first = best
    exclude: bool = False
    location: Location = Location("site.yaml")


@dataclass(frozen=True, slots=True)
class TagRule:
    """When a paper carries a tag: phrases that give points where they stand in its title and abstract.

    How a phrase is written says `catalogue/tagging/phrases.py`; how points add up, `tag.py` beside it. ``all``
    and ``none`` are conditions on the paper (every phrase of ``all``, no phrase of ``none``, anywhere in title or
    abstract).
    """

    in_title: tuple[str, ...] = ()  # name the topic where they stand in a title; elsewhere they give nothing
    strong: tuple[str, ...] = ()  # name the topic: 2 points
    any: tuple[str, ...] = ()  # point to the topic: 1 point
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()  # spelt `not` in site.yaml
    ignore: tuple[str, ...] = ()  # longer phrases inside which nothing counts: `road network` against `network`
    title_weight: float = 3.0  # a hit in the title counts so many times
    threshold: float = 4.0  # points from which a paper carries the tag
    rank: float = 1.0  # factor on the points when the best tag is chosen


@dataclass(frozen=True, slots=True)
class TagSettings:
    """One tag of the taxonomy, with its rule."""

    slug: str
    name: str
    short: str
    group: str
    definition: str
    rule: TagRule = TagRule()
    location: Location = Location("site.yaml")


@dataclass(frozen=True, slots=True)
class MergeSettings:
    """Decisions by hand about which entries are one paper: groups of slugs or printed titles."""

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, ...], ...] = ()
    location: Location = Location("site.yaml")


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How the search is shipped."""

    offline: str = "both"  # "both": plain and offline bundle, "only": the offline bundle serves http too


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """Which files for other programs are written. A field's name is the export's key under ``exports:``."""

    objects_inv: bool = True
    myst_xref: bool = True
    links_md: bool = True
    bibtex: bool = True
    ris: bool = True
    csl_json: bool = True
    papers_json: bool = True
    paper_json: bool = True
    csv: bool = True
    atom: bool = True
    json_feed: bool = True
    sitemap: bool = True
    robots: bool = True
    sqlite: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """All of `site.yaml`, checked and complete; paths are absolute."""

    root: Path  # the folder of site.yaml; templates/, static/, notes/ and about.md of the site are looked for here
    file: str = "site.yaml"  # as problems name it
    title: str = "Paper catalogue"
    description: str = ""
    language: str = "en"
    base_url: str = ""  # absolute, ends with "/"; "" = not known
    repository: str = ""  # https address of the repository that takes problem reports
    noindex: bool = False
    input: tuple[Path, ...] = ()
    input_given: bool = False  # inputs came from the command line: settings for absent digests and papers are silent
    output: Path = Path("_site")
    papers_per_page: int = 60
    digests: Mapping[str, DigestSettings] = field(default_factory=dict)
    papers: Mapping[str, PaperSettings] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    tags: tuple[TagSettings, ...] = ()
    merge: MergeSettings = MergeSettings()
    search: SearchSettings = SearchSettings()
    exports: ExportSettings = ExportSettings()
