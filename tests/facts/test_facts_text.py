"""How facts are written into `facts.yaml`, and that they read back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.day import Day
from sitegen.facts.model import Facts, Person, SourcedFacts
from sitegen.facts.read import read_stated
from sitegen.facts.text import WIDTH, entry
from sitegen.words.visible import visible

VINYALS = SourcedFacts(
    Facts(
        authors=(Person("Vinyals", "Oriol"), Person("Fortunato", "Meire"), Person("Jaitly", "Navdeep")),
        year=2015,
        arxiv="1506.03134",
        published=Day(6, 9, 2015),
    ),
    ("arXiv",),
    Day(3, 2, 2026),
)
NIPS = SourcedFacts(Facts(year=2015, venue="NIPS"), ("DBLP",), Day(3, 2, 2026))


def test_an_entry_has_a_line_for_the_authors_and_one_for_the_rest_of_what_a_source_states() -> None:
    assert entry("pointer-networks", [VINYALS, NIPS]) == (
        "pointer-networks:\n"
        "- {authors: [Oriol Vinyals, Meire Fortunato, Navdeep Jaitly],\n"
        "   year: 2015, arxiv: 1506.03134, published: 2015-06-09, source: arXiv, day: 2026-03-02}\n"
        "- {year: 2015, venue: NIPS, source: DBLP, day: 2026-03-02}\n"
    )


def test_a_long_list_of_authors_goes_on_in_the_next_line() -> None:
    crowd = Facts(authors=tuple(Person(f"Family{n}", f"Given{n}") for n in range(40)), year=2015)
    lines = entry("a", [SourcedFacts(crowd, ("arXiv",))]).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert lines[2].startswith("   Given")
    assert read_stated("\n".join(lines) + "\n")[0][0].facts == crowd


@pytest.mark.parametrize(
    ("venue", "written"),
    [
        ("IEEE/CVF Conference (CVPR) 2021", "IEEE/CVF Conference (CVPR) 2021"),
        ("Physica A: Statistical Mechanics", '"Physica A: Statistical Mechanics"'),
        ("2015", '"2015"'),
        ("No", '"No"'),
        ('The "Best" of [All]', '"The \\"Best\\" of [All]"'),
        ("#1 in Toads", '"#1 in Toads"'),
        ("蛙学报", "蛙学报"),
    ],
)
def test_quotes_stand_only_where_yaml_needs_them(venue: str, written: str) -> None:
    text = entry("a", [SourcedFacts(Facts(venue=venue), ("x",))])
    assert text == f"a:\n- {{venue: {written}, source: x}}\n"
    assert read_stated(text)[0][0].facts == Facts(venue=venue)


@pytest.mark.parametrize("name", ["null", "true", "1984", "a-b", "Frogs: A Study", "no"])
def test_any_name_of_a_paper_reads_back(name: str) -> None:
    assert [one.paper for one in read_stated(entry(name, [NIPS]))[0]] == [name]


@pytest.mark.parametrize(
    "person",
    [
        Person("van Beethoven", "Ludwig"),
        Person("Vallée", "Charles de la"),
        Person("The Frog and Toad Group"),
        Person("王小明"),
        Person("O'Hara", "Jean-Luc P."),
    ],
)
def test_any_name_of_an_author_reads_back(person: Person) -> None:
    text = entry("a", [SourcedFacts(Facts(authors=(person,)), ("x",))])
    assert read_stated(text)[0][0].facts.authors == (person,)


_TEXTS = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs", "Co", "Cn")), min_size=1
    )
    .map(lambda text: " ".join(visible(text).split()))
    .filter(bool)
)
_FACTS = st.builds(
    Facts,
    year=st.none() | st.integers(2101, 9999),
    venue=_TEXTS,
    arxiv=st.sampled_from(["", "0704.0001", "1506.03134v2", "math/0309136"]),
    doi=st.sampled_from(["", "10.1000/182", "10.1002/(SICI)1097<x", "10.1000/a:b"]).filter(lambda doi: "<" not in doi),
    url=st.sampled_from(["", "https://example.org/a?b=c&d=%20e#f", "http://example.org:8080/x,y;z"]),
    published=st.none() | st.builds(Day, st.integers(1, 12), st.integers(1, 28), st.integers(1900, 2100)),
)
_FOUND = st.lists(
    st.builds(
        SourcedFacts, _FACTS, st.lists(_TEXTS, min_size=1, max_size=3).map(tuple), st.none() | st.just(Day(3, 2, 2026))
    ),
    min_size=1,
    max_size=3,
)


@given(_FOUND)
def test_what_is_written_reads_back(found: list[SourcedFacts]) -> None:
    ((record,), problems) = read_stated(entry("a", found))
    assert (record.stated, problems) == (tuple(found), ())
