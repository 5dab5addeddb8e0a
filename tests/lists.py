"""People's lists as tests write them: a text, read by whichever reader takes it."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from sitegen.facts.model import Facts
from sitegen.inputs.document import Document
from sitegen.inputs.model import Entry
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.read import InputFile, read_file
from sitegen.inputs.readers import reader_of


def reading(text: str, file: str = "list.txt") -> ParsedDigest:
    """What a file with this text says."""
    return read_file(InputFile(file, text.encode()))


def only(text: str, file: str = "list.txt") -> Entry:
    """The entry of a file that has one, read without a word."""
    found = reading(text, file)
    assert [str(problem) for problem in found.problems] == []
    (entry,) = found.entries
    return entry


def facts(text: str, file: str = "list.txt") -> Facts:
    """The facts of that entry."""
    return only(text, file).facts


def said(text: str, file: str = "list.txt") -> list[str]:
    """The problems of a file, as they are printed."""
    return [str(problem) for problem in reading(text, file).problems]


def kind(text: str, file: str = "list.txt") -> str:
    """The reader that takes a file."""
    return reader_of(Document(file, text)).name


class Printed(NamedTuple):
    """A paper as lists print it."""

    title: str
    authors: str
    abstract: str
    arxiv: str


PAPERS = (
    Printed(
        "Sediment in Narrow Rivers",
        "Jane Doe, John Smith",
        "We study how narrow rivers carry sediment when rain comes late. A small model explains the measured slopes, "
        "and field work in four valleys agrees with it. Its two parameters can be read off a map by anyone.",
        "2401.01234",
    ),
    Printed(
        "Do Bees Count Flowers?",
        "Mary K. Bell, Wei Zhang, Olga Petrova",
        "This paper asks whether bees count flowers before they choose one. Over three summers we filmed a meadow and "
        "found that they do, up to four. Beyond that they guess, better than chance in bright light only.",
        "2402.04321",
    ),
    Printed(
        "Broken Tablets: Where Clay Gives Way",
        "Ludwig van der Berg",
        "Clay tablets often break along the lines that scribes drew. We scanned ninety of them and show that the depth "
        "of a line predicts the break. The finding helps to order fragments that were found apart.",
        "2403.11111",
    ),
    Printed(
        "Slow Tides",
        "Ana García-López, Søren Kjær",
        "Tides in closed bays are slow, and nobody had measured how slow. Ten gauges in one bay give the answer for a "
        "year of calm weather. The delay grows with the square of the distance from the mouth.",
        "2311.00007",
    ),
)


def printed(form: str) -> str:
    """The papers, each in a form with their fields' names in braces; ``number`` counts them."""
    return "".join(form.format(number=number, **paper._asdict()) for number, paper in enumerate(PAPERS, 1))


def wrapped(text: str, width: int = 78) -> str:
    """A text cut to lines."""
    return textwrap.fill(text, width)


def papers(found: ParsedDigest) -> list[tuple[str, str]]:
    """Titles and abstracts of a digest, lines joined."""
    return [(" ".join(entry.title.split()), " ".join(entry.abstract.split())) for entry in found.entries]


def authors(found: ParsedDigest) -> list[str]:
    """Who wrote each entry of a digest."""
    return [", ".join(person.name for person in entry.facts.authors) for entry in found.entries]


TEXTS = [(paper.title, paper.abstract) for paper in PAPERS]
"""What is read of the papers where nothing goes wrong."""

AUTHORS = [paper.authors for paper in PAPERS]
IDS = [paper.arxiv for paper in PAPERS]
