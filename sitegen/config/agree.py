"""Whether the parts of `site.yaml` agree: groups that tags name, tags that papers carry, slugs used once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sitegen.config.model import PaperSettings, TagSettings
from sitegen.config.nodes import location
from sitegen.config.schema import Findings
from sitegen.day import Day
from sitegen.problem import Problem, error, warning
from sitegen.suggestion import did_you_mean

if TYPE_CHECKING:
    from yaml.nodes import Node

_TAG = re.compile(r"tags\[\d+\]")
_JOINED = re.compile(r"(authors|venues)\.same\[(\d+)\]\[\d+\]")
_TAG_SLUG = re.compile(r"tags\[\d+\]\.(?:slug|aliases\[\d+\])")


def disagreements(given: Mapping[str, Any], findings: Findings) -> Iterator[Problem]:
    """Every mistake that one key alone does not show."""
    groups: tuple[str, ...] = given.get("groups", ())
    tags: tuple[TagSettings, ...] = given.get("tags", ())
    for index, group in enumerate(groups):
        if group in groups[:index]:
            yield error(findings.at(f"groups[{index}]"), f"the group '{group}' is listed twice", "delete one of them")
    for name, digest in given.get("digests", {}).items():
        if digest.date and digest.year and (wrong := _date_against_year(digest.date, digest.year)):
            yield error(findings.at(f"digests.{name}.year"), f"digests.{name}.year {wrong}")
    yield from _of_tags(tags, groups, findings)
    yield from _of_names(given, findings)
    # A tag that is wrong in another key exists all the same, and is known by the names that it had.
    named = [node for path, node in findings.nodes.items() if _TAG_SLUG.fullmatch(path)]
    slugs = dict.fromkeys(node.value for node in named if _is_text(node))
    papers: Mapping[str, PaperSettings] = given.get("papers", {})
    for slug, paper in papers.items():
        for index, tag in enumerate(paper.tags or ()):
            if tag not in slugs:
                at = findings.at(f"papers.{slug}.tags[{index}]")
                yield error(at, f"paper '{slug}' carries the unknown tag '{tag}'", did_you_mean(tag, slugs))


def _of_names(given: Mapping[str, Any], findings: Findings) -> Iterator[Problem]:
    """Names that are joined with two others, people who are kept apart under one name."""
    groups: dict[tuple[str, str], str] = {}
    for path, node in findings.nodes.items():
        if (found := _JOINED.fullmatch(path)) and _is_text(node):
            kind, group = found.groups()
            if groups.setdefault((kind, node.value.strip().casefold()), group) != group:
                message = f"{kind}: '{node.value}' stands in two groups of 'same'"
                yield error(location(node, findings.file), message, "make one group of the two")
    for one in given["authors"].different if "authors" in given else ():
        if one.called == one.name:
            hint = f"add what tells them apart, such as '{one.name} (vision)'"
            yield error(one.location, f"authors: '{one.called}' is the name that several people share", hint)


def _is_text(node: Node) -> bool:
    """Whether this is no list or mapping, which somebody else reports."""
    return isinstance(node.value, str)


def _date_against_year(day: Day, year: int) -> str:
    if day.year is not None and day.year != year:
        return f"is {year}, but the date beside it is {day}"
    return "" if day.in_year(year) else f"is {year}, which has no {day}"


def _of_tags(tags: tuple[TagSettings, ...], groups: tuple[str, ...], findings: Findings) -> Iterator[Problem]:
    # Tags that are wrong themselves are missing among `tags`, so each is found again by its place in the file.
    paths = {location(node, findings.file): path for path, node in findings.nodes.items() if _TAG.fullmatch(path)}
    first: dict[str, TagSettings] = {}
    for tag in tags:
        path = paths[tag.location]
        if tag.group not in groups:
            message = f"tag '{tag.slug}' names the unknown group '{tag.group}'"
            hint = did_you_mean(tag.group, groups) or f"list it under 'groups': [{tag.group}]"
            yield error(findings.at(f"{path}.group"), message, hint)
        if tag.slug in first:
            hint = f"first given in line {first[tag.slug].location.line}"
            yield error(findings.at(f"{path}.slug"), f"two tags have the slug '{tag.slug}'", hint)
        first.setdefault(tag.slug, tag)
        yield from _of_phrases(tag, path, findings)


def _of_phrases(tag: TagSettings, path: str, findings: Findings) -> Iterator[Problem]:
    """A warning for each phrase that can count nowhere, since no paper that has it carries the tag."""
    rule = tag.rule
    for name, phrases in (("in_title", rule.in_title), ("strong", rule.strong), ("any", rule.any), ("all", rule.all)):
        for index, phrase in enumerate(phrases):
            if phrase in rule.none:
                message = f"the phrase '{phrase}' of tag '{tag.slug}' stands under 'not' too, so it never counts"
                yield warning(findings.at(f"{path}.{name}[{index}]"), message, "delete it from one of the two lists")
