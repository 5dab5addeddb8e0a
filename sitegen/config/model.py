"""The typed settings that the rest of the program sees: what `site.yaml` may say, with its defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sitegen.problem import Location


def _empty() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DigestSettings:
    """What `site.yaml` says about one digest (by id). Empty where it says nothing."""

    title: str = ""
    date: str = ""  # "YYYY-MM-DD" or "MM-DD"; "" = as the digest's own header says
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
    """When a paper carries a tag: phrases on the folded title and abstract.

    A paper scores one point for each hit of an ``any`` phrase (title hits count ``title_weight``), provided every
    ``all`` phrase occurs and no ``none`` phrase does; it carries the tag at ``threshold`` points or more.
    """

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()  # spelt `not` in site.yaml
    title_weight: float = 3.0
    threshold: float = 2.0


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
    digests: Mapping[str, DigestSettings] = field(default_factory=_empty)
    papers: Mapping[str, PaperSettings] = field(default_factory=_empty)
    groups: tuple[str, ...] = ()
    tags: tuple[TagSettings, ...] = ()
    merge: MergeSettings = MergeSettings()
    search: SearchSettings = SearchSettings()
