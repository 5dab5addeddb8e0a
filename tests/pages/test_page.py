from __future__ import annotations

from builders import make_catalogue, make_test_index

from sitegen.pages import pages
from sitegen.pages.page import cut


def test_every_kind_of_page_has_its_flat_path() -> None:
    catalogue = make_catalogue({"a": ["One", "Two"]}, tags={"topic": ["One"]})
    assert [page.path for page in pages(make_test_index(catalogue))] == [
        "index.html",
        "papers/one.html",
        "papers/two.html",
        "papers.html",
        "tags.html",
        "tags/topic.html",
        "digests.html",
        "digests/a.html",
        "search.html",
        "saved.html",
        "statistics.html",
        "about.html",
        "linking.html",
        "404.html",
    ]


def test_without_tags_there_is_no_tags_page_and_no_link_to_it() -> None:
    catalogue = make_catalogue({"a": ["One"]})
    index = make_test_index(catalogue)
    assert "tags.html" not in [page.path for page in pages(index)]
    assert [item.href for item in index.site.nav] == ["papers.html", "digests.html"]


def test_only_the_404_page_has_an_absolute_root() -> None:
    catalogue = make_catalogue({"a": ["One"]})
    roots = {page.path: page.root for page in pages(make_test_index(catalogue, base_url="https://h.example/x/y/"))}
    assert roots["404.html"] == "/x/y/"
    assert roots["papers/one.html"] == "../"
    assert [path for path, root in roots.items() if root.startswith("/")] == ["404.html"]


def test_the_404_page_counts_from_the_host_where_no_address_is_known() -> None:
    catalogue = make_catalogue({"a": ["One"]})
    assert {page.root for page in pages(make_test_index(catalogue)) if page.path == "404.html"} == {"/"}


def test_text_is_cut_at_a_word_and_says_so() -> None:
    assert cut("three more words", 12) == "three more…"
    assert cut("two  words\n", 12) == "two words"


def test_a_word_without_end_is_cut_hard() -> None:
    assert cut("W" * 50, 10) == "WWWWWWWWW…"
