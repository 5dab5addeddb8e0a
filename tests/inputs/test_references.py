"""Bibliographies of several styles are one message; nothing of them becomes a paper, and no digest is taken for one."""

from __future__ import annotations

import pytest
from lists import kind, printed, said

STYLES = {
    "APA": "Doe, J., & Zhang, W. (2021). {title}. Letters on Tides, 1(2), 3–4. https://doi.org/10.1000/182\n\n",
    "Chicago": "Doe, Jane, and Wei Zhang. “{title}.” Letters on Tides 1, no. 2 (2021): 3–4.\n",
    "MLA": 'Doe, Jane, et al. "{title}." Letters on Tides, vol. 1, no. 2, 2021, pp. 3-4.\n',
    "IEEE": "[{number}]\tJ. Doe and W. Zhang, “{title},” Lett. Tides, vol. 1, no. 2, pp. 3–4, 2021.\n",
    "Vancouver": "{number}. Doe J, Zhang W. {title}. Letters on Tides. 2021;1(2):3-4.\n",
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_references_are_one_message(style: str) -> None:
    assert said(printed(style)) == [
        "list.txt:1:1: error: is a list of references, whose titles are set off by nothing"
        " (export it as BibTeX from where it comes, or write each title in a line of its own)"
    ]


def test_references_behind_a_digest_leave_it_a_digest() -> None:
    assert kind(printed("{title}\n{abstract}\n") + printed(STYLES["APA"]).replace("\n\n", "\n")) != "references"
