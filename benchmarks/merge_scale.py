"""Time and memory of merging invented entries: ``python benchmarks/merge_scale.py [--bibtex | --pattern] [ENTRIES …]``.

The entries imitate a large catalogue: words by Zipf's law, titles of six to twelve words, abstracts of 80 to 220, and
of every ten entries three are variants of another (cut short, revised, retitled, misspelt, without abstract). The
number of papers is known, so wrongly merged and wrongly separated ones are counted too.

``--bibtex`` writes them as BibTeX without abstracts, with authors, years and venues, of each eight three a variant
(initials, capitals, another venue, a later year, a slip), and reads, repairs and merges them. ``--pattern`` makes
papers of one pattern: titles that share nothing, abstracts that differ in numbers and single words.
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
from sitegen.catalogue.prepare import Printed, prepare
from sitegen.inputs.read import InputFile, read_file

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


def bibtex(count: int) -> tuple[list[RepairedEntry], int]:
    chance = random.Random(count)
    words = vocabulary(chance)
    weights = WEIGHTS[: len(words)]

    def names() -> list[tuple[str, str]]:
        return [(chance.choice(words), chance.choice(words)) for _ in range(chance.randint(1, 5))]

    papers = [
        (chance.choices(words, cum_weights=weights, k=chance.randint(5, 11)), names(), chance.randint(1990, 2025))
        for _ in range(count * 5 // 8)
    ]
    records = [_record(" ".join(title), names, year, "Notes", chance) for title, names, year in papers]
    records += [_variant(*chance.choice(papers), chance) for _ in range(count - len(papers))]
    chance.shuffle(records)
    found = read_file(InputFile("a.bib", "".join(records).encode()))
    texts = [prepare(Printed(entry.title, "")) for entry in found.entries]
    copies = [
        RepairedEntry("a", entry.position, text.title_text, "", entry.title, entry.facts)
        for entry, text in zip(found.entries, texts, strict=True)
    ]
    return copies, len(papers)


def _variant(title: list[str], names: list[tuple[str, str]], year: int, chance: random.Random) -> str:
    text = " ".join(title)
    match chance.randrange(4):
        case 0:
            return _record(text.upper(), [(given[0] + ".", family) for given, family in names], year, "Notes", chance)
        case 1:
            return _record(text, names, year - 1, "arXiv preprint", chance)
        case 2:
            return _record(text, names[::-1], year, "Proceedings of the Meeting", chance)
        case _:
            return _record(text[:20] + text[21:], names, year, "", chance)


def _record(title: str, names: list[tuple[str, str]], year: int, venue: str, chance: random.Random) -> str:
    authors = " and ".join(f"{family.title()}, {given.title()}" for given, family in names)
    return (
        f"@article{{k{chance.randrange(10**9)}, title = {{{title}}}, author = {{{authors}}}, year = {{{year}}},"
        f" journal = {{{venue}}}}}\n"
    )


def pattern(count: int) -> tuple[list[RepairedEntry], int]:
    chance = random.Random(count)
    words = vocabulary(chance)
    form = [chance.choice(words) for _ in range(140)]
    copies = []
    for n in range(count):
        said = form.copy()
        for place in range(10, 140, 30):
            said[place] = f"{n}{place}" if place % 20 else chance.choice(words)
        title = " ".join(chance.sample(words, 6)).capitalize()
        copies.append(RepairedEntry(f"d{n % 10}", n, title, " ".join(said) + ".", title))
    return copies, count


def main() -> None:
    makers = {"--bibtex": bibtex, "--pattern": pattern}
    made = next((makers[argument] for argument in sys.argv[1:] if argument in makers), entries)
    counts = [int(argument) for argument in sys.argv[1:] if argument.isdecimal()]
    print("entries   papers (true)   made and read s   merge s   slugs s   memory before / peak MB")
    for count in counts or [585, 20_000]:
        begun = time.process_time()
        copies, papers = made(count)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        started = time.process_time()
        clusters = merge(copies)
        merged = time.process_time()
        assign_slugs(clusters)
        ended = time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{count:7,}   {len(clusters):6,} ({papers:,})   {started - begun:7.2f}   {merged - started:7.2f}"
            f"   {ended - merged:7.2f}   {before:6,} / {peak:,}"
        )


if __name__ == "__main__":
    main()
