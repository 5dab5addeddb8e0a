"""Where a preview begins: each cue by itself, and the whole rule on a hundred real abstracts that were read for it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sitegen.catalogue.assemble import assemble
from sitegen.catalogue.contribution import contribution
from sitegen.config.load import load
from sitegen.inputs import read
from sitegen.words.sentences import sentence_starts

LABELS = Path(__file__).parent.parent / "gold" / "contributions.yaml"
BACKGROUND = "Nets are widely used. They grow. "


def preview(text: str) -> str:
    return text[contribution(text) :]


@pytest.mark.parametrize(
    "point",
    [
        "In this paper, nets are cut.",
        "This empirical study cuts nets.",
        "The present work cuts nets.",
        "To this end, we cut nets.",
        "We have built a net.",
        "Herein a net is cut.",
        "I present a net.",
        "Our method cuts nets.",
        "The authors propose a net.",
        "Objective: to cut nets.",
        "A net that cuts itself is proposed.",
        "The proposed net cuts itself.",
    ],
)
def test_a_preview_begins_where_a_paper_speaks_of_itself(point: str) -> None:
    assert preview(f"{BACKGROUND}{point} It works.") == f"{point} It works."


@pytest.mark.parametrize(
    "background",
    [
        "Today we can train large nets.",
        "In practice we usually need small ones.",
        "What can we learn from them?",
        "This line of work began in 1990.",
        "This research area is young.",
        "A smaller net was recently proposed.",
        "Pruning has been introduced to help.",
        "Our understanding of them is poor.",
    ],
)
def test_what_everybody_does_or_others_did_is_left_out(background: str) -> None:
    assert preview(f"{background} We cut nets.") == "We cut nets."


def test_the_first_such_sentence_counts() -> None:
    assert preview(f"{BACKGROUND}We cut nets. In this paper, we also grow them.").startswith("We cut nets.")


@pytest.mark.parametrize(
    "text", ["", "Nets are used. They grow.", "We cut nets. Nets are used.", "ネットを切る。切った。"]
)
def test_a_preview_is_the_whole_abstract_where_nothing_or_its_beginning_speaks_of_the_paper(text: str) -> None:
    assert contribution(text) == 0


@pytest.mark.real
def test_nine_of_ten_real_previews_begin_at_the_sentence_that_a_reader_chose(shared: Path, checkout: Path) -> None:
    settings, _ = load(checkout / "site.yaml", inputs=[shared / "digests"])
    assert settings is not None
    digests, _ = read(settings)
    abstracts = {p.title_text: p.abstract_text for p in assemble(digests, settings).catalogue.papers.values()}
    labels: dict[str, int] = yaml.safe_load(LABELS.read_text(encoding="utf-8"))
    assert len(labels) == 100
    wrong = {
        title: (chosen, found)
        for title, chosen in labels.items()
        if (found := sum(start <= contribution(abstracts[title]) for start in sentence_starts(abstracts[title])))
        != chosen
    }
    assert len(wrong) <= 10, wrong
