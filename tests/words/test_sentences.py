from __future__ import annotations

import pytest

from sitegen.words.sentences import sentence_starts


def sentences(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [text[start:end].strip() for start, end in zip(starts, (*starts[1:], len(text)), strict=True)]


def test_a_sentence_ends_at_a_full_stop_with_a_gap_behind_it() -> None:
    assert sentences("One is 3.5 wide. Two? (Three!) Four.") == ["One is 3.5 wide.", "Two?", "(Three!)", "Four."]


@pytest.mark.parametrize(
    "text",
    [
        "Nets, e.g. ResNets, learn.",
        "As Doe et al. Show, nets (i.e. Models) learn.",
        "See Fig. 3 and Sec. A of J. Doe.",
        "Weights w.r.t. Inputs are i.i.d. Here too.",
    ],
)
def test_a_shortened_word_ends_no_sentence(text: str) -> None:
    assert len(sentences(text)) == 1


def test_the_first_of_a_list_of_letters_is_not_cut_off() -> None:
    assert sentences("A. Smith wrote it. B followed.") == ["A. Smith wrote it.", "B followed."]


def test_closing_quotes_belong_to_their_sentence() -> None:
    assert sentences("They say “no.” We say yes.") == ["They say “no.”", "We say yes."]


def test_chinese_sentences_need_no_gap() -> None:
    assert sentences("这是一。这是二。") == ["这是一。", "这是二。"]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_has_no_sentences(text: str) -> None:
    assert sentence_starts(text) == ()
