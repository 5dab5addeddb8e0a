"""Files as people and programs spoil them: what is read again is read or refused, with a place, and never a traceback.

Each target begins with a file that is right and damages it: pieces are cut, doubled, moved and put in, so that a try
gets deeper into a parser than arbitrary bytes would. How many tries: as in ``test_fuzz.py``.
"""

from __future__ import annotations

import contextlib
import json
import re
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import scholarly
from commands import DIGEST
from hypothesis import given, settings
from hypothesis import strategies as st
from inventories import FROGS, HEADER, TOADS
from lists import PAPERS, printed, wrapped
from test_fuzz import PIECES, TEXTS, TRIES, bounded, letters

from sitegen import overrides
from sitegen.catalogue.naming.fingerprint import fingerprint
from sitegen.check.inventory import NotAnInventoryError, read_inventory
from sitegen.check.listing import addresses, of_addresses, of_papers_json
from sitegen.check.published import of_inventory
from sitegen.config.describe import PARTS
from sitegen.config.load import load
from sitegen.config.schema import keys_of
from sitegen.facts.model import Facts, SourcedFacts
from sitegen.facts.read import read_stated
from sitegen.facts.write import add
from sitegen.inputs.document import decode
from sitegen.inputs.read import InputFile, read_file
from sitegen.inputs.roles import Role
from sitegen.lookup.services import SERVICES
from sitegen.names.published import published_names
from sitegen.permalinks import text as permalinks_text
from sitegen.permalinks.model import PermalinkRecord, Permalinks
from sitegen.permalinks.read import parse
from sitegen.problem import MachineError, Problem, has_errors
from sitegen.repair import repair
from sitegen.repair.inline import to_html, to_tex, to_text

LABELS = {"title", "abstract", "summary", "paper", "article", "https", "http"}  # and what a heading's link leads to

# What a parser of structured text may stumble over.
SIGNS = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            "\n  ",
            "  ",
            "\t",
            ":",
            ": ",
            ",",
            "- ",
            "[",
            "]",
            "{",
            "}",
            '"',
            "'",
            "\\",
            "#",
            "|",
            ">-",
            "&a ",
        ),
        *("*a", "<<: *a", "!!str ", "!x ", "? ", "---\n", "...\n", "null", "~", "true", "0", "-1", "1e999", "9" * 400),
        *(
            "2024-02-30",
            "2024-02-29",
            "0000-00-00",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\x00",
            "\x7f",
            "\ud800",
            "é",
            "中",
            "😀",
        ),
        *(
            "[" * 150,
            "{a: " * 150,
            '{"a":' * 3000,
            "con",
            "a-b",
            "a--b",
            "-a",
            "paper-x",
            "moved_to",
            "title",
            "%41",
            "%",
        ),
        *("https://example.org/", "http://[::1", "//", "../", "10.1/x", "$", "std:doc -1", "<loc>", "</loc>", "&#0;"),
    ]
)


def damaged(*seeds: str) -> st.SearchStrategy[str]:
    """One of the texts with a few accidents: at a place, so many characters give way to something else."""
    place = st.floats(0, 1, exclude_max=True)
    accident = st.tuples(place, st.integers(0, 12) | st.integers(0, 200), SIGNS | PIECES | st.text(max_size=3) | place)

    def spoilt(seed: str, accidents: list[tuple[float, int, str | float]]) -> str:
        text = seed
        for at, length, instead in accidents:
            start = int(at * len(text))
            if isinstance(instead, float):  # something from elsewhere in the text
                source = int(instead * len(text))
                instead = text[source : source + max(length, 20)]
            text = text[:start] + instead + text[start + length :]
        return text[:20_000]

    return st.builds(spoilt, st.sampled_from(seeds), st.lists(accident, max_size=5))


