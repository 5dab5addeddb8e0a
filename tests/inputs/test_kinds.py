"""What kind of file is this? By what it holds, whatever its name; and which of our modules that takes."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from lists import PAPERS, kind, printed, said, wrapped

from sitegen.inputs.read import InputFile, read_file

PAPER = {"slug": "a", "title": "A", "abstract": "B", "mentions": [], "raw_title": "A"}
KINDS = {
    "bibtex": "% from a program\n\n@article{a,\n  title = {Tides}\n}\n",
    "ris": "TY  - JOUR\nTI  - Tides\nER  - \n",
    "arxiv_atom": '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"></feed>\n',
    "catalogue_json": json.dumps({"papers": [PAPER]}),
    "daily_papers": json.dumps(
        [{"paper": {"id": "2401.00001", "title": "A", "summary": "B", "authors": [], "publishedAt": "2024-01-02"}}]
    ),
    "openalex": json.dumps({"meta": {}, "results": [{"id": "https://openalex.org/W1", "title": "A"}]}),
    "csl_json": json.dumps([{"type": "book", "title": "A"}]),
    "table": "Title,Year\nTides,2020\n",
    "reading_list": "- [Tides](https://a.example/1)\n- [Moons](https://a.example/2)\n",
    "foreign": "<!DOCTYPE html>\n<html><body><h1>Tides</h1></body></html>\n",
    "front_matter": "---\ntitle: March\n---\n\nTides and Moons\n\nHow water moves, and why it does.\n",
    "labelled": "Title: Tides\nAuthors: Jane Doe\nAbstract: How water moves.\n",
    "copied_page": "Tides of the Sea\n9 authors\nUpvote 87\nMoons of the Sea\n4 authors\nUpvote 3\n",
    "references": "Doe, J. (2021). Tides of the Sea. Letters, 1(2), 3.\nLi, W. (2022). Moons of the Sea. Tides 2(2).\n",
    "headed": "## Tides of the Sea\n\nHow water moves.\n\n## Moons of the Sea\n\nHow they pull.\n",
    "lone_ids": "https://arxiv.org/abs/2401.00001\n10.1000/182\n",
    "detailed": printed("{title}\n{authors}\n{abstract}\n"),
    "wrapped": "".join(f"{paper.title}\n\n{wrapped(paper.abstract)}\n\n" for paper in PAPERS),
    "spaced": "Tides and Moons\n\nHow water moves, and why it does.\n",
    "compact": "Tides and Moons\nHow water moves, and why it does.\n",
}


PLAIN = ("spaced", "compact", "detailed", "wrapped")  # which may be anything: of those the name speaks


@pytest.mark.parametrize("name", [name for name in KINDS if name not in PLAIN])
@pytest.mark.parametrize("suffix", [".txt", ".bib", ".csv", ".json", ".md"])
def test_content_speaks_before_the_name(name: str, suffix: str) -> None:
    assert kind(KINDS[name], f"list{suffix}") == name


@pytest.mark.parametrize("name", PLAIN)
def test_a_text_of_no_other_kind_is_a_digest(name: str) -> None:
    assert kind(KINDS[name]) == name


@pytest.mark.parametrize(
    ("file", "name"),
    [("a.bib", "bibtex"), ("a.RIS", "ris"), ("a.tsv", "table"), ("a.md", "reading_list"), ("a.json", "foreign")],
)
def test_the_name_speaks_where_the_content_leaves_a_doubt(file: str, name: str) -> None:
    assert kind("Something else altogether\n", file) == name


@pytest.mark.parametrize(
    "text",
    [
        "Email me@work {or not}\nAn abstract that says how {braces} are set, and why they are.\n",
        "Title, Abstract, and Authors\nAn abstract about the parts that a paper has, and their order.\n",
        "A <b>bold</b> title\nAn abstract of which a word was bold when it stood on the page.\n",
        "[1] A numbered title\nAn abstract that begins as a list in JSON would, but is none.\n",
        "{Braced} Title\nAn abstract behind a title that was copied from BibTeX, braces and all.\n",
        "TY - A Survey\nAn abstract of a paper whose title begins like a tag of RIS.\n",
    ],
)
def test_a_digest_that_looks_like_another_format_at_first_is_a_digest(text: str) -> None:
    assert kind(text) == "compact"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"%PDF-1.7\n\x00",
            "is a PDF, not a list that can be read (copy its titles and abstracts into a plain text file)",
        ),
        (b"{\\rtf1 Tides}", "is an RTF document, not a list that can be read (save it as plain text (UTF-8))"),
        (
            b"PK\x03\x04\x14\x00",
            "is a Word or other office document, or a zip file, not a list that can be read"
            " (save it as plain text (UTF-8), or unpack it)",
        ),
        (b"\x1f\x8b\x08", "is packed with gzip, not a list that can be read (unpack it)"),
        (
            b"<!DOCTYPE html><p>Tides</p>",
            "is HTML, not a list that can be read"
            " (open it in a browser, copy what it shows, and save that as plain text)",
        ),
        (
            b"\n%PDF-1.7\n%\xe2\xe3",
            "is a PDF, not a list that can be read (copy its titles and abstracts into a plain text file)",
        ),
        (b"<b>Tides</b><br>\nWater.<br>\n<b>Moons</b><br/>\nThey pull.\n", "is HTML, not a list that can be read"),
        (b"<dl>\n<dt>Tides</dt>\n</dl>\n", "is HTML, not a list that can be read"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\n\nTides\n", "is HTML, not a list that can be read"),
        (
            b"PMID- 1\nTI  - Tides\nAB  - Water.\n",
            "is PubMed's own format, which is not read (save it there as PubMed (.nbib), open that in a reference"
            " manager such as Zotero, and export BibTeX)",
        ),
        (
            b"1. J Ponds. 2024 Jan;1(2):3-4. doi: 10.1000/182.\n\nTides.\n\nDoe J.\n\nPMID: 1\n",
            "is PubMed's own format, which is not read",
        ),
        (
            b"%0 Journal Article\n%T Tides\n%A Jo Doe\n",
            "is EndNote's own format, which is not read (export BibTeX or RIS)",
        ),
        (b'{"title": "Tides"}\n{"title": "Moons"}\n', "a.txt:2:1: error: is no JSON from here on: Extra data"),
        (b"Tides\n<p>\n<div>\n<p>Water</p>\n", "is HTML, not a list that can be read"),
        (b'<?xml version="1.0"?><a/>', "is XML, but no Atom feed with papers"),
        (
            b"\\documentclass{article}\n\\title{Tides}\n\\begin{document}\nWater.\n",
            "is a LaTeX document, not a list that can be read"
            " (read are BibTeX (.bib) and text: copy titles and abstracts from what it prints)",
        ),
        (b"\\bibitem{a} J. Doe. \\newblock Tides. 2024.\n", "is a LaTeX document, not a list that can be read"),
        (
            b"From: arXiv <a@b.example>\nTo: me\nSubject: cs\n  daily\nDate: 1\n\nTides\nWater.\n",
            "begins with the head of a mail (delete all lines above the first title)",
        ),
    ],
)
def test_a_file_that_holds_no_list_is_one_clear_message(data: bytes, message: str) -> None:
    found = read_file(InputFile("a.txt", data))
    assert found.entries == ()
    (problem,) = found.problems
    assert str(problem).removeprefix("a.txt: error: ").startswith(message)


def test_a_merge_conflict_in_a_digest_is_named_with_its_line() -> None:
    side = "Tides\nWater moves.\n"
    assert said(f"{side}<<<<<<< HEAD\n{side}=======\n{side}>>>>>>> main\n") == [
        "list.txt:3:1: error: holds a merge conflict that is not settled"
        " (keep one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>)"
    ]


def test_json_of_an_unknown_kind_names_the_kinds_that_are_read() -> None:
    assert said('{"a": 1}', "a.json") == [
        "a.json: error: is JSON of an unknown kind (read are CSL-JSON, Hugging Face's daily papers,"
        " OpenAlex works and papers.json of a catalogue)"
    ]


def test_a_plain_digest_imports_no_other_reader() -> None:
    program = (
        "import sys\n"
        "from sitegen.inputs.read import InputFile, read_file\n"
        f"read_file(InputFile('a.txt', {KINDS['compact'].encode()!r}))\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in"
        " ('bibtexparser', 'rispy', 'defusedxml', 'csv', 'xml', 'markdown_it')"
        " or name.startswith('sitegen.inputs.')))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    for module in ("bibtex", "ris", "arxiv_atom", "csl_json", "openalex", "table", "reading_list", "rispy", "csv'"):
        assert module not in done.stdout
