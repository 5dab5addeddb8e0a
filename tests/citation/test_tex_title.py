from __future__ import annotations

import pytest

from sitegen.citation.tex_title import tex_title
from sitegen.repair.inline import Emphasis, Math, Superscript, Text


def tex(title: str, abstract: str = "") -> str:
    return tex_title((Text(title),), title, abstract)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A Survey of Methods", "A Survey of Methods"),
        ("Training BERT on ImageNet-21k with mT5", "Training {BERT} on {ImageNet}-21k with {mT5}"),
        ("LoRA+: Faster (GPT-2) Tuning", "{LoRA+}: Faster ({GPT}-2) Tuning"),
        ("What Is a U-Net?", "What Is a {U}-Net?"),
        ("Part I and Part II", "Part {I} and Part {II}"),
        ("Layers of S4 and Q8", "Layers of {S4} and {Q8}"),
        ("Self-Supervised Pre-Training", "Self-Supervised Pre-Training"),
        ("R&D: 50% of #1_a", "{R}\\&{D}: 50\\% of \\#1\\_a"),
        ("Set {a and b", "Set \\textbraceleft{}a and b"),
        ("β-VAE at 30° § 2", "{$\\beta$}-{VAE} at 30\\textdegree{} {\\S{}} 2"),
        ("Ünïcode Žížala, 学习", "Ünïcode Žížala, 学习"),
        ("“Quoted” – and it’s", "``Quoted'' -- and it's"),
    ],
)
def test_braces_keep_names_and_nothing_else(title: str, expected: str) -> None:
    assert tex(title) == expected


def test_a_word_that_the_abstract_has_with_a_capital_within_a_sentence_is_a_name() -> None:
    abstract = "We train Bayesian models of Hopfield networks, and networks of networks. Models are good."
    assert tex("On Bayesian Hopfield Networks and Models", abstract) == "On {Bayesian} {Hopfield} Networks and Models"


def test_a_word_that_the_abstract_has_in_small_letters_too_is_no_name() -> None:
    assert tex("A Graph Method", "The Graph is a graph.") == "A Graph Method"


def test_a_word_whose_singular_the_abstract_has_in_small_letters_is_no_name() -> None:
    abstract = "We use Gaussian Networks, a network of a kind."
    assert tex("Deep Gaussian Networks", abstract) == "Deep {Gaussian} Networks"


def test_capitals_that_only_show_where_a_short_form_comes_from_are_no_name() -> None:
    abstract = "We prune Deep Neural Networks (DNNs) and also Vision Transformers (ViTs) by Markov Chains (see below)."
    assert tex("Pruning Deep Neural Networks", abstract) == "Pruning Deep Neural Networks"
    assert tex("Pruning Vision Transformers", abstract) == "Pruning Vision Transformers"
    assert tex("Pruning by Markov Chains", abstract) == "Pruning by {Markov} {Chains}"


def test_a_compound_is_kept_as_its_abstract_spells_it() -> None:
    assert tex("Another U-Net", "A deeper U-Net wins.") == "Another {U}-{Net}"


def test_in_a_title_in_sentence_case_every_later_capital_is_meant() -> None:
    assert tex("Faster training of neural Gaussian processes") == "Faster training of neural {Gaussian} processes"


def test_formulas_are_kept_and_commands_need_no_braces() -> None:
    title = (Text("In "), Math("O(N^2)", "<math/>", "O(N²)"), Text(" with "), Emphasis((Text("Care"),)))
    assert tex_title(title, "In O(N²) with Care", "") == "In {$O(N^2)$} with \\emph{Care}"
    raised = (Text("SL"), Superscript((Text("2"),)), Text("A"))
    assert tex_title(raised, "SL²A", "") == "{SL}\\textsuperscript{2}A"


def test_a_formula_whose_braces_do_not_balance_stands_as_plain_text() -> None:
    title = (Text("A "), Math("\\{x", "<math/>", "{x"))
    assert tex_title(title, "A {x", "") == "A \\textbraceleft{}x"


def test_a_title_is_one_line() -> None:
    assert tex(" Two\n lines\u2028and  gaps ") == "Two lines and gaps"
