"""Queries of every kind, drawn from a catalogue with a fixed seed: what the search is tested and measured with."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

FOREIGN = ("marmalade", "saxophone", "teapot", "volcano", "xylophone", "zebra")  # in no paper on neural networks
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL_WORDS = """about also from have into than that their them then these they this through
what when where which while with your"""
_SMALL = frozenset(_SMALL_WORDS.split())

Paper = Mapping[str, Any]


def ask(q: str = "", **more: Any) -> dict[str, Any]:
    """One question to the search worker; ``filters`` and ``sort`` as the search page sends them."""
    return {"q": q, "filters": {}, "sort": "", "from": 0, "count": 10, "facets": True} | more


def mixed(papers: Sequence[Paper], seed: int = 7) -> list[dict[str, Any]]:
    """Sixty questions: titles, words, phrases, beginnings, misspelt and foreign words, filters, orders, odd signs."""
    draw = random.Random(seed)
    tags = [tag for tag, _ in Counter(tag for paper in papers for tag in paper["tags"]).most_common(8)]
    digests = sorted({mention["digest"] for paper in papers for mention in paper["mentions"]})
    words = [word for paper in draw.sample(papers, 40) for word in long_words(paper["abstract"])[:3]]
    asked = [ask(title) for title in exact_titles(papers, draw, 12)]
    asked += [ask(q) for q, _ in abstract_words(papers, draw, 8)]
    asked += [ask(word) for word in draw.sample(words, 6)]
    asked += [ask(word[:4]) for word in draw.sample(words, 3)]
    asked += [ask(f'"{phrase}"') for phrase in _phrases(papers, draw, 4)]
    asked += [ask(f'{draw.choice(words)} "{phrase}"') for phrase in _phrases(papers, draw, 2)]
    asked += [ask(q) for q, _ in misspelt(papers, draw, 4)] + [ask(q) for q, _ in with_foreign_word(papers, draw, 3)]
    asked += [ask(f"learning -{word}") for word in draw.sample(words, 2)]
    asked += [ask("model", filters={"tag": [tag]}) for tag in tags[:3]] + [ask(filters={"tag": tags[3:5]})]
    asked += [ask("network", filters={"digest": digests[:2]}), ask("training", filters={"tag": tags[:2]}, sort="title")]
    asked += [ask("attention", sort="digest"), ask("attention", sort="title"), ask(f"tag:{tags[5]} efficient")]
    asked += [ask(filters={"digest": digests[-1:]}, sort="title"), ask("tag:nothing-of-the-kind data")]
    asked += [ask(""), ask("<img src=x onerror=alert(1)>"), ask("naïve Poincaré"), ask("pre-trained")]
    return (asked + [ask(word, sort="digest") for word in draw.sample(words, 20)])[:60]


def long_words(text: str, least: int = 5) -> list[str]:
    """The different words of so many letters and more, without those that carry no topic."""
    return [word for word in dict.fromkeys(_WORD.findall(text)) if len(word) >= least and word.lower() not in _SMALL]


def exact_titles(papers: Sequence[Paper], draw: random.Random, count: int) -> list[str]:
    """Titles as they stand."""
    return [paper["title"] for paper in draw.sample(papers, count)]


def abstract_words(papers: Sequence[Paper], draw: random.Random, count: int) -> list[tuple[str, Paper]]:
    """Three of the eight words of an abstract that fewest papers share, each with its paper."""
    shared = Counter(word for paper in papers for word in {w.lower() for w in long_words(paper["abstract"], 4)})
    found = []
    for paper in draw.sample([p for p in papers if len(long_words(p["abstract"])) >= 8], count):
        rare = sorted(long_words(paper["abstract"], 4), key=lambda word: (shared[word.lower()], word))[:8]
        found.append((" ".join(draw.sample(rare, 3)), paper))
    return found


def with_foreign_word(papers: Sequence[Paper], draw: random.Random, count: int) -> list[tuple[str, Paper]]:
    """A title with a word in it that no paper has."""
    found = []
    for paper in draw.sample(papers, count):
        words = paper["title"].split()
        words.insert(draw.randrange(len(words) + 1), draw.choice(FOREIGN))
        found.append((" ".join(words), paper))
    return found


def misspelt(papers: Sequence[Paper], draw: random.Random, count: int) -> list[tuple[str, Paper]]:
    """Three words of a title, one of them misspelt."""
    found = []
    for paper in draw.sample([p for p in papers if len(long_words(p["title"])) >= 3], count):
        words = draw.sample(long_words(paper["title"]), 3)
        at = draw.randrange(3)
        words[at] = misspell(words[at], draw)
        found.append((" ".join(words), paper))
    return found


def misspell(word: str, draw: random.Random) -> str:
    """One insertion, deletion, substitution or swap of neighbours, never at the first letter."""
    while True:
        at = draw.randrange(1, len(word))
        letter = draw.choice("abcdefghijklmnopqrstuvwxyz")
        kinds = [word[:at] + letter + word[at:], word[:at] + word[at + 1 :], word[:at] + letter + word[at + 1 :]]
        if at + 1 < len(word):
            kinds.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
        if (wrong := draw.choice(kinds)) != word:
            return wrong


def acronyms(papers: Sequence[Paper]) -> list[tuple[str, Paper]]:
    """What stands before the colon of each title of the form ``ACRONYM: …``, with its paper."""
    found = []
    for paper in papers:
        head, colon, rest = paper["title"].partition(":")
        if colon and rest.startswith(" ") and " " not in head and sum(sign.isupper() for sign in head) >= 2:
            found.append((head, paper))
    return found


def _phrases(papers: Sequence[Paper], draw: random.Random, count: int) -> list[str]:
    """Three neighbouring words of abstracts."""
    found = []
    for paper in draw.sample([p for p in papers if len(p["abstract"].split()) > 20], count):
        words = paper["abstract"].split()
        at = draw.randrange(len(words) - 3)
        found.append(" ".join(words[at : at + 3]).replace('"', ""))
    return found
