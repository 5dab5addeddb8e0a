"""The role ``:paper:`` for Sphinx: ``:paper:`name` ``, ``:paper:`own words <name>` ``, in MyST ``[](paper:name)`` too.

A reference is looked up when its document is read. The environment remembers what each came to, so that a document is
read again where the catalogue says something else of a paper than it did.
"""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.config import ENUM
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import ReferenceRole

from sitegen_papers_docs import __version__
from sitegen_papers_docs.answer import Papers
from sitegen_papers_docs.assets import FOLDER, SCRIPT, STYLE
from sitegen_papers_docs.load import load
from sitegen_papers_docs.sources import sources
from sitegen_papers_docs.wording import tooltip

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

_LOGGER = logging.getLogger(__name__)
_SCHEME = "paper:"
_CARD = "sitegen_card"  # the attribute of a link that holds what `wording.card` says


class paper_reference(nodes.reference):  # noqa: N801 (nodes are called as their tags are)
    """A link with a card, as HTML has it."""


class PaperRole(ReferenceRole):
    """``:paper:``; the catalogues come with the build."""

    papers = Papers(())

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """One node."""
        if self.disabled:
            return [nodes.Text(self.title.removeprefix("!"))], []
        words = [nodes.Text(self.title)] if self.has_explicit_title else []
        return [_link(self.papers, self.env, self.target, words, self.get_location())], []


class Cards(SphinxPostTransform):
    """Gives links to papers their cards, in HTML; documents keep links like any others, which all programs know."""

    default_priority = 900
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Put a node of our own in the place of each link."""
        for link in list(self.document.findall(nodes.reference)) if _shows_cards(self.app) else ():
            if link.get(_CARD):
                link.replace_self(paper_reference("", "", *link.children, **link.attributes))


class _Build:
    """One build: what has to be done at each of its steps."""

    def __init__(self) -> None:
        self.role = PaperRole()

    def load(self, app: Sphinx) -> None:
        """Read the catalogues, once; what cannot be read is one warning, and the build goes on."""
        if _shows_cards(app):
            app.config.html_static_path.append(str(FOLDER))
        try:
            found = sources(app.config.sitegen_catalogue, Path(app.confdir))
        except ValueError as fault:
            _LOGGER.warning("sitegen_catalogue in conf.py: %s", fault, type="sitegen", subtype="setting")
            found = ()
        loaded = [load(source) for source in found]
        for one in loaded:
            if one.fault:
                _LOGGER.warning(one.fault, type="sitegen", subtype="unreachable")
            if one.notice:
                _LOGGER.info(one.notice)
        self.role.papers = Papers(loaded, app.config.sitegen_link_text)

    def read_links(self, app: Sphinx, doctree: nodes.document) -> None:
        """Put links in the place of what MyST makes of ``[](paper:name)`` and ``<paper:name>``."""
        for node in [node for node in doctree.findall(nodes.Element) if _unresolved(node)]:
            words = cast(nodes.Element, node[0]).children if node.get("refexplicit") else []
            node.replace_self(_link(self.role.papers, app.env, _unresolved(node), words, node))

    def outdated(
        self, app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
    ) -> Sequence[str]:
        """The documents in which a reference comes to something else than when they were read."""
        answer = self.role.papers.answer
        return [
            document
            for document, references in _remembered(env).items()
            if document not in removed
            and any(answer(reference).fingerprint != before for reference, before in references.items())
        ]


def setup(app: Sphinx) -> ExtensionMetadata:
    """What Sphinx asks of an extension."""
    build = _Build()
    app.add_config_value("sitegen_catalogue", "", "env", frozenset({str, dict}))
    app.add_config_value("sitegen_link_text", "title", "env", ENUM("title", "citation"))
    app.add_config_value("sitegen_cards", True, "html", frozenset({bool}))
    app.add_node(paper_reference, html=(_visit, _depart))
    app.add_role("paper", build.role)
    app.add_post_transform(Cards)
    app.connect("builder-inited", build.load)
    app.connect("doctree-read", build.read_links, priority=100)  # before others collect titles
    app.connect("env-get-outdated", build.outdated)
    app.connect("env-purge-doc", _forget)
    app.connect("env-merge-info", _merge)
    app.connect("html-page-context", _add_assets)
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}


def _shows_cards(app: Sphinx) -> bool:
    """Whether what is built shows cards: a book has neither pointer nor script."""
    return bool(app.config.sitegen_cards) and app.builder.format == "html" and app.builder.name != "epub"


def _link(
    papers: Papers, env: BuildEnvironment, reference: str, words: Sequence[nodes.Node], place: nodes.Node | str
) -> nodes.Element:
    """A link with these words, or those of the catalogue; the words alone where there is nothing to link to."""
    answer = papers.answer(reference)
    _remembered(env).setdefault(env.docname, {})[reference] = answer.fingerprint
    if answer.fault:
        _LOGGER.warning(answer.fault.message, location=place, type="sitegen", subtype=answer.fault.kind)
    shown = words or [nodes.Text(answer.text)]
    if not answer.href:
        return nodes.inline("", "", *shown, classes=["sitegen-paper"])
    link = nodes.reference("", "", *shown, refuri=answer.href, internal=False, classes=["sitegen-paper"])
    link[_CARD] = dict(answer.card)
    return link


def _unresolved(node: nodes.Element) -> str:
    """The reference of a link that MyST left open, or took for an address, as it knows no such scheme; else ``""``."""
    target = ""
    if isinstance(node, addnodes.pending_xref) and node.get("reftype") == "myst":
        target = str(node.get("reftarget"))
    elif isinstance(node, nodes.reference):
        target = str(node.get("refuri"))
    return unquote(target.removeprefix(_SCHEME)) if target.startswith(_SCHEME) else ""


def _remembered(env: BuildEnvironment) -> MutableMapping[str, dict[str, str]]:
    """By document, what each of its references came to when it was read, as a fingerprint."""
    if not hasattr(env, "sitegen_papers"):
        cast(Any, env).sitegen_papers = {}
    return cast("dict[str, dict[str, str]]", cast(Any, env).sitegen_papers)


def _forget(app: Sphinx, env: BuildEnvironment, document: str) -> None:
    _remembered(env).pop(document, None)


def _merge(app: Sphinx, env: BuildEnvironment, documents: Iterable[str], other: BuildEnvironment) -> None:
    read = _remembered(other)
    _remembered(env).update({document: read[document] for document in documents if document in read})


def _add_assets(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Style and script on the pages that have a card."""
    if doctree is not None and next(iter(doctree.findall(paper_reference)), None):
        app.add_css_file(STYLE)
        app.add_js_file(SCRIPT, loading_method="defer")


def _visit(translator: HTML5Translator, node: paper_reference) -> None:
    card = node[_CARD]
    attributes = {"class": "reference external", "href": node["refuri"], "title": tooltip(card), **card}
    translator.body.append(translator.starttag(node, "a", "", **attributes))


def _depart(translator: HTML5Translator, node: paper_reference) -> None:
    translator.depart_reference(node)
