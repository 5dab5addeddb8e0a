"""The pages for people who write templates say what templates see, and their examples work."""

from __future__ import annotations

import re
from pathlib import Path

from commands import CHECKOUT, make_site, sitegen
from jinja2 import Environment, nodes
from whole_sites import built_files

from sitegen.pages.describe import markdown
from sitegen.render.environment import environment
from sitegen.wording.load import english

THEMING = (CHECKOUT / "docs/theming.md").read_text(encoding="utf-8")
TEMPLATES = {
    path.relative_to(CHECKOUT / "templates").as_posix(): path.read_text(encoding="utf-8")
    for path in (CHECKOUT / "templates").rglob("*.html")
}


def example(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", THEMING, re.DOTALL)
    return found


def test_the_page_of_views_is_what_the_program_prints(tmp_path: Path) -> None:
    assert (CHECKOUT / "docs/views.md").read_text(encoding="utf-8") == markdown()
    assert sitegen(tmp_path, "settings", "--views").out == markdown()


def test_every_template_of_a_page_has_its_view() -> None:
    described = set(re.findall(r"^### (\S+\.html)$", markdown(), re.MULTILINE))
    assert described == {name for name in TEMPLATES if "/" not in name} - {"base.html", "404.html"}


def test_every_part_of_page_and_site_that_a_template_uses_is_on_the_page() -> None:
    env: Environment = environment(TEMPLATES, english())
    used = {
        (node.node.name, node.attr)
        for text in TEMPLATES.values()
        for node in env.parse(text).find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name in ("page", "site")
    }
    assert ("page", "root") in used
    for name, part in used:
        section = markdown().partition(f"## `{name}`")[2].partition("\n## ")[0]
        assert f"| `{part}" in section, (name, part)


def test_every_link_of_the_page_leads_to_a_heading() -> None:
    headings = {heading.lower() for heading in re.findall(r"^#+ (\w+)$", markdown(), re.MULTILINE)}
    assert set(re.findall(r"\(#(\w+)\)", markdown())) <= headings


def test_every_token_is_on_the_page_of_themes_and_no_other() -> None:
    css = (CHECKOUT / "static/css/tokens.css").read_text(encoding="utf-8")
    assert set(re.findall(r"`(--[\w-]+)`", THEMING)) == set(re.findall(r"(--[\w-]+):", css))


def test_every_block_of_the_base_is_on_the_page_of_themes() -> None:
    blocks = re.findall(r"{% block (\w+) %}", TEMPLATES["base.html"])
    named = THEMING.partition("| block |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"^\| `(\w+)`", named, re.MULTILINE)) == sorted(blocks)


def test_the_examples_of_the_page_of_themes_make_a_site(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", "title: Pebbles\n")
    (site / "static/css").mkdir(parents=True)
    (site / "templates").mkdir()
    (site / "static/css/own.css").write_text(example("css"), encoding="utf-8")
    (site / "templates/about.html").write_text(example("html"), encoding="utf-8")
    _, files = built_files(site / "site.yaml")
    (sheet,) = (data.decode() for path, data in files.items() if path.startswith("static/css/site."))
    assert "--color-accent: light-dark(#1d6b3a, #8fd6a8);" in sheet
    assert sheet.index("--measure: 40rem") > sheet.index("--measure:35rem")
    assert '<p>1 papers. <a href="papers.html">' in files["about.html"].decode()
