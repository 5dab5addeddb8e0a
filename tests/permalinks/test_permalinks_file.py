"""`permalinks.yaml` as it is read and written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.catalogue.naming.names import stored_title
from sitegen.permalinks.model import Fingerprint, PermalinkRecord, Permalinks
from sitegen.permalinks.read import parse, read
from sitegen.permalinks.text import block, quick, updated

SKETCH = "Ab." * 21 + "-"
FROGS = PermalinkRecord("frogs", 'Frogs: "Leaping" \\ Learning', "2026-04-03", Fingerprint("3fKax9Qa", 178, SKETCH))
TOADS = PermalinkRecord("toads", "Toads", "2026-04-03", moved_to="frogs")
NEWTS = PermalinkRecord("newts", "Newts", "2025-12-31", removed="2026-01-01", reason="Withdrawn by its authors")
FILE = """\
# Ours, and
# nobody else's.

frogs:
  title: "Frogs: \\"Leaping\\" \\\\ Learning"
  first_seen: 2026-04-03
  text: 3fKax9Qa 178 Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.Ab.-
newts:
  title: "Newts"
  first_seen: 2025-12-31
  removed: 2026-01-01
  reason: "Withdrawn by its authors"
toads:
  title: "Toads"
  first_seen: 2026-04-03
  moved_to: frogs
