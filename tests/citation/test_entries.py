"""One record in each format, letter by letter."""

from __future__ import annotations

import json

from builders import files_of, make_catalogue, make_paper, make_test_index
from msgspec import structs

from sitegen.citation.bibtex import bibtex
from sitegen.citation.csl_json import csl_json
from sitegen.citation.formats import BIBTEX, CSL_JSON, RIS
from sitegen.citation.plain import plain
from sitegen.citation.record import CitationRecord, make_record
from sitegen.citation.ris import ris
from sitegen.day import Day
from sitegen.exports.citations import export
from sitegen.facts import Facts, Person

NOTHING = Facts()
KNOWN = Facts(
    authors=(Person("Žeměř", "Ada B."), Person("van Dam", "Chris"), Person("Some Group")),
    year=2021,
    venue="Conference on Examples (COE)",
    arxiv="2101.00001",
    doi="10.1000/a_b",
    published=Day(1, 2, 2021),
)


def record(title: str = "GLIM: A Light on Things", facts: Facts = NOTHING, **more: object) -> CitationRecord:
    paper = make_paper(title, slug="glim", abstract="We see GLIM.")
    given = {"page": "https://h.example/papers/glim.html", "catalogue": "Papers & Co", "keywords": ["Light & dark"]}
    return make_record(paper, facts, **{**given, **more})  # type: ignore[arg-type]


def test_bibtex_of_a_paper_of_which_little_is_known() -> None:
    assert bibtex(record()) == (
        "@misc{glim,\n"
        "  title = {{GLIM}: A Light on Things},\n"
        "  key = {GLIM},\n"
        "  url = {https://h.example/papers/glim.html},\n"
        "  keywords = {Light \\& dark},\n"
        "  note = {Listed in Papers \\& Co. No authors or year on record}\n"
        "}\n"
    )


def test_bibtex_of_a_paper_of_which_much_is_known() -> None:
    assert bibtex(record(facts=KNOWN, keywords=())) == (
        "@inproceedings{glim,\n"
        "  title = {{GLIM}: A Light on Things},\n"
        "  author = {Žeměř, Ada B. and van Dam, Chris and {Some Group}},\n"
        "  booktitle = {Conference on Examples (COE)},\n"
        "  year = {2021},\n"
        "  eprint = {2101.00001},\n"
        "  archiveprefix = {arXiv},\n"
        "  doi = {10.1000/a_b},\n"
        "  url = {https://arxiv.org/abs/2101.00001},\n"
        "  published = {2021-01-02}\n"
        "}\n"
    )


def test_bibtex_keeps_together_the_names_that_it_would_take_apart() -> None:
    facts = Facts(authors=(Person("Rock and Roll Lab"), Person("B, C", "A")))
    assert "  author = {{Rock and Roll Lab} and {A B, C}},\n" in bibtex(record(facts=facts))


def test_an_address_holds_no_brace_that_bibtex_would_count() -> None:
    assert "url = {https://h.example/a%7Bb},\n" in bibtex(record(facts=Facts(pdf="https://h.example/a{b")))


def test_ris_line_by_line() -> None:
    assert ris(record(facts=KNOWN)).split("\r\n") == [
        "TY  - CPAPER",
        "ID  - glim",
        "TI  - GLIM: A Light on Things",
        "AU  - Žeměř, Ada B.",
        "AU  - van Dam, Chris",
        "AU  - Some Group",
        "PY  - 2021",
        "T2  - Conference on Examples (COE)",
        "AB  - We see GLIM.",
        "KW  - Light & dark",
        "DO  - 10.1000/a_b",
        "UR  - https://arxiv.org/abs/2101.00001",
        "UR  - https://h.example/papers/glim.html",
        "DB  - Papers & Co",
        "N1  - First published: 2021-01-02",
        "ER  - ",
        "",
        "",
    ]


def test_csl_json_key_by_key() -> None:
    assert json.loads(csl_json(record(facts=KNOWN))) == {
        "id": "glim",
        "type": "paper-conference",
        "title": "GLIM: A Light on Things",
        "title-short": "GLIM",
        "author": [
            {"family": "Žeměř", "given": "Ada B."},
            {"family": "van Dam", "given": "Chris"},
            {"literal": "Some Group"},
        ],
        "issued": {"date-parts": [[2021]]},
        "container-title": "Conference on Examples (COE)",
        "DOI": "10.1000/a_b",
        "URL": "https://arxiv.org/abs/2101.00001",
        "abstract": "We see GLIM.",
        "source": "Papers & Co",
        "keyword": "Light & dark",
        "note": "arXiv:2101.00001. First published: 2021-01-02",
    }


