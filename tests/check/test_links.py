"""Broken links are found, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from sitegen.artifact import Artifact
from sitegen.check import check

PAGE = '<!doctype html><html lang="en"><head>{head}</head><body><main id="content">{body}</main></body></html>'


def page(path: str, body: str, head: str = "") -> Artifact:
    return Artifact(path, PAGE.format(head=head, body=body).encode())


SITE = (
    page("index.html", '<a href="papers/a.html">A</a>'),
    page("papers/a.html", '<h2 id="cite">Cite</h2> <a href="../index.html">home</a>'),
    page("papers/b c.html", "odd"),
    Artifact("static/site.css", b"@font-face { src: url('font.woff2') }"),
    Artifact("static/font.woff2", b"\x00"),
    Artifact("static/icons.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><symbol id="mark"/></svg>'),
)


def findings(*more: Artifact, base_path: str = "/") -> list[str]:
    return [str(problem) for problem in check((*SITE, *more), base_path=base_path)]


def fault(body: str, path: str = "papers/x.html") -> str:
    """The one finding about a page, without the words that are the same each time."""
    found = findings(page(path, body))
    assert len(found) <= 1
    return found[0].removeprefix(f"{path}: error: has the link ") if found else ""


def test_a_site_whose_links_hold_has_no_findings() -> None:
    assert findings() == []


@pytest.mark.parametrize(
    "link",
    [
        "a.html",
        "a.html#cite",
        "a.html?q=1#cite",
        "#content",
        "#top",
        "a.html#:~:text=words",
        "./a.html",
        "../papers/a.html",
        "b%20c.html",
        "../static/icons.svg#mark",
        "../index.html?a=1&amp;b=2",
        "https://example.org/none",
        "//example.org/none",
        "mailto:someone@example.org",
        "data:text/plain,x",
    ],
)
def test_links_that_hold(link: str) -> None:
    assert fault(f'<a href="{link}">x</a>') == ""


@pytest.mark.parametrize(
    ("link", "finding"),
    [
        ("b.html", "'b.html', which leads to no file of the site"),
        ("A.html", "'A.html', which leads to no file of the site"),
        ("../papers", "'../papers', which leads to a folder, not to a file"),
        ("../papers/", "'../papers/', which leads to a folder, not to a file"),
        ("./", "'./', which leads to a folder, not to a file"),
        ("a.html/", "'a.html/', which leads to a folder, not to a file"),
        ("../../etc/passwd", "'../../etc/passwd', which leads out of the site"),
        ("%2e%2e/%2e%2e/x", "'%2e%2e/%2e%2e/x', which leads out of the site"),
        ("/papers/a.html", "'/papers/a.html', which begins with '/' and so holds neither under a path nor on disk"),
        ("", "'', which is empty"),
        ("a.html#none", "'a.html#none', which leads to no anchor of that page"),
        ("#none", "'#none', which leads to no anchor of that page"),
        ("../static/icons.svg#none", "'../static/icons.svg#none', which leads to no anchor of that page"),
        ("?q=1", "'?q=1', which leads to a folder, not to a file"),
    ],
)
def test_links_that_do_not_hold_are_named(link: str, finding: str) -> None:
    assert fault(f'<a href="{link}">x</a>') == finding


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='none.html'>x</a>",
        "<a href=none.html>x</a>",
        '<a\n  class="x"\n  href="none.html">x</a>',
        '<img src="none.html" alt="">',
        '<img srcset="a.html 1x, none.html 2x" alt="">',
        '<script src="none.html"></script>',
        '<form action="none.html"></form>',
        '<meta http-equiv="refresh" content="0; url=none.html">',
        '<svg><use href="none.html"></use></svg>',
    ],
)
def test_every_way_of_linking_is_seen(markup: str) -> None:
    assert fault(markup) == "'none.html', which leads to no file of the site"


@pytest.mark.parametrize(
    "markup",
    [
        'a text with href="none.html" in it',
        "a text with src=en and href='none.html'",
        '<!-- <a href="none.html">x</a> -->',
        '<script type="application/ld+json">{"a": "<a href=\\"none.html\\">"}</script>',
        '<pre>&lt;a href="none.html"&gt;</pre>',
        "<pre>&lt;a href=&#34;none.html&#34;&gt;</pre>",
        '<p data-href="none.html">x</p>',
    ],
)
def test_text_that_looks_like_a_link_is_text(markup: str) -> None:
    assert fault(markup) == ""


def test_an_anchor_may_be_quoted_in_any_way() -> None:
    assert fault("<h2 id='one'>1</h2><h2 id=two>2</h2><a href='#one'>x</a><a href='#two'>x</a>") == ""


def test_an_anchor_of_another_script_holds_escaped_or_not() -> None:
    assert fault('<h2 id="Ж">Ж</h2><a href="#%D0%96">x</a><a href="#Ж">x</a>') == ""


def test_a_link_that_is_broken_on_every_page_is_reported_once() -> None:
    broken = '<a href="none.html">x</a>'
    assert findings(*(page(f"papers/{name}.html", broken) for name in "wxyz")) == [
        "papers/w.html: error: has the link 'none.html', which leads to no file of the site; so do 3 more pages"
    ]
    assert findings(page("papers/x.html", broken), page("papers/y.html", broken)) == [
        "papers/x.html: error: has the link 'none.html', which leads to no file of the site; so does one more page"
    ]


def test_one_link_may_hold_in_one_folder_and_not_in_another() -> None:
    assert findings(page("tags/x.html", '<a href="a.html">A</a>')) == [
        "tags/x.html: error: has the link 'a.html', which leads to no file of the site"
    ]


def test_the_page_for_lost_readers_links_from_the_root_of_the_host() -> None:
    lost = page("404.html", '<a href="/repo/papers/a.html#cite">A</a> <a href="#content">skip</a>')
    assert findings(lost, base_path="/repo/") == []
    assert findings(lost, base_path="/other/") == [
        "404.html: error: has the link '/repo/papers/a.html#cite', "
        "which does not begin with /other/, though this page is shown at any depth"
    ]


def test_the_page_for_lost_readers_has_no_relative_or_broken_links() -> None:
    assert findings(
        page("404.html", '<a href="index.html">home</a> <a href="/none.html">none</a> <a href="/">/</a>')
    ) == [
        "404.html: error: has the link '/', which leads to a folder, not to a file",
        "404.html: error: has the link '/none.html', which leads to no file of the site",
        "404.html: error: has the link 'index.html', "
        "which does not begin with /, though this page is shown at any depth",
    ]


def test_style_sheets_are_followed_too() -> None:
    sheet = (
        b"/* url(comment.png) */ @import 'none.css'; a { b: url(font.woff2); c: url( \"none.png\" ); }"
        b" e { d: url('none.svg'); f: url(data:image/png;base64,AA); g: url(#x) }"
    )
    assert findings(Artifact("static/more.css", sheet)) == [
        "static/more.css: error: has the link 'none.css', which leads to no file of the site",
        "static/more.css: error: has the link 'none.png', which leads to no file of the site",
        "static/more.css: error: has the link 'none.svg', which leads to no file of the site",
    ]
