"""Which papers are by one author: equal names are, but for what `site.yaml` says under ``authors:``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from sitegen.catalogue.authority.headings import Appearance, Authority, establish, name_key
from sitegen.catalogue.authority.joined import Joined, joined
from sitegen.config.model import AuthorSettings, NamesakeSettings
from sitegen.facts.model import Facts, Person
from sitegen.permalinks.model import Permalinks
from sitegen.problem import Problem, warning
from sitegen.suggestion import did_you_mean

KIND = "authors"
"""The folder of their pages."""


class Authors(NamedTuple):
    """Everybody, and who wrote each paper: slugs, in the order and the number of its authors."""

    authority: Authority
    of_paper: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def authors(facts: Mapping[str, Facts], settings: AuthorSettings, permalinks: Permalinks | None = None) -> Authors:
    """Who wrote the papers of which ``facts`` are known, by slug."""
    same = joined(settings.same)
    namesakes = {(name_key(one.name), slug): one for one in settings.different for slug in one.papers}
    keys: dict[str, str] = {}  # 80,000 papers print each name some five times

    def key(name: str) -> str:
        if name not in keys:
            keys[name] = same.key(name)
        return keys[name]

    def appearance(slug: str, person: Person) -> Appearance:
        if namesakes and (one := namesakes.get((name_key(person.name), slug))):
            return Appearance(key(one.called), one.called, _filed_as(one.called, person))
        return Appearance(key(person.name), person.name, _filed(person))

    found = {slug: [appearance(slug, person) for person in known.authors] for slug, known in facts.items()}
    called = {
        one.key: (same.called[one.key], _filed_as(same.called[one.key], person))
        for slug, listed in (found.items() if same.called else ())
        for one, person in zip(listed, facts[slug].authors, strict=True)
        if one.key in same.called
    }
    authority = establish(KIND, chain.from_iterable(found.values()), called, key, permalinks)
    return Authors(
        authority,
        {slug: tuple(authority.slugs[one.key] for one in listed) for slug, listed in found.items() if listed},
        tuple(_unknown(settings, same, facts, permalinks)),
    )


def _filed(person: Person) -> str:
    return f"{person.family}, {person.given}" if person.given else person.family


def _filed_as(name: str, person: Person) -> str:
    """How an A–Z files a name that people gave to somebody whom a paper prints under another."""
    if name.startswith(person.name):
        return _filed(person) + name.removeprefix(person.name)
    given = name.removesuffix(person.family).strip()
    return f"{person.family}, {given}" if given and name.endswith(person.family) else name


def _unknown(
    settings: AuthorSettings, same: Joined, facts: Mapping[str, Facts], permalinks: Permalinks | None
) -> Iterator[Problem]:
    """Warnings for names that no paper has or had, and papers that are not by whom they are said to be."""
    if not (settings.same or settings.different):
        return
    published = permalinks.of_kind(KIND).values() if permalinks else ()
    printed = {name_key(record.title): record.title for record in published}
    for known in facts.values():
        printed |= {name_key(person.name): person.name for person in known.authors}
    called = {name_key(one.called) for one in settings.different}
    for name in same.names:
        if name_key(name) not in printed and name_key(name) not in called:
            message = f"authors: no paper has an author '{name}'"
            yield warning(settings.location, message, did_you_mean(name, printed.values()))
    for one in settings.different:
        yield from _not_theirs(one, facts)


def _not_theirs(one: NamesakeSettings, facts: Mapping[str, Facts]) -> Iterator[Problem]:
    for slug in one.papers:
        names: Sequence[str] = [person.name for person in facts[slug].authors] if slug in facts else ()
        if name_key(one.name) not in map(name_key, names):
            message = f"authors: '{slug}' has no author '{one.name}'"
            yield warning(
                one.location, message, did_you_mean(one.name, names) or "check the name of its page in papers/"
            )
