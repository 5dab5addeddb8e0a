"""Lists that mean no good: a clear message, and never more time and memory than a list of their size may take."""

from __future__ import annotations

import pytest
from lists import reading, said

ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE f [<!ENTITY a0 "ha">{LAUGHS}]>{ATOM}<entry><title>&a11;</title></entry></feed>'
ELSEWHERE = f'<!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/passwd">]>{ATOM}<entry><title>&x;</title></entry></feed>'
LONG = 1_100_000  # characters


@pytest.mark.parametrize("text", [BOMB, ELSEWHERE, ATOM + "<a>" * 100_000])
def test_xml_that_grows_or_reaches_out_is_not_read(text: str) -> None:
    assert said(text, "a.xml") == [
        "a.xml: error: declares a document type, or nests elements without end: not read"
        " (arXiv sends neither: get the file anew)"
    ]


@pytest.mark.parametrize(
    ("before", "file"),
    [
        ("", "a.txt"),
        ("@article{a, title={", "a.bib"),
        ("TY  - JOUR\nTI  - ", "a.ris"),
        ('title,abstract\n"', "a.csv"),
        ("- [a](https://a.example/) ", "a.md"),
    ],
)
def test_a_line_that_is_endless_is_named(before: str, file: str) -> None:
    line = before.count("\n") + 1
    assert said(before + "a" * LONG, file) == [
        f"{file}:{line}: error: a line of more than 1,000,000 characters: not read (no list of papers has one)"
    ]


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("[" * 300_000, 2, "values are nested too deeply"),
        ('{"a":' * 300_000, 6, "values are nested too deeply"),
        ('[{"type":"book","title":"a","id":' + "9" * 10_000 + "}]", 2, "a number is too long"),
        ('[{"type":"book","a":"' + "a" * 9_000_000, 2, "it is broken, or a record has more than 8 million characters"),
    ],
)
def test_json_without_end_is_named(text: str, column: int, message: str) -> None:
    assert said(text, "a.json") == [
        f"a.json:1:{column}: error: is no JSON from here on: {message} (save the file anew; it may be cut off)"
    ]


def test_strings_that_double_end_at_the_longest_text() -> None:
    doubling = "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 100))
    found = reading(f"@string{{s0 = {{ha}}}}\n{doubling}@article{{x, title = s99}}\n", "a.bib")
    assert [str(problem) for problem in found.problems] == [
        "a.bib:101: warning: a text of more than 1,000,000 characters: the record is left out (is a quote missing?)"
    ]


def test_a_reference_that_leads_in_a_circle_ends() -> None:
    found = reading("@article{a, title={A}, crossref={b}}\n@article{b, title={B}, crossref={a}}\n", "a.bib")
    assert [entry.title for entry in found.entries] == ["A", "B"]


@pytest.mark.parametrize("file", ["a.bib", "a.ris", "a.csv", "a.json", "a.xml", "a.md"])
def test_a_nul_byte_is_named_with_its_place(file: str) -> None:
    assert said("one\ntwo\0\n", file) == [f"{file}:2:4: error: NUL byte at offset 7 (save it as plain text)"]


def test_a_file_of_faults_alone_stops_after_a_thousand() -> None:
    problems = said("title,year\n" + "T,x\n" * 3_000, "a.csv")
    assert len(problems) == 1_001
    assert problems[-1] == (
        "a.csv: error: more than 1,000 faults: the rest of the file is not read (is it what its name says?)"
    )


def test_records_without_number_are_refused_before_they_are_taken_apart() -> None:
    assert said("@a{\n" * 300_001, "a.bib") == [
        "a.bib: error: holds more than 300,000 records: not read (split the file)"
    ]


def test_lines_about_one_paper_without_end_are_named() -> None:
    text = "A Title\nAn abstract that says how it was.\n" * 300 + "https://arxiv.org/abs/2401.00001\n" * 505
    assert said(text, "a.txt") == [
        "a.txt:1101:1: warning: more than 500 lines about one paper: left out (write the titles above them)"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe, John Smith" + "," * 19_000,
        "Jane Doe, John Smith. " + "A" * 15_000 + "! 2020",
        "Jane Doe, " + "a 1999 - " * 2_000 + "!",
        "## a" + " " * 900_000 + "b",
        "- a" + "[b](c " * 100_000,
        "Abstract: a" + " " * 900_000 + "b",
    ],
)
def test_lines_that_almost_are_something_take_no_longer_than_others(line: str) -> None:
    found = reading(f"A Title\nAuthors: Jane Doe\n{line}\n" * 3)
    assert found.entries


@pytest.mark.parametrize("run", [",", "1,", " ^1", "*"])
@pytest.mark.parametrize(
    ("file", "before", "behind"),
    [
        ("a.csv", 'title,authors\nFrogs,"Jane Doe', '!"\n'),
        ("a.ris", "TY  - JOUR\nTI  - Frogs\nAU  - Doe, Jane", "; x!\nER  - \n"),
        ("a.bib", "@article{a, title={Frogs}, author={Jane Doe", ", a, b, c!}}\n"),
        ("a.md", "- [Frogs](https://a.example/1) Jane Doe", "!\n- [Toads](https://a.example/2)\n"),
    ],
)
def test_authors_with_a_run_of_signs_take_no_longer_than_others(file: str, before: str, behind: str, run: str) -> None:
    found = reading(before + run * 30_000 + behind, file)
    assert found.entries[0].title == "Frogs"
