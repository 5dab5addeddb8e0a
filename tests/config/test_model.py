"""Each key of `site.yaml` is declared once, with all that there is to say of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sitegen.config.model import SITE
from sitegen.config.schema import Findings, Key, Keyed, ListOf, MapOf, flag
from sitegen.config.source import parse


def keys(record: Keyed, path: str = "") -> Iterator[tuple[str, Key]]:
    """Every key of a record and of the records in it, with the way to it."""
    for name, key in record.keys.items():
        yield f"{path}{name}", key
        kind = key.kind.item if isinstance(key.kind, (ListOf, MapOf)) else key.kind
        if isinstance(kind, Keyed):
            yield from keys(kind, f"{path}{name}.")


ALL = dict(keys(SITE))


def test_keys_are_found_wherever_they_stand() -> None:
    assert {"digests.year", "tags.not", "exports.sqlite", "search.offline", "merge.same"} <= ALL.keys()


@pytest.mark.parametrize("path", ALL)
def test_a_key_says_in_a_sentence_what_it_is_for_and_its_example_is_right(path: str) -> None:
    key = ALL[path]
    assert key.help.endswith(".")
    node, problems = parse(key.example, "site.yaml")
    findings = Findings("site.yaml")
    assert node is not None
    key.kind(node, path, findings)
    assert (problems, findings.problems) == ((), [])


def test_an_unknown_key_is_answered_with_all_known_ones_however_many() -> None:
    record = Keyed({f"key_{number}": Key(flag) for number in range(25)}, dict)
    node, _ = parse("zzz: true", "site.yaml")
    findings = Findings("site.yaml")
    assert node is not None
    record(node, "", findings)
    (problem,) = findings.problems
    assert problem.hint == "known: " + ", ".join(f"key_{number}" for number in range(25))
