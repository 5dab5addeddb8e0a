"""Links to papers for MkDocs: ``[](paper:name)`` and ``[own words](paper:name)``.

Links are looked up in the tree that Python-Markdown makes, so code stays code, and links by reference work too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File

from sitegen_papers_docs.answer import Papers
from sitegen_papers_docs.assets import FOLDER, SCRIPT, STYLE
from sitegen_papers_docs.load import load
from sitegen_papers_docs.sources import sources
from sitegen_papers_docs.wording import LinkText, tooltip

if TYPE_CHECKING:
    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_SCHEME = "paper:"
_LOGGER = get_plugin_logger("sitegen-papers")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_IN_HTML = re.compile(r"""<a\s[^>]*?\bhref\s*=\s*["']?paper:([^"'\s>]*)""", re.IGNORECASE)
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_AFTER_INLINE = 15  # behind the processor that makes links (20), before those that read text, and MkDocs' own (0)


class PapersConfig(Config):
    """Below ``sitegen-papers`` in `mkdocs.yml`."""

    catalogue = options.Type((str, dict), default="")
    link_text = options.Choice(("title", "citation"), default="title")
    cards = options.Type(bool, default=True)


class PapersPlugin(BasePlugin[PapersConfig]):
    """The plugin ``sitegen-papers``."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the catalogues, once; what cannot be read is one warning, and the build goes on."""
        base = Path(config.config_file_path or ".").absolute().parent
        try:
            loaded = [load(source) for source in sources(self.config.catalogue, base)]
        except ValueError as fault:
            raise PluginError(f"sitegen-papers, catalogue: {fault}") from None
        for one in loaded:
            if one.fault:
                _LOGGER.warning(one.fault)
            if one.notice:
                _LOGGER.info(one.notice)
        style: LinkText = "citation" if self.config.link_text == "citation" else "title"
        self._links = _Links(Papers(loaded, style), self.config.cards)
        config.markdown_extensions.append(_Papers(self._links))  # type: ignore[arg-type]  # a name, or the thing itself
        if self.config.cards:
            script = ExtraScriptValue(f"assets/{SCRIPT}")
            script.defer = True
            config.extra_css.append(f"assets/{STYLE}")
            config.extra_javascript.append(script)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Style and script become files of the site."""
        for name in (STYLE, SCRIPT) if self.config.cards else ():
            files.append(File.generated(config, f"assets/{name}", abs_src_path=str(FOLDER / name)))
        return files

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Say what was written as HTML, which no Markdown looks into."""
        for written in _IN_HTML.findall(html):
            self._links.warn(written, "a link to a paper in HTML is not looked up: write it in Markdown")
        return html

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Note which page comes next."""
        self._links.begin(page.file.src_uri, page.file.content_string)
        return markdown


class _Links(Treeprocessor):
    """Puts the pages of papers in the place of their names."""

    def __init__(self, papers: Papers, cards: bool) -> None:
        super().__init__()
        self._papers = papers
        self._cards = cards
        self.begin("", "")

    def begin(self, path: str, source: str) -> None:
        """The page that links stand in from now on."""
        self._path = path
        self._source = source
        self._seen: Counter[str] = Counter()

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            href = link.get("href") or ""
            if href[: len(_SCHEME)].lower() == _SCHEME:
                self._resolve(link, href[len(_SCHEME) :])

    def _resolve(self, link: Element, written: str) -> None:
        answer = self._papers.answer(unquote(written))
        if answer.fault:
            self.warn(written, answer.fault.message)
        if not (link.text or len(link)):
            link.text = _literal(answer.text)
        link.set("class", " ".join(filter(None, (link.get("class"), "sitegen-paper"))))
        if not answer.href:
            link.tag = "span"
            del link.attrib["href"]
            return
        link.set("href", answer.href)
        if answer.card and self._cards:
            for name, value in answer.card.items():
                link.set(name, _literal(value))
            if not link.get("title"):
                link.set("title", _literal(tooltip(answer.card)))

    def warn(self, written: str, message: str) -> None:
        """Say what is wrong with the next link to this paper."""
        _LOGGER.warning("%s: %s", self._place(written), message)

    def _place(self, written: str) -> str:
        """File and line of the next link to this paper, the file alone where another plugin has written it."""
        number = self._seen[written]
        self._seen[written] += 1
        lines = list(_lines_with(f"{_SCHEME}{written}", self._source))
        return f"{self._path}:{lines[min(number, len(lines) - 1)]}" if lines else self._path


class _Papers(Extension):
    """Python-Markdown's way to have a processor of trees; each page has a Markdown of its own."""

    def __init__(self, links: _Links) -> None:
        super().__init__()
        self._links = links

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (their name)
        md.treeprocessors.register(self._links, "sitegen-papers", _AFTER_INLINE)


def _literal(text: str) -> str:
    """The text for the tree, where what looks like an entity would be taken for one."""
    return _ENTITY.sub(f"{AMP_SUBSTITUTE}amp;", text)


def _lines_with(link: str, source: str) -> Iterator[int]:
    """The lines, counted from 1, on which a link is written; once for each time, fenced code left out."""
    written = re.compile(rf"{re.escape(link)}(?![\w.:/%-])", re.IGNORECASE)
    fence = ""
    for number, text in enumerate(source.splitlines(), 1):
        if opened := _FENCE.match(text):
            sign = opened[1]
            if not fence:
                fence = sign
            elif sign.startswith(fence):
                fence = ""
            continue
        if not fence:
            for _ in written.findall(text):
                yield number
