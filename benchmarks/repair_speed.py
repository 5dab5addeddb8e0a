"""How long text repair takes: the real digests, the sample, and a megabyte of each kind of hostile text.

    python benchmarks/repair_speed.py [FOLDER …]

prints CPU seconds. A folder holds digests, each line of which is repaired as one field.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

START = time.process_time()
from sitegen.repair import repair  # noqa: E402 - its import is measured

IMPORT = time.process_time() - START
MEGABYTE = 1_000_000
HOSTILE = (
    *(
        "{",
        "}",
        "{}",
        "\\",
        "$",
        "$x",
        "$x$ ",
        "`",
        "``",
        "'",
        '"',
        "''",
        "*",
        "*a",
        "**a",
        "_",
        "a_",
        "a_b ",
        "^",
        "a^",
        "x^2",
    ),
    *(
        "(",
        "(a",
        ")",
        "[",
        "[a](",
        "http://",
        "http://a.b/",
        "https://a.b/{",
        "www.",
        "a.com/",
        "~",
        "a~b",
        "-",
        "a--b",
        " - ",
    ),
    *(
        "%",
        " %a",
        "\\emph{",
        "{\\em ",
        "\\textbf{a",
        "\\'",
        "\\'e",
        "\\cite{",
        "\\url{",
        "\\href{",
        "\\frac",
        "\\sqrt{",
        "\\left(",
    ),
    *(
        "\\alpha",
        "alpha",
        "alpha=",
        "mathcal",
        "mathcal{",
        "mathbb R",
        "x in ",
        "times",
        "1times",
        "1 times ",
        "sim1",
        "left(",
    ),
    *(
        "C_{",
        "a_{b_{",
        "x^{",
        "x^{2",
        "(x^2",
        "1x",
        "1x1",
        "1 x ",
        "1-",
        "10-20% ",
        "1.",
        "i.e.",
        "a.The",
        " .",
        "Phi",
        "C_Phi Phi ",
        "a ",
    ),
)


def seconds(texts: list[str]) -> float:
    """CPU time to repair them all."""
    start = time.process_time()
    for text in texts:
        repair(text)
    return time.process_time() - start


if __name__ == "__main__":
    print(f"{IMPORT:7.3f} s  import")
    for folder in sys.argv[1:] or ["digests"]:
        fields = [
            line
            for file in sorted(Path(folder).glob("*.txt"))
            for line in file.read_text(encoding="utf-8").splitlines()
            if line.strip()
        ]
        print(f"{seconds(fields):7.3f} s  {folder}: {len(fields)} fields")
    for unit in HOSTILE:
        print(f"{seconds([unit * (MEGABYTE // len(unit))]):7.3f} s  1 MB of {unit!r}", flush=True)
