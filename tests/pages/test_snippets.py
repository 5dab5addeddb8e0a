from __future__ import annotations

from html import escape, unescape

import pytest
from markdown import markdown
from markdown_it import MarkdownIt

from sitegen.config.model import ExportSettings
from sitegen.pages.snippets import link_snippets


def codes(title: str, **switches: bool) -> dict[str, str]:
    return {
        link.name: link.code
        for link in link_snippets("x", title, "https://h.example/p.html", ExportSettings(**switches))
    }


def test_each_notation_is_escaped_as_it_asks() -> None:
    assert codes("A [b] <c> & `d`") == {
        "Markdown": r"[A \[b\] &lt;c&gt; & \`d\`](https://h.example/p.html)",
        "Sphinx": ":external+papers:ref:`paper-x`",
        "reStructuredText": r"`A [b] \<c\> & \`d\` <https://h.example/p.html>`__",
        "MyST (Sphinx)": "[](inv:papers#paper-x)",
        "MyST (mystmd)": "[](xref:papers#paper-x)",
        "MkDocs": r"[A \[b\] &lt;c&gt; & \`d\`][paper-x]",
        "Quarto": r"[A \[b\] &lt;c&gt; & \`d\`](:std:label:`paper-x`)",
        "HTML": '<a href="https://h.example/p.html">A [b] &lt;c&gt; &amp; `d`</a>',
    }


@pytest.mark.parametrize("title", ["AT&amp;T and &copy;", "~~a~~ |b| <i>c</i>", r"`c` *d* _e_ [f] \g", "&#60; & &x"])
def test_every_markdown_shows_the_title_letter_by_letter(title: str) -> None:
    link = codes(title)["Markdown"]
    shown = f'<p><a href="https://h.example/p.html">{escape(title, quote=False)}</a></p>'
    assert MarkdownIt().enable(["table", "strikethrough"]).render(link).strip() == shown
    assert unescape(markdown(link)) == unescape(shown)  # Python-Markdown, as MkDocs has it


def test_without_an_inventory_no_notation_that_needs_one_is_offered() -> None:
    assert list(codes("A", objects_inv=False, myst_xref=False, links_md=False)) == [
        "Markdown",
        "reStructuredText",
        "HTML",
    ]


def test_a_name_table_of_its_own_is_enough_for_its_notation() -> None:
    assert "MyST (mystmd)" in codes("A", objects_inv=False, links_md=False)
    assert "MkDocs" in codes("A", objects_inv=False, myst_xref=False)
