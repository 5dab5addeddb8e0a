"""Abbreviations are learnt where papers define them."""

from __future__ import annotations

import pytest

from sitegen.search.abbreviations import defined


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("We study graph neural networks (GNNs) here.", "gnn", "graph neural networks"),
        ("It is a case of parameter-efficient fine-tuning (PEFT).", "peft", "parameter efficient fine tuning"),
        ("They scale mixtures of experts (MoE), slowly.", "moe", "mixtures of experts"),
        ("A low-rank adaptation (LoRA) of it.", "lora", "low rank adaptation"),
        ("With self-supervised learning (SSL; as before) it learns.", "ssl", "self supervised learning"),
        ("The parametric rectified linear unit (PReLU) bends.", "prelu", "parametric rectified linear unit"),
        ("A bidirectional encoder from transformers (BERT) reads.", "bert", "bidirectional encoder from transformers"),
    ],
)
def test_an_abbreviation_in_brackets_stands_for_the_words_before_it(text: str, short: str, long: str) -> None:
    assert defined([text]) == [(short, long, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "It is fast (see Table 2).",
        "A network (CNN) sees.",  # one word
        "They use a large set of images (COCO) for it.",  # a name
        "The pre-trained visual parameters, efficient (PVP) ones.",  # "trained" and "efficient" give no letter
        "Its accuracy (Acc) rises.",
        "We end here. (GNN) begins.",
    ],
)
def test_other_brackets_define_nothing(text: str) -> None:
    assert defined([text]) == []


def test_papers_are_counted_that_say_so() -> None:
    said = "Neural tangent kernels (NTK) are kernels. Neural tangent kernels (NTK) indeed."
    assert defined([said, "The neural tangent kernels (NTKs)."]) == [("ntk", "neural tangent kernels", 2)]


def test_a_sentence_s_end_is_not_crossed() -> None:
    assert defined(["It is graph. Neural networks (GNN) are."]) == []
