"""Does the search find what people ask for? Sixty queries a row, drawn with seeds, over a built site in Chromium.

    python benchmarks/search_quality.py _site [--seeds 1,2,3] [--misses]

Each row has the share of queries whose paper comes first and among the first five, and the threshold that it must hold.
Exit status 1 where a row falls short with any seed. The site is read over file://, so the plain bundle is not needed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
import browsers
import queries
from playwright.sync_api import Page, sync_playwright

QUERIES = 60


@dataclass(frozen=True)
class Row:
    """One kind of query: the share of them that must find their paper among the first ``top``."""

    name: str
    draw: Callable[[Sequence[queries.Paper], random.Random], list[tuple[str, queries.Paper]]]
    top: int
    least: float


def _titles(papers: Sequence[queries.Paper], draw: random.Random) -> list[tuple[str, queries.Paper]]:
    return [(paper["title"], paper) for paper in draw.sample(papers, QUERIES)]


ROWS = (
    Row("exact title", _titles, 1, 1.0),
    Row("three abstract words", lambda papers, draw: queries.abstract_words(papers, draw, QUERIES), 1, 0.98),
    Row("title and a foreign word", lambda papers, draw: queries.with_foreign_word(papers, draw, QUERIES), 1, 0.98),
    Row("three title words, one misspelt", lambda papers, draw: queries.misspelt(papers, draw, QUERIES), 5, 0.95),
    Row("acronym of a title, alone", lambda papers, _: queries.acronyms(papers), 1, 0.95),
)

_ASK = """async (asked) => {
  const found = [];
  for (const ask of asked) found.push((await window.sitegenSearch.ask(ask)).results.map(({ url, title }) =>
    [url, title.map(({ text }) => text).join("")]));
  return found;
}"""


def measure(page: Page, papers: Sequence[queries.Paper], row: Row, seed: int, misses: bool) -> tuple[float, float]:
    """The share of papers at rank 1, and among the first five; for an acronym any paper with it in the title."""
    drawn = row.draw(papers, random.Random(seed))
    answers: list[list[tuple[str, str]]] = page.evaluate(
        _ASK, [queries.ask(q, count=5, facets=False) for q, _ in drawn]
    )
    ranks = [_rank(q, paper, results, row) for (q, paper), results in zip(drawn, answers, strict=True)]
    for (q, paper), rank in zip(drawn, ranks, strict=True):
        if misses and rank >= row.top:
            print(f"    {q!r}: {paper['slug']} at {rank + 1 if rank < 5 else 'none'}")
    return sum(rank == 0 for rank in ranks) / len(ranks), sum(rank < 5 for rank in ranks) / len(ranks)


def _rank(q: str, paper: queries.Paper, results: Sequence[tuple[str, str]], row: Row) -> int:
    for rank, (url, title) in enumerate(results):
        if url == paper["url"] or (row.draw is ROWS[-1].draw and q in title):
            return rank
    return 5


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--misses", action="store_true", help="print the queries that missed")
    options = parser.parse_args()
    papers: list[Any] = json.loads((options.site / "papers.json").read_text(encoding="utf-8"))["papers"]
    short = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.chromium(), args=list(browsers.CHROMIUM_ARGS))
        page = browser.new_page()
        page.goto((options.site.resolve() / "search.html").as_uri())
        print(f"{'':34}{'first':>8}{'top 5':>8}   holds")
        for row in ROWS:
            for seed in map(int, options.seeds.split(",")):
                first, five = measure(page, papers, row, seed, options.misses)
                holds = (first if row.top == 1 else five) >= row.least
                short += not holds
                need = f"{row.least:.0%} {'first' if row.top == 1 else 'top 5'}"
                print(f"{row.name:<34}{first:>8.1%}{five:>8.1%}   {'yes' if holds else 'NO'} ({need}, seed {seed})")
        browser.close()
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
