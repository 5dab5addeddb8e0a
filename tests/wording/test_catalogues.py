"""The two languages that are built in: complete, of one shape, and nothing in them that nobody says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import CHECKOUT

from sitegen.wording.load import BUILT_IN, built_in, english, load, texts
from sitegen.wording.model import Wording, parts, slots
from sitegen.wording.plurals import CATEGORIES, category

GERMAN = Wording("de", built_in("de"))

BY_VALUE = {"up", "down", "up_title", "down_title", "tag", "digest", "author"}
"""Messages that scripts ask for by the value of a variable."""


@pytest.mark.parametrize("language", BUILT_IN)
def test_every_language_has_all_messages_with_the_same_slots(language: str) -> None:
    english_messages, messages = built_in("en"), built_in(language)
    assert list(messages) == list(english_messages)
    for message, forms in messages.items():
        assert isinstance(forms, str) == isinstance(english_messages[message], str), message
        known = {slot for text in texts(english_messages[message]) for slot in slots(text)}
        said = {slot for text in texts(forms) for slot in slots(text)}
        assert said <= known, message
        assert known - said <= {("count", False)}, message  # "the digest" needs no number


@pytest.mark.parametrize("language", BUILT_IN)
def test_every_form_that_the_language_has_is_there(language: str) -> None:
    needed = {category(language, count) for count in range(200)}
    for message, forms in built_in(language).items():
        assert isinstance(forms, str) or set(forms) == needed, message


def test_german_is_typographically_german() -> None:
    for message, forms in built_in("de").items():
        for text in texts(forms):
            assert not re.search("[“”](?<![a-zäöüß}.]“)|['\"]| - |\\.\\.\\.", text), (message, text)


def test_every_message_is_said_somewhere() -> None:
    templates, modules, scripts = (
        "\n".join(file.read_text(encoding="utf-8") for file in sorted((CHECKOUT / folder).rglob(f"*.{ending}")))
        for folder, ending in (("templates", "html"), ("sitegen", "py"), ("static/js", "js"))
    )
    said = {f"{section}.{name}" for section, name in re.findall(r"\bsay\.(\w+)\.(\w+)", templates)}
    said |= set(re.findall(r'"(\w+\.\w+)"', modules))
    beginnings = tuple(re.findall(r'f"([a-z_]+\.[a-z_]*)\{', modules))  # f"nav.{key}"
    endings = tuple(re.findall(r'f"\{\w+\}(\.[a-z_]+)"', modules))  # f"{kind}.description"
    sections = set(re.findall(r'sitegenWords\("(\w+)"\)', scripts))
    for message in built_in("en"):
        section, _, name = message.partition(".")
        if section in sections and message not in said:
            by_value = rf"|\b{name.rpartition('_')[0]}_\$\{{" if "_" in name else ""
            assert name in BY_VALUE or re.search(rf"\.{name}\b{by_value}", scripts), message
        else:
            assert message in said or message.startswith(beginnings) or message.endswith(endings), message


def test_a_message_is_put_together() -> None:
    assert english().say("counts.papers", count=1) == "1 paper"
    assert english().say("counts.papers", count=1234) == "1,234 papers"
    assert GERMAN.say("counts.papers", count=1234567) == "1.234.567 Arbeiten"
    assert GERMAN.decimal(1.25) == "1,2"
    assert english().say("map.one_tag") == "Show the papers of one first tag, or all"


def test_a_text_is_taken_apart_at_its_slots_alone() -> None:
    assert parts("no {} {X} {{ or }") == ("no {} {X} {{ or }",)
    assert parts("{a}b{/c}") == (("a", None), "b{/c}")
    assert parts("x{a}y{b}z{/a}") == ("x", ("a", ("y", ("b", None), "z")))
    assert parts("") == ()


@pytest.mark.parametrize(
    ("language", "counts", "found"),
    [
        ("en", (0, 1, 2), "other one other"),
        ("de-AT", (0, 1, 21), "other one other"),
        ("fr", (0, 1, 2), "one one other"),
        ("ja", (0, 1, 2), "other other other"),
        ("ru", (1, 3, 5, 11, 12, 21, 22, 111), "one few many many many one few many"),
        ("pl", (1, 2, 5, 12, 22), "one few many many few"),
        ("cs", (1, 4, 5, 22), "one few other other"),
        ("ar", (0, 1, 2, 3, 11, 100, 103), "zero one two few many other few"),
        ("lt", (1, 2, 10, 11, 21), "one few other other one"),
        ("sl", (1, 2, 3, 5, 101), "one two few other one"),
        ("ro", (0, 1, 19, 20), "few one few other"),
        ("he", (1, 2, 3), "one two other"),
        ("cy", (0, 1, 2, 3, 6, 7), "zero one two few many other"),
        ("xx", (1, 2), "one other"),
    ],
)
def test_the_categories_are_those_of_cldr(language: str, counts: tuple[int, ...], found: str) -> None:
    assert [category(language, count) for count in counts] == found.split()
    assert set(found.split()) <= set(CATEGORIES)


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("he-IL", "rtl"), ("az-Latn", ""), ("ur-Latn", ""), ("de", "")]
)
def test_some_languages_run_from_right_to_left(language: str, direction: str) -> None:
    assert Wording(language, {}).direction == direction


def test_a_region_takes_the_words_of_its_language() -> None:
    words, problems = load(Path("/nowhere"), "de-CH")
    assert not problems
    assert (words.language, words.say("nav.papers")) == ("de-CH", "Arbeiten")
