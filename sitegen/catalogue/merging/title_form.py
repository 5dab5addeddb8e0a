"""What lists and web pages put around a title: marks of files, versions and sites, dots where it was cut.

"[PDF] Knots" and "Knots | Journal of Links" are the title "Knots"; "Corrigendum to Knots" is another paper's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from sitegen.words.tokens import words

_VERSION = r"v\s?\d+|version \d+(?:[;,][^\])]*)?|(?:arxiv:? ?)?\d{4}\.\d{4,5}(?:v\d+)?(?: ?\[[\w.-]+\])?"
_FILE = (
    r"pdf|html?|ps|epub|docx?|book|citation|full[ -]?text(?: pdf)?|free|open access|pre-?print|post-?print"
    r"|accepted manuscript|author'?s? (?:copy|version|manuscript)|arxiv(?: preprint)?|retracted(?: article)?|withdrawn"
)
_IN_BRACKETS = rf"(?:\[(?:{_FILE}|{_VERSION})\]|\((?:{_FILE}|{_VERSION})\))"
_IN_FRONT = re.compile(rf"{_IN_BRACKETS}:?\s*|(?:retracted(?: article)?|withdrawn)\s*:\s*", re.I)
_BEHIND = re.compile(rf"\s*(?:{_IN_BRACKETS}|(?:[|–—]|\s-)\s*pdf)\s*$", re.I)
_SITE = (
    r"pdf|journals?|proceedings|transactions|magazine|nature|science|springer(?:link)?|sciencedirect|wiley|ieee|acm"
    r"|arxiv|pubmed|pmc|request pdf|oxford|cambridge|academic|press|plos|bmc|mdpi|frontiers|jama|bmj|lancet|elsevier"
    r"|taylor|sage|researchgate|openreview|semantic scholar|ssrn|hal|jstor|zenodo|papers with code|hugging ?face"
)
_SITES_BEHIND = re.compile(rf"\s\|\s[^|]*\b(?:{_SITE})\b.*$", re.I)
_SERVICE = (
    r"science\s?direct|pubmed(?: central)?|pmc|arxiv(?:\.org)?|springer\s?link|wiley online library|jstor|researchgate"
    r"|semantic scholar|openreview|ssrn|hal|ieee xplore|acm digital library|google scholar|europe pmc"
)
_SERVICE_BEHIND = re.compile(rf"\s+[-–—]\s+(?:{_SERVICE})\s*$", re.I)
_DOTS = re.compile(r"\s*(?:…|\.\s?\.\s?\.[.\s]*|[\[(](?:…|\.\s?\.\s?\.)[\])])\s*$")
_WHOSE = r"(?:(?:author|publisher|editor)(?:'s|ial)?\s+)?"
_ON_ANOTHER = (
    r"corrigend(?:um|a)|errat(?:um|a)|corrections?|addend(?:um|a)|retraction(?: note| notice)?|expression of concern"
    r"|comments?|commentary|repl(?:y|ies)|response|rebuttal|rejoinder|discussion|book review|editorial"
    r"|(?:online )?supplement(?:s|al|ary)?(?: (?:materials?|information|data|files?|texts?|notes?|appendix))?|appendix"
)
_ON_ANOTHER_IN_FRONT = re.compile(rf"{_WHOSE}({_ON_ANOTHER})\s*(?::|\b(?:to|on|for|of)\b|[–—]|\s-\s)\s*", re.I)
_ON_ANOTHER_BEHIND = re.compile(rf"\s*(?:[:.(\[–—]|\s-)\s*{_WHOSE}({_ON_ANOTHER})\s*[)\]]?\s*$", re.I)
_ACRONYM = re.compile(r"\s+\(([A-Z][A-Za-z]{1,7})\)")
_BEGINNINGS = (
    "author|publisher|editor|corrigend|errat|correct|addend|retract|withdr|expression|comment|repl|respon|rebut|rejoin"
    "|discuss|book|online|suppl|appendix"
)
_MAY_BE_MARKED = re.compile(rf"[\[(|…]|\.\s?\.|[-–—:.]\s|^(?:{_BEGINNINGS})", re.I)
_LONGEST = 1_000  # characters; what is longer is no title, and may be there to keep us busy
_FEW = 3  # words; a version in brackets behind so few may be a name's


@dataclass(frozen=True, slots=True)
class TitleForm:
    """A title without what stands around it.

    ``cut``: it breaks off in dots. ``about``: what the entry is, if it is about the paper of this title and not that
    paper ("corrigendum"); else ``""``.
    """

    title: str
    cut: bool = False
    about: str = ""


def title_form(printed: str) -> TitleForm:
    """Take away what stands around a title. A title that would be empty stays as it is."""
    if len(printed) > _LONGEST:
        return TitleForm(printed)
    if "&" in printed:
        printed = unescape(printed)
    if not _MAY_BE_MARKED.search(printed):
        return TitleForm(printed)
    title = _without_marks(" ".join(printed.split()))
    title = _ACRONYM.sub(lambda found: "" if _abbreviates(found[1], title[: found.start()]) else found[0], title)
    kept = _DOTS.sub("", title)
    cut = kept != title and bool(kept)
    title = kept if cut else title
    about = ""
    while found := _ON_ANOTHER_IN_FRONT.match(title) or _ON_ANOTHER_BEHIND.search(title):
        rest = (title[: found.start()] + title[found.end() :]).strip(" \"'“”‘’«»")
        if not rest:
            break
        about, title = f"{about} {found[1].lower()}".strip(), rest
    return TitleForm(title, cut, about)


def _abbreviates(acronym: str, said: str) -> bool:
    """Whether an acronym takes its letters from the first ones of the words in front of it, in their order."""
    initials = iter([word[0].lower() for word in words(said)[-2 * len(acronym) :]])
    return all(letter in initials for letter in acronym.lower())


def _without_marks(title: str) -> str:
    while True:
        kept = _IN_FRONT.sub("", title, count=1) if _IN_FRONT.match(title) else title
        behind = _BEHIND.search(kept)
        if behind and (len(kept[: behind.start()].split()) > _FEW or not re.search(_VERSION, behind[0], re.I)):
            kept = kept[: behind.start()]
        for around in (_SITES_BEHIND, _SERVICE_BEHIND):
            found = around.search(kept)
            if found and kept.count("(", 0, found.start()) == kept.count(")", 0, found.start()):
                kept = kept[: found.start()]
        if not kept.strip() or kept == title:
            return title
        title = kept
