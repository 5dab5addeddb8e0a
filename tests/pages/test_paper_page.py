from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from builders import make_catalogue, make_facts, make_paper, make_test_index, with_facts

from sitegen.catalogue.model import Catalogue, Mention, PaperLink
from sitegen.citation.formats import BIBTEX
from sitegen.exports.record import record
from sitegen.facts import Facts, Person
from sitegen.inputs.curated import Curated
from sitegen.pages.page_index import HeadingRef
from sitegen.pages.paper import PaperView, pages
from sitegen.repair.inline import Link, Math, Text


def view_of(slug: str, catalogue: Catalogue, notes: Mapping[str, str] | None = None, **settings: object) -> PaperView:
    index = make_test_index(catalogue, curated=Curated(notes=notes or {}), **settings)
    page = next(p for p in pages(index) if p.path == f"papers/{slug}.html")
    assert isinstance(page.view, PaperView)
    return page.view


def test_a_paper_names_its_neighbours_in_each_digest() -> None:
    catalogue = make_catalogue({"new": ["A", "B", "C"], "old": ["D", "B"]})
    places = view_of("b", catalogue).places
    assert [(p.digest.id, p.number, p.previous and p.previous.href, p.next and p.next.href) for p in places] == [
        ("new", 2, "papers/a.html", "papers/c.html"),
        ("old", 2, "papers/d.html", None),
    ]


def test_neighbours_that_are_left_out_are_stepped_over() -> None:
    (place,) = view_of("c", make_catalogue({"d": ["A", None, "C", None, "E"]})).places
    assert place.previous is not None
    assert place.next is not None
    assert (place.previous.href, place.number, place.next.href) == ("papers/a.html", 3, "papers/e.html")


def test_a_paper_printed_twice_in_a_digest_is_not_its_own_neighbour() -> None:
    first, second = view_of("a", make_catalogue({"d": ["A", "A", "B"]})).places
    assert first.next is not None
    assert (first.next.href, second.previous) == ("papers/b.html", None)


def test_what_is_printed_as_shown_is_not_repeated() -> None:
    assert view_of("a", make_catalogue({"d": ["A"]})).printed == ()


def test_other_printed_forms_stand_once_with_the_digests_that_have_them() -> None:
    catalogue = make_catalogue({"d": ["A"], "e": ["A"], "f": ["A"]})
    mentions = (
        Mention("d", 1, 1, "A", "An abstract."),
        Mention("e", 1, 1, "A", "An  abstract."),
        Mention("f", 1, 1, "A", "An  abstract."),
    )
    catalogue.papers["a"] = make_paper("A", mentions)  # type: ignore[index]
    (form,) = view_of("a", catalogue).printed
    assert ([d.id for d in form.digests], form.title, form.abstract) == (["e", "f"], "", "An  abstract.")


def test_searches_carry_the_title_escaped() -> None:
    searches = view_of("what-is-q-a-b", make_catalogue({"d": ["What is Q&A+B?"]})).searches
    assert [s.label for s in searches] == ["arXiv", "Semantic Scholar", "Google Scholar", "Hugging Face"]
    assert searches[0].href == "https://arxiv.org/search/?searchtype=title&query=What%20is%20Q%26A%2BB%3F"


def test_links_of_the_abstract_say_what_they_are() -> None:
    link = PaperLink("code", "https://www.example.org/x/")
    (out,) = view_of("a", make_catalogue({"d": ["A"]}, links={"A": [link]})).links
    assert (out.label, out.href, out.host) == ("Code", "https://www.example.org/x/", "example.org")


def test_links_of_one_kind_to_one_host_are_told_apart() -> None:
    links = [PaperLink("code", "https://example.org/x/"), PaperLink("code", "https://example.org/y")]
    view = view_of("a", make_catalogue({"d": ["A"]}, links={"A": links}))
    assert [link.host for link in view.links] == ["example.org/x", "example.org/y"]


def test_the_abstract_has_its_links_here_and_none_in_lists() -> None:
    link = PaperLink("link", "https://example.org")
    inline = (Text("See "), Link("https://example.org", "example.org"), Text("."))
    catalogue = make_catalogue({"d": ["A"]}, links={"A": [link]}, inline={"A": inline})
    view = view_of("a", catalogue)
    assert view.abstract == 'See <a href="https://example.org" rel="noopener">example.org</a>.'
    assert make_test_index(catalogue).rows["a"].abstract == "See example.org."


