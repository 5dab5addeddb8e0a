"""What is found is added to `facts.yaml`, and nothing else in it is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.day import Day
from sitegen.facts import write as writing
from sitegen.facts.model import Facts, SourcedFacts
from sitegen.facts.read import read, read_stated
from sitegen.facts.write import add, write
from sitegen.problem import MachineError

NEW = SourcedFacts(Facts(year=2015, arxiv="1506.03134"), ("arXiv",), Day(3, 2, 2026))
ITEM = "- {year: 2015, arxiv: 1506.03134, source: arXiv, day: 2026-03-02}"


def test_a_first_file_says_what_it_is_for(tmp_path: Path) -> None:
    assert write(tmp_path, {"a": [NEW]}) == ((), ())
    assert (tmp_path / "facts.yaml").read_text(encoding="utf-8") == (
        "# What is known of papers beyond their digests, by the name of their page in papers/ or by their title.\n"
        "# `sitegen facts` adds what public services state, with source and day; what stands here it never changes.\n"
        f"a:\n{ITEM}\n"
    )


def test_nothing_found_writes_nothing(tmp_path: Path) -> None:
    assert write(tmp_path, {"a": []}) == ((), ())
    assert list(tmp_path.iterdir()) == []


HAND = """\
# My facts.

# about toads
alpha:
  code: https://example.org/a   # mine
  # years are hard

"Frogs & Toads: A Study":   # a title
    venue: "Pond: News"

    year: 2003
