"""Slugs and relative links."""

from __future__ import annotations

import re
import subprocess
import sys
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.urls import base_path, relative, shorten, slugify

WELL_FORMED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Poincaré ResNet", "poincare-resnet"),
        ("Poincare\u0301 ResNet", "poincare-resnet"),
        ("DεpS: Delayed ε-Shrinking", "deps-delayed-epsilon-shrinking"),
        ("β-VAE", "beta-vae"),
        ("Η μέθοδος", "i-methodos"),
        ("深度学习", "shen-du-xue-xi"),
        ("Глубокое обучение", "glubokoe-obuchenie"),
        ("تعلم عميق", "tlm-myq"),
        ("🚀🔥", "rocket-fire"),
        ("What’s New? Don't Ask", "whats-new-dont-ask"),
        ("PEPSI++: Fast and Light", "pepsi-plus-plus-fast-and-light"),
        ("3×3 Kernels", "3x3-kernels"),
        ("  --- Spaces  ", "spaces"),
        ("a\u200bb", "ab"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("{{ 7*7 }}", "7-7"),
        ("../../x", "x"),
    ],
)
def test_a_slug_is_the_title_in_plain_ascii(title: str, slug: str) -> None:
    assert slugify(title) == slug


@pytest.mark.parametrize("name", ["con", "CON", "Prn", "aux", "NUL", "com1", "COM¹", "lpt9", "CONIN$", "conout$"])
def test_a_device_name_of_windows_is_no_slug(name: str) -> None:
    assert slugify(name) == "the-" + slugify(name.replace("¹", "1")).removeprefix("the-")
    assert slugify(name).startswith("the-")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Paper Planes", "the-paper-planes"),
        ("Tag: You're It", "the-tag-youre-it"),
        ("Digest of Digests", "the-digest-of-digests"),
        ("Papers with Code", "papers-with-code"),
        ("Tag", "tag"),
    ],
)
def test_the_prefixes_of_link_labels_are_not_taken_by_titles(title: str, slug: str) -> None:
    assert slugify(title) == slug


def test_a_long_title_is_cut_at_a_word_below_eighty_characters() -> None:
    slug = slugify("A Fairly Long Title about the Training of Networks that Goes on and on until Nobody Reads It")
    assert slug == "a-fairly-long-title-about-the-training-of-networks-that-goes-on-and-on-until"


def test_one_endless_word_is_cut_hard() -> None:
    assert slugify("w" * 200) == "w" * 79
    assert slugify("on " + "w" * 200) == "on-" + "w" * 76


def test_a_cut_keeps_a_word_that_just_fits() -> None:
    assert shorten("ab-cd-ef", 5) == "ab-cd"
    assert shorten("ab-cd-ef", 8) == "ab-cd-ef"


def test_a_shortened_slug_ends_on_a_whole_phrase() -> None:
    assert shorten("sparse-training-for-the-edge", 24) == "sparse-training"
    assert shorten("robust-learning-with-few-shot-tasks", 26) == "robust-learning"
    assert shorten("what-we-look-for", 16) == "what-we-look-for"
    assert shorten("how-to-be-or-not-to-be-in-the-and-of", 20) == "how-to-be-or"


def test_a_title_without_letters_takes_the_fallback_or_a_name_of_its_own() -> None:
    assert slugify("!!!", "000-12") == "000-12"
    assert slugify("!!!") != slugify("???")
    assert WELL_FORMED.fullmatch(slugify(""))


@given(st.text())
def test_any_text_gives_a_well_formed_slug(text: str) -> None:
    slug = slugify(text)
    assert WELL_FORMED.fullmatch(slug)
    assert len(slug) < 80
    assert not slug.startswith(("paper-", "tag-", "digest-"))


@given(st.text())
def test_a_slug_of_a_slug_is_itself(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)


def test_the_transliterator_is_not_imported_for_ascii() -> None:
    code = "import sys; from sitegen.urls import slugify; slugify('Plain'); print('anyascii' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "False\n"


@pytest.mark.parametrize(
    ("from_path", "to_path", "link"),
    [
        ("index.html", "papers/a.html", "papers/a.html"),
        ("papers/a.html", "papers/b.html", "b.html"),
        ("papers/a.html", "index.html", "../index.html"),
        ("papers/a.html", "tags/b.html#x", "../tags/b.html#x"),
        ("papers/a.html", "papers/a.html", "a.html"),
        ("papers/a.html", "papers/a.html#top", "#top"),
        ("papers/a.html", "#top", "#top"),
        ("a/b/c.html", "a/d/e.html", "../d/e.html"),
        ("index.html", "notes/a: b?.html", "notes/a%3A%20b%3F.html"),
        ("notes/x.html", "notes/50%é.txt", "50%25%C3%A9.txt"),
    ],
)
def test_a_link_leads_from_file_to_file(from_path: str, to_path: str, link: str) -> None:
    assert relative(from_path, to_path) == link


FILE_NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/#\\\x00"), min_size=1).filter(
    lambda name: name not in {".", ".."}
)
PATHS = st.lists(FILE_NAMES, min_size=1, max_size=4).map("/".join)


@given(PATHS, PATHS)
def test_a_browser_that_follows_a_link_arrives(from_path: str, to_path: str) -> None:
    from urllib.parse import quote

    reached = urljoin(f"https://papers.example/x/{quote(from_path)}", relative(from_path, to_path))
    assert unquote(reached) == f"https://papers.example/x/{to_path}"


@pytest.mark.parametrize(
    ("base_url", "path"),
    [
        ("", "/"),
        ("https://papers.example", "/"),
        ("https://papers.example/", "/"),
        ("https://papers.example/my-papers/", "/my-papers/"),
        ("https://papers.example/my/papers", "/my/papers/"),
    ],
)
def test_the_base_path_begins_and_ends_with_a_slash(base_url: str, path: str) -> None:
    assert base_path(base_url) == path