def test_without_an_address_of_the_site_the_path_is_shown() -> None:
    catalogue = make_catalogue({"d": ["A"]})
    assert view_of("a", catalogue).address == "papers/a.html"
    assert view_of("a", catalogue, base_url="https://h.example/c/").address == "https://h.example/c/papers/a.html"


def test_similar_papers_come_with_the_terms_they_share() -> None:
    catalogue = make_catalogue({"d": ["A", "B"]}, related={"A": [("B", ["graph", "prune"])]})
    assert [(s.paper.href, s.terms) for s in view_of("a", catalogue).similar] == [("papers/b.html", ("graph", "prune"))]


def test_sources_name_file_line_and_entry_without_folders() -> None:
    (source,) = view_of("b", make_catalogue({"d": ["A", "B"]})).sources
    assert (source.file, source.line, source.number) == ("d.txt", 4, 2)


def test_a_report_says_which_page_it_is_about() -> None:
    catalogue = make_catalogue({"d": ["A & B"]})
    site = make_test_index(catalogue, repository="https://forge.example/me/site/").site
    report = view_of("a-b", catalogue).report(site)
    assert report.startswith(
        "https://forge.example/me/site/issues/new?title=Problem%20with%3A%20A%20%26%20B&body=Page%3A"
    )
    assert "d.txt%3A2%20%28entry%201%29" in report
    assert view_of("a-b", catalogue).report(make_test_index(catalogue).site) == ""


def test_a_note_stands_on_its_paper_alone() -> None:
    catalogue = make_catalogue({"d": ["A", "B"]})
    assert view_of("a", catalogue, notes={"a": "Read this."}).note == "Read this."
    assert view_of("b", catalogue, notes={"a": "Read this."}).note == ""


def test_known_facts_stand_on_the_page_and_what_is_unknown_is_said() -> None:
    facts = Facts(authors=(Person("Vinyals", "Oriol"), Person("OpenAI")), year=2015, arxiv="1506.03134")
    view = view_of("a", with_facts(make_catalogue({"d": ["A"]}), {"a": facts}))
    assert view.authors == (
        HeadingRef("Oriol Vinyals", "authors/oriol-vinyals.html"),
        HeadingRef("OpenAI", "authors/openai.html"),
    )
    assert (view.year, view.venue, view.unknown) == (HeadingRef("2015", "years/2015.html"), None, ("venue",))
    assert [(link.label, link.href) for link in view.links] == [
        ("arXiv", "https://arxiv.org/abs/1506.03134"),
        ("PDF", "https://arxiv.org/pdf/1506.03134"),
    ]


def test_every_address_of_the_paper_is_a_link_the_one_that_is_free_to_read_first() -> None:
    page = "https://publisher.example/html/A_Very_Long_Name_of_a_Paper.html"
    about = "https://about.example/toads"
    facts = Facts(
        url=page, doi="10.1000/182", openreview="abcDEF123", acl="P17-1001", arxiv="1506.03134", project=about
    )
    view = view_of("a", replace(make_catalogue({"d": ["A"]}), facts={"a": facts}))
    assert [(link.label, link.host) for link in view.links] == [
        ("arXiv", "1506.03134"),
        ("ACL Anthology", "P17-1001"),
        ("OpenReview", "abcDEF123"),
        ("PDF", "arxiv.org"),
        ("Paper", "publisher.example"),
        ("DOI", "10.1000/182"),
        ("Project page", "about.example/toads"),
    ]


@pytest.mark.parametrize(
    ("facts", "published"),
    [
        (Facts(year=2023, venue="ICML 2023"), "ICML 2023"),
        (Facts(year=2023, venue="ICML"), "ICML, 2023"),
        (Facts(year=2023, venue="ICML 2022"), "ICML 2022, 2023"),
        (Facts(year=2022, venue="NeurIPS 2022 Workshop"), "NeurIPS 2022 Workshop"),
        (Facts(venue="ICML"), "ICML"),
    ],
)
def test_a_year_stands_once(facts: Facts, published: str) -> None:
    view = view_of("a", with_facts(make_catalogue({"d": ["A"]}), {"a": facts}))
    assert view.venue is not None
    assert view.venue.name + view.joint + (view.year.name if view.year and view.joint else "") == published


