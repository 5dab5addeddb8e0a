"""From phrases to tags: what counts, what does not, which tag is the best one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.catalogue.model import Paper
from sitegen.catalogue.tagging.tag import Tagger, tag
from sitegen.config.model import TagRule, TagSettings


def a_tag(slug: str, **rule: Any) -> TagSettings:
    return TagSettings(slug=slug, name=slug, short=slug, group="Topics", definition="", rule=TagRule(**rule))


def a_paper(title: str, abstract: str = "", slug: str = "p") -> Paper:
    return Paper(slug, (), (), title, abstract, (), ())


def tags_of(title: str, abstract: str, *tags: TagSettings) -> list[str]:
    return list(tag([a_paper(title, abstract)], tags)["p"])


FILLER = "It goes on like that. " * 30


def points(abstract: str, **rule: Any) -> float:
    """What an abstract of full length gives to one rule."""
    scores = Tagger([a_tag("t", threshold=1.0, **rule)]).score("Untitled", f"{abstract} {FILLER}")
    return scores[0].score if scores else 0.0


GRAPHS = a_tag("graphs", strong=("graph neural network",), any=("graph", "node"), threshold=6.0)


def test_a_strong_phrase_in_the_title_is_enough() -> None:
    assert tags_of("Graph Neural Networks Explained", "", GRAPHS) == ["graphs"]


def test_a_passing_mention_is_not_enough() -> None:
    assert tags_of("Ships", "Experiments cover tasks such as graph classification and chess.", GRAPHS) == []


def test_weak_phrases_support_but_do_not_decide() -> None:
    assert points("Graph. Node. Edge. Graph. Node. Edge.", any=("graph", "node", "edge")) == 2.0


def test_what_a_paper_announces_counts_more_than_what_it_reports() -> None:
    assert points("We propose the spiking net.", strong=("spiking",)) == 3.0
    assert points("There is the spiking net.", strong=("spiking",)) == 2.0
    assert points("Experiments use the spiking net.", strong=("spiking",)) == 1.0


def test_what_a_paper_sets_itself_apart_from_gives_nothing() -> None:
    assert points("The net runs without backpropagation.", strong=("backpropagation",)) == 0.0
    assert points("The net is better than the spiking net.", strong=("spiking",)) == 2.0
    assert points("The net is better than spiking nets.", strong=("spiking",)) == 0.0


def test_a_title_that_a_full_abstract_never_comes_back_to_counts_less() -> None:
    tagger = Tagger([a_tag("t", strong=("spiking",), threshold=1.0, title_weight=3.0)])
    assert tagger.score("Spiking", "It is short.")[0].score == 6.0
    assert tagger.score("Spiking", FILLER)[0].score == 4.5
    assert tagger.score("Spiking", f"Spiking. {FILLER}")[0].score == 8.0


def test_weak_phrases_alone_carry_no_title() -> None:
    tagger = Tagger([a_tag("t", any=("graph", "node", "edge"), threshold=1.0, title_weight=3.0)])
    assert tagger.score("Graph, Node and Edge", "It is short.")[0].score == 2.5


def test_a_returning_phrase_gives_less_each_time() -> None:
    assert points("Spiking here. Spiking there.", strong=("spiking",)) == 3.2
    assert points("Spiking here. Spiking there. Spiking. Spiking. Spiking.", strong=("spiking",)) == 4.0


def test_a_mention_in_a_short_abstract_weighs_more() -> None:
    tagger = Tagger([a_tag("t", strong=("spiking",), threshold=1.0)])
    assert tagger.score("Untitled", "The spiking net.")[0].score == 3.0


def test_overlapping_phrases_count_once_and_the_longest_wins() -> None:
    assert points("The neural architecture search.", strong=("neural architecture search", "architecture search")) == 2


def test_phrases_for_titles_give_nothing_in_an_abstract() -> None:
    rule = {"in_title": ("memory",), "threshold": 6.0}
    assert tags_of("Memory Lane", "", a_tag("memory", **rule)) == ["memory"]
    assert tags_of("A Lane", "Memory, memory and memory.", a_tag("memory", **rule)) == []


def test_nothing_counts_inside_an_ignored_phrase() -> None:
    networks = a_tag("networks", strong=("network",), ignore=("road network",), threshold=2.0)
    assert tags_of("Road Networks", "", networks) == []
    assert tags_of("Road Networks and Networks", "", networks) == ["networks"]


def test_a_forbidden_phrase_anywhere_keeps_the_tag_away() -> None:
    text = a_tag("text", strong=("transformer",), none=("ViT",))
    assert tags_of("Transformers", "Not for images.", text) == ["text"]
    assert tags_of("Transformers", "As in ViTs.", text) == []


def test_every_required_phrase_must_stand_in_title_or_abstract() -> None:
    both = a_tag("both", strong=("graph",), all=("time", "series"))
    assert tags_of("Graphs over Time", "A series of them.", both) == ["both"]
    assert tags_of("Graphs over Time", "", both) == []


def test_a_paper_that_reaches_no_threshold_carries_the_nearest_tag() -> None:
    far, near = a_tag("far", strong=("ship",), threshold=9.0), a_tag("near", strong=("chess",), threshold=3.0)
    assert tags_of("Untitled", "A ship plays chess.", far, near) == ["near"]


def test_a_paper_of_another_subject_stays_untagged() -> None:
    assert tags_of("On Cooking", "Water boils. Then it cools down.", GRAPHS) == []


def test_a_tag_far_behind_the_leading_one_is_dropped() -> None:
    ships = a_tag("ships", strong=("ship", "boat", "sail"), threshold=3.0)
    chess = a_tag("chess", strong=("chess",), threshold=2.5)
    assert tags_of("A Ship, a Boat, a Sail", "There is chess.", ships, chess) == ["ships"]
    assert tags_of("A Ship and Chess", "", ships, chess) == ["chess", "ships"]


def test_rank_decides_between_two_tags_beyond_doubt() -> None:
    pruning = a_tag("pruning", strong=("pruning",), threshold=2.0)
    speech = a_tag("speech", strong=("speech",), threshold=2.0, rank=1.2)
    assert tags_of("Pruning and Speech", "Pruning. Pruning.", pruning, speech) == ["speech", "pruning"]


def test_between_equals_the_order_of_the_settings_decides() -> None:
    first, second = a_tag("first", strong=("ship",)), a_tag("second", strong=("ship",))
    assert tags_of("Ship", "", first, second) == ["first", "second"]
    assert tags_of("Ship", "", second, first) == ["second", "first"]


def test_an_explanation_names_the_phrases_that_gave_points() -> None:
    scores = Tagger([GRAPHS]).score("Graph Neural Networks", "A node.")
    assert [(s.slug, s.score, s.threshold, s.phrases) for s in scores] == [
        ("graphs", 7.5, 6.0, ("graph neural network", "node"))
    ]


@pytest.mark.parametrize("title", ["图神经网络", "شبكات عصبية", "Нейронные сети", "🧠🧠", "َ", "\u202e", ""])
def test_other_scripts_get_no_tag_by_accident(title: str) -> None:
    assert tags_of(title, title, GRAPHS) == []


def test_a_rule_without_phrases_tags_nothing() -> None:
    assert tags_of("Anything", "at all", a_tag("empty"), a_tag("zero", threshold=0.0)) == []


@given(st.text(max_size=80), st.text(max_size=300))
def test_any_text_can_be_tagged(title: str, abstract: str) -> None:
    for score in Tagger([GRAPHS, a_tag("zero", any=("a",), threshold=0.0)]).score(title, abstract):
        assert score.score > 0
