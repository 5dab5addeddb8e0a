"""BibTeX: what a record states, and what becomes of records that are broken."""

from __future__ import annotations

import pytest
from lists import facts, only, reading, said

from sitegen.day import Day
from sitegen.facts.model import Facts, Person


def record(*fields: str, kind: str = "article") -> str:
    return "@" + kind + "{key,\n  title = {Tides of Ada},\n  " + ",\n  ".join(fields) + "\n}\n"


def test_a_record_states_who_when_where_and_its_ids() -> None:
    text = record(
        "author = {Lovelace, Ada and van Dam, Chris}",
        "journal = {Notes on Water}",
        "year = 2021",
        "doi = {https://doi.org/10.1000/182}",
        "eprint = {2101.00001v3}",
        "archiveprefix = {arXiv}",
    )
    entry = only(text)
    assert (entry.title, entry.key, entry.line) == ("Tides of Ada", "key", 1)
    assert entry.facts == Facts(
        authors=(Person("Lovelace", "Ada"), Person("van Dam", "Chris")),
        year=2021,
        venue="Notes on Water",
        doi="10.1000/182",
        arxiv="2101.00001",
    )


@pytest.mark.parametrize(
    ("field", "authors"),
    [
        ("{Ada B. Lovelace}", [("Lovelace", "Ada B.")]),
        ("{Lovelace, Jr., Ada}", [("Lovelace Jr.", "Ada")]),
        ("{Ludwig van Beethoven}", [("van Beethoven", "Ludwig")]),
        ("{{The Tides Team} and Ada Lovelace}", [("The Tides Team", ""), ("Lovelace", "Ada")]),
        (r'"G{\"o}del, Kurt and {\L}ukasiewicz, Jan"', [("Gödel", "Kurt"), ("Łukasiewicz", "Jan")]),
        ("{Ada Lovelace, Grace Hopper, Kurt Weil}", [("Lovelace", "Ada"), ("Hopper", "Grace"), ("Weil", "Kurt")]),
    ],
)
def test_names_are_taken_apart_as_bibtex_does(field: str, authors: list[tuple[str, str]]) -> None:
    assert facts(record(f"author = {field}")).authors == tuple(Person(*name) for name in authors)


def test_a_list_of_authors_that_breaks_off_says_so() -> None:
    found = facts(record("author = {Lovelace, Ada and others}"))
    assert (found.authors, found.more_authors) == ((Person("Lovelace", "Ada"),), True)


def test_strings_are_put_together() -> None:
    text = '@string{wat = "Water"}\n@string{now = "Notes on " # wat}\n' + record("journal = now # { 2}", "month = mar")
    assert facts(text).venue == "Notes on Water 2"


def test_a_string_that_is_nowhere_defined_stands_for_itself_and_is_said_once() -> None:
    text = "@string{a = b}\n@string{b = a}\n" + record("journal = a", "publisher = nobody")
    found = reading(text)
    assert found.entries[0].facts.venue == "b"
    assert said(text) == [
        "list.txt:1: warning: no string is called 'b': it stands for itself"
        " (define it before, with @string, or put the text in braces)",
        "list.txt:3: warning: no string is called 'nobody': it stands for itself"
        " (define it before, with @string, or put the text in braces)",
    ]


def test_a_record_inherits_from_its_volume() -> None:
    text = (
        "@inproceedings{a, title={Tides}, crossref={v}}\n"
        "@proceedings{v, title={Proceedings of Water}, year={2019}, editor={Moe, Jo}}\n"
    )
    assert facts(text) == Facts(year=2019, venue="Proceedings of Water")


def test_a_volume_that_no_paper_names_is_said_to_be_left_out() -> None:
    text = "@book{a, title={Tides}}\n@proceedings{v, title={Proceedings of Water}}\n"
    assert [entry.title for entry in reading(text).entries] == ["Tides"]
    assert said(text) == ["list.txt:2: warning: 'v' is a volume, not a paper: left out"]


def test_the_day_is_that_of_the_fields_month_and_day() -> None:
    assert facts(record("year = 2020", "month = mar", "day = 4")).published == Day(3, 4, 2020)
    assert facts(record("date = {2020-03-04}")) == Facts(year=2020, published=Day(3, 4, 2020))
    assert facts(record("date = {2020-03}")) == Facts(year=2020)


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        (["url = {https://openreview.net/forum?id=rJXMpikCZ}"], {"openreview": "rJXMpikCZ"}),
        (["url = {https://aclanthology.org/P17-1001.pdf}"], {"acl": "P17-1001"}),
        (["doi = {10.18653/v1/P17-1001}"], {"doi": "10.18653/v1/P17-1001", "acl": "P17-1001"}),
        (["url = {https://arxiv.org/pdf/1706.03762v5.pdf}"], {"arxiv": "1706.03762"}),
        (["journal = {arXiv preprint arXiv:1706.03762}"], {"arxiv": "1706.03762"}),
        (["journal = {CoRR}", "volume = {abs/1706.03762}"], {"arxiv": "1706.03762"}),
        (["doi = {10.48550/arXiv.1706.03762}"], {"arxiv": "1706.03762"}),
        ([r"howpublished = {\url{https://a.example/x\_y}}"], {"url": "https://a.example/x_y"}),
        (["url = {https://a.example/x.pdf}"], {"pdf": "https://a.example/x.pdf"}),
        (["url = {https://github.com/ada/tides}"], {"code": "https://github.com/ada/tides"}),
    ],
)
def test_an_id_is_known_wherever_it_stands(fields: list[str], known: dict[str, str]) -> None:
    assert facts(record(*fields)) == Facts(**known)


def test_tex_in_a_title_is_left_to_repair() -> None:
    assert only("@misc{a, title = {{On $x^2$ and \\'etudes}}}").title == "On $x^2$ and \\'etudes"


def test_a_broken_record_is_named_and_the_next_ones_are_read() -> None:
    text = "@article{a, title={Open\n@article{b, title={Whole}}\n@article{c, title={Third}}\n"
    assert [entry.key for entry in reading(text).entries] == ["b", "c"]
    assert said(text) == [
        "list.txt:1: warning: the record '@article{a' cannot be read: left out"
        " (a brace, a quotation mark or a comma is missing in it or before it)"
    ]


def test_a_key_that_is_there_twice_costs_no_paper() -> None:
    text = "@article{a, title={One}}\n@article{a, title={Two}}\n"
    assert [entry.title for entry in reading(text).entries] == ["One", "Two"]


def test_a_field_that_is_there_twice_is_said() -> None:
    text = "@article{a, title={One}, title={Two}}\n"
    assert [entry.title for entry in reading(text).entries] == ["One"]
    assert said(text) == ["list.txt:1: warning: the record has title twice: the first counts"]


def test_an_odd_year_and_an_odd_id_are_said_and_are_no_facts() -> None:
    text = record("year = {MMXX}", "doi = {none}")
    assert reading(text).entries[0].facts == Facts()
    assert said(text) == [
        "list.txt:1: warning: 'none' is no DOI such as 10.1000/182: left out",
        "list.txt:1: warning: the year 'MMXX' is not understood: left out",
    ]
