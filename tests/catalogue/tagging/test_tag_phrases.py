"""How a written phrase meets a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.catalogue.tagging.phrases import Phrases, words


def found(phrase: str, text: str) -> bool:
    phrases = Phrases([phrase])
    return bool(phrases.find(phrases.read(text)))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("graph neural network", "Graph Neural Networks at work"),
        ("prune", "we pruned it by pruning what others prune"),
        ("quantise", "Quantization, quantised and quantizing"),
        ("behaviour model", "modelling behavior models"),
        ("multi-task", "a multitask model"),
        ("multi-task", "a multi task model"),
        ("multi task", "a multi-task model"),
        ("Poincaré", "the Poincare disc"),
        ("poincare", "the Poincaré disc"),
        ("GAN", "two GANs meet"),
        ("MoE", "a sparse MoE layer"),
        ("equivarian*", "equivariance of an equivariant net"),
        ("predict/generate weights", "it generates weights"),
        ("predict ... weights", "predicts all of the weights"),
        ("predict ... weights", "predicts weights"),
        ("=pre-training", "Pre-Training on nothing"),
        ("=pre-training", "pretraining"),
        ("Weisfeiler", "the weisfeiler test"),
        ("图神经网络", "一种图神经网络的方法"),
        ("граф", "Графы и ГРАФ"),
    ],
)
def test_a_phrase_matches_its_own_forms(phrase: str, text: str) -> None:
    assert found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("road", "broader roadmaps"),
        ("GAN", "it all began with a gan"),
        ("LoRA", "the lora of LORA"),
        ("=pre-training", "a pre-trained model"),
        ("graph network", "the graph. Network effects"),
        ("predict ... weights", "predict one two three four five weights"),
        ("predict ... weights", "we predict. Then weights"),
        ("speed", "a spe of it"),
        ("multi task", "multitask"),
        ("图神经网络", "图像神经网络"),
    ],
)
def test_a_phrase_matches_nothing_else(phrase: str, text: str) -> None:
    assert not found(phrase, text)


@pytest.mark.parametrize("phrase", ["", "...", "—", "... ...", "*", "/", "="])
def test_a_phrase_without_words_matches_nothing(phrase: str) -> None:
    assert not found(phrase, "a text with words ... and signs * / =")


def test_overlapping_phrases_are_all_found() -> None:
    phrases = Phrases(["neural architecture search", "architecture search", "search"])
    assert sorted(phrases.find(phrases.read("Neural architecture search"))) == [(0, 0, 3), (1, 1, 3), (2, 2, 3)]


def test_a_number_with_a_full_stop_does_not_end_a_sentence() -> None:
    assert words("It is 2.5 times as fast. Good.") == ["It", "is", "2", "5", "times", "as", "fast", ".", "Good", "."]


@given(st.text(), st.text())
def test_any_text_can_be_a_phrase_and_be_searched(phrase: str, text: str) -> None:
    phrases = Phrases([phrase])
    for _, start, end in phrases.find(phrases.read(text)):
        assert 0 <= start < end <= len(words(text))


@given(st.text(alphabet=st.characters(categories=["Ll"]), min_size=1))
def test_a_word_in_small_letters_is_found_in_itself(word: str) -> None:
    assert found(word, f"and {word} too") or not words(word)


def test_gaps_that_could_match_in_very_many_ways_end_soon() -> None:
    phrases = Phrases(["a ... a ... a ... a ... b"])
    assert phrases.find(phrases.read("a " * 3000)) == []