def test_a_link_that_is_known_twice_stands_once() -> None:
    code = "https://example.org/code"
    catalogue = make_catalogue({"d": ["A"]}, links={"A": [PaperLink("link", code)]})
    view = view_of("a", replace(catalogue, facts={"a": Facts(code=code)}))
    assert [(link.label, link.href) for link in view.links] == [("Code", code)]


def test_a_page_shows_the_entry_that_its_file_holds() -> None:
    catalogue = make_catalogue({"d": ["A"]})
    settings = {"title": "Papers", "base_url": "https://h.example/"}
    view = view_of("a", catalogue, **settings)
    site = make_test_index(catalogue, **settings).site
    assert view.bibtex == BIBTEX.entry(record("a", catalogue, site).cited)
    assert view.reference == "A. Listed in Papers. https://h.example/papers/a.html"


@pytest.mark.parametrize(("count", "leading"), [(0, 0), (16, 16), (17, 12)])
def test_a_long_list_of_authors_is_named_in_part_at_once(count: int, leading: int) -> None:
    facts = {"a": make_facts(*(f"Ada {'ABCDEFGHIJKLMNOPQ'[n]}son" for n in range(count)), year=2020)}
    view = view_of("a", with_facts(make_catalogue({"d": ["A"]}), facts))
    assert (len(view.authors), view.leading) == (count, leading)


def test_a_repository_is_named_by_what_it_is_called() -> None:
    links = [PaperLink("code", "https://github.com/some-group/tides"), PaperLink("data", "https://github.com/x/y")]
    view = view_of("a", make_catalogue({"d": ["A"]}, links={"A": links}))
    assert [(link.label, link.host) for link in view.links] == [("Code", "some-group/tides"), ("Data", "github.com")]


def test_one_address_in_two_spellings_is_one_link() -> None:
    links = [PaperLink("code", f"https://www.github.com/some-group/tides{ending}") for ending in ("/", ".git")]
    facts = {"a": Facts(code="http://github.com/some-group/tides")}
    view = view_of("a", with_facts(make_catalogue({"d": ["A"]}, links={"A": links}), facts))
    assert [link.href for link in view.links] == ["http://github.com/some-group/tides"]


def test_known_addresses_come_first_by_their_numbers() -> None:
    facts = Facts(arxiv="1506.03134", doi="10.1000/182")
    view = view_of("a", replace(make_catalogue({"d": ["A"]}), facts={"a": facts}))
    assert [(link.label, link.host) for link in view.links] == [
        ("arXiv", "1506.03134"),
        ("PDF", "arxiv.org"),
        ("DOI", "10.1000/182"),
    ]


@pytest.mark.parametrize(
    ("facts", "address"),
    [
        (Facts(pdf="https://example.org/a.pdf", arxiv="1506.03134"), "https://example.org/a.pdf"),
        (Facts(arxiv="1506.03134", acl="P17-1001"), "https://arxiv.org/pdf/1506.03134"),
        (Facts(acl="P17-1001"), "https://aclanthology.org/P17-1001.pdf"),
        (Facts(openreview="abcDEF123"), "https://openreview.net/pdf?id=abcDEF123"),
        (Facts(doi="10.1000/182"), ""),
    ],
)
def test_the_paper_itself_is_one_link_away_where_its_id_leads_to_it(facts: Facts, address: str) -> None:
    links = view_of("a", replace(make_catalogue({"d": ["A"]}), facts={"a": facts})).links
    assert [link.href for link in links if link.label == "PDF"] == ([address] if address else [])


def test_where_arxiv_is_on_record_its_search_is_not_offered() -> None:
    view = view_of("a", replace(make_catalogue({"d": ["A"]}), facts={"a": Facts(arxiv="1506.03134")}))
    assert [search.label for search in view.searches] == ["Semantic Scholar", "Google Scholar", "Hugging Face"]


def test_a_title_with_a_formula_is_given_to_scripts_in_plain_text() -> None:
    catalogue = make_catalogue({"d": ["A", "B & C"]})
    formula = (Text("Of "), Math("O(n)", "<math><mi>n</mi></math>", "O(n)"))
    catalogue.papers["a"] = replace(catalogue.papers["a"], title=formula, title_text="Of O(n)")  # type: ignore[index]
    assert (view_of("a", catalogue).plain_title, view_of("b-c", catalogue).plain_title) == ("Of O(n)", "")
