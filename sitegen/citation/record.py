"""What is said of a paper wherever it is cited: what is known, and that the rest is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.catalogue.model import Paper
from sitegen.facts.model import Facts, Person
from sitegen.repair.inline import Inline

ARTICLE, MEETING, OTHER = "article", "meeting", "other"

_LONGEST_SHORT = 40  # characters of a short title

# A venue is one line of text. Which kind it is decides the type of a record alone; "other" claims nothing.
_MEETING = re.compile(
    r"\b(?:proceedings|proc\.|conference|workshops?|symposium|meeting|congress|colloquium|advances in neural)\b"
    r"|\b(?-i:3DV|AAAI|ACCV|ACL|ACM MM|ACML|AISTATS|ASPLOS|ASRU|AutoML|BMVC|CHI|CIKM|COLING|COLM|COLT|CPAL|CVPR|CoLLAs"
    r"|CoNLL|CoRL|EACL|ECAI|ECCV|ECIR|ECML|EMNLP|FAccT|GECCO|HPCA|ICASSP|ICCV|ICDE|ICDM|ICLR|ICML|ICPR|ICRA|ICSE"
    r"|IJCAI|IJCNN|INFOCOM|IPDPS|IROS|ISCA|ISMIR|ISSTA|KDD|LREC|MICCAI|MICRO|MLSys|MobiCom|MobiSys|NAACL|NDSS|NIPS"
    r"|NSDI|NeurIPS|OSDI|RecSys|SIGCOMM|SIGGRAPH|SIGIR|SIGMOD|SOSP|TACAS|TheWebConf|UAI|USENIX|VLDB|WACV|WSDM|WWW)\b"
    r"|\binterspeech\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?:journal|transactions|trans\.|letters|annals|magazine|bulletin|monthly notices|communications of)\b"
    r"|\breviews?$"
    r"|\b(?-i:IEEE Access|IJCV|JAIR|JMLR|PAMI|PNAS|TACL|TIFS|TIP|TKDE|TMLR|TNNLS|TOG|TPAMI)\b"
    r"|^(?:nature|science|neurocomputing|physica)\b"
    r"|^(?:neural networks|neural computation|machine learning|pattern recognition|artificial intelligence"
    r"|knowledge-based systems|expert systems with applications)(?: \d{4})?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CitationRecord:
    """One paper as a bibliography has it. ``""``, None and ``()`` stand for what is not known; nothing is guessed.

    ``kind`` is `ARTICLE`, `MEETING` (a conference paper) or `OTHER`; ``month`` and ``day`` stand only beside their
    ``year``, and only where there is no ``venue``. ``url`` is the paper's own address where one is known, else
    ``page``, its page in the ``catalogue`` (``""`` where the site's address is not known). ``aliases`` are slugs that
    it had before; ``note`` says in words what is not known. ``facts`` hold the rest that is known, which a format may
    have a place for.
    """

    slug: str
    kind: str
    title: Inline
    title_text: str
    short_title: str
    abstract_text: str
    authors: tuple[Person, ...]
    year: int | None
    month: int | None
    day: int | None
    venue: str
    arxiv: str
    doi: str
    url: str
    page: str
    catalogue: str
    keywords: tuple[str, ...]
    aliases: tuple[str, ...]
    note: str
    facts: Facts

    def __hash__(self) -> int:
        return hash(self.slug)  # to hash all of a paper's texts would cost more than to write its entry

    @property
    def remarks(self) -> tuple[str, ...]:
        """In words, for formats that have no name for them: what is not known, addresses, and the first day."""
        facts = self.facts
        posted = None if self.day else facts.published
        named = (("Code", facts.code), ("Project", facts.project), ("First published", posted))
        more = ("The list of authors is not complete",) if facts.more_authors else ()
        return (*filter(None, (self.note,)), *more, *(f"{name}: {value}" for name, value in named if value))


def make_record(
    paper: Paper,
    facts: Facts,
    *,
    page: str,
    catalogue: str,
    keywords: Sequence[str] = (),
    aliases: Sequence[str] = (),
) -> CitationRecord:
    """The record of a paper of which ``facts`` are known."""
    posted = facts.published
    year = facts.year or (posted.year if posted else None)
    exact = posted if posted and posted.year == year and not facts.venue else None  # not the day of its venue
    title = " ".join(paper.title_text.split())
    return CitationRecord(
        slug=paper.slug,
        kind=_kind(facts.venue),
        title=paper.title,
        title_text=title,
        short_title=_short(title),
        abstract_text=" ".join(paper.abstract_text.split()),
        authors=facts.authors,
        year=year,
        month=exact.month if exact else None,
        day=exact.number if exact else None,
        venue=" ".join(facts.venue.split()),
        arxiv=facts.arxiv,
        doi=facts.doi,
        url=facts.url or facts.href or page,
        page=page,
        catalogue=" ".join(catalogue.split()),
        keywords=tuple(keywords),
        aliases=tuple(aliases),
        note=_note(facts.authors, year),
        facts=facts,
    )


def _kind(venue: str) -> str:
    if not venue:
        return OTHER
    if _ARTICLE.search(venue):
        return ARTICLE
    return MEETING if _MEETING.search(venue) else OTHER


def _short(title: str) -> str:
    """The name in front of a colon, or the first words."""
    name, colon, _ = title.partition(": ")
    if colon and len(name) <= _LONGEST_SHORT:
        return name
    if len(title) <= _LONGEST_SHORT:
        return title
    head = title[: _LONGEST_SHORT + 1].rpartition(" ")[0] or title[:_LONGEST_SHORT]
    return head.rstrip(" ,;:.–—-") or title[:_LONGEST_SHORT]


def _note(authors: Sequence[Person], year: int | None) -> str:
    missing = " or ".join(name for name, known in (("authors", authors), ("year", year)) if not known)
    return f"No {missing} on record" if missing else ""
