"""arXiv's answers: Atom (https://info.arxiv.org/help/api/user-manual.html), also where a program recorded it as JSON.

defusedxml refuses what XML can do to whoever reads it: entities that grow, files from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler, feature_namespaces

from sitegen.day import Day
from sitegen.facts.names import author
from sitegen.inputs.document import Document
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.records import Record, parsed, text_of
from sitegen.inputs.stated import Statement, facts_of
from sitegen.problem import Location, Problem, error

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesNSImpl, Locator

_ATOM = "http://www.w3.org/2005/Atom"
_ARXIV = "http://arxiv.org/schemas/atom"
_LONGEST = 32 << 20  # characters; the parser takes n² for one value that has no end
_DEEPEST = 50  # elements inside each other; a feed has four


def recognises(document: Document) -> bool:
    """Whether the file is an Atom feed, or a recording that holds one."""
    return _is_feed(document.head) or _is_feed(_recorded(document)[:1000])


def read(document: Document) -> ParsedDigest:
    """A record for each entry of the feed; nothing of a feed that is broken or unsafe."""
    file = document.file
    if len(document.text) > _LONGEST:
        message = f"has more than {_LONGEST >> 20} million characters: not read"
        return ParsedDigest(problems=(error(Location(file), message, "arXiv sends 2,000 papers at most: split it"),))
    from defusedxml import DefusedXmlException
    from defusedxml.sax import make_parser

    recording = "" if _is_feed(document.head) else _recorded(document)
    feed = _Feed()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(feed)
    feed.setDocumentLocator(parser)
    try:
        parser.feed((recording or document.text).encode("utf-8", "replace"))
        parser.close()
    except SAXParseException as caught:
        line, column = (0, 0) if recording else (caught.getLineNumber() or 0, (caught.getColumnNumber() or 0) + 1)
        message = f"is not whole XML: {caught.getMessage()}"
        return ParsedDigest(problems=(error(Location(file, line, column), message, "save it anew; it may be cut off"),))
    except (DefusedXmlException, _TooDeepError):
        hint = "arXiv sends neither: get the file anew"
        message = "declares a document type, or nests elements without end: not read"
        return ParsedDigest(problems=(error(Location(file), message, hint),))
    day = Day.parse(feed.updated[:10])
    entries = (entry for entry in feed.entries)
    records = (found for entry in entries for found in _record(entry, Location(file, 1 if recording else entry.line)))
    return parsed(records, file, date=day)


def _is_feed(text: str) -> bool:
    return text.startswith("<") and "<feed" in text and _ATOM in text


def _recorded(document: Document) -> str:
    """The Atom in the ``body`` of an answer that was recorded as JSON; ``""`` where there is none."""
    body = document.json.first.get("body") if document.json else None
    return body.lstrip() if isinstance(body, str) else ""


class _TooDeepError(Exception):
    """Elements stand inside each other without end."""


@dataclass(slots=True)
class _Entry:
    """An entry as the feed has it."""

    line: int
    texts: dict[str, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    page: str = ""


class _Feed(ContentHandler):
    """Collects the entries while the parser reads."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[_Entry] = []
        self.updated = ""
        self._inside: list[str] = []
        self._said: list[str] = []
        self._locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - SAX's name
        self._locator = locator

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl) -> None:  # noqa: N802
        space, local = name[0], name[-1]  # the parser cuts a namespace with blanks, too
        self._inside.append(local if space in (_ATOM, _ARXIV) else "")
        self._said.clear()
        if len(self._inside) > _DEEPEST:
            raise _TooDeepError
        if self._inside[1:] == ["entry"]:
            self.entries.append(_Entry(self._locator.getLineNumber() or 0 if self._locator else 0))
        elif self._inside[1:] == ["entry", "link"] and attrs.get((None, "rel")) == "alternate":
            self.entries[-1].page = attrs.get((None, "href")) or ""

    def characters(self, content: str) -> None:
        self._said.append(content)

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802
        text = "".join(self._said).strip()
        match self._inside[1:]:
            case ["updated"]:
                self.updated = text
            case ["entry", "author", "name"]:
                self.entries[-1].authors.append(text)
            case ["entry", field]:
                self.entries[-1].texts.setdefault(field, text)
        self._inside.pop()
        self._said.clear()


def _record(entry: _Entry, at: Location) -> Iterator[Record | Problem]:
    texts = entry.texts
    address = texts.get("id", "")
    given = Statement(
        authors=[author(name) for name in entry.authors if name],
        date=texts.get("published", "")[:10],
        doi=texts.get("doi", ""),
        ids=[address],
        addresses=[page for page in [entry.page] if page],
        key=address.rpartition("/abs/")[2],
    )
    facts, problems = facts_of(given, at)
    yield from problems
    title, abstract = (" ".join(text_of(texts.get(name)).split()) for name in ("title", "summary"))
    yield Record(at.line, title, abstract, facts, given.key)
