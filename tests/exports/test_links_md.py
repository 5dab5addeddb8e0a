from __future__ import annotations

from dataclasses import replace
from html import unescape

import markdown
from builders import files_of, make_catalogue, make_test_index
from markdown_it import MarkdownIt

from sitegen.catalogue.model import Catalogue, Tombstone
from sitegen.exports import links_md

BASE = "https://h.example/c/"
HOSTILE = 'A "quoted" \\ [back] (slash) & &quot; <b>*x*</b>'


def files(catalogue: Catalogue, base_url: str = BASE) -> dict[str, str]:
    index = make_test_index(catalogue, base_url=base_url)
    return {path: data.decode() for path, data in files_of(links_md.EXPORT, index).items()}


def test_each_name_with_its_kind_is_a_definition() -> None:
    catalogue = replace(
        make_catalogue({"d": ["A One", "B"]}, tags={"t": ["B"]}, titles={"d": "Day"}),
        aliases={"old": "b"},
        removed={"gone": Tombstone("Gone")},
    )
    assert files(catalogue)["links.md"].splitlines() == [
        '[paper-a-one]: https://h.example/c/papers/a-one.html "A One"',
        '[paper-b]: https://h.example/c/papers/b.html "B"',
        '[paper-old]: https://h.example/c/papers/b.html "B"',
        '[paper-gone]: https://h.example/c/papers/gone.html "Gone (removed)"',
        '[tag-t]: https://h.example/c/tags/t.html "T"',
        '[digest-d]: https://h.example/c/digests/d.html "Day"',
    ]


def test_lists_have_their_own_papers_alone() -> None:
    found = files(make_catalogue({"d": ["B", "A", None, "B"], "e": ["C"]}, tags={"t": ["A", "C"], "none": []}))
    assert sorted(found) == ["digests/d.links.md", "digests/e.links.md", "links.md", "tags/t.links.md"]
    names = {path: [line.split("]")[0][1:] for line in text.splitlines()] for path, text in found.items()}
    assert names["tags/t.links.md"] == ["paper-a", "paper-c"]
    assert names["digests/d.links.md"] == ["paper-b", "paper-a"]


def test_without_an_address_there_is_none() -> None:
    assert files(make_catalogue({"d": ["A"]}), base_url="") == {}


def test_both_kinds_of_markdown_read_a_hostile_title() -> None:
    catalogue = make_catalogue({"d": [HOSTILE]})
    (slug,) = catalogue.papers
    source = f"[words][paper-{slug}]\n\n" + files(catalogue)["links.md"]
    for html in (MarkdownIt("commonmark").render(source), markdown.markdown(source)):
        start, _, rest = html.partition(' title="')
        assert start == f'<p><a href="{BASE}papers/{slug}.html"'
        assert unescape(rest.partition('">')[0]) == HOSTILE
        assert html.strip().endswith(">words</a></p>")
