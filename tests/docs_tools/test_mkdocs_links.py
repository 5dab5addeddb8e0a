"""MkDocs resolves the documented link form in two ways: by inventory (mkdocstrings) and by appended definitions."""

from __future__ import annotations

from pathlib import Path

from documents import ALIAS, REMOVED, SLUG, TITLE, Built, links_of, run

INVENTORY = """
site_name: Docs
plugins:
  - autorefs
  - mkdocstrings:
      handlers:
        python:
          inventories:
            - url: {address}objects.inv
              domains: [std]
"""

SNIPPETS = """
site_name: Docs
plugins: []
markdown_extensions:
  - pymdownx.snippets:
      url_download: true
      auto_append:
        - {address}{file}
"""


def page_of(config: str, built: Built, folder: Path, *more: str) -> str:
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(config)
    lines = [
        built.code("MkDocs"),
        f"[own words][paper-{SLUG}]",
        built.code("Markdown"),
        built.code("MkDocs", ALIAS),
        f"[own words][paper-{REMOVED}]",
        "[own words][tag-surveys]",
        *more,
    ]
    (folder / "docs" / "index.md").write_text("# Start\n\n" + "\n\n".join(lines) + "\n")
    run("-m", "mkdocs", "build", "--strict", "--quiet", cwd=folder)
    return (folder / "site" / "index.html").read_text()


def expected(built: Built) -> list[tuple[str, str]]:
    page = built.page(SLUG)
    return [
        (page, TITLE),
        (page, "own words"),
        (page, TITLE),
        (page, TITLE),
        (built.page(REMOVED), "own words"),
        (f"{built.address}tags/surveys.html", "own words"),
    ]


def test_mkdocstrings_resolves_names_by_the_inventory(built: Built, tmp_path: Path) -> None:
    html = page_of(INVENTORY.format(address=built.address), built, tmp_path, f"[without its kind][{SLUG}]")
    assert links_of(html, built.address) == [*expected(built), (built.page(SLUG), "without its kind")]


def test_snippets_resolve_names_by_appended_definitions(built: Built, tmp_path: Path) -> None:
    html = page_of(SNIPPETS.format(address=built.address, file="links.md"), built, tmp_path)
    assert links_of(html, built.address) == expected(built)
    assert f'title="{TITLE}"' in html


def test_the_definitions_of_one_tag_are_enough_for_its_papers(built: Built, tmp_path: Path) -> None:
    tag = built.catalogue.paper_tags[SLUG][0]
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SNIPPETS.format(address=built.address, file=f"tags/{tag}.links.md"))
    (tmp_path / "docs" / "index.md").write_text(f"# Start\n\n{built.code('MkDocs')}\n")
    run("-m", "mkdocs", "build", "--strict", "--quiet", cwd=tmp_path)
    html = (tmp_path / "site" / "index.html").read_text()
    assert links_of(html, built.address) == [(built.page(SLUG), TITLE)]
