"""Which abstracts say nothing of their paper: publishers' notices, names of authors, one text under many titles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sitegen.facts.names import are_people
from sitegen.words.normalise import normal_words, title_key
from sitegen.words.stopwords import EMPTY

UNRELATED_TITLES = 3
"""Titles, no two with a telling word in common, that one abstract must stand under to count as boilerplate.

One paper may have been renamed once; its other variants share words.
"""

CROWD = 24
"""Titles of any kind that make an abstract boilerplate: no paper was seen under more than three."""

MISSING_BELOW = 6
"""Words; with fewer there is no abstract."""

LONG = 700
"""Characters: more than any notice."""

_NOTICE_UP_TO = 120  # words
_FOR_EACH = 15  # words of a text, one phrase of a notice; two at least
_SHORT = 30  # words up to which "abstract not available" alone is enough
_MISSING = """
    abstract not available, abstract is not available, abstract unavailable, abstract missing, abstract is
    missing, no abstract, zusammenfassung nicht, resume indisponible, without abstract, abstract withdrawn,
    abstract not provided, abstract is not provided, missing abstract, pas de resume, resume non disponible,
    keine zusammenfassung, kein abstract, sin resumen, resumen no disponible
"""
# What publishers' pages say where an abstract should stand; a paper on such pages says one or two of these.
_SAID_BY_PAGES = """
    sign in, log in, login, logged in, subscribe, subscriber, subscribers, subscription, purchase, buy this, buy
    article, buy full, full text, fulltext, check access, get access, gain access, request access, access
    options, institutional access, provides access, access to this, access through, access via, access provided,
    access denied, your institution, via an institution, all rights reserved, protected by copyright, copyright
    holder, permission to reuse, permissions, please contact, please visit, please enable, please check, please
    refer, please log, please sign, rights department, use cookies, uses cookies, use of cookies, cookie
    settings, cookie policy, privacy policy, terms of use, terms and conditions, accept all, enable javascript,
    as a pdf, download pdf, view pdf, view article, view the full, is a preview, preview of, not available,
    unavailable, click here, verify you are, published by elsevier, springer nature, local taxes, during
    checkout, free trial, free articles, free access, free account, continue reading, members only, rent this,
    limited access, institutional account, institutional users, institutional login, institution does not, does
    not have access, not have access, permission to access, request a copy, request full, read the full, your
    library, your browser, javascript is, pdf only, preview has been, unlock this, unlock full, paywall,
    elsevier ltd, elsevier b v, was downloaded from, ip address, this website, best experience, download
    citation, please wait, not currently available, technical difficulties, or purchase, subscribe to, recommend
    to, nur fur abonnenten, abonnieren, jetzt anmelden, connectez vous, lire la suite, contenu reserve, full
    access, options below, only available, available via, available only, available to, volltext, vollstandigen
    text, abonnent, abonnenten, melden sie sich, zugriff auf, zugang zu, zuganglich, urheberrecht, alle rechte
    vorbehalten, urheberrechtlich, kaufen sie, artikel kaufen, texte integral, l acces, acces au, reserve aux
    abonnes, veuillez, vous connecter, acheter, tous droits reserves, document complet, iniciar sesion, acceso
    al, acceso a, texto completo, suscripcion, suscriptores, derechos reservados, purchase access, access to the
    full, have access to, first page preview, the full article, not have permission
"""


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(f" {' '.join(phrase.split())} " for phrase in listed.split(","))


def _by_longest_word(phrases: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The phrases under the word of each that the fewest texts have: most texts are asked for none of them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        found[max(phrase.split(), key=len)].append(phrase)
    return found


_MISSING_PHRASES, _PAGE_PHRASES = _phrases(_MISSING), _by_longest_word(_phrases(_SAID_BY_PAGES))
_ABSTRACT_OF = re.compile(r" abstract (?:of|for) .{0,60} not available ")

_INSTITUTIONS = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|[\d*†‡§]+")
_BETWEEN_NAMES = frozenset(
    ("and", "und", "et", "de", "del", "der", "van", "von", "da", "di", "la", "le", "al", "bin", "of", "for", "the")
)


def says_nothing(abstract: str) -> bool:
    """Whether an abstract is missing, a publisher's notice ("Sign in to view the full text") or a line of authors."""
    if len(abstract) >= LONG:
        return False
    said = normal_words(abstract)
    return len(said) < MISSING_BELOW or _is_notice(said) or _is_authors(abstract)


def _is_notice(said: Sequence[str]) -> bool:
    if len(said) > _NOTICE_UP_TO:
        return False
    text = f" {' '.join(said)} "
    if len(said) <= _SHORT and (any(map(text.__contains__, _MISSING_PHRASES)) or _ABSTRACT_OF.search(text)):
        return True
    asked = [phrase for word in _PAGE_PHRASES.keys() & said for phrase in _PAGE_PHRASES[word]]
    return sum(map(text.__contains__, asked)) >= max(2, len(said) / _FOR_EACH)


def _is_authors(text: str) -> bool:
    """Whether a text is nothing but names of people, marks of their institutions aside."""
    if any(word[0].islower() and word not in _BETWEEN_NAMES for word in text.split()):
        return False  # what nearly every abstract has, at once
    return are_people(_INSTITUTIONS.sub(" ", text))


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
