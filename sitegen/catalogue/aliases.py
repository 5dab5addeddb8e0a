"""Names that pages had before, as `site.yaml` lists them under ``aliases:``: which one leads where, of every kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.catalogue.naming.names import Names
from sitegen.config.model import DigestSettings, Settings
from sitegen.inputs.model import Digest
from sitegen.problem import Location, Problem, error
from sitegen.urls import KINDS


class Named(NamedTuple):
    """A page's present name, those that it had before, and where `site.yaml` says so."""

    slug: str
    aliases: tuple[str, ...]
    location: Location


def renamed(settings: Settings, digests: Sequence[Digest]) -> tuple[dict[str, dict[str, str]], tuple[Problem, ...]]:
    """For each kind of page but papers: which earlier slug leads to which present one, and what is wrong with them.

    A kind is a folder of `urls.KINDS`; a new one is a line here.
    """
    nothing = DigestSettings()
    listed = ((digest.slug, settings.digests.get(digest.id, nothing)) for digest in digests)
    kinds = {
        "tags": [Named(tag.slug, tag.aliases, tag.location) for tag in settings.tags],
        "digests": [Named(slug, given.aliases, given.location) for slug, given in listed],
    }
    found = {kind: leading_to(kind, named) for kind, named in kinds.items()}
    problems = tuple(problem for _, wrong in found.values() for problem in wrong)
    return {kind: aliases for kind, (aliases, _) in found.items()}, problems


def of_papers(settings: Settings, names: Names) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The same for papers, with the names that `permalinks.yaml` keeps."""
    named = {slug: Named(slug, (), Location(settings.file)) for slug in names.slugs}
    for slug, rule in settings.papers.items():
        now = names.aliases.get(slug, slug)
        if now in named and rule.aliases:
            named[now] = Named(now, (*named[now].aliases, *rule.aliases), rule.location)
    return leading_to("papers", named.values(), names.aliases)


def leading_to(
    kind: str, named: Iterable[Named], known: Mapping[str, str] | None = None
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Where each alias of one kind of page leads; those that would lead to two places are errors.

    ``known`` are names that lead somewhere already; they are in the result.
    """
    aliases = dict(known or {})
    problems = tuple(_taken_in(kind, list(named), aliases))
    return aliases, problems


def _taken_in(kind: str, pages: Sequence[Named], aliases: dict[str, str]) -> Iterator[Problem]:
    """Add the aliases of all pages; an error for each that cannot be one."""
    there = {page.slug for page in pages}
    for page in pages:
        for alias in page.aliases:
            if alias in there:
                whose = "its own name" if alias == page.slug else f"the name of another {KINDS[kind]}"
                message = f"{KINDS[kind]} '{page.slug}' has the alias '{alias}', which is {whose}"
                yield error(page.location, message, "an alias is a name that no page has any more")
            elif aliases.setdefault(alias, page.slug) != page.slug:
                message = f"{KINDS[kind]} '{page.slug}' has the alias '{alias}', which leads to '{aliases[alias]}'"
                yield error(page.location, message, "take it away from one of the two")
