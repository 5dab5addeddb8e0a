"""Which abstracts say nothing of their paper: publishers' notices, names of authors, one text under many titles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from sitegen.words.letters import folded
from sitegen.words.normalise import normal_words, title_key
from sitegen.words.stopwords import EMPTY

UNRELATED_TITLES = 3
"""Titles, no two with a telling word in common, that one abstract must stand under to count as boilerplate.

One paper may have been renamed once; its other variants share words.
"""

CROWD = 24
"""Titles of any kind that make an abstract boilerplate: no paper was seen under more than three."""

NOTICE_UP_TO = 120
"""Words; a longer text is not looked at as a notice."""

_PHRASES = 2  # of a notice, for each thirty words; one alone where it says that there is no abstract
_FOR_EACH = 30
_NO_ABSTRACT = re.compile(
    r"\babstract\b.{0,40}\b(?:not (?:yet )?available|unavailable|missing|withdrawn|not provided|could not be)"
    r"|\b(?:no|missing|without(?: an)?)\b.{0,12}\babstract\b|\bpas de resume|\bkein(?:e zusammenfassung| abstract)",
    re.S,
)
# What publishers' pages say where an abstract should stand; folded. A paper on such pages says one or two of them.
_SAID_BY_PAGES = re.compile(
    r"\b(?:sign in|log ?in|logged in|subscri(?:be|bers?|ption)s?\b|purchase|buy (?:this|the|article|full)|full[ -]?text"
    r"|(?:check|get|gain|request|institutional|provides?|have) access|access (?:to|through|via|options|provided|denied)"
    r"|your institution|via an institution|all rights reserved|protected by copyright|copyright holder|©"
    r"|permissions? to (?:reuse|reproduce)|please (?:contact|see|visit|enable|check|refer|log|sign)|rights department"
    r"|(?:we|site|website) uses? cookies|cookie (?:settings|policy|preferences)|use of cookies|privacy policy"
    r"|terms (?:of use|and conditions)|accept all|enable javascript|as a pdf|download pdf|view (?:pdf|article|the full)"
    r"|this is a preview|preview of|not available|unavailable|click here|are you a robot|verify you are"
    r"|page not found|published by elsevier|springer nature|local taxes|calculated during checkout|free trial"
    r"|volltext|abonnent(?:en)?|melden sie sich|zugriff auf|zugang zu|alle rechte vorbehalten|urheberrecht\w*"
    r"|kaufen sie|artikel (?:zu )?kaufen|texte integral|acces (?:au|a)|abonnes?|veuillez|vous connecter"
    r"|acheter (?:l ?'?article|cet)|tous droits reserves|iniciar sesion|acceso (?:al|a)|texto completo|suscri\w+"
    r"|derechos reservados)"
)
_AFFILIATIONS = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|[\d*†‡§]+")
_SENTENCE = re.compile(r"[a-z]{2}\.\s+[A-Z]|[a-z]{3}[.!?]$")
_NAMES_FROM = 3  # names, or initials, that make a line of authors


def says_nothing(abstract: str) -> bool:
    """Whether an abstract is a notice ("Sign in to view the full text") or a line of authors."""
    return _is_notice(abstract) or _is_authors(abstract)


def _is_notice(text: str) -> bool:
    text = folded(text)
    size = len(text.split())
    if size > NOTICE_UP_TO:
        return False
    if size <= _FOR_EACH and _NO_ABSTRACT.search(text):
        return True
    return len(set(_SAID_BY_PAGES.findall(text))) >= max(_PHRASES, _PHRASES * size // _FOR_EACH)


def _is_authors(text: str) -> bool:
    """Whether a text is nothing but names: each part between commas is one, in capitals, without a sentence."""
    line = _AFFILIATIONS.sub(" ", text).strip(" ,;.")
    if len(line) > 2_000 or _SENTENCE.search(line):
        return False
    parts = [part.strip() for part in re.split(r"[,;]|\b(?:and|und|et)\b|&|\n", line) if part.strip(" .")]
    return len(parts) >= _NAMES_FROM and all(_is_name(part) for part in parts)


def _is_name(text: str) -> bool:
    said = text.split()
    return len(said) <= 5 and all(
        word[0].isupper() or word in ("de", "del", "der", "van", "von", "da", "di", "la", "le", "al", "bin")
        for word in said
    )


def boilerplate(texts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The abstracts among these titles and abstracts that are boilerplate, such as "Withdrawn by the publisher"."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for title, abstract in texts:
        titles[abstract].add(title)
    return frozenset(
        abstract for abstract, under in titles.items() if len(under) >= UNRELATED_TITLES and _says_nothing(under)
    )


def _says_nothing(titles: set[str]) -> bool:
    return unrelated(titles) >= UNRELATED_TITLES or len(set(map(title_key, titles))) >= CROWD


def unrelated(titles: Iterable[str]) -> int:
    """How many of the titles have no telling word in common with one before; a title without any stands for itself."""
    seen: set[str] = set()
    found = 0
    for title in sorted(titles):
        said = {word for word in normal_words(title) if word not in EMPTY} or {title_key(title)}
        if seen.isdisjoint(said):
            seen |= said
            found += 1
    return found
