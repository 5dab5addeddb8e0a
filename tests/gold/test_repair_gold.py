"""The repaired text of the real digests against the labelled spots; run as a script it prints the score per kind."""

from __future__ import annotations

import html
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sitegen.overrides import Override, patched
from sitegen.repair import repair
from sitegen.repair.inline import Inline, links, to_html, to_text

pytestmark = pytest.mark.real

FOLDED = str.maketrans(
    {"‘": "'", "’": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "∼": "~", "⋅": "·"}
    | dict.fromkeys("_^{}", "")
)


def lines(digests: Path) -> tuple[str, ...]:
    """Every line of every digest: a title or an abstract each."""
    files = sorted(digests.glob("*.txt"))
    return tuple(line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip())


def spots(shared: Path) -> list[dict[str, Any]]:
    labelled: list[dict[str, Any]] = json.loads((shared / "gold" / "repair-visible.json").read_text(encoding="utf-8"))
    return labelled


def folded(text: str) -> str:
    """As the labels' own note says: NFKC, no ``_^{}``, no white space, one kind of quote and dash."""
    text = text.translate(FOLDED)
    return "".join(unicodedata.normalize("NFKC", text).translate(FOLDED).split())


def text_content(inline: Inline) -> str:
    """What a browser's ``textContent`` gives."""
    return html.unescape(re.sub(r"<[^>]*>", "", to_html(inline)))


def is_right(spot: dict[str, Any], inline: Inline) -> bool:
    if spot["kind"] == "url":
        return any(link.href == spot["href"] and link.text == spot["visible"] for link in links(inline))
    shown = folded(text_content(inline))
    cores = [spot["core_text"], *(spot.get("accept_core_text") or ())]
    wanted = [spot["want_text"].replace(spot["core_text"], core) for core in cores]
    # A snippet may hold other spots, which have labels of their own: its surroundings may be as printed or repaired.
    return any(folded(want) in shown or folded(text_content(repair(want))) in shown for want in wanted)


def scores(shared: Path) -> list[tuple[dict[str, Any], bool]]:
    """Each spot, with whether the repaired field shows it as it should."""
    printed = lines(shared / "digests")
    repaired: dict[str, Inline] = {}
    result = []
    for spot in spots(shared):
        field = next((line for line in printed if spot["raw"] in line), "")
        if field not in repaired:
            repaired[field] = repair(field)
        result.append((spot, is_right(spot, repaired[field])))
    return result


def test_required_spots_are_repaired(shared: Path) -> None:
    required = [(spot, right) for spot, right in scores(shared) if spot["required"]]
    missed = [spot["id"] for spot, right in required if not right]
    assert len(missed) <= len(required) // 100, missed


def test_no_trap_is_broken(shared: Path) -> None:
    assert [spot["id"] for spot, right in scores(shared) if spot["kind"] == "keep" and not right] == []


def test_every_address_is_exact(shared: Path) -> None:
    assert [spot["id"] for spot, right in scores(shared) if spot["kind"] == "url" and not right] == []


def test_patches_by_hand_express_what_the_labels_document(shared: Path) -> None:
    printed = lines(shared / "digests")
    documented = [spot for spot in spots(shared) if "override" in (spot.get("note") or "")]
    wrong = []
    for spot in documented:
        words = spot["core_raw"].split(" ")
        find = spot["core_raw"] if len(words) < 10 else " ".join([*words[:3], "…", *words[-3:]])
        patch = Override(field=spot["field"], find=find, replace=spot["core_text"], source="the labels")
        text, matched = patched(next(line for line in printed if spot["raw"] in line), [patch])
        if not matched or folded(spot["core_text"]) not in folded(text_content(repair(text))):
            wrong.append(spot["id"])
    assert wrong == []
    assert len(documented) >= 3


# Beside money and sets, nothing of TeX or Markdown is left to see, and no tag that a converter would have made.
RESIDUE = re.compile(r"\\|math(?:cal|bb|rm|bf)|<code>|<del>|\$(?!\s?\d)|``|''(?!\w)|\^\{|_\{")


def test_no_residue_is_shown(shared: Path, checkout: Path) -> None:
    left = []
    for folder in (shared / "digests", checkout / "digests"):
        for line in lines(folder):
            shown = text_content(repair(line))
            if RESIDUE.search(shown) or shown.count("{") != shown.count("}"):
                left.append(shown)
    assert left == []


def test_real_fields_settle_at_once(shared: Path) -> None:
    unsettled = [
        line for line in lines(shared / "digests") if to_text(repair(to_text(repair(line)))) != to_text(repair(line))
    ]
    assert unsettled == []


if __name__ == "__main__":
    total: Counter[tuple[str, bool]] = Counter()
    good: Counter[tuple[str, bool]] = Counter()
    for spot, right in scores(Path(sys.argv[1])):
        key = (spot["kind"], spot["required"])
        total[key] += 1
        good[key] += right
        if not right:
            print(spot["id"], repr(spot["core_raw"]), "->", repr(spot["core_text"]))
    for key in sorted(total, key=lambda key: (not key[1], key[0])):
        print(f"{key[0]:18} {'required' if key[1] else 'nice':9} {good[key]:4} of {total[key]}")
