"""RIS, as reference managers and publishers write it."""

from __future__ import annotations

from lists import facts, only, reading, said

from sitegen.day import Day
from sitegen.facts.model import Facts, Person


def ris(*lines: str) -> str:
    return "\n".join(["TY  - JOUR", "TI  - Tides", *lines, "ER  - ", ""])


def test_a_reference_states_who_when_where_and_its_ids() -> None:
    text = ris(
        "AU  - Lovelace, Ada B.",
        "AU  - King, Martin, Jr.",
        "JO  - Notes",
        "PY  - 2020",
        "DA  - 2020/03/04/",
        "DO  - 10.1000/182",
        "UR  - https://arxiv.org/abs/2003.00001",
        "AB  - How water moves.",
    )
    entry = only(text)
    assert (entry.title, entry.abstract) == ("Tides", "How water moves.")
    assert entry.facts == Facts(
        authors=(Person("Lovelace", "Ada B."), Person("King Jr.", "Martin")),
        year=2020,
        venue="Notes",
        doi="10.1000/182",
        arxiv="2003.00001",
        published=Day(3, 4, 2020),
    )


def test_a_value_goes_on_in_lines_without_a_tag() -> None:
    assert only(ris("AB  - How water moves,", "and why.")).abstract == "How water moves, and why."


def test_a_second_value_goes_on_in_lines_without_a_tag_too() -> None:
    text = ris("AB  - How water moves,", "and why.", "AB  - And where", "", "    - to.")
    assert only(text).abstract == "How water moves, and why. And where - to."


def test_a_record_that_lacks_its_end_is_read() -> None:
    assert [entry.title for entry in reading("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\n").entries] == [
        "One",
        "Two",
    ]


def test_authors_in_one_line_are_several() -> None:
    assert facts(ris("AU  - Doe J.; Wei Z.")).authors == (Person("Doe", "J."), Person("Wei", "Z."))


def test_what_stands_outside_of_a_record_is_said() -> None:
    assert said(ris() + "Exported by a program\n") == [
        "list.txt:4: warning: stands outside of any record: left out (a record begins with 'TY  - ')"
    ]


def test_numbers_before_records_and_marks_before_tags_are_passed_over() -> None:
    found = reading("\ufeff1.\nTY  - JOUR\nTI  - One\nER  - \n\n2.\nTY  - JOUR\nTI  - Two\nER  -\n")
    assert [entry.title for entry in found.entries] == ["One", "Two"]
    assert [(entry.line) for entry in found.entries] == [2, 7]
