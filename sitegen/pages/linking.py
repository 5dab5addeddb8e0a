"""`linking.html`: how other documents link to this catalogue, with its own address in every line to copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.pages.page import Page
from sitegen.pages.page_index import PageIndex
from sitegen.pages.snippets import PROJECT, link_snippets
from sitegen.site import NavItem, Site

_NO_ADDRESS = "https://ADDRESS-OF-THIS-SITE/"


class Way(NamedTuple):
    """One kind of document. ``setup`` goes once into ``file``; ``link`` is then a link, ``own`` one with own words.

    ``""`` stands for what a way does not need.
    """

    name: str
    file: str
    setup: str
    link: str
    own: str
    note: str


class LinkingView(NamedTuple):
    """``example`` is the title of the paper that the lines link to; ``files`` can be downloaded."""

    example: str
    ways: tuple[Way, ...]
    cite: tuple[Way, ...]
    files: tuple[NavItem, ...]


def pages(index: PageIndex) -> Iterator[Page]:
    """One page; none without a paper."""
    slug = min(index.rows, key=lambda slug: (len(slug), slug), default="")  # lines stay short
    if not slug:
        return
    site = index.site
    title = index.catalogue.papers[slug].title_text
    address = site.absolute(index.rows[slug].href) or _NO_ADDRESS + index.rows[slug].href
    ready = {link.name: link.code for link in link_snippets(slug, title, address, site.exports)}
    files = list(site.downloads)
    if site.exports.links_md and site.base_url:
        files.append(NavItem("links_md", site.words.say("files.links_md"), "links.md"))
    yield Page(
        path="linking.html",
        template="linking.html",
        section="linking",
        title=site.words.say("nav.linking"),
        description=site.words.say("linking.description", site=site.title),
        view=LinkingView(
            example=title,
            ways=tuple(_ways(site, slug, ready)),
            cite=tuple(_citing(site, slug)),
            files=tuple(files),
        ),
    )


def _ways(site: Site, slug: str, ready: dict[str, str]) -> Iterator[Way]:
    root = site.base_url or _NO_ADDRESS
    label = f"paper-{slug}"
    say = site.words.say
    own = say("linking.own_words_example")
    yield Way(say("linking.markdown"), "", "", ready["Markdown"], "", "")
    if site.exports.objects_inv:
        mapping = (
            f'intersphinx_mapping = {{"{PROJECT}": ("{root}", None)}}\n'
            'intersphinx_disabled_reftypes = ["*"]  # a plain :ref: means your own documents\n'
        )
        yield Way(
            "Sphinx",
            "conf.py",
            f'extensions = ["sphinx.ext.intersphinx"]\n{mapping}',
            ready["Sphinx"],
            f":external+{PROJECT}:ref:`{own} <{label}>`",
            say("linking.text_is_title"),
        )
        yield Way(
            say("linking.myst_sphinx"),
            "conf.py",
            f'extensions = ["myst_parser", "sphinx.ext.intersphinx"]\n{mapping}',
            ready["MyST (Sphinx)"],
            f"[{own}](inv:{PROJECT}#{label})",
            say("linking.text_is_title"),
        )
    if site.exports.papers_json:
        yield Way(
            say("linking.cards_sphinx"),
            say("linking.after_install", file="conf.py"),
            f'extensions = ["sitegen_papers_docs.sphinx"]\nsitegen_catalogue = "{root}"\n',
            f":paper:`{slug}`",
            f":paper:`{own} <{slug}>`",
            say("linking.cards_myst", link=f"[](paper:{slug})"),
        )
    if site.exports.objects_inv or site.exports.myst_xref:
        yield Way(
            say("linking.mystmd"),
            "myst.yml",
            f"project:\n  references:\n    {PROJECT}: {root.rstrip('/')}\n",
            ready["MyST (mystmd)"],
            f"[{own}](xref:{PROJECT}#{label})",
            say("linking.text_is_title"),
        )
    if site.exports.objects_inv:
        yield Way(
            say("linking.mkdocs"),
            "mkdocs.yml",
            "plugins:\n  - autorefs\n  - mkdocstrings:\n      handlers:\n        python:\n          inventories:\n"
            f"            - url: {root}objects.inv\n              domains: [std]\n",
            ready["MkDocs"],
            f"[{own}][{label}]",
            say("linking.needs_domains"),
        )
    if site.exports.papers_json:
        yield Way(
            say("linking.cards_mkdocs"),
            say("linking.after_install", file="mkdocs.yml"),
            f"plugins:\n  - search\n  - sitegen-papers:\n      catalogue: {root}\n",
            f"[](paper:{slug})",
            f"[{own}](paper:{slug})",
            say("linking.cards"),
        )
    if site.exports.links_md:
        yield Way(
            say("linking.mkdocs_plain"),
            "mkdocs.yml",
            "markdown_extensions:\n  - pymdownx.snippets:\n      url_download: true\n      auto_append:\n"
            f"        - {root}links.md\n",
            ready["MkDocs"],
            f"[{own}][{label}]",
            say("linking.added"),
        )
    if site.exports.objects_inv:
        yield Way(
            say("linking.quarto"),
            "_quarto.yml",
            f"filters: [interlinks]\ninterlinks:\n  sources:\n    {PROJECT}:\n      url: {root}\n",
            ready["Quarto"],
            f"[{own}](:std:label:`{label}`)",
            say("linking.filter"),
        )


def _citing(site: Site, slug: str) -> Iterator[Way]:
    root, say = site.base_url or _NO_ADDRESS, site.words.say
    if site.exports.bibtex:
        bibliography = f"bibliography: {root}papers.bib\n"
        yield Way(
            say("linking.pandoc"), say("linking.document_head"), f"---\n{bibliography}---\n", f"[@{slug}]", "", ""
        )
        yield Way("mystmd", "myst.yml", "project:\n  bibliography: [papers.bib]\n", f"[@{slug}]", "", "")
        yield Way("LaTeX", say("linking.preamble"), "\\addbibresource{papers.bib}\n", f"\\cite{{{slug}}}", "", "")
