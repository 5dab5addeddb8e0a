r"""The three written forms of inline text: HTML is escaped, plain text is what a reader sees, TeX compiles."""

from __future__ import annotations

import pytest

from sitegen.repair.inline import (
    Emphasis,
    Inline,
    Link,
    Math,
    Strong,
    Subscript,
    Superscript,
    Text,
    Unclear,
    links,
    split_at,
    to_html,
    to_tex,
    to_text,
)

SAMPLE: Inline = (
    Text("R&D <b> "),
    Emphasis((Text("at "), Link("https://example.org/a_b?c=1&d", "here"))),
    Text(" CO"),
    Subscript((Text("2"),)),
)


def test_html_is_escaped() -> None:
    assert to_html((Text("<b>&'\""),)) == "&lt;b&gt;&amp;&#39;&#34;"


def test_a_link_in_html_escapes_address_and_words() -> None:
    link = Link('https://example.org/?a="b&c', "<x>")
    assert to_html((link,)) == '<a href="https://example.org/?a=&#34;b&amp;c" rel="noopener">&lt;x&gt;</a>'


def test_plain_text_is_what_a_reader_sees() -> None:
    assert to_text(SAMPLE) == "R&D <b> at here CO₂"


def test_plain_text_raises_what_unicode_can_raise() -> None:
    assert to_text((Text("10"), Superscript((Text("−12"),)))) == "10⁻¹²"


def test_plain_text_marks_what_unicode_cannot_lower() -> None:
    assert to_text((Text("C"), Subscript((Text("Q+R"),)))) == "C_(Q+R)"


def test_a_no_break_space_is_a_space_in_plain_text() -> None:
    assert to_text((Text("Table\u00a02"),)) == "Table 2"


def test_unclear_words_carry_their_reason() -> None:
    unclear = Unclear((Text("ours"),), "Nobody's macro")
    assert to_html((unclear,)) == '<span class="unclear" title="Nobody&#39;s macro">ours</span>'


def test_tex_escapes_its_special_characters() -> None:
    assert to_tex((Text("50% of $5 & {a_b} #1 ~x^2"),)) == (
        "50\\% of \\$5 \\& \\textbraceleft{}a\\_b\\textbraceright{} \\#1 \\textasciitilde{}x\\textasciicircum{}2"
    )


def test_tex_spells_quotes_and_dashes() -> None:
    assert to_tex((Text("“soft” – ‘hard’ — 3×3 ε"),)) == "``soft'' -- `hard' --- 3$\\times$3 $\\varepsilon$"


def test_tex_leaves_words_of_other_scripts_alone() -> None:
    assert to_tex((Text("Poincaré, Νευρωνικά, 神经"),)) == "Poincaré, Νευρωνικά, 神经"


def test_tex_of_links_formulas_and_scripts() -> None:
    inline: Inline = (
        Strong((Text("b"),)),
        Emphasis((Text("e"),)),
        Superscript((Text("th"),)),
        Math("x^{2}", "<math></math>", "x²"),
        Link("https://example.org/a_b%20c#d", "https://example.org/a_b%20c#d"),
    )
    assert to_tex(inline) == (
        "\\textbf{b}\\emph{e}\\textsuperscript{th}$x^{2}$\\url{https://example.org/a_b\\%20c\\#d}"
    )


def test_tex_names_the_address_behind_a_label() -> None:
    assert to_tex((Link("https://example.org/", "this page"),)) == "this page (\\url{https://example.org/})"


def test_links_inside_emphasis_are_found() -> None:
    assert [link.text for link in links(SAMPLE)] == ["here"]


@pytest.mark.parametrize("offset", range(12))
def test_a_text_that_is_cut_and_joined_again_is_the_same_text(offset: int) -> None:
    inline = (Text("ab"), Emphasis((Text("cd"), Strong((Text("ef"),)))), Link("https://x.example", "gh"), Text("ij"))
    before, after = split_at(inline, offset)
    assert to_text(before) + to_text(after) == to_text(inline)


def test_a_cut_falls_between_letters_and_never_inside_a_formula() -> None:
    formula = Math("x^2", "<math><mi>x</mi></math>", "x²")
    assert split_at((Text("One. Two."),), 5) == ((Text("One. "),), (Text("Two."),))
    assert split_at((Text("A "), formula, Text(".")), 3) == ((Text("A "),), (formula, Text(".")))
    assert split_at((Text("A"),), 5) == ((Text("A"),), ())