def as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def said_well(problems: tuple[Problem, ...], file: str) -> None:
    """Every finding is one line that a terminal can show, about the file."""
    for problem in problems:
        assert problem.location.file == file
        assert "\n" not in str(problem)
        assert str(problem).isprintable() or str(problem).encode("utf-8", "strict")


def from_disk(data: bytes, read: Callable[[Path], Any]) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "old.any"
        file.write_bytes(data)
        return read(file)


LAYOUTS = (
    DIGEST,
    "".join(
        f"A Title of Number {n}\nThis abstract says what was done, and how it went, at length.\n" for n in range(4)
    ),
    "# A Title\n> An abstract.\n> And its second paragraph.\n#\n> Of no title.\n\\# Sharp\n",
    "Title: One\nAuthors: A. Bee, C. Dee\nAbstract: It is.\n\n1. Two\n2401.00001\n\n## Three\nhttps://example.org/abs/3\n",
)
KINDS = (
    printed("Title: {title}\nAuthors: {authors}\nYear: 2023\nComments: 9 pages\nAbstract: {abstract}\n\n"),
    printed(
        "\\\\\narXiv:{arxiv}\nTitle: {title}\nAuthors: {authors}\n\\\\\n  {abstract}\n"
        "\\\\ ( https://a.example/ , 1kb)\n----\n"
    ),
    printed("## {number}. {title}\n\n*{authors}*\n\nhttps://arxiv.org/abs/{arxiv}\n\n{abstract}\n\n"),
    printed("{number}. **{title}**\n{authors}\n{abstract}\n"),
    printed(
        "{title}\n{authors}\nICML, 2023\n{abstract}\n[Paper](https://a.example/{arxiv}) | code: https://github.com/a/b\n"
    ),
    printed("{title}\n\n{authors}\n\nAbstract\n\n{abstract}\n\n"),
    "".join(f"{paper.title}\n{paper.authors}\n{wrapped(paper.abstract, 60)}\n\n12\n\nPonds\n\n" for paper in PAPERS),
    "---\ntitle: March\ndate: 2024-03-05\ntags:\n  - a\n---\n" + printed("{title}\n\n{abstract}\n\n"),
    printed("https://arxiv.org/abs/{arxiv}\n"),
    printed("Submitted by\n\nfrog\n87\n{title}\nPonds\n· 14 authors\n\n3\nUpvote 4\n"),
    printed("[PDF] {title}\nA Frog, B Toad - Ponds, 2023 - ponds.example\n{abstract}\nSave Cite Cited by 8\n"),
)
BIBTEX = """\
@string{ponds = "Journal of Ponds"}
@article{frog2024, title = {Frogs of {N}ine Ponds}, author = "Frog, Ada and T{\\"o}ad, Bo and others",
  journal = ponds # {, new series}, year = 2024, eprint = {2404.00001}, abstract = {They leap.}, doi = {10.1/x}}
@comment{nothing}
"""
RIS = """\
TY  - JOUR
TI  - Frogs of Nine Ponds
AU  - Frog, Ada
PY  - 2024/04/03
AB  - They leap.
     Far.
DO  - 10.1/x
ER  -
"""
TABLE = (
    'Title,Authors,Year,Abstract,DOI\n"Frogs, of Nine Ponds","Frog, Ada; Toad, Bo",2024,"They ""leap"".\nFar.",10.1/x\n'
)
READING_LIST = """\
# Frogs

- [Frogs of Nine Ponds](https://arxiv.org/abs/2404.00001) Ada Frog, Bo Toad, 2024
  - They leap.
* [B](<x y>)
"""
ATOM = scholarly.arxiv(
    {"id": "2101.00001", "title": "Pebbles", "summary": "Sorted.", "published": "2021-01-02", "authors": ["Jo Doe"]}
).body.decode()
JSONS: tuple[Any, ...] = (
    [
        {
            "id": "a",
            "type": "article",
            "title": "Frogs",
            "author": [{"family": "Frog", "given": "Ada"}],
            "abstract": "Leap.",
            "issued": {"date-parts": [[2024, 4, 3]]},
            "DOI": "10.1/x",
            "container-title": "Ponds",
        }
    ],
    {
        "results": [
            {
                "id": "https://openalex.org/W1",
                "title": "Frogs",
                "publication_year": 2024,
                "doi": "https://doi.org/10.1/x",
                "abstract_inverted_index": {"They": [0], "leap": [1, 3], "and": [2]},
                "authorships": [{"author": {"display_name": "Ada"}}],
                "primary_location": {"source": {"display_name": "Ponds"}},
            }
        ]
    },
    [
        {
            "paper": {
                "id": "2404.00001",
                "title": "Frogs",
                "summary": "Leap.",
                "authors": [{"name": "Ada Frog"}],
                "publishedAt": "2024-04-03T00:00:00.000Z",
            },
            "publishedAt": "2024-04-04T00:00:00.000Z",
        }
    ],
    {
        "site": {"title": "Ours"},
        "papers": [
            {
                "slug": "frogs",
                "title": "Frogs",
                "abstract": "Leap.",
                "mentions": [{"digest": "a"}],
                "raw_title": "Frogs",
                "authors": [{"family": "Frog", "given": "Ada"}],
                "year": 2024,
                "links": [{"href": "x"}],
            }
        ],
    },
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place of a value of JSON: the list or object, and the index or key in it."""
    inside = [*value.items()] if isinstance(value, dict) else [*enumerate(value)] if isinstance(value, list) else []
    return [place for key, part in inside for place in ((value, key), *places(part))]


ODD = st.sampled_from(
    [None, True, -1, 1e300, 10**30, "", "x" * 300, "2024-13-01", "\ud800\x00\u202e", [], {}, [None], {"": 0}, [[[]]]]
)


def of_another_kind(*seeds: Any) -> st.SearchStrategy[str]:
    """One of the values as JSON, with others than promised at a few places."""

    def spoilt(seed: Any, accidents: list[tuple[float, Any]]) -> str:
        value = json.loads(json.dumps(seed))
        for at, instead in accidents:
            found = places(value)
            if found:
                holder, key = found[int(at * len(found))]
                holder[key] = json.loads(json.dumps(instead))
        return json.dumps(value)

    accident = st.tuples(st.floats(0, 1, exclude_max=True), ODD)
    return st.builds(spoilt, st.sampled_from(seeds), st.lists(accident, min_size=1, max_size=4))


def is_read(name: str, text: str) -> None:
    reading = read_file(InputFile(name, as_bytes(text)))
    assert reading.entries or reading.problems
    said_well(reading.problems, name)
    for entry in reading.entries:
        assert entry.title or entry.abstract


@bounded
@given(damaged(*LAYOUTS), damaged(BIBTEX), damaged(RIS))
def test_any_digest_bibtex_and_ris_is_papers_or_findings(digest: str, bibtex: str, ris: str) -> None:
    is_read("a.txt", digest)
    is_read("a.bib", bibtex)
    is_read("a.ris", ris)


@settings(bounded, max_examples=TRIES * 4)
@given(damaged(*KINDS))
def test_any_digest_of_any_kind_is_papers_or_findings_and_loses_no_line(text: str) -> None:
    data = as_bytes(text)
    is_read("a.txt", text)
    document, _ = decode(data, "a.txt")
    if document is None:
        return
    found = read_file(InputFile("a.txt", data))
    if not found.lines:
        return
    assert len(found.lines) == len(document.lines)
    shown = letters("".join(entry.title + entry.abstract for entry in found.entries))
    for line, role in zip(document.lines, found.lines, strict=True):
        if role in (Role.TITLE, Role.ABSTRACT, Role.PARAGRAPH):
            kept = [word for word in re.findall(r"[A-Za-z]{4,}", line) if word.lower() not in LABELS]
            assert all(word in shown for word in kept), line


@bounded
@given(damaged(TABLE), damaged(READING_LIST), damaged(ATOM))
def test_any_table_reading_list_and_feed_is_papers_or_findings(table: str, markdown: str, feed: str) -> None:
    is_read("a.csv", table)
    is_read("a.md", markdown)
    is_read("a.xml", feed)


@settings(bounded, max_examples=TRIES * 2)
@given(of_another_kind(*JSONS) | damaged(*map(json.dumps, JSONS)))
def test_any_json_of_any_service_is_papers_or_findings(text: str) -> None:
    is_read("a.json", text)


@settings(bounded, max_examples=TRIES * 2)
@given(
    damaged("We show $x^{2}$ and \\frac{a}{b} of ``it'' -- see https://example.org/a{b}.", "mathcal{O}(n log n)")
    | TEXTS
)
def test_any_text_is_repaired_to_text_that_every_form_can_hold(text: str) -> None:
    inline = repair(text)
    for written in (to_text(inline), to_html(inline), to_tex(inline)):
        assert "\n" not in written
    shown = to_text(inline)
    assert to_text(repair(shown)) == shown


EXAMPLES = "input: [digests]\n" + "".join(
    f"{name}: {key.example}\n" for name, key in keys_of(PARTS[0][2][0]).items() if name not in ("input", "output")
)
WHOLE = (
    "input: [digests]\ntags:\n  - {"
    + ", ".join(
        f"{name}: {key.example}"
        for part in PARTS
        if part[0] == "tags"
        for one in part[2]
        for name, key in keys_of(one).items()
    )
    + "}\ngroups: [Compression & efficiency]\nmerge: {same: [[a, b]], different: [[a, 'march#3']]}\n"
)


@settings(bounded, max_examples=TRIES)
@given(damaged(EXAMPLES, WHOLE))
def test_damaged_settings_are_settings_or_errors_with_a_place(text: str) -> None:
    found, problems = from_disk(as_bytes(text), load)
    assert (found is None) == has_errors(problems)
    said_well(problems, "old.any")


NAMES = permalinks_text.updated(
    Permalinks(),
    {
        record.slug: record
        for record in (
            PermalinkRecord("frogs", 'Frogs "and" Toads', "2024-04-03", fingerprint("Frogs are counted in two ponds.")),
            PermalinkRecord("null", "", moved_to="frogs"),
            PermalinkRecord(
                "toads", "Toads", "2024-04-03", removed="2024-05-01", reason="Withdrawn, says \\ its author."
            ),
        )
    },
)


@bounded
@given(damaged(NAMES))
def test_any_permalinks_are_names_or_errors_with_a_place(text: str) -> None:
    permalinks, problems = parse(text)
    assert (permalinks is None) == has_errors(problems)
    said_well(problems, "permalinks.yaml")
    if permalinks is not None:
        again, _ = parse(permalinks_text.updated(permalinks, permalinks.records))
        assert again is not None
        assert again.records == permalinks.records


LOOKED_UP = SourcedFacts(Facts(year=2024), ("DBLP",))
FACTS = """\
frogs:
  authors: [Ada Frog, "Toad, Bo", others]
  year: 2024
  venue: "Pond: Letters"
  arxiv: 2404.00001v2
  doi: https://doi.org/10.1000/182
  acl: P17-1001
  openreview: rJXMpikCZ
  url: https://example.org/frogs
  published: 2024-04-03
  source: [a note, https://example.org/]
  day: 2024-05-01
  found:
    - {authors: [Ada Frog], year: 2023, source: DBLP, day: 2024-05-01}
"A Title: With a Colon":
  - {arxiv: cs/0101001, source: arXiv, day: 2024-05-01}
Toads:
  found: []
"""


@bounded
@given(damaged(FACTS))
def test_any_facts_are_facts_or_findings_with_a_place(text: str) -> None:
    found = read_stated(text)
    said_well(found.problems, "facts.yaml")
    for record in found.records:
        assert record.location.file == "facts.yaml"
    if not has_errors(found.problems):
        with contextlib.suppress(MachineError):  # it says that it cannot, and nothing is written
            add(text, {"frogs": [LOOKED_UP], "newts": [LOOKED_UP]})


PATCHES = """\
frogs:
  - {field: abstract, find: "the … pond", replace: "the ponds", source: https://example.org/}
  - field: title
    find: "\\\\our~"
    source: the title
    all: true
"""


@bounded
@given(damaged(PATCHES), TEXTS)
def test_any_patches_are_patches_or_findings_with_a_place(text: str, title: str) -> None:
    found, problems = from_disk(as_bytes(text), overrides.load)
    said_well(problems, "old.any")
    for patches in found.values():
        overrides.patched(title, patches or ())


@bounded
@given(damaged("\n".join((*FROGS, *TOADS))), st.integers(0, 3), st.binary(max_size=6), st.floats(0, 1))
def test_any_inventory_is_names_or_no_inventory(text: str, cut: int, noise: bytes, place: float) -> None:
    data = HEADER + zlib.compress(as_bytes(text))
    if noise:
        at = int(place * len(data))
        data = data[:at] + noise + data[at + cut :]
    with contextlib.suppress(NotAnInventoryError):
        for name in read_inventory(data):
            assert ":" in name.kind
    with contextlib.suppress(MachineError):
        of_inventory("old", data)


LISTED = json.dumps(
    {
        "version": 1,
        "papers": [
            {"slug": "frogs", "title": "Frogs", "abstract": "In ponds.", "aliases": ["f"], "first_seen": "2024-04-03"}
        ],
        "tags": [{"slug": "ponds", "aliases": []}],
        "digests": [{"slug": "april"}],
        "removed": [{"slug": "toads", "title": "Toads", "day": "2024-05-01", "reason": "gone"}],
    },
    indent=1,
)


@bounded
@given(damaged(LISTED, NAMES) | of_another_kind(json.loads(LISTED)))
def test_any_list_of_an_earlier_site_is_pages_and_names_or_refused(text: str) -> None:
    data = as_bytes(text)
    with contextlib.suppress(MachineError):
        assert all(path.endswith(".html") for path in of_papers_json("old", data).paths)
    with contextlib.suppress(MachineError):
        names, problems = from_disk(data, lambda file: published_names(str(file)))
        assert (names is None) == has_errors(problems)


MAP = "".join(
    [
        "<urlset>",
        *(f"<url><loc>https://example.org/cat/{page}</loc></url>\n" for page in ("", "a.html", "papers/b.html")),
    ]
)


@bounded
@given(damaged(MAP))
def test_any_sitemap_is_pages_or_refused(text: str) -> None:
    with contextlib.suppress(MachineError):
        of_addresses("old", addresses(as_bytes(text)))


PEBBLES = {
    "title": "Pebbles",
    "authors": ["Jo Doe"],
    "venue": "Rocks",
    "year": "2021",
    "doi": "10.1/x",
    "summary": "Sorted.",
}
WORK = {
    "title": ["Pebbles"],
    "author": [{"family": "Doe", "given": "Jo"}],
    "issued": {"date-parts": [[2021, 1, 2]]},
    "DOI": "10.1/x",
}
ANSWERS = tuple(
    answer.body.decode()
    for answer in (
        scholarly.arxiv(PEBBLES | {"id": "2101.00001", "published": "2021-01-02"}),
        scholarly.dblp(PEBBLES),
        scholarly.crossref(WORK),
        scholarly.crossref_work(WORK),
    )
)


@bounded
@given(damaged(*ANSWERS) | of_another_kind(*map(json.loads, ANSWERS[1:])))
def test_any_answer_of_a_service_is_candidates_or_refused(text: str) -> None:
    for service in SERVICES:
        with contextlib.suppress(ValueError):
            service.read(as_bytes(text))