"""


def records(text: str) -> dict[str, PermalinkRecord]:
    permalinks, problems = parse(text)
    assert problems == ()
    assert permalinks is not None
    return dict(permalinks.records)


def messages(text: str) -> list[str]:
    permalinks, problems = parse(text)
    assert permalinks is None
    return [str(problem) for problem in problems]


def test_a_file_as_builds_write_it_is_read() -> None:
    assert records(FILE) == {"frogs": FROGS, "newts": NEWTS, "toads": TOADS}


def test_the_quick_way_and_the_yaml_parser_read_the_same() -> None:
    indented = FILE.replace("\n  ", "\n    ")
    assert quick(indented) is None
    assert quick(FILE) == records(indented)


@pytest.mark.parametrize("odd", ["\x1e", "\x0c", "\x00"])
def test_a_comment_with_a_character_that_yaml_has_not_is_refused_before_a_build_breaks_it_in_two(odd: str) -> None:
    assert messages(f'# Our{odd}s\n\nfrogs:\n  title: "Frogs"\n') == [
        f"permalinks.yaml:1:6: error: the character U+{ord(odd):04X} is not allowed in YAML (delete it)"
    ]


def test_a_comment_with_a_separator_of_lines_stays_one_comment() -> None:
    text = "# Frogs\n\nfrogs:\n  title: Frogs\n# one\u2028# two\n"
    permalinks, _ = parse(text)
    assert permalinks is not None
    assert updated(permalinks, {"toads": TOADS}) == f"{text}{block(TOADS)}"


def test_other_styles_of_yaml_are_read_too() -> None:
    text = "toads: {title: Toads, first_seen: '2026-04-03', moved_to: frogs}\nfrogs: {title: 'Frogs'}\n"
    assert records(text) == {"toads": TOADS, "frogs": PermalinkRecord("frogs", "Frogs")}


def test_a_name_given_by_hand_needs_a_title_alone() -> None:
    assert records("my-own-name:\n  title: Pointer Networks\n") == {
        "my-own-name": PermalinkRecord("my-own-name", "Pointer Networks")
    }


def test_an_earlier_name_given_by_hand_needs_its_target_alone() -> None:
    assert records("old:\n  moved_to: new\nnew:\n  title: New\n")["old"] == PermalinkRecord("old", "", moved_to="new")


def test_no_file_means_that_nothing_was_published(tmp_path: Path) -> None:
    permalinks, problems = read(tmp_path)
    assert problems == ()
    assert permalinks == Permalinks(file=permalinks.file if permalinks else "")


def test_an_empty_file_is_a_file_without_names() -> None:
    permalinks, _ = parse("# nothing yet\n")
    assert permalinks is not None
    assert (dict(permalinks.records), permalinks.exists) == ({}, True)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_title_comes_back_as_it_was_stored(title: str) -> None:
    record = PermalinkRecord("a", stored_title(title), "2026-04-03")
    assert records(block(record)) == {"a": record}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "frogs:\n  title: Frogs\n<<<<<<< HEAD\na:\n  title: A\n=======\nb:\n  title: B\n>>>>>>> side\n",
            "permalinks.yaml:3:1: error: holds a merge conflict that is not settled, and 2 more of its lines"
            " (keep the blocks of both sides: each name was published)",
        ),
        (
            "frogs:\n  title: Frogs\nfrogs:\n  title: Toads\n",
            "permalinks.yaml:3:1: error: duplicate key 'frogs' (first given in line 1)",
        ),
        (
            "frogs:\n  titel: Frogs\n  moved_to: newts\nnewts:\n  title: Newts\n",
            "permalinks.yaml:2:3: error: unknown key 'titel' in frogs (did you mean 'title'?)",
        ),
        (
            "frogs:\n  first_seen: 2026-04-03\n",
            "permalinks.yaml:2:3: error: frogs needs a title, or 'moved_to' with the name it leads to",
        ),
        (
            "frogs:\n  title: Frogs\n  first_seen: 04-03\n",
            "permalinks.yaml:3:15: error: frogs.first_seen is '04-03', which is no date (write one such as 2024-04-03)",
        ),
        (
            'frogs:\n  title: "Frogs"\n  first_seen: 2026-02-30\n',
            "permalinks.yaml:3:15: error: frogs.first_seen is '2026-02-30', a day that does not exist"
            " (correct the month or the day)",
        ),
        (
            "frogs:\n  title: Frogs\n  text: nothing\n",
            "permalinks.yaml:3:9: error: frogs.text is not a fingerprint as builds write it: delete the line,"
            " and the next build writes it anew",
        ),
        (
            "Frogs!:\n  title: Frogs\n",
            "permalinks.yaml:1:1: error: a key of permalinks.yaml is 'Frogs!', but a name has only a-z, 0-9 and"
            " single hyphens between them",
        ),
        (
            'tag-frogs:\n  title: "Frogs"\n',
            "permalinks.yaml:1:1: error: a key of permalinks.yaml is 'tag-frogs', but names that begin with"
            " paper-, tag-, digest- are link labels",
        ),
        (
            'index:\n  title: "Frogs"\n',
            "permalinks.yaml:1:1: error: a key of permalinks.yaml is 'index', which cannot be a page's name",
        ),
        (
            "frogs:\n  moved_to: newt\nnewts:\n  title: Newts\n",
            "permalinks.yaml:1:1: error: frogs has moved to 'newt', which is no name in this file"
            " (did you mean 'newts'?)",
        ),
        (
            "- frogs\n",
            "permalinks.yaml:1:1: error: permalinks.yaml must be a mapping, not a list"
            " (write a name, a colon and its settings for each)",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, expected: str) -> None:
    assert messages(text) == [expected]


def test_names_that_lead_in_a_circle_are_errors() -> None:
    assert messages("a:\n  moved_to: b\nb:\n  moved_to: a\n") == [
        "permalinks.yaml:1:1: error: a has moved to 'b', which leads back to it (take one of the two moved_to away)",
        "permalinks.yaml:3:1: error: b has moved to 'a', which leads back to it (take one of the two moved_to away)",
    ]


def test_a_link_in_place_of_the_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere.yaml").write_text("")
    (tmp_path / "permalinks.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    monkeypatch.chdir(tmp_path)
    assert [str(problem) for problem in read(tmp_path)[1]] == [
        "permalinks.yaml: error: is a link, not a file (builds write it: put the file itself here)"
    ]


def test_a_new_name_takes_its_place_in_the_order_and_changes_no_other_line() -> None:
    permalinks, _ = parse(FILE)
    assert permalinks is not None
    text = updated(permalinks, {"mice": PermalinkRecord("mice", "Mice", "2026-05-01")})
    assert text == FILE.replace("newts:", 'mice:\n  title: "Mice"\n  first_seen: 2026-05-01\nnewts:', 1)


def test_a_paper_called_null_is_a_paper() -> None:
    null, old = PermalinkRecord("null", "Null", "2026-04-03"), PermalinkRecord("old", "", moved_to="null")
    text = updated(Permalinks(), {"null": null, "old": old})
    assert quick(text) == records(text.replace("\n  ", "\n    ")) == {"null": null, "old": old}
    assert quick(text.replace('"null"\n', '"null\n')) is None


def test_comments_survive_at_the_top_and_above_a_name() -> None:
    text = FILE.replace("toads:", "# a nice one\ntoads:")
    permalinks, _ = parse(text)
    assert permalinks is not None
    changed = updated(permalinks, {"toads": replace(TOADS, moved_to="newts")})
    assert changed == text.replace("moved_to: frogs", "moved_to: newts")


def test_a_line_of_a_text_that_looks_like_a_name_parts_no_block() -> None:
    stated, _ = parse('frogs:\n  title: Frogs\nnewts:\n  title: Newts\n  reason: "Says\nfrogs:we\nare gone"\n')
    assert stated is not None
    again, problems = parse(updated(stated, {"frogs": PermalinkRecord("frogs", "Toads")}))
    assert (problems, again.records["newts"] if again else None) == ((), stated.records["newts"])


def test_a_file_in_another_style_is_written_whole() -> None:
    permalinks, _ = parse("# Mine.\n\n{toads: {title: Toads}}\n")
    assert permalinks is not None
    assert (
        updated(permalinks, {"a": PermalinkRecord("a", "A")})
        == '# Mine.\n\na:\n  title: "A"\ntoads:\n  title: "Toads"\n'
    )


def test_windows_line_ends_are_no_difference(tmp_path: Path) -> None:
    (tmp_path / "permalinks.yaml").write_bytes(FILE.replace("\n", "\r\n").encode())
    permalinks, _ = read(tmp_path)
    assert permalinks is not None
    assert permalinks.records == records(FILE)


def test_a_name_is_found_by_its_line() -> None:
    permalinks, _ = parse(FILE)
    assert permalinks is not None
    assert [str(permalinks.at(slug)) for slug in ("frogs", "toads", "mice")] == [
        "permalinks.yaml:4:1",
        "permalinks.yaml:13:1",
        "permalinks.yaml",
    ]


@given(st.text())
def test_any_title_of_a_digest_can_be_stored(title: str) -> None:
    record = PermalinkRecord("a", stored_title(title), "2026-04-03")
    assert records(block(record)) == {"a": record}
    assert stored_title(record.title) == record.title


def test_names_of_authors_and_venues_stand_below_those_of_papers() -> None:
    gray = PermalinkRecord("authors/ada-gray", "Ada Gray")
    icml = PermalinkRecord("venues/icml", "ICML")
    text = updated(parse(FILE)[0] or Permalinks(), {"authors/ada-gray": gray, "venues/icml": icml})
    assert text == f'{FILE}authors/ada-gray:\n  title: "Ada Gray"\nvenues/icml:\n  title: "ICML"\n'
    permalinks, problems = parse(text)
    assert problems == ()
    assert permalinks is not None
    assert permalinks.others == {"authors/ada-gray": gray, "venues/icml": icml}
    assert permalinks.records.keys() == {"frogs", "newts", "toads"}


def test_names_of_authors_are_read_by_the_yaml_parser_too() -> None:
    permalinks, problems = parse(
        "authors/ada-grey: {moved_to: authors/ada-gray}\nauthors/ada-gray: {title: Ada Gray}\n"
    )
    assert problems == ()
    assert permalinks is not None
    assert permalinks.of_kind("authors") == {
        "ada-grey": PermalinkRecord("ada-grey", "", moved_to="ada-gray"),
        "ada-gray": PermalinkRecord("ada-gray", "Ada Gray"),
    }


def test_a_name_of_no_kind_of_page_is_a_mistake() -> None:
    assert messages("people/ada-gray:\n  title: Ada Gray\n") == [
        "permalinks.yaml:1:1: error: a key of permalinks.yaml is 'people/ada-gray', but a name has only a-z, "
        "0-9 and single hyphens between them"
    ]


def test_no_author_becomes_a_paper() -> None:
    (message,) = messages(f"{FILE}authors/ada-gray:\n  moved_to: frogs\n")
    assert "authors/ada-gray has moved to 'frogs', which is another kind of page" in message


def test_a_paper_that_is_called_like_an_authors_label_keeps_its_name() -> None:
    assert records('author-identification:\n  title: "Author Identification"\n').keys() == {"author-identification"}
