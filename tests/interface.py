"""A small site that has a page of every kind, and what readers see of a page."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from commands import make_site

TOPICS = ("Pruning", "Attention", "Sparsity")
AUTHORS = ("Ada Gray", "Bo Li", "Cy Wu", "Di Xu")
TITLES = [f"{topic} Pebbles {number}" for number in range(1, 6) for topic in TOPICS]

PAPERS = ("Pebble", "Pruning", "Attention", "Sparsity", "A Paper that Left", "Printed otherwise", *AUTHORS)
PAPERS += ("Gray, Ada", "Li, Bo", "Wu, Cy", "Xu, Di", "Steine", "Nichts", "Eine", "Liste", "Ohne Tag", "Zwei")
"""Words of the sources: whatever of a page has one of them is data."""

SETTINGS = """\
title: Kiesel
base_url: https://example.org/kiesel/
repository: https://example.org/kiesel
groups: [Steine]
tags:
  - {slug: pruning, name: Pruning, group: Steine, in_title: [pruning], aliases: [stutzen], definition: "Zweige ab."}
  - {slug: attention, name: Attention, group: Steine, in_title: [attention]}
  - {slug: pebbles, name: Pebbles, group: Steine, in_title: [pebbles]}
  - {slug: nothing, name: Nichts, group: Steine, in_title: [nichts]}
digests:
  b: {aliases: [b-list], description: Eine *Liste*, source: https://example.org/list}
  c: {title: Ohne Tag}
"""

PERMALINKS = """\
attention-pebbles-1: {title: Attention Pebbles 1, first_seen: 2024-04-03}
a-paper-that-left: {title: A Paper that Left, removed: 2024-05-01, reason: Zweifel}
"""


def small_site(folder: Path, language: str) -> Path:
    """Fifteen papers in three digests, one removed; authors, venues and years are known of some."""
    lines = {
        "a.txt": "2024-04-03\n\n" + "".join(f"{title}\n\n{_abstract(title)}\n\n" for title in TITLES),
        "b.txt": "Apr 1\n\n" + "".join(f"{title}\n\n{_abstract(title)}\n\n" for title in TITLES[:4]),
        "c.txt": f"{TITLES[0]}\n\n{_abstract(TITLES[0])} Printed otherwise.\n",
    }
    site = make_site(folder, f"language: {language}\n{SETTINGS}", lines)
    facts = "".join(
        f"{title.lower().replace(' ', '-')}: {{authors: [{', '.join(AUTHORS)}], year: {2019 + number % 4}, "
        f"venue: Pebble Letters, url: 'https://example.org/{number}'}}\n"
        for number, title in enumerate(TITLES[:12])
    )
    (site / "facts.yaml").write_text(facts, encoding="utf-8")
    (site / "permalinks.yaml").write_text(PERMALINKS, encoding="utf-8")
    return site


def _abstract(title: str) -> str:
    return f"{title} weighs networks of stones, {title.split()[0].lower()} and all, as code at https://x.example/{len(title)}."


class _Seen(HTMLParser):
    """What a page says: text outside scripts, and attributes that are read out or shown."""

    _SHOWN = ("aria-label", "placeholder", "title", "alt")

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._mute = 0
        self._goes_on = False  # behind a place where an address may break

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._goes_on = tag == "wbr"
        self._mute += tag == "script"
        shown = [given.get(name) for name in self._SHOWN]
        if tag == "meta" and given.get("name") == "description":
            shown.append(given["content"])
        if given.get("class") != "Z3988":  # COinS: data
            self.said += [text for text in shown if text]

    def handle_endtag(self, tag: str) -> None:
        self._mute -= tag == "script"

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and not self._mute:
            if self._goes_on:
                text = self.said.pop() + text
            self.said.append(text)


def seen(html: bytes) -> list[str]:
    """The texts of a page in their order."""
    page = _Seen()
    page.feed(html.decode())
    return page.said


def pages(files: dict[str, bytes]) -> Iterator[str]:
    """The paths of the pages among a site's files."""
    return (path for path in sorted(files) if path.endswith(".html"))
