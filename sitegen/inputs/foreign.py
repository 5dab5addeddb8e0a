"""Files that hold no list in any form that is read: what each is, and the way out, in one message for the file."""

from __future__ import annotations

import re

from sitegen.inputs.document import Document
from sitegen.inputs.json_records import broken_off
from sitegen.inputs.parsed import ParsedDigest
from sitegen.problem import Location, Problem, error

_COPY = "copy its titles and abstracts into a plain text file"
_SAVE = "save it as plain text (UTF-8)"

_PDF = b"%PDF-"
_PDF_LATER = re.compile(rb"[^%]{0,1000}?\n%PDF-\d")  # readers look for it in the first 1,024 bytes

# How the bytes of such files begin: https://www.iana.org/assignments/media-types and the formats' own documents.
_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (_PDF, "a PDF", _COPY),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"PK\x03\x04", "a Word or other office document, or a zip file", "save it as plain text (UTF-8), or unpack it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old office program", _SAVE),
    (b"\x1f\x8b", "packed with gzip", "unpack it"),
    (b"SQLite format 3\0", "a database", "export its papers as CSV"),
    (b"\x89PNG\r\n", "a picture", _COPY),
    (b"\xff\xd8\xff", "a picture", _COPY),
    (b"GIF8", "a picture", _COPY),
)
_HTML = re.compile(
    r"(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|table|p|ul|ol|dl|h[1-6]|article|section|main|center)\b[^<>]*>",
    re.I | re.S,
)
_HTML_LINE = re.compile(
    r"^\s*</?(?:html|head|body|meta|title|link|script|style|div|table|t[rdh]|p|ul|ol|li|dl|d[td]|h[1-6]|section|article|span|a)\b[^<>\n]*>",
    re.IGNORECASE | re.MULTILINE,
)
# PubMed's records, and its list of abstracts, whose numbered lines are journal, year and pages.
_PUBMED = re.compile(r"^PMID- \d+|\A1\. [^\n]{0,300}\b(?:19|20)\d\d\b[\s\S]*^PMID: \d+", re.MULTILINE)
_ENDNOTE = re.compile(r"^%[0A-Z] \S", re.MULTILINE)
_JSON = re.compile(r"\{\s*\"|\[\s*[{\"]")
_MHTML = re.compile(r"From: <Saved by|MIME-Version:", re.IGNORECASE)
_BROKEN_LINE = re.compile(r"<br\s*/?>\s*$", re.IGNORECASE | re.MULTILINE)
_LATEX = re.compile(r"^\s*\\(?:documentclass\b|begin\{(?:document|thebibliography)\}|bibitem\b)", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_MAIL = re.compile(
    r"(?:(?:From|To|Cc|Subject|Date|Sent|Reply-To|Message-ID|Received|Delivered-To|Return-Path|List-[\w-]+|X-[\w-]+):"
    r" .*\n(?:[ \t].*\n)*){3}"
)
_ENOUGH = 3  # lines that begin with a tag of a page, or end with one: no text does so three times


def binary(data: bytes, file: str) -> Problem | None:
    """The error for a file whose first bytes are those of another kind of file."""
    start = data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    for mark, kind, hint in _KINDS:
        if start.startswith(mark) or (mark is _PDF and _PDF_LATER.match(start)):
            return error(Location(file), f"is {kind}, not a list that can be read", hint)
    return None


def recognises(document: Document) -> bool:
    """Whether it is a web page, data of an unknown kind, or Markdown that lists no papers."""
    return _problem(document) is not None


def read(document: Document) -> ParsedDigest:
    """No entries, and why."""
    problem = _problem(document)
    return ParsedDigest(problems=(problem,) if problem else ())


def _problem(document: Document) -> Problem | None:
    at, name = Location(document.file), document.file.lower()
    if _PUBMED.search(document.head):
        hint = "save it there as PubMed (.nbib), open that in a reference manager such as Zotero, and export BibTeX"
        return error(at, "is PubMed's own format, which is not read", hint)
    if len(_ENDNOTE.findall(document.head)) >= _ENOUGH:
        return error(at, "is EndNote's own format, which is not read", "export BibTeX or RIS")
    if line := _conflict(document.text):
        hint = "keep one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>"
        return error(Location(document.file, line, 1), "holds a merge conflict that is not settled", hint)
    if _LATEX.search(document.head):
        hint = "read are BibTeX (.bib) and text: copy titles and abstracts from what it prints"
        return error(at, "is a LaTeX document, not a list that can be read", hint)
    if _MAIL.match(document.head):
        return error(at, "begins with the head of a mail", "delete all lines above the first title")
    if _is_page(document):
        hint = "open it in a browser, copy what it shows, and save that as plain text"
        return error(at, "is HTML, not a list that can be read", hint)
    if name.endswith((".xml", ".atom")) or document.head.startswith("<?xml"):
        return error(at, "is XML, but no Atom feed with papers", "arXiv's answers are; other data as CSV or BibTeX")
    if name.endswith(".json") or _JSON.match(document.head):
        return _json(document, at)
    return None


def _conflict(text: str) -> int:
    """The line in which the first merge conflict begins that has all of its marks; 0 where there is none."""
    marks = [*_CONFLICT.finditer(text)]
    whole = re.search("<=+>", "".join(mark[0][0] for mark in marks))
    return text.count("\n", 0, marks[whole.start()].start()) + 1 if whole else 0


def _is_page(document: Document) -> bool:
    start = document.text[:20_000]
    by_lines = any(len(form.findall(start)) >= _ENOUGH for form in (_HTML_LINE, _BROKEN_LINE))
    return by_lines or _HTML.match(document.head) is not None or _MHTML.match(document.head) is not None


def _json(document: Document, at: Location) -> Problem:
    hint = "read are CSL-JSON, Hugging Face's daily papers, OpenAlex works and papers.json of a catalogue"
    if document.json is None:
        return error(at, "is no JSON, whatever its name says", hint)
    if broken := document.json.fault():
        return broken_off(document.file, broken)
    return error(at, "is JSON of an unknown kind", hint)
