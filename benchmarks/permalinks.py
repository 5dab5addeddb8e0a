"""CPU time of finding published names again, by the number of papers: ``python benchmarks/permalinks.py [PAPERS …]``.

For invented papers: as they were published, with a tenth corrected, with every abstract changed by a letter (as new
rules of repair would), with every title another and every tenth word of the abstracts, and with a tenth removed. How
many keep their name is counted too.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from sitegen.catalogue.merging.cluster import Cluster, RepairedEntry
from sitegen.catalogue.naming.names import name
from sitegen.permalinks.model import Permalinks
from sitegen.permalinks.read import parse
from sitegen.permalinks.text import updated

Text = tuple[str, str]
Value = TypeVar("Value")
SOUNDS = [first + last for first in "bcdfglmnprst" for last in "aeiou"]


def timed(what: str, work: Callable[[], Value]) -> Value:
    started = time.process_time()
    value = work()
    print(f"  {what:<28} {time.process_time() - started:7.3f} s")
    return value


def measure(count: int) -> None:
    chance = random.Random(count)
    vocabulary = ["".join(chance.choices(SOUNDS, k=chance.randint(2, 4))) for _ in range(5000)]

    def text(length: int) -> str:
        return " ".join(chance.choices(vocabulary, k=length))

    def edited(words: str, part: float) -> str:
        return " ".join(chance.choice(vocabulary) if chance.random() < part else word for word in words.split())

    def corrected(paper: Text) -> Text:
        title, abstract = paper
        match chance.randrange(3):
            case 0:
                return text(8).title(), abstract
            case 1:
                return title, edited(abstract, 0.4)
            case _:
                return edited(title, 0.15), edited(abstract, 0.1)

    def named(papers: list[Text], file: Permalinks, what: str) -> None:
        clusters = [Cluster((RepairedEntry("d", n, *paper, paper[0]),), 0, 0) for n, paper in enumerate(papers)]
        names = timed(what, lambda: name(clusters, file, "2026-02-02"))
        if file.records:
            kept = sum(slug == old for slug, old in zip(names.slugs, first.slugs, strict=False))
            print(f"  {'':<28} {kept:7,} of {len(papers):,} keep their names")

    papers = [(text(8).title(), text(150) + ".") for _ in range(count)]
    print(f"{count:,} papers")
    whole = [Cluster((RepairedEntry("d", n, *paper, paper[0]),), 0, 0) for n, paper in enumerate(papers)]
    first = timed("named for the first time", lambda: name(whole, Permalinks(), "2026-01-01"))
    written = timed("file written", lambda: updated(Permalinks(), first.changed))
    file, _ = timed("file read", lambda: parse(written))
    assert file is not None
    named(papers, file, "as they were")
    named([corrected(paper) if chance.random() < 0.1 else paper for paper in papers], file, "a tenth corrected")
    named([(title, f"{abstract}x") for title, abstract in papers], file, "every abstract by a letter")
    named([(text(8).title(), edited(abstract, 0.1)) for _, abstract in papers], file, "all retitled and revised")
    named(papers[: -count // 10], file, "a tenth removed")


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or ("508", "20000")):
        measure(number)
