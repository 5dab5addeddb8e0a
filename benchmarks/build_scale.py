"""Time and memory of whole builds of invented catalogues: ``python benchmarks/build_scale.py [ENTRIES …]``.

The texts are made of runs of two to four words from the sample digests, so that words are as common as they are in
life and the tag rules find something, with one invented word in eight, so that papers differ. Of ten entries two
stand in another digest too, as they are or revised. With ``--keep FOLDER`` the sites' sources stay there.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from build import CHECKOUT, main
from merge_scale import vocabulary

PER_DIGEST = 400


def corpus(count: int) -> list[tuple[str, str]]:
    """So many entries, the same for the same number."""
    chance = random.Random(count)
    sample = [word for path in sorted((CHECKOUT / "digests").glob("*.txt")) for word in path.read_text("utf-8").split()]
    invented = vocabulary(chance)

    def text(length: int) -> str:
        words: list[str] = []
        while len(words) < length:
            start = chance.randrange(len(sample) - 4)
            words += sample[start : start + chance.randint(2, 4)]
            words += [chance.choice(invented)] * (chance.random() < 0.4)
        return " ".join(words[:length])

    def title() -> str:
        return text(chance.randint(5, 12)).strip(".,:;#> ").capitalize()

    papers = [(title(), text(chance.randint(90, 200)).capitalize() + ".") for _ in range(count * 8 // 10)]
    again = [
        (again, abstract if chance.random() < 0.7 else abstract[: len(abstract) * 3 // 4] + "…")
        for again, abstract in chance.sample(papers, count - len(papers))
    ]
    entries = papers + again
    chance.shuffle(entries)
    return entries


def make_site(folder: Path, count: int) -> Path:
    """The sources of a site of so many entries, with the tag rules of the shipped one; its `site.yaml`."""
    entries = corpus(count)
    (folder / "digests").mkdir(parents=True)
    for number in range(0, count, PER_DIGEST):
        text = "\n\n".join(f"# {title}\n\n> {abstract}" for title, abstract in entries[number : number + PER_DIGEST])
        (folder / "digests" / f"{number // PER_DIGEST:03}.txt").write_text(text + "\n", encoding="utf-8")
    settings = (CHECKOUT / "site.yaml").read_text(encoding="utf-8")
    kept = [part for part in ("groups:", "tags:") if f"\n{part}" in settings]
    rules = "".join("\n" + section(settings, part) for part in kept)
    (folder / "site.yaml").write_text(f"input: [digests]\ntitle: {count:,} entries\n{rules}", encoding="utf-8")
    return folder / "site.yaml"


def section(settings: str, key: str) -> str:
    """One top-level key of a YAML file with all that belongs to it."""
    lines = settings[settings.index(f"\n{key}") + 1 :].splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines[1:], 1) if line[0] not in " -#\n"), len(lines))
    return "".join(lines[:end])


if __name__ == "__main__":
    arguments = sys.argv[1:]
    keep = Path(arguments.pop(arguments.index("--keep") + 1)) if "--keep" in arguments else None
    for argument in [a for a in arguments if a != "--keep"] or ["2000", "20000"]:
        with tempfile.TemporaryDirectory() as scratch:
            main(1, make_site((keep or Path(scratch)) / argument, int(argument)))
