from __future__ import annotations

from dataclasses import replace

from builders import make_catalogue, make_test_index

from sitegen.catalogue.model import Catalogue
from sitegen.pages import pages
from sitegen.pages.page_index import unlinked
from sitegen.repair.inline import Link, Strong, Superscript, Text


def test_no_link_stands_inside_a_link_however_deep_it_was() -> None:
    link = Link("https://example.org", "here")
    assert unlinked((Strong((link, Superscript((link,)))), link)) == (
        Strong((Text("here"), Superscript((Text("here"),)))),
        Text("here"),
    )


def changed(one: Catalogue, other: Catalogue) -> set[str]:
    """The paths of the pages that both have and that do not say the same."""
    before, after = ({page.path: page for page in pages(make_test_index(catalogue))} for catalogue in (one, other))
    return {path for path in before.keys() & after.keys() if before[path] != after[path]}


def test_a_new_paper_changes_only_pages_that_show_something_of_it() -> None:
    days = {"a": "04-03", "b": "04-02", "c": "04-01"}
    before = make_catalogue(
        {"a": ["Ants", "Bees"], "b": ["Cod"]}, tags={"sea": ["Cod"], "land": ["Ants", "Bees"]}, dates=days
    )
    after = make_catalogue(
        {"a": ["Ants", "Bees"], "b": ["Cod"], "c": ["Eel"]},
        tags={"sea": ["Cod", "Eel"], "land": ["Ants", "Bees"]},
        dates=days,
    )
    counted = {"index.html", "papers.html", "tags.html", "digests.html", "search.html", "statistics.html", "about.html"}
    assert changed(before, after) == counted | {"tags/sea.html", "digests/b.html"}  # it is no longer the earliest


def test_a_catalogue_that_nobody_knows_more_of_has_no_bylines() -> None:
    index = make_test_index(make_catalogue({"a": ["Ants"]}))
    assert (index.authors, index.venues, index.years, index.rows["ants"].byline) == ({}, {}, {}, None)


def test_a_new_abstract_changes_the_papers_own_page_and_the_lists_that_show_it() -> None:
    before = make_catalogue({"a": ["Ants", "Bees"]}, related={"Bees": [("Ants", ["legs"])]})
    text = (Text("Another abstract."),)
    ants = replace(before.papers["ants"], abstract=text, abstract_text="Another abstract.")
    after = replace(before, papers={**before.papers, "ants": ants})
    assert changed(before, after) == {"papers/ants.html", "papers.html", "digests/a.html"}
