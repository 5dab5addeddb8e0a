"""What a build passes from step to step is plain data: it can be stored, and sent to another process."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from builders import make_catalogue, make_test_index, make_test_site

from sitegen import assets
from sitegen.catalogue.assemble import assemble
from sitegen.config.load import load
from sitegen.facts import Facts, Person
from sitegen.inputs import read
from sitegen.inputs.curated import Curated
from sitegen.pages import pages
from sitegen.permalinks.model import Permalinks

CATALOGUE = replace(
    make_catalogue({"new": ["A", "B"], "old": ["B"]}, tags={"t": ["A"]}, related={"A": [("B", ("word",))]}),
    facts={"a": Facts(authors=(Person("Gray", "Ada"),))},
)


@pytest.mark.parametrize(
    "value",
    [
        CATALOGUE,
        make_test_site(CATALOGUE),
        tuple(pages(make_test_index(CATALOGUE))),
        assets.load(Path("/nowhere"))[0],
        Curated("about", {"a": "note"}),
    ],
    ids=["catalogue", "site", "pages", "theme", "curated"],
)
def test_a_value_survives_its_way_to_another_process(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value


def test_the_samples_settings_and_its_assembled_papers_do_so_too(checkout: Path) -> None:
    settings, _ = load(checkout / "site.yaml")
    assert settings is not None
    digests, _ = read(replace(settings, input=(checkout / "digests" / "000.txt",)))
    assembled = assemble(digests, settings, permalinks=Permalinks(), day="2026-02-03")
    assert pickle.loads(pickle.dumps(settings)) == settings
    assert pickle.loads(pickle.dumps(assembled)) == assembled
