"""Files of addresses and ids: one message each, with what brings the titles."""

from __future__ import annotations

import pytest
from lists import PAPERS, printed, said

ASKED = (
    "list.txt:1:1: error: holds 4 addresses or ids, but no titles (open https://export.arxiv.org/api/query?max_results=4"
    "&id_list=2401.01234,2402.04321,2403.11111,2311.00007 and save the answer as .xml)"
)


@pytest.mark.parametrize(
    "form",
    [
        "https://arxiv.org/abs/{arxiv}\n",
        "- <https://arxiv.org/pdf/{arxiv}v2.pdf>\n\n",
        "arXiv:{arxiv}\n",
        "{arxiv}\n",
        "{arxiv}, ",
    ],
)
def test_ids_of_arxiv_are_asked_for_in_one_address(form: str) -> None:
    assert said(printed(form)) == [ASKED]


def test_many_ids_are_not_all_shown() -> None:
    assert said("".join(f"2401.{n:05}\n" for n in range(1, 30))) == [
        "list.txt:1:1: error: holds 29 addresses or ids, but no titles"
        " (open https://export.arxiv.org/api/query?max_results=29&id_list=2401.00001,2401.00002,…"
        " and save the answer as .xml)"
    ]


@pytest.mark.parametrize(
    "form", ["https://doi.org/10.1000/{number}\n", "10.1000/{number}\n", "doi: 10.1000/{number}\n"]
)
def test_dois_go_through_a_reference_manager(form: str) -> None:
    assert said(printed(form)) == [
        "list.txt:1:1: error: holds 4 addresses or ids, but no titles (a reference manager such as Zotero adds papers"
        " by DOI and exports them as BibTeX; or write titles above)"
    ]


def test_other_addresses_beside_are_counted() -> None:
    assert said(f"arXiv:{PAPERS[0].arxiv}\nhttps://a.example/1\nhttps://a.example/2\n") == [
        "list.txt:1:1: error: holds 3 addresses or ids, but no titles (open https://export.arxiv.org/api/query?max_results=1"
        "&id_list=2401.01234 and save the answer as .xml; for the other 2 write titles above, or export BibTeX)"
    ]