# the end
"""


def test_a_persons_lines_and_comments_stay_letter_by_letter() -> None:
    done = add(HAND, {"alpha": [NEW], "Frogs & Toads: A Study": [NEW]})
    assert done.left == ()
    assert done.text == (
        "# My facts.\n\n# about toads\nalpha:\n"
        "  code: https://example.org/a   # mine\n"
        f"  found:\n  {ITEM}\n"
        "  # years are hard\n\n"
        '"Frogs & Toads: A Study":   # a title\n    venue: "Pond: News"\n\n    year: 2003\n'
        f"    found:\n    {ITEM}\n"
        "# the end\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\nz:\n", f"a:\nm:\n{ITEM}\nz:\n"),
        ("# top\nz:\n  year: 1\n".replace("1", "1999"), f"# top\nm:\n{ITEM}\nz:\n  year: 1999\n"),
        ("# top\n\n# z's own\nz:\n", f"# top\n\nm:\n{ITEM}\n# z's own\nz:\n"),
        ("z:\na:\n", f"z:\na:\nm:\n{ITEM}\n"),
        ("a:\n  year: 1999", f"a:\n  year: 1999\nm:\n{ITEM}\n"),
        ("# only a remark", f"# only a remark\nm:\n{ITEM}\n"),
        ("", f"m:\n{ITEM}\n"),
        ("m:\n", f"m:\n{ITEM}\n"),
        ("m: # nothing yet\nz:\n", f"m: # nothing yet\n{ITEM}\nz:\n"),
        ("m:\n  found:\n", f"m:\n  found:\n  {ITEM}\n"),
        ("m:\n- {year: 1999, source: x}\nz:\n", f"m:\n- {{year: 1999, source: x}}\n{ITEM}\nz:\n"),
        ("m:\n  - year: 1999\n    source: x\nz:\n", f"m:\n  - year: 1999\n    source: x\n  {ITEM}\nz:\n"),
        (
            "m:\n  found:\n  - {year: 1999,\n     source: x}  # x!\n  code: https://a.org/\n",
            f"m:\n  found:\n  - {{year: 1999,\n     source: x}}  # x!\n  {ITEM}\n  code: https://a.org/\n",
        ),
        ("m:\n  venue: |\n    Long\n    Name\nz:\n", f"m:\n  venue: |\n    Long\n    Name\n  found:\n  {ITEM}\nz:\n"),
        ("m:\r\n  year: 1999\r\n", f"m:\r\n  year: 1999\r\n  found:\r\n  {ITEM}\r\n"),
    ],
)
def test_what_was_found_stands_in_its_place(before: str, after: str) -> None:
    assert add(before, {"m": [NEW]}).text == after


@pytest.mark.parametrize(
    "entry", ["m: {year: 1999}\n", "m: []\n", "m:\n  found: [{year: 1999, source: x}]\n", "{m: }\n"]
)
def test_an_entry_in_brackets_is_left_alone_and_named(entry: str) -> None:
    assert add(entry, {"m": [NEW]}) == (entry, ("m",))


def test_a_new_entry_stands_behind_what_the_last_one_gains() -> None:
    assert add("z:\nm:\n", {"m": [NEW], "a": [NEW]}).text == f"z:\nm:\n{ITEM}\na:\n{ITEM}\n"


@given(
    st.lists(st.sampled_from(["a", "b", "m", "z"]), unique=True),
    st.lists(
        st.sampled_from(["", "  year: 1999\n", "- {year: 1999, source: x}\n", "  # c\n  code: https://a.org/\n\n"]),
        min_size=4,
        max_size=4,
    ),
    st.sets(st.sampled_from(["a", "m", "n", "zz"])),
)
def test_every_line_of_a_file_is_still_there_in_its_order(names: list[str], bodies: list[str], new: set[str]) -> None:
    text = "# top\n" + "".join(f"{name}:\n{body}" for name, body in zip(names, bodies, strict=False))
    lines = iter(add(text, {name: [NEW] for name in new}).text.splitlines())
    assert all(line in lines for line in text.splitlines())  # a subsequence: `in` runs the iterator on


def test_a_text_that_would_say_something_else_is_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "facts.yaml").write_text("m:\n  year: 1999\n")
    monkeypatch.setattr(writing, "items", lambda found, indent: "  year: 2000\n")
    with pytest.raises(MachineError, match=r"could not add to facts\.yaml without changing what it says"):
        write(tmp_path, {"m": [NEW]})
    assert (tmp_path / "facts.yaml").read_text() == "m:\n  year: 1999\n"


def test_a_file_with_mistakes_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text("m:\n  yaer: 1999\n")
    _, problems = write(tmp_path, {"m": [NEW]})
    assert [str(problem) for problem in problems] == [
        "facts.yaml:2:3: error: unknown key 'yaer' in m (did you mean 'year'?)"
    ]
    assert (tmp_path / "facts.yaml").read_text() == "m:\n  yaer: 1999\n"


def test_permissions_links_and_the_byte_order_mark_stay(tmp_path: Path) -> None:
    real = tmp_path / "kept" / "mine.yaml"
    real.parent.mkdir()
    real.write_bytes(b"\xef\xbb\xbfm:\n")
    real.chmod(0o640)
    (tmp_path / "facts.yaml").symlink_to(real)
    write(tmp_path, {"m": [NEW]})
    assert (tmp_path / "facts.yaml").is_symlink()
    assert real.read_bytes() == b"\xef\xbb\xbf" + f"m:\n{ITEM}\n".encode()
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_disk_that_is_full_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "facts.yaml").write_text("m:\n")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MachineError, match=r"cannot write facts\.yaml; what was found is kept for the next run"):
        write(tmp_path, {"m": [NEW]})
    assert [path.name for path in tmp_path.iterdir()] == ["facts.yaml"]
    assert (tmp_path / "facts.yaml").read_text() == "m:\n"


def test_what_a_killed_run_left_behind_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / ".facts.yaml.sitegen-next").write_text("half a fi")
    write(tmp_path, {"m": [NEW]})
    assert [path.name for path in tmp_path.iterdir()] == ["facts.yaml"]
    assert [one.facts for one in read(tmp_path)[0]] == [NEW.facts]


def test_what_stands_there_already_is_not_added_again(tmp_path: Path) -> None:
    write(tmp_path, {"m": [NEW]})
    before = (tmp_path / "facts.yaml").read_text()
    assert write(tmp_path, {"m": [NEW]}) == ((), ())
    assert (tmp_path / "facts.yaml").read_text() == before


def test_what_was_found_in_two_runs_stands_there_in_their_order() -> None:
    later = SourcedFacts(Facts(venue="NIPS"), ("DBLP",))
    text = add(add("", {"m": [NEW]}).text, {"m": [later]}).text
    assert read_stated(text)[0][0].stated == (NEW, later)
