"""How good, how steady and how costly the similar papers are: ``python benchmarks/relations.py [DIGESTS …]``.

Quality is the share of neighbours that carry a common tag, by hand-made labels (those beside the checkout and the
project's own, where present) and by the tagger's tags, against random neighbours and against plain TF-IDF. Steadiness
is what dropping a random 1 % of the papers changes. Cost is CPU time and memory at 508, 2,000 and 20,000 papers: made
up from the sentences of the sample, two papers mixed in each, with a vocabulary that grows with the number of papers.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import log, sqrt
from pathlib import Path

import yaml

from sitegen.catalogue.assemble import assemble
from sitegen.catalogue.model import Catalogue, Paper
from sitegen.catalogue.relating.ranking import MOST
from sitegen.catalogue.relating.relate import relate
from sitegen.config.load import load
from sitegen.inputs import read
from sitegen.pages.map.layout import layout

CHECKOUT = Path(__file__).resolve().parent.parent
GOLD = CHECKOUT.parent / "shared" / "gold" / "tags-visible.json"
OWN = CHECKOUT / "tests" / "gold" / "labels.yaml"

Neighbours = Mapping[str, Sequence[str]]
Labels = Mapping[str, frozenset[str]]


def catalogue_of(folder: Path) -> Catalogue:
    settings, problems = load(CHECKOUT / "site.yaml", inputs=[folder])
    if settings is None:
        raise SystemExit("\n".join(map(str, problems)))
    digests, _ = read(settings)
    return assemble(digests, settings).catalogue


def ours(papers: Sequence[Paper], tags: Mapping[str, Sequence[str]]) -> Neighbours:
    return {slug: [row.slug for row in rows] for slug, rows in relate(papers, tags).items()}


def at_random(papers: Sequence[Paper]) -> Neighbours:
    chance = random.Random(1)
    slugs = sorted(paper.slug for paper in papers)
    return {slug: [s for s in chance.sample(slugs, MOST + 1) if s != slug][:MOST] for slug in slugs}


def plain_tfidf(papers: Sequence[Paper]) -> Neighbours:
    """Cosine of log-weighted words, everything else left to idf: the yardstick."""
    counts = {p.slug: Counter(re.findall(r"[^\W\d_]{2,}", f"{p.title_text} {p.abstract_text}".lower())) for p in papers}
    frequency = Counter(word for count in counts.values() for word in count)
    vectors = {}
    for slug, count in counts.items():
        row = {w: (1 + log(n)) * log(len(papers) / frequency[w]) for w, n in count.items() if frequency[w] > 1}
        length = sqrt(sum(x * x for x in row.values())) or 1.0
        vectors[slug] = {w: x / length for w, x in row.items()}
    found = {}
    for slug, row in vectors.items():
        scores = {o: sum(x * other.get(w, 0.0) for w, x in row.items()) for o, other in vectors.items() if o != slug}
        found[slug] = sorted(scores, key=lambda o: (-scores[o], o))[:MOST]
    return found


def labels_by_hand(papers: Sequence[Paper]) -> dict[str, Labels]:
    by_title = {re.sub(r"\W+", " ", mention.title.casefold()).strip(): p.slug for p in papers for mention in p.mentions}
    slugs = {paper.slug for paper in papers}
    found: dict[str, Labels] = {}
    if GOLD.is_file():
        rows = json.loads(GOLD.read_text("utf-8"))
        titles = {re.sub(r"\W+", " ", row["title"].casefold()).strip(): frozenset(row["tags"]) for row in rows}
        found["visible labels"] = {by_title[title]: tags for title, tags in titles.items() if title in by_title}
    if OWN.is_file():
        rows = yaml.safe_load(OWN.read_text("utf-8"))
        pairs = rows.items() if isinstance(rows, dict) else ((row.get("slug", ""), row) for row in rows)
        own = {slug: frozenset(row["tags"] if isinstance(row, dict) else row) for slug, row in pairs if slug in slugs}
        found["own labels"] = own
    return found


def share(neighbours: Neighbours, labels: Labels) -> tuple[float, int]:
    pairs = [(a, b) for a, row in neighbours.items() for b in row if a in labels and b in labels]
    return sum(bool(labels[a] & labels[b]) for a, b in pairs) / max(1, len(pairs)), len(pairs)


def quality(catalogue: Catalogue) -> None:
    papers = list(catalogue.papers.values())
    methods: dict[str, Callable[[Sequence[Paper]], Neighbours]] = {
        "random": at_random,
        "plain TF-IDF": plain_tfidf,
        "relate, no tags": lambda rows: ours(rows, {}),
        "relate": lambda rows: ours(rows, catalogue.paper_tags),
    }
    tagger = {slug: frozenset(tags) for slug, tags in catalogue.paper_tags.items()}
    sets: list[tuple[str, list[Paper], Labels]] = [("tagger's tags", papers, tagger)]
    by_hand = labels_by_hand(papers)
    both = {slug: tags for labels in by_hand.values() for slug, tags in labels.items()}
    for name, labels in (by_hand | ({"all labels": both} if len(by_hand) > 1 else {})).items():
        sets.append((f"{name}, whole catalogue", papers, labels))
        sets.append((f"{name}, labelled papers alone", [p for p in papers if p.slug in labels], labels))
    print(f"  {'neighbours with a common tag':44}" + "".join(f"{name:>18}" for name in methods))
    for name, rows, labels in sets:
        results = [share(method(rows), labels) for method in methods.values()]
        print(f"  {name:44}" + "".join(f"{hit:10.3f} of {n:4}" for hit, n in results))


def steadiness(catalogue: Catalogue, rounds: int = 10) -> None:
    papers = list(catalogue.papers.values())
    before = ours(papers, catalogue.paper_tags)
    slots = changed = strictly = lists = touched = 0
    for seed in range(rounds):
        dropped = set(random.Random(seed).sample(sorted(before), max(1, round(len(papers) / 100))))
        for slug, row in ours([p for p in papers if p.slug not in dropped], catalogue.paper_tags).items():
            gone = [other for other in before[slug] if other not in row]
            slots += len(before[slug])
            changed += sum(other not in dropped for other in gone)
            strictly += len(gone)
            lists += 1
            touched += set(before[slug]) != set(row)
    print(
        f"  without 1 % of the papers: {changed / slots:.1%} of the neighbours change, "
        f"{strictly / slots:.1%} with those that were dropped; {touched / lists:.1%} of the lists"
    )


def invented(papers: Sequence[Paper], count: int) -> list[Paper]:
    chance = random.Random(count)
    sentences = [re.split(r"(?<=[.!?]) ", paper.abstract_text) for paper in papers]

    def varied(text: str) -> str:
        # Every eighth longer word is one that few others use: the vocabulary grows with the number of papers.
        return re.sub(
            r"\w{6,}",
            lambda m: (
                f"{m[0]}{chr(97 + n % 26)}{n}" if (n := int(chance.random() ** 3 * 8 * count**0.6)) % 8 == 0 else m[0]
            ),
            text,
        )

    found = []
    for number in range(count):
        one, other = chance.randrange(len(papers)), chance.randrange(len(papers))
        said = sentences[one] + chance.sample(sentences[other], min(2, len(sentences[other])))
        abstract = " ".join(chance.sample(said, max(1, len(said) - 1)))
        title = f"{papers[one].title_text} {' '.join(papers[other].title_text.split()[:3])}"
        found.append(
            replace(papers[one], slug=f"p{number:05}", title_text=varied(title), abstract_text=varied(abstract))
        )
    return found


def cost(papers: Sequence[Paper]) -> None:
    print(f"  {'papers':>8}{'relate':>12}{'per paper':>12}{'layout':>12}{'memory':>12}")
    for count in (len(papers), 2000, 20000):
        rows = list(papers) if count == len(papers) else invented(papers, count)
        begun = time.process_time()
        related = relate(rows)
        between = time.process_time()
        layout(related)
        ended = time.process_time()
        tracemalloc.start()
        relate(rows if count < 5000 else rows[:5000])
        peak = tracemalloc.get_traced_memory()[1] * (count / min(count, 5000))
        tracemalloc.stop()
        spent = between - begun
        print(f"  {count:8}{spent:10.2f} s{1000 * spent / count:9.2f} ms{ended - between:10.2f} s{peak / 1e6:9.0f} MB")


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]] or [CHECKOUT / "digests", CHECKOUT.parent / "shared" / "digests"]
    for folder in filter(Path.is_dir, folders):
        catalogue = catalogue_of(folder)
        print(f"{folder.parent.name}/{folder.name}: {len(catalogue.papers)} papers")
        quality(catalogue)
        steadiness(catalogue)
    cost(list(catalogue_of(CHECKOUT / "digests").papers.values()))


if __name__ == "__main__":
    main()
