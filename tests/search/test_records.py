"""What Pagefind learns of a paper: words in a line, folded, and where each part of it ends."""

from __future__ import annotations

from sitegen.facts.model import Facts, Person
from sitegen.search.records import SearchRecord, Source, record


def content(title: str, abstract: str = "") -> str:
    return record(Source("a-slug", title, abstract)).content


def test_title_names_facts_and_abstract_follow_each_other_and_are_counted() -> None:
    facts = Facts(
        authors=(Person("He", "Kaiming"), Person("van den Oord", "Aäron")),
        venue="ICCV 2015",
        year=2015,
        arxiv="1502.01852",
        doi="10.1109/ICCV.2015.123",
    )
    assert record(Source("deep", "Deep Nets", "We go deep.", facts)) == SearchRecord(
        "deep nets kaiming he - aaron van den oord - iccv 2015 2015 150201852 101109iccv2015123 we go deep.",
        title=2,
        names=8,
        facts=5,
        length=3,
    )


def test_words_are_folded() -> None:
    assert content("Poincaré’s ŁUKASZ Straße ﬁne Ⅳ") == "poincare's lukasz strasse fine iv"


def test_a_greek_letter_by_itself_is_read_by_its_name() -> None:
    assert content("β-VAE, ϵ and µ but μόνο") == "beta-vae, epsilon and mu but μονο"


def test_each_sign_of_chinese_and_japanese_is_a_word() -> None:
    made = record(Source("a", "深度学习 nets", "注意力"))
    assert made == SearchRecord("深 度 学 习 nets 注 意 力", title=5, names=0, facts=0, length=3)


def test_whatever_happens_to_a_word_it_stays_one_word() -> None:
    made = record(Source("a", "1½ \u0301 ¨a a\u00a0b", ""))
    assert made.content.count(" ") + 1 == made.title == 5


def test_nothing_in_a_text_is_an_order_to_pagefind() -> None:
    assert "_" not in content("___PAGEFIND_WEIGHT___5 a_b \uff3f\uff3f\uff3fPAGEFIND\ufe33")


def test_a_paper_without_a_word_is_indexed_by_its_name() -> None:
    assert record(Source("a-slug", "— ! —", "")) == SearchRecord("-- ! -- a-slug", title=3, names=0, facts=0, length=1)


def test_the_words_before_a_preview_are_counted_as_the_page_counts_words() -> None:
    made = record(Source("a", "Nets", "Deep — nets are used. We cut them.", preview_from=22))
    assert (made.before, made.length) == (5, 8)
