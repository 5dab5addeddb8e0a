"""docs/linking.md promises nothing that the tests beside this one do not resolve."""

from __future__ import annotations

from pathlib import Path

from documents import SLUG, TITLE, Built

from sitegen.config.model import ExportSettings
from sitegen.pages.snippets import link_snippets

EXAMPLE = "https://papers.example/cat/"


def test_the_guide_has_each_form_that_a_page_offers(checkout: Path) -> None:
    guide = (checkout / "docs" / "linking.md").read_text(encoding="utf-8")
    offered = {
        link.name: link.code
        for link in link_snippets(SLUG, "any words", f"{EXAMPLE}papers/{SLUG}.html", ExportSettings())
    }
    for name in ("Sphinx", "MyST (Sphinx)", "MyST (mystmd)", "MkDocs"):
        assert offered[name] in guide, name
    assert offered["Quarto"].replace("any words", "own words") in guide
    assert offered["Markdown"].replace("any words", TITLE) in guide
    for form in (f":paper:`{SLUG}`", f"{{paper}}`{SLUG}`", f"[](paper:{SLUG})"):  # with sitegen-papers-docs
        assert form in guide


def test_the_sites_own_guide_has_its_address_in_every_line(built: Built) -> None:
    page = (built.root / "linking.html").read_text(encoding="utf-8")
    assert "papers.example" not in page
    assert f"url: {built.address}objects.inv" in page
    assert f"(&#34;{built.address}&#34;, None)" in page
    assert f"{built.address}links.md" in page
    assert f"sitegen_catalogue = &#34;{built.address}&#34;" in page
    assert f"catalogue: {built.address}\n" in page
