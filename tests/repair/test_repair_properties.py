"""What holds for every text, damaged in whatever way."""

from __future__ import annotations

import html
import re
import subprocess
import sys
import unicodedata
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.repair import repair
from sitegen.repair.inline import to_html, to_tex, to_text

PIECES = [
    *"{}\\$^_`'\"*~%-()[]<>|=+ .,;:!?aAxI0",
    *("\\emph{", "{\\em ", "\\alpha", "mathcal", "mathbb{R}", "``", "''", "--", "---", "sim3", "times", "16times16"),
    *(
        "epsilon-",
        "^{2}",
        "_{i}",
        "_i",
        "^2",
        "http://a.b/c",
        "https://x.org/",
        "www.a.io",
        "{x}",
        "\\our~",
        "\\cite{a}",
    ),
    *(
        "\\frac{1}{2}",
        "sqrt{n}",
        "$x$",
        "$5",
        "\\%",
        "\\$",
        " - ",
        "2x",
        "3x3",
        "+/-",
        "\\'e",
        '\\"o',
        "left(",
        "right)",
    ),
    *(
        "in ",
        "Phi",
        "C_Phi",
        "**",
        "\\(",
        "\\)",
        "\\[",
        "\\]",
        "\\url{",
        "\\href{",
        "](http://x.y)",
        "\n",
        "\u00a0",
        "∞",
    ),
    *("\U000f0001", "\ufdd0", "\u200b", "%a", "i.e.", ".The", "word "),
]
damaged = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
texts = st.one_of(st.text(max_size=80), damaged)


@given(texts)
@settings(max_examples=400, deadline=None)
@example("0\r{")
@example("\\alpha^")
def test_repair_is_idempotent(text: str) -> None:
    shown = to_text(repair(text))
    assert to_text(repair(shown)) == shown


@given(texts)
@settings(max_examples=300, deadline=None)
def test_html_holds_only_known_elements_and_is_balanced(text: str) -> None:
    open_: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z]+)[^<>]*>", to_html(repair(text))):
        if closing:
            assert open_.pop() == name
        else:
            open_.append(name)
    assert open_ == []


@given(texts)
@settings(max_examples=300, deadline=None)
def test_tex_has_balanced_braces_and_dollars(text: str) -> None:
    source = re.sub(r"\\url\{[^{}]*\}", "", to_tex(repair(text)))  # an address is verbatim
    source = re.sub(r"\\[\\{}$%&#_]", "", source)
    assert source.count("{") == source.count("}")
    assert source.count("$") % 2 == 0


# Names that rules read as symbols, signs or formatting; their letters are what becomes another character.
NAMES = re.compile(r"\\[A-Za-z]+|mathcal|mathbb|o?times|sim|epsilon|Phi|sqrt|left|right|alpha|cdot|in\b|xi|https?|www")


def letters(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKD", text.replace("×", "x").replace("⊗", "otimes").replace("ı", "i"))
    return Counter(char for char in plain if char.isalnum())


@given(damaged)
@settings(max_examples=400, deadline=None)
def test_no_letter_or_digit_is_lost_outside_the_rules_tables(text: str) -> None:
    inline = repair(text)
    shown = re.sub(r"</?(?!a )[a-z]+[^<>]*>", "", to_html(inline))  # addresses count: a label replaces them
    kept = letters(html.unescape(shown) + to_text(inline))
    missing = letters(NAMES.sub("", re.sub("[\ufdd0\u200b]", "", text))) - kept
    assert not missing


def test_a_long_run_of_anything_ends_soon() -> None:
    # Quadratic rules would take hours; the real times are in benchmarks/repair_speed.py.
    program = (
        "from sitegen.repair import repair\n"
        "units = ('{{{{', '\"', \"'\", '``', '\\\\', '$', '*', '^', '_', '(', 'http://', '\\\\emph{', 'x^{')\n"
        "for unit in units:\n"
        "    repair(unit * (80_000 // len(unit)))\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
