"""Lines with a label: ``Title: …``, ``**Authors:** …``, ``Abstract`` alone, and what each label names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from sitegen.inputs.details import States, addresses, of_day

# What labels are called, in small letters; those for "" say nothing that is kept of a paper.
_NAMES: Mapping[str, str] = {
    "title": "title, paper title, article title, paper, titel, titre, título, titolo, 标题, 题目, タイトル",
    "abstract": "abstract, summary, zusammenfassung, kurzfassung, résumé, resumen, resumo, riassunto, 摘要, 概要, 要旨",
    "authors": "authors, author, author(s), authors and affiliations, creators, by, written by, autoren, autor, auteurs"
    ", auteur, autores, autori, 作者, 著者",
    "year": "year, publication year",
    "date": "date, published, publication date, date published, submitted, submitted on, posted, first published",
    "venue": "venue, journal, journal-ref, journal ref, journal reference, conference, booktitle, published in",
    "doi": "doi, related doi, report doi",
    "arxiv": "arxiv, arxiv id, arxivid, eprint",
    "ids": "id, ids, identifier, cite as",
    "addresses": "url, urls, link, links, paper url, paper link, address, available at, openreview, acl anthology",
    "pdf": "pdf, pdf url, pdf link",
    "code": "code, github, repository, code url, source code",
    "project": "project, project page, homepage, website",
    "": "comments, comment, subjects, subject, subject areas, categories, category, primary category, keywords"
    ", key words, tags, topics, affiliation, affiliations, institution, institutions, license, licence, msc-class"
    ", acm-class, msc classes, acm classes, report-no, report number, pages, volume, issue, publisher, issn, isbn"
    ", language, pmid, pmcid, citations, cited by, updated, last updated, revised, subj-class, upvotes, rating"
    ", decision, tl;dr, tldr",
}
_FIELD_OF = {name: field for field, names in _NAMES.items() for name in names.split(", ")}
_MARK = r"(?:\*\*|__|\*|_)?"
_LABEL = re.compile(
    rf"(?:[-*+•>]\s+)?(?:\#{{1,6}}\s+)?{_MARK}(?P<name>[^\W\d_](?:[^\W\d_]|[();/ -]){{1,26}}?)\s?{_MARK}\s?[:：]"
    rf"\s*{_MARK}\s*(?P<text>\S.*)?",
    re.DOTALL,
)
_ALONE = re.compile(rf"(?:\#{{1,6}}\s+)?{_MARK}(?P<name>abstract|authors|summary|title){_MARK}", re.IGNORECASE)
_DASHED = re.compile(r"(?P<name>abstract)\s?(?:[—–]|\.\s|--?-?\s)\s*(?P<text>\S.*)", re.IGNORECASE | re.DOTALL)
_OTHERWISE = re.compile(r"[\W_]{0,12}(?:abstract|authors|summary|title|submitted)", re.IGNORECASE)
_LONGEST = 60  # characters of a label with what marks it
_SUBMITTED = re.compile(r"\[?(?P<name>submitted)(?: on)? (?P<text>\d{1,2} [A-Za-z]+,? \d{4})\b.{0,120}", re.IGNORECASE)


class Label(NamedTuple):
    """What a label names, a field of `Statement`, ``title``, ``abstract``, or ``""`` (nothing kept); what follows."""

    field: str
    text: str


def label(line: str) -> Label | None:
    """The label that a line begins with; None where it has none that is known."""
    if ":" not in (head := line[:_LONGEST]) and "：" not in head and not _OTHERWISE.match(line):
        return None
    found = _LABEL.match(line) or _ALONE.fullmatch(line) or _DASHED.match(line) or _SUBMITTED.fullmatch(line)
    if not found:
        return None
    field = _FIELD_OF.get(found["name"].strip().lower())
    if field is None:
        return None
    text = (found.groupdict().get("text") or "").strip()
    if field == "abstract":  # arXiv's pages fold abstracts
        text = text.removeprefix("▽ More").removesuffix("△ Less").strip()
    return Label(field, text)


def states(field: str, text: str) -> States:
    """What a labelled text states: addresses sorted, days understood; nothing where it is not of its label's kind."""
    if field in ("year", "date"):
        return of_day(text)
    if field in ("addresses", "ids", "arxiv", "pdf", "code", "project"):
        found = addresses(text) or ((field, text),)
        if field in ("pdf", "code", "project"):
            return tuple((field if name == "addresses" else name, value) for name, value in found)
        return found
    return ((field, text),) if field not in ("", "title", "abstract") else ()
