"""What people write who do not know YAML, and what they are told: the slip, its place, and what to write."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config.source import parse

SLIPS = {
    "title: A\n  description: B\n": (
        "2:3: error: this line begins further right than line 1, which has its value already (begin it in column 1)"
    ),
    "tags:\n  - slug: a\n     name: b\n": (
        "3:6: error: this line begins further right than line 2, which has its value already (begin it in column 5)"
    ),
    "groups:\n  - A\n- B\n": (
        "3:1: error: this item begins in column 1, the one in line 2 in column 3"
        " (begin both in the same column, if they belong together)"
    ),
    "tags:\n  - slug: a\n   name: b\n": (
        "3:4: error: this key begins in column 4, the one in line 2 in column 5"
        " (begin both in the same column, if they belong together)"
    ),
    "digests:\n    a: {title: x}\n  b: {title: y}\n": (
        "3:3: error: this key begins in column 3, the one in line 2 in column 5"
        " (begin both in the same column, if they belong together)"
    ),
    "title: My papers: a list  # mine\n": (
        "1:17: error: a text holds ': ', which makes a key of what is before it"
        ' (put the text into quotes: "My papers: a list")'
    ),
    "title: 'My\ninput: [x]\n": "1:8: error: the quote that begins here is not closed (add the same sign at its end)",
    "title: 'It's mine'\n": (
        "1:12: error: the text in ' ends before this (write '' for a ' inside, or put the whole text into quotes)"
    ),
    'title: "a" b\n': (
        '1:12: error: the text in " ends before this (write \\" for a " inside, or put the whole text into quotes)'
    ),
    "title:My papers\ninput: [digests]\n": ("1:7: error: there is no space behind 'title:' (write 'title: My papers')"),
    "input: [digests]\ntitle:My papers\n": ("2:7: error: there is no space behind 'title:' (write 'title: My papers')"),
    "title: @home\n": (
        "1:8: error: a text that begins with '@' means something else in YAML (put it into quotes: \"@home\")"
    ),
    "strong: [*quant, b]\n": (
        "1:10: error: a text that begins with '*' means something else in YAML (put it into quotes: \"*quant\")"
    ),
    "input: [digests\ntitle: x\n": (
        "1:8: error: the '[' that begins here is not closed (add ']' at its end, or a comma before line 2)"
    ),
    "digests: {a: {title: x} b: {}}\n": (
        "1:25: error: a comma or '}' is missing before this (put text with a comma into quotes)"
    ),
    "a:\n\tb: c\n": "2:1: error: a tab indents this line (indent with spaces)",
    "a: b\n---\nc: d\n": "2:1: error: only one YAML document is allowed (remove the line '---')",
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_named_in_plain_words(text: str) -> None:
    root, problems = parse(text, "site.yaml")
    assert root is None
    assert [str(problem) for problem in problems] == [f"site.yaml:{SLIPS[text]}"]


PARTS = [
    "title",
    "tags",
    "a",
    "- ",
    ": ",
    ":",
    "\n",
    "  ",
    "\t",
    " ",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ",",
    "*",
    "&",
    "#",
    "@",
    "|",
]


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_whatever_is_written_every_problem_has_a_line_of_the_file(text: str) -> None:
    _, problems = parse(text, "site.yaml")
    for problem in problems:
        assert 1 <= problem.location.line <= len(re.split("[\n\x85]", text))
        assert problem.location.column >= 1