def test_a_day_is_given_where_it_is_that_of_the_record() -> None:
    posted = structs.replace(KNOWN, venue="")
    assert json.loads(csl_json(record(facts=posted)))["issued"] == {"date-parts": [[2021, 1, 2]]}
    assert "  month = jan,\n" in bibtex(record(facts=posted))
    assert "DA  - 2021/01/02" in ris(record(facts=posted))
    assert "DA  -" not in ris(record(facts=structs.replace(posted, year=2022)))


def test_what_is_not_known_is_said_and_never_filled_in() -> None:
    assert json.loads(csl_json(record()))["note"] == "No authors or year on record"
    assert record(facts=Facts(year=2020)).note == "No authors on record"
    assert record(facts=Facts(authors=KNOWN.authors)).note == "No year on record"
    assert record(facts=Facts(published=Day(5, 6, 2020))).year == 2020
    for text in (bibtex(record()), ris(record()), csl_json(record())):
        assert not any(word in text for word in ("author =", "AU  -", '"author"', "year =", "PY  -", "issued", "n.d."))


def test_without_an_address_of_the_site_no_address_is_made_up() -> None:
    assert "url" not in bibtex(record(page=""))
    assert "UR  -" not in ris(record(page=""))
    assert "URL" not in json.loads(csl_json(record(page="")))


def test_a_plain_citation_says_what_is_known() -> None:
    assert plain(record()) == "GLIM: A Light on Things. Listed in Papers & Co. https://h.example/papers/glim.html"
    assert plain(record("Why?", facts=KNOWN)) == (
        "Ada B. Žeměř, Chris van Dam and Some Group (2021). Why? Conference on Examples (COE). "
        "https://arxiv.org/abs/2101.00001"
    )


def test_of_many_authors_a_plain_citation_names_the_first() -> None:
    many = Facts(authors=tuple(Person(f"N{number}", "A") for number in range(11)))
    assert plain(record(facts=many)).startswith("A N0 et al. GLIM")


def test_the_kind_of_a_venue_decides_the_type_alone() -> None:
    kinds = {
        "Transactions on Examples": "article",
        "Nature": "article",
        "Journal of the Conference of Birds": "article",
        "Workshop on Things": "meeting",
        "Artificial Intelligence Review": "article",
        "Pattern Recognition": "article",
        "TMLR 2024": "article",
        "ICLR 2021": "meeting",
        "ACM SIGCOMM 2024": "meeting",
        "Artificial Intelligence and Statistics (AISTATS)": "meeting",
        "Micro and Nano Photonics": "other",
        "Tip of the Week": "other",
        "Some Publisher": "other",
        "": "other",
    }
    assert {venue: record(facts=Facts(venue=venue)).kind for venue in kinds} == kinds


def test_a_hostile_title_stays_one_line_in_every_format() -> None:
    title = "End\r\nER  - \n}\n@misc{evil, title={x}}\u2028[x]: y"
    hostile = record(title)
    assert bibtex(hostile).count("\n@") == 0
    assert ris(hostile).count("\r\nER  -") == 1
    assert "\n" not in csl_json(hostile)
    assert "\n" not in plain(hostile)


def test_files_of_several_entries_are_whole() -> None:
    index = make_test_index(make_catalogue({"d": ["A", "B"]}))
    bib, ris_file, csl = (
        files_of(export(format), index)[f"papers{format.ending}"].decode() for format in (BIBTEX, RIS, CSL_JSON)
    )
    assert bib.count("\n}\n\n@misc{b,") == 1
    assert ris_file.count("\r\nER  - \r\n\r\nTY  - GEN\r\n") == 1
    assert [item["id"] for item in json.loads(csl)] == ["a", "b"]


def test_each_earlier_name_is_a_key_in_files_that_documents_cite_from() -> None:
    renamed = record(aliases=["old", "older"])
    entries = BIBTEX.entry(renamed).split("\n\n")
    assert [entry.partition(",")[0] for entry in entries] == ["@misc{glim", "@misc{old", "@misc{older"]
    assert len({entry.partition(",")[2].strip() for entry in entries}) == 1
    items = json.loads(f"[{CSL_JSON.entry(renamed)}]")
    assert [item.pop("id") for item in items] == ["glim", "old", "older"]
    assert items[0] == items[1] == items[2]


def test_reference_managers_and_pages_have_each_paper_once() -> None:
    renamed = record(aliases=["old"])
    assert bibtex(renamed).count("@misc{") == 1
    assert ris(renamed).count("TY  -") == 1
    assert json.loads(csl_json(renamed))["id"] == "glim"


def test_a_venue_of_unknown_kind_is_published_how_where_somebody_is_the_author() -> None:
    facts = Facts(venue="Some Publisher", year=2021)
    assert "  note = {Some Publisher. No authors on record}\n" in bibtex(record(facts=facts))
    assert "howpublished" not in bibtex(record(facts=facts))
    named = structs.replace(facts, authors=KNOWN.authors)
    assert "  howpublished = {Some Publisher},\n" in bibtex(record(facts=named))
