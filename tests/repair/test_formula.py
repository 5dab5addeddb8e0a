"""Formulas: TeX in, MathML Core and plain text and clean TeX out."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from sitegen.repair.formula import formula

CASES = [
    ("10^{160}", "10¹⁶⁰", "10^{160}"),
    ("x_i^2", "xᵢ²", "x_{i}^{2}"),
    ("\\frac{a+b}{2}", "(a + b)/2", "\\frac{a+b}{2}"),
    ("\\sqrt[3]{x}", "³√x", "\\sqrt[3]{x}"),
    ("\\mathbb{R}^n", "ℝⁿ", "\\mathbb{R}^{n}"),
    ("\\mathbf{w}^\\top x", "𝐰^⊤x", "\\mathbf{w}^{\\top}x"),
    ("\\hat{y}", "ŷ", "\\hat{y}"),
    ("O(\\log n)", "O(log n)", "O(\\log n)"),
    ("T_{\\rm eff}", "T_eff", "T_{\\text{eff}}"),
    ("\\max_\\theta L", "max_θ L", "\\max_{\\theta}L"),
    ("p(x \\mid y)", "p(x ∣ y)", "p(x\\mid y)"),
    ("90^\\circ", "90°", "90^{\\circ}"),
    ("\\{0,1\\}", "{0,1}", "\\{0,1\\}"),
    ("a \\not= b", "a ≠ b", "a\\not =b"),
    ("\\unknown{x}", "unknownx", "\\text{unknown}x"),
    ("x^{", "x", "x^{}"),
    ("}{", "", ""),
]


@pytest.mark.parametrize(("source", "text", "tex"), CASES)
def test_plain_text_and_tex(source: str, text: str, tex: str) -> None:
    found = formula(source)
    assert (found.text, found.tex) == (text, tex)


@pytest.mark.parametrize("source", [case[0] for case in CASES])
def test_mathml_is_well_formed_without_annotation_or_style(source: str) -> None:
    root = ElementTree.fromstring(formula(source).mathml)
    assert root.tag == "math"
    assert not {"annotation", "semantics", "mstyle", "script"} & {element.tag for element in root.iter()}
    assert not {"style", "class", "href"} & {name for element in root.iter() for name in element.attrib}


@pytest.mark.parametrize("source", [case[0] for case in CASES])
def test_elements_have_the_children_that_mathml_wants(source: str) -> None:
    wanted = {"msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3, "mfrac": 2, "mroot": 2}
    for element in ElementTree.fromstring(formula(source).mathml).iter():
        assert len(element) == wanted.get(element.tag, len(element))


def test_markup_in_a_formula_is_escaped() -> None:
    assert "<b>" not in formula("\\text{<b>} < 2").mathml


def test_tex_holds_no_command_of_the_inputs_own() -> None:
    commands = set(re.findall(r"\\[a-z]+", formula("\\input{secret} \\write18{x} \\alpha").tex))
    assert commands == {"\\text", "\\alpha"}


def test_deep_nesting_ends() -> None:
    assert formula("\\sqrt{" * 5000 + "x" + "}" * 5000).text.rstrip(")").endswith("x")
