"""The reference of settings and the schema for editors: they say what the program takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import CHECKOUT, sitegen
from jsonschema import Draft202012Validator

from sitegen.config.describe import PARTS, json_schema, markdown
from sitegen.config.load import load
from sitegen.config.schema import keys_of

KEYS = [(part, name, key) for part, _, declared in PARTS for one in declared for name, key in keys_of(one).items()]
# Where a mapping stands in the file, and what else it must hold.
NEEDED = {
    "tags": {"slug": "x", "name": "X", "group": "Methods"},
    "different": {"name": "X", "called": "Y", "papers": "[x]"},
}
AROUND = {
    "site.yaml": "{{{}}}\n",
    "digests": "digests: {{a: {{{}}}}}\n",
    "papers": "papers: {{a: {{{}}}}}\n",
    "tags": "tags: [{{{}}}]\n",
    "merge": "merge: {{{}}}\n",
    "exports": "exports: {{{}}}\n",
    "search": "search: {{{}}}\n",
    "authors": "authors: {{{}}}",
    "different": "authors: {{different: [{{{}}}]}}",
    "venues": "venues: {{{}}}",
}


class CoreLoader(yaml.SafeLoader):
    """YAML as editors read it, in which a date is a word."""


CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if not tag.endswith(":timestamp")]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def wrong(text: str) -> list[str]:
    """What the schema has against a file."""
    given = yaml.load(text, Loader=CoreLoader)
    return [error.message for error in Draft202012Validator(json_schema()).iter_errors(given)]


def test_the_page_of_settings_is_what_the_program_prints(tmp_path: Path) -> None:
    assert (CHECKOUT / "docs/settings.md").read_text(encoding="utf-8") == markdown()
    run = sitegen(tmp_path, "settings")
    assert run.out == markdown()


def test_the_schema_in_the_repository_is_what_the_program_prints(tmp_path: Path) -> None:
    shipped = json.loads((CHECKOUT / "docs/site.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(shipped)
    assert shipped == json.loads(sitegen(tmp_path, "settings", "--schema").out)


@pytest.mark.parametrize(("part", "name", "key"), KEYS, ids=[f"{part}.{name}" for part, name, _ in KEYS])
def test_every_setting_is_explained_by_an_example_that_is_right(tmp_path: Path, part: str, name: str, key: Any) -> None:
    assert key.help.endswith(".")
    assert key.example
    needed = NEEDED.get(part, {})
    text = AROUND[part].format(", ".join(f"{one}: {value}" for one, value in {**needed, name: key.example}.items()))
    (tmp_path / "site.yaml").write_text(text, encoding="utf-8")
    _, problems = load(tmp_path / "site.yaml")
    own = [str(problem) for problem in problems if f"{name} is" in str(problem) or f"{name} must" in str(problem)]
    assert own == []
    assert wrong(text) == []


@pytest.mark.parametrize("text", ["titel: X", "papers_per_page: many", "exports: {csv: 3}", "tags: [{slug: x}]"])
def test_what_the_program_refuses_an_editor_shows(text: str) -> None:
    assert wrong(text) != []


def test_the_shipped_settings_are_right_for_an_editor() -> None:
    assert wrong((CHECKOUT / "site.yaml").read_text(encoding="utf-8")) == []
