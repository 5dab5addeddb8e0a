"""Every word of English by itself: rules for damaged text and for endings meet words that nobody thought of.

From a list of the system where there is one, else from the sample's digests. An ordinary run takes each hundredth,
``SITEGEN_FUZZ`` (any value) all of them.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest
from commands import CHECKOUT

from sitegen.catalogue.relating import terms
from sitegen.catalogue.tagging.phrases import Phrases
from sitegen.repair import repair
from sitegen.repair.inline import to_html, to_text
from sitegen.repair.symbols import GREEK
from sitegen.search.records import Source, record
from sitegen.search.vocabulary import counted
from sitegen.words.normalise import title_key
from sitegen.words.stem import root, spelling, stem

SHARE = 1 if "SITEGEN_FUZZ" in os.environ else 100
LISTS = tuple(Path("/usr/share/dict") / name for name in ("american-english", "british-english", "words"))
# Found ending a build, or a word that is nothing but its own ending.
ODD = ["ness", "nesses", "ing", "ings", "ed", "ion", "ity", "ly", "ies", "er", "at", "s", "'s", "es", "ional", "sses"]

SYMBOLS = {"ell"}  # a measure of cloth; in papers the letter ℓ, whose backslash was lost


@cache
def words() -> tuple[str, ...]:
    found = {word for file in LISTS if file.is_file() for word in file.read_text(encoding="utf-8").split()}
    if not found:
        for file in (CHECKOUT / "digests").glob("*.txt"):
            found |= set(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", file.read_text(encoding="utf-8")))
    return (*ODD, *sorted(found)[::SHARE])


@pytest.mark.parametrize("sentence", ["{}", "{}s of {}: on {}", "A {} is not a {}. We call it `{}', or ({})-{}."])
def test_repair_leaves_every_word_its_letters(sentence: str) -> None:
    damaged = []
    for word in words():
        name = word.removesuffix("'s")
        if name in SYMBOLS or (name in GREEK and ")-{}" in sentence):  # "(alpha)-beta" is a difference of two letters
            continue
        text = sentence.replace("{}", word)
        inline = repair(text)
        shown = to_text(inline)
        if re.sub(r"\W", "", shown) != re.sub(r"\W", "", text) or "<m" in to_html(inline):
            damaged.append((text, shown))
    assert damaged == []


def test_every_word_has_a_stem_and_is_a_term() -> None:
    read = terms.reader()
    for word in words():
        assert stem(spelling(word)) or not spelling(word)
        assert root(spelling(word)) or not spelling(word)
        assert read((word, f"{word} and {word}.")).words <= 2


def test_every_word_is_found_by_a_phrase_of_itself() -> None:
    matcher = Phrases(words())
    missed = []
    for number, word in enumerate(words()):
        found = {phrase for phrase, _, _ in matcher.find(matcher.read(f"About {word} and more."))}
        if number not in found:
            missed.append(word)
    assert missed == []


def test_every_word_is_searched_for_as_one_line() -> None:
    for word in words():
        found = record(Source("a-paper", word, f"The {word}, and {word}."))
        assert len(found.content.split(" ")) == found.title + found.names + found.facts + found.length
        assert "" not in counted([found.content])
        assert title_key(word) == title_key(word.upper())
