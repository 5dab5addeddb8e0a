"""The ids by which papers are known, and the many forms in which people and programs write them.

arXiv: https://info.arxiv.org/help/arxiv_identifier.html. DOI: https://www.doi.org/doi-handbook/. ACL Anthology:
https://aclanthology.org/info/ids/.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_ARXIV_ID = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})"
_ARXIV = re.compile(rf"{_ARXIV_ID}(?:v\d+)?")
_ARXIV_FORMS = re.compile(r"(?:arxiv:\s*|https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/)", re.IGNORECASE)
_ARXIV_NEAR = re.compile(
    rf"(?:arxiv[:.\s]\s*|(?:ar5iv|arxiv|alphaxiv)[\w.]*/(?:abs|pdf|html|format|e-print|ps)/|\babs/"
    rf"|huggingface\.co/papers/)({_ARXIV_ID})(?!\d)",
    re.IGNORECASE,
)
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
_DOI_FORMS = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", re.IGNORECASE)
_DOI_NEAR = re.compile(r"(?<![\w.])10\.\d{4,9}/[^\s\"<>{}|\\]+")
_AFTER_DOI = ".,;:'\"”’"
_ACL_ID = r"(?:[A-Z]\d{2}-\d{4,5}|\d{4}\.[a-z\d]+(?:[-_][a-z\d]+)*\.\d+)"
_ACL = re.compile(_ACL_ID)
_ACL_NEAR = re.compile(
    rf"(?:aclanthology\.org/|aclweb\.org/anthology/(?:papers/)?(?:\w/\w+/)?|10\.(?:18653|3115)/v1/)({_ACL_ID})(?![\w-])"
)
_OPENREVIEW = re.compile(r"[\w-]{6,16}")
_OPENREVIEW_NEAR = re.compile(r"openreview\.net/(?:forum|pdf|attachment|references/pdf)\?(?:[^#\s]*&)?id=([\w-]{6,16})")


def arxiv(value: str) -> tuple[str, str]:
    """An arXiv id, kept bare, with the version that it names; and what is wrong with it, or ``""``."""
    id = _ARXIV_FORMS.sub("", value.strip(), count=1).removesuffix(".pdf")
    return id, "" if _ARXIV.fullmatch(id) else f"is '{value[:60]}', not an arXiv id such as 1706.03762"


def doi(value: str) -> tuple[str, str]:
    """A DOI, kept bare; and what is wrong with it, or ``""``."""
    id = _DOI_FORMS.sub("", value.strip(), count=1)
    return id, "" if _DOI.fullmatch(id) else f"is '{value[:60]}', not a DOI such as 10.1000/182"


def acl(value: str) -> tuple[str, str]:
    """An id of the ACL Anthology, kept bare; and what is wrong with it, or ``""``."""
    near = _ACL_NEAR.search(value)
    id = near[1] if near else value.strip()
    return id, "" if _ACL.fullmatch(id) else f"is '{value[:60]}', not an ACL Anthology id such as P17-1001"


def openreview(value: str) -> tuple[str, str]:
    """An id of OpenReview, kept bare; and what is wrong with it, or ``""``."""
    near = _OPENREVIEW_NEAR.search(value)
    id = near[1] if near else value.strip()
    return id, "" if _OPENREVIEW.fullmatch(id) else f"is '{value[:60]}', not an OpenReview id such as rJXMpikCZ"


def ids_in(text: str) -> Mapping[str, str]:
    """The ids that a text names, by the field of `Facts` they are for: the first of each kind, in a form that is sure.

    An arXiv id comes without its version. The DOI that arXiv gives to a preprint is its arXiv id, those of the ACL
    Anthology are kept beside the id that they hold.
    """
    found: dict[str, str] = {}
    if near := _ARXIV_NEAR.search(text):
        found["arxiv"] = near[1]
    if "10." in text and (id := _doi_in(text)):
        found["doi"] = id
    if near := _ACL_NEAR.search(text):
        found["acl"] = near[1]
    if near := _OPENREVIEW_NEAR.search(text):
        found["openreview"] = near[1]
    return found


def _doi_in(text: str) -> str:
    """The first DOI of a text that is not arXiv's."""
    for near in _DOI_NEAR.finditer(text):
        id = near[0].rstrip(_AFTER_DOI)
        while id.endswith((")", "]")) and id.count(")") + id.count("]") > id.count("(") + id.count("["):
            id = id[:-1].rstrip(_AFTER_DOI)
        if not id.lower().startswith("10.48550/arxiv.") and not id.endswith("/"):
            return id
    return ""


def without_version(arxiv_id: str) -> str:
    """An arXiv id that names the paper, whichever of its versions it was written for."""
    return re.sub(r"v\d+$", "", arxiv_id)
