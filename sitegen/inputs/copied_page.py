"""Lists copied from web pages that show papers: Hugging Face, Google Scholar, Semantic Scholar, OpenReview, arXiv.

Around the papers such text has what the page has around them: who submitted one, how many wrote or liked it, what can
be clicked. No paper keeps those lines. They are known by their words, and looked for only in files where at least two
are of a kind that no title and no abstract is; a number alone may be a title anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.inputs import compact, spaced
from sitegen.inputs.annotated import annotated, labelled, reads_like_title
from sitegen.inputs.bylines import byline
from sitegen.inputs.details import States, addresses, detail, left_out, of_place
from sitegen.inputs.document import Document
from sitegen.inputs.entries import Line, read_entries
from sitegen.inputs.labels import label, states
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.roles import Block, Role
from sitegen.problem import Location, warning

_COUNT = r"[+~]?\d[\d.,]{0,12}\s?[kKM]?\+?"
_SURE = re.compile(
    rf"[\W_]*(?:{_COUNT} (?:authors?|upvotes?|citations?)|upvotes?(?: {_COUNT})?|submitted by(?: \S{{1,40}})?"
    rf"|save cite(?: cited by.*| related.*)?|cited by {_COUNT} related articles.*|(?:related|similar) articles all \d.*"
    r"|title\s+cited by\s+year|.*\t\d*\**\t(?:19|20)\d\d"
    r"|show details|readers: ?.{0,6}everyone|view (?:arxiv page|pdf)|cite as:\s*arxiv:.*)[\W_]*",
    re.IGNORECASE,
)
_FEWEST = 2
_WORD = (
    "daily|weekly|monthly|hugging face|models|datasets|spaces|buckets|docs|enterprise|pricing|log in|sign up|papers"
    "|trending papers|daily papers|paper page|add to collection|community|view all activity|github|project page|arxiv"
    "|arxiv page|view arxiv page|html \\(experimental\\)|tex source|other formats|view license|save|cite|alert|share"
    "|expand|pdf|html|view pdf|view as html|related articles|similar articles|library search|full view|cached"
    "|create alert|show details|show more|load more|ai-generated|tldr|view via publisher|semantic reader"
)
_THING = "authors?|upvotes?|likes?|comments?|citations?|repl(?:y|ies)|stars?|views?|versions?|references?|results?"
_FURNITURE = re.compile(
    rf"[\W_]*(?:{_COUNT}(?: (?:{_THING}|(?:minute|hour|day|month|year)s? ago))?|upvotes?(?: {_COUNT})?"
    rf"|(?:likes?|comments?|github|stars?) {_COUNT}"
    rf"|(?:(?:{_WORD}|cited by {_COUNT}|all \d+ versions|import into \w+|web of science: ?\d+)[\W_]*)+"
    r"|title\s+cited by\s+year"
    r"|about [\d.,]+ results?.{0,20}|page \d+ of .{0,40}|submitted by(?: \S{1,40})?|readers: .{0,20}"
    r"|published on \w{3,9} \d{1,2}|featured in daily papers on .{6,20}|\[(?:pdf|html)\] ?[\w-]+(?:\.[\w-]+)+"
    r"|arxiv:\S{4,20} \([a-z-]{2,12}\)|\(or arxiv:.{0,60}for this version\)|focus to learn more"
    r"|arxiv-issued doi via datacite.{0,40}"
    r"|(?:computer science|mathematics|physics|statistics|economics|quantitative \w+|electrical engineering[ \w]*"
    r"|\w+ physics) > [\w ,()&-]{3,60})?[\W_]*",
    re.IGNORECASE,
)
_LONGEST = 160  # characters of a line that belongs to the page
_COMMENTS = re.compile(r"community(?: \(\d+\))?|comments", re.IGNORECASE)
_END = re.compile(r"add to collection|view pdf|view arxiv page", re.IGNORECASE)  # what stands below an abstract
_SUBMITTER = re.compile(r"[\W_]*submitted by[\W_]*", re.IGNORECASE)
_BY_COUNT = re.compile(rf"[\W_]*{_COUNT} authors?[\W_]*", re.IGNORECASE)
_LONGEST_NAME = 40  # characters of a user's name
_LABELS = ("", "date", "doi", "ids", "venue")  # of which no title begins so
_MOST_AUTHORS = 10_000  # lines
_WORDS_OF_A_GROUP = 5

# What such pages write around a line that a paper does keep.
_AROUND = (
    (re.compile(r"^(?:\[(?:PDF|HTML|BOOK|CITATION|B|C)\]\s*)+"), ""),
    (re.compile(r"\s*(?:,\s*)?\+\s?\d+ authors?$"), ", et al."),
    (re.compile(r"(?<=\.\.\.|.\s…) Expand$"), ""),
)
_PUBLISHED = re.compile(
    r"\W*(?:published(?: on)?:? (?P<day>\d{1,2} [a-z]{3,9} \d{4}|[a-z]{3,9} \d{1,2}, \d{4})"
    r"|(?P<day_alone>\d{1,2} [a-z]{3,9} \d{4}),? \(?(?:last )?modified.*)",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:(?P<venue>.{2,120}), )?(?P<year>(?:19|20)\d\d)")
_DECISION = re.compile(
    r"(.{2,40}\b(?:19|20)\d\d)\s+(?:\w+\s+)?(?:poster|oral|spotlight|conference|submission)(?: submission)?",
    re.IGNORECASE,
)


def recognises(document: Document) -> bool:
    """Whether two lines at least are what pages of papers print around them."""
    return sum(_is_sure(text) for _, text in document.body) >= _FEWEST


def read(document: Document) -> ParsedDigest:
    """The papers; one warning where the page shows no abstracts."""
    is_spaced = spaced.recognises(document)
    group = spaced.group if is_spaced else compact.group

    def without_page(body: Sequence[Line]) -> list[Block]:
        parts = list(_of_page(body))
        taken = {number for part in parts for number in range(part.line, part.line + part.lines)}
        papers = annotated(group([(number, _cleaned(text)) for number, text in body if number not in taken]))
        return sorted([*parts, *papers], key=lambda block: block.line)

    found = read_entries(document, without_page, is_spaced)
    if found.entries and not any(entry.abstract for entry in found.entries):
        hint = "for those of Hugging Face save https://huggingface.co/api/daily_papers?date=2024-04-03 as .json"
        message = "is copied from a web page that shows titles without abstracts: read as titles alone"
        return replace(found, problems=(*found.problems, warning(Location(document.file), message, hint)))
    return found


def _is_sure(text: str) -> bool:
    return len(text) <= _LONGEST and _SURE.fullmatch(text) is not None


def _cleaned(text: str) -> str:
    for around, instead in _AROUND:
        text = around.sub(instead, text)
    return text


def _of_page(body: Sequence[Line]) -> Iterator[Block]:
    """The blocks that stand around the papers, and those that state something in the words of such pages."""
    place = 0
    while place < len(body):
        number, text = body[place]
        behind = body[place + 1][1] if place + 1 < len(body) else ""
        used = 1
        if people := _people(body[place : place + _MOST_AUTHORS]):
            used = len(people)
            lines = body[place + used - 1][0] - number + 1
            yield labelled(Block(" ".join(people), number, lines), "authors", " ".join(people[1:]))
        elif _COMMENTS.fullmatch(text) and any(_END.fullmatch(said) for _, said in body[max(0, place - 6) : place]):
            yield from (left_out(Block(said, line)) for line, said in body[place:])
            return
        elif _is_furniture(text):
            yield Block(text, number, 1, Role.BANNER)
            if _SUBMITTER.fullmatch(text) and _may_be_user(behind):
                used = 2
                yield Block(behind, body[place + 1][0], 1, Role.BANNER)
        elif stated := _of_scholar(text):
            yield detail(Block(text, number), stated)
        elif found := _PUBLISHED.fullmatch(text):
            yield detail(Block(text, number), states("date", found["day"] or found["day_alone"]))
        elif found := _DECISION.fullmatch(text):
            yield detail(Block(text, number), of_place(found[1]))
        elif (named := label(text)) and named.field in _LABELS and len(text) <= _LONGEST:
            yield labelled(Block(text, number), named.field, named.text)
        elif place and _BY_COUNT.fullmatch(behind) and _may_be_group(body[place - 1][1], text):
            yield left_out(Block(text, number))
        place += used


def _people(body: Sequence[Line]) -> list[str]:
    """The texts of lines that begin with "Authors:" and have a name or a comma each; none where they do not."""
    if len(body) < 4 or body[0][1].rstrip(":").lower() != "authors" or body[2][1] != ",":
        return []
    commas = (place for place in range(2, len(body), 2) if body[place][1] != ",")
    return [text for _, text in body[: next(commas, len(body))]]


def _of_scholar(text: str) -> States:
    """What Google Scholar states below a title: "A Frog, B Toad… - Advances in Ponds, 2024 - ponds.example"."""
    parts = text.split(" - ")
    found = _DATED.fullmatch(parts[1]) if len(parts) == 3 and len(text) <= _LONGEST else None
    if not found or not byline(parts[0].replace("…", ""), alone=True):
        return ()
    venue = found["venue"] or ""
    return (("authors", parts[0]), ("venue", "" if "…" in venue else venue), ("year", found["year"]))


def _is_furniture(text: str) -> bool:
    return len(text) <= _LONGEST and text[0] not in "#>\\" and _FURNITURE.fullmatch(text) is not None


def _may_be_user(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and (len(text.split()) == 1 or " on " in text)


def _may_be_group(title: str, text: str) -> bool:
    """Whether a line behind a title, and before the number of its authors, may be the group that they are of."""
    is_short = len(text.split()) <= _WORDS_OF_A_GROUP and not addresses(text)
    return is_short and reads_like_title(title) and not _is_furniture(title)
