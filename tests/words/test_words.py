"""The one answer to what a word is, and to which words are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.urls import slugify
from sitegen.words.collation import collation_key, initial
from sitegen.words.letters import folded
from sitegen.words.normalise import normal_words, title_key
from sitegen.words.scripts import CHINESE_JAPANESE
from sitegen.words.stem import root, spelling, stem
from sitegen.words.stopwords import GENERIC, HALVES, STOP
from sitegen.words.tokens import tokeniser, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Don't stop at self-attention_v2.", ["Don", "t", "stop", "at", "self", "attention", "v2"]),
        ("naïve cafés", ["naïve", "cafés"]),
        ("नमस्ते दुनिया", ["नमस्ते", "दुनिया"]),  # vowel signs belong to their word
        ("深度learning学习", ["深", "度", "learning", "学", "习"]),
        ("人々はテスト", ["人", "々", "は", "テ", "ス", "ト"]),
        ("𠮷野", ["𠮷", "野"]),
        ("학습 방법", ["학습", "방법"]),
    ],
)
def test_a_word_is_letters_digits_and_marks_or_a_sign_of_an_unspaced_script(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_signs_stand_among_the_words_where_they_are_asked_for() -> None:
    assert tokeniser("[.。]")("One. 二。three") == ["One", ".", "二", "。", "three"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ÉTUDE", "étude"),
        ("Łódź", "lodz"),
        ("ﬁne", "fine"),
        ("ＧＡＮ", "gan"),
        ("Straße", "STRASSE"),
        ("Ångström", "a\u030angstro\u0308m"),
        ("مُدَرِّس", "مدرس"),
    ],
)
def test_forms_of_one_letter_are_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("й", "и"), ("が", "か"), ("की", "का")])
def test_marks_that_make_another_letter_stay(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_a_title_counts_by_its_letters_alone() -> None:
    assert title_key("The Pros & Cons: Part II") == title_key("Pros and Cons – Part 2") == "prosconspart2"
    assert title_key("ε-Greedy") == title_key("$\\epsilon$-greedy") == "epsilongreedy"
    assert title_key("~~~") == "~~~"
    assert normal_words("The $\\mathcal{L}$ of naïve β-VAEs") == ["the", "l", "of", "naive", "beta", "vaes"]


@pytest.mark.parametrize(
    ("forms", "stemmed"),
    [
        ("prune prunes pruned pruning", "prun"),
        ("network networks", "network"),
        ("colour color colours", "color"),
        ("optimise optimizing optimized", "optimis"),
        ("study studies", "study"),
        ("basis bus class", "basis bus clas"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str, stemmed: str) -> None:
    assert list(dict.fromkeys(stem(spelling(form)) for form in forms.split())) == stemmed.split()


def test_words_of_one_family_have_one_root_and_stems_of_their_own() -> None:
    family = ["regularise", "regularisation", "regularized"]
    assert len({root(spelling(word)) for word in family}) == 1
    assert stem("computation") != stem("compute")
    assert root("computational") == root("computation") == root("compute") == root("computer") == "comput"


def test_titles_stand_from_their_first_letter_on_without_regard_to_accents() -> None:
    titles = ["Zebra", "“Ångström”", "émigré", "Øresund", "2 Apes", "猫"]
    assert sorted(titles, key=collation_key) == ["2 Apes", "“Ångström”", "émigré", "Øresund", "Zebra", "猫"]
    assert [initial(title) for title in titles] == ["Z", "A", "E", "O", "#", "…"]


def test_a_lone_greek_letter_is_read_by_its_name_whatever_its_form() -> None:
    assert [slugify(f"{letter}-calculus") for letter in "λΛϵ"] == [
        "lambda-calculus",
        "lambda-calculus",
        "epsilon-calculus",
    ]


def test_the_page_parts_the_same_signs_from_one_another_as_the_index(checkout: Path) -> None:
    script = (checkout / "static" / "js" / "search-query.js").read_text("utf-8")
    codes = (f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\u{{{ord(sign):x}}}" for sign in CHINESE_JAPANESE)
    written = "".join(codes).replace("\\u002d", "-")
    assert script.count(f"[{written}]") == 2


def test_the_lists_of_empty_words_are_read_whole() -> None:
    assert {"the", "und", "是"} <= STOP
    assert {"model", "networks"} <= GENERIC
    assert "multi" in HALVES
    assert not any(word.startswith(("#", "[")) for word in STOP | GENERIC | HALVES)
