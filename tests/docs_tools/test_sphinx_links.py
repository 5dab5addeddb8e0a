"""Sphinx and MyST-Parser resolve each documented link form, with warnings as errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import ALIAS, REMOVED, SLUG, TITLE, Built, links_of, run

CONF = """
project = "Docs"
extensions = ["myst_parser", "sphinx.ext.intersphinx", "sphinx.ext.extlinks"]
intersphinx_mapping = {{"papers": ("{address}", None)}}
intersphinx_disabled_reftypes = ["*"]
extlinks = {{"paper": ("{address}papers/%s.html", "%s")}}
myst_url_schemes = {{"http": None, "https": None, "paper": "{address}papers/{{{{path}}}}.html"}}
"""


@pytest.fixture(scope="session")
def documents(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that links in every form, one to a paragraph; the folder of its pages."""
    source = tmp_path_factory.mktemp("sphinx")
    (source / "conf.py").write_text(CONF.format(address=built.address))
    rest = [
        built.code("Sphinx"),
        f":external+papers:ref:`own words <paper-{SLUG}>`",
        f":external+papers:ref:`{SLUG}`",
        f":external+papers:doc:`papers/{SLUG}`",
        built.code("reStructuredText"),
        built.code("Sphinx", ALIAS),
        f":external+papers:ref:`{ALIAS}`",
        f":external+papers:doc:`papers/{ALIAS}`",
        built.code("Sphinx", REMOVED),
        ":external+papers:ref:`tag-surveys`",
        ":external+papers:ref:`digest-000`",
        f":paper:`own words <{SLUG}>`",
    ]
    (source / "index.rst").write_text("Start\n=====\n\n" + "\n\n".join(rest) + "\n\n.. toctree::\n\n   myst\n")
    myst = [
        built.code("MyST (Sphinx)"),
        f"[own words](inv:papers#paper-{SLUG})",
        f"<inv:papers#{SLUG}>",
        f"[own words](inv:papers:std:label#paper-{SLUG})",
        f"{{external+papers:ref}}`paper-{SLUG}`",
        f"{{external+papers:doc}}`papers/{SLUG}`",
        built.code("Markdown"),
        built.code("MyST (Sphinx)", ALIAS),
        "[](inv:papers#tag-surveys)",
        f"[own words](paper:{SLUG})",
    ]
    (source / "myst.md").write_text("# MyST\n\n" + "\n\n".join(myst) + "\n")
    run("-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", str(source), str(source / "out"), cwd=source)
    return source / "out"


def test_sphinx_resolves_every_form(built: Built, documents: Path) -> None:
    page = built.page(SLUG)
    assert links_of((documents / "index.html").read_text(), built.address) == [
        (page, TITLE),
        (page, "own words"),
        (page, TITLE),
        (page, TITLE),
        (page, TITLE),
        (page, TITLE),
        (page, TITLE),
        (page, TITLE),
        (built.page(REMOVED), "A Paper That Left (removed)"),
        (f"{built.address}tags/surveys.html", built.catalogue.tags["surveys"].name),
        (f"{built.address}digests/000.html", built.catalogue.digests["000"].title),
        (page, "own words"),
    ]


def test_myst_parser_resolves_every_form(built: Built, documents: Path) -> None:
    page = built.page(SLUG)
    assert links_of((documents / "myst.html").read_text(), built.address) == [
        (page, TITLE),
        (page, "own words"),
        (page, TITLE),
        (page, "own words"),
        (page, TITLE),
        (page, TITLE),
        (page, TITLE),
        (page, TITLE),
        (f"{built.address}tags/surveys.html", built.catalogue.tags["surveys"].name),
        (page, "own words"),
    ]


def test_every_name_of_the_inventory_leads_to_a_file_of_the_site(built: Built) -> None:
    listed = run("-m", "sphinx.ext.intersphinx", str(built.root / "objects.inv"), cwd=built.root)
    paths = [line.rpartition(": ")[2] for line in listed.splitlines() if line.startswith("    ")]
    catalogue = built.catalogue
    others = len(catalogue.authors) + len(catalogue.venues) + len(catalogue.papers_of_year)
    assert len(paths) == 3 * (508 + 1 + 1) + 2 * (48 + 5 + others) + 10
    assert [path for path in paths if not (built.root / path).is_file()] == []
