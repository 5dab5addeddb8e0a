"""What tagging costs: ``python benchmarks/tagging.py [DIGESTS …]``; CPU time, best of five, and memory.

508 papers are those of the sample. 20,000 are made up from its sentences, two papers mixed in each, with a new word in
each sentence so that the vocabulary grows with the number of papers. Hostile texts show that the time stays linear.
"""

from __future__ import annotations

import random
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

from sitegen.catalogue.assemble import assemble
from sitegen.catalogue.tagging.tag import Tagger, carried, tag
from sitegen.config.load import load
from sitegen.config.model import TagSettings
from sitegen.inputs import read
from sitegen.reports.suggest import suggest

CHECKOUT = Path(__file__).resolve().parent.parent
Texts = Sequence[tuple[str, str]]


def seconds(work: Callable[[], object], times: int = 5) -> float:
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def mixed(texts: Texts, number: int) -> list[tuple[str, str]]:
    chance = random.Random(1)
    sentences = [abstract.split(". ") for _, abstract in texts]
    made = []
    for count in range(number):
        first, second = chance.randrange(len(texts)), chance.randrange(len(texts))
        parts = [*sentences[first][::2], *sentences[second][1::2]]
        made.append((texts[first][0], ". ".join(f"{part} qz{count}x{place}" for place, part in enumerate(parts))))
    return made


def run(texts: Texts, tags: Sequence[TagSettings]) -> int:
    tagger = Tagger(tags)
    return sum(len(carried(tagger.score(title, abstract))) for title, abstract in texts)


def main(folders: Sequence[Path]) -> None:
    settings, problems = load(CHECKOUT / "site.yaml", inputs=list(folders))
    if settings is None:
        raise SystemExit("\n".join(map(str, problems)))
    digests, _ = read(settings)
    papers = list(assemble(digests, settings).catalogue.papers.values())
    texts = [(paper.title_text, paper.abstract_text) for paper in papers]
    rule = [tag.rule for tag in settings.tags]
    phrases = sum(len((*r.in_title, *r.strong, *r.any, *r.all, *r.none, *r.ignore)) for r in rule)
    print(f"{len(settings.tags)} tags, {phrases} phrases, compiled in {seconds(lambda: Tagger(settings.tags)):.3f} s")
    print(f"{len(papers)} papers: {seconds(lambda: tag(papers, settings.tags)):.3f} s, compiling included")
    for number in (2_000, 20_000):
        made = mixed(texts, number)
        print(f"{number} made-up papers: {seconds(lambda made=made: run(made, settings.tags), 1):.2f} s")  # type: ignore[misc]
    tracemalloc.start()
    run(made, settings.tags)
    print(f"memory at {number}: {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB")
    tracemalloc.stop()
    print(f"suggestions for {len(papers)} papers: {seconds(lambda: suggest(papers, settings.tags), 1):.2f} s")
    tagger = Tagger(settings.tags)
    for name, text in (("one word", "graph "), ("gaps", "predict generate "), ("no sentence", "network pruning, ")):
        text *= 1_000_000 // len(text)
        print(f"1 MB of {name!r}: {seconds(lambda text=text: tagger.score(text, text), 1):.2f} s")  # type: ignore[misc]


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]] or [CHECKOUT / "digests"])
