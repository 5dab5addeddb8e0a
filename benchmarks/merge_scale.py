"""Time and memory of merging invented entries, by their number: ``python benchmarks/merge_scale.py [ENTRIES …]``.

The entries imitate a large catalogue: words by Zipf's law, titles of six to twelve words, abstracts of 80 to 220, and
of every ten entries three are variants of another (cut short, revised, retitled, misspelt, without abstract). The
number of papers is known, so wrongly merged and wrongly separated ones are counted too.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from itertools import accumulate

from sitegen.catalogue.merging.cluster import RepairedEntry
from sitegen.catalogue.merging.merge import merge
from sitegen.catalogue.naming.slugs import assign_slugs

SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi wo xu ya ze ki lo mu ra se ti no pu stra plen tion ment ing"
VOCABULARY = 30_000
WEIGHTS = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))


def vocabulary(chance: random.Random) -> list[str]:
    syllables = SYLLABLES.split()
    lengths = sorted(chance.choices((1, 2, 3, 4, 5), weights=(2, 6, 8, 5, 2), k=VOCABULARY))
    return list({"".join(chance.choices(syllables, k=k)): None for k in (n + (n < 3) for n in lengths)})


def variant(paper: tuple[str, str], words: list[str], chance: random.Random) -> tuple[str, str]:
    title, abstract = paper
    said = abstract.split()
    match chance.randrange(5):
        case 0:
            return title, " ".join(said[: len(said) // 3]) + "…"
        case 1:
            return title, " ".join(chance.choice(words) if chance.random() < 0.1 else word for word in said)
        case 2:
            return " ".join(chance.sample(words, 7)).capitalize(), abstract
        case 3:
            middle = len(title) // 2
            return title[:middle] + title[middle + 1 :], abstract
        case _:
            return title.upper(), ""


def entries(count: int) -> tuple[list[RepairedEntry], int]:
    chance = random.Random(count)
    words = vocabulary(chance)
    weights = WEIGHTS[: len(words)]

    def text(length: int) -> str:
        return " ".join(chance.choices(words, cum_weights=weights, k=length))

    papers = [
        (text(chance.randint(6, 12)).capitalize(), text(chance.randint(80, 220)) + ".") for _ in range(count * 7 // 10)
    ]
    copies = papers + [variant(chance.choice(papers), words, chance) for _ in range(count - len(papers))]
    chance.shuffle(copies)
    return [RepairedEntry(f"d{n % 10}", n, title, abstract, title) for n, (title, abstract) in enumerate(copies)], len(
        papers
    )


def main() -> None:
    print("entries   papers (true)   merge s   slugs s   memory before / peak MB")
    for count in [int(argument) for argument in sys.argv[1:]] or [585, 20_000]:
        copies, papers = entries(count)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        started = time.process_time()
        clusters = merge(copies)
        merged = time.process_time()
        assign_slugs(clusters)
        ended = time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{count:7,}   {len(clusters):6,} ({papers:,})   {merged - started:7.2f}   {ended - merged:7.2f}"
            f"   {before:6,} / {peak:,}"
        )


if __name__ == "__main__":
    main()
