r"""Lists whose papers are labelled: ``Title: …``, ``Authors: …``, ``Abstract: …``; arXiv's daily mail is one.

What stands behind a label without being labelled itself belongs to it where it runs on (indented, or the label had
nothing beside it); behind the other labels of a paper it is the abstract. In arXiv's mail rulers ``\\`` take the place
of the label ``Abstract:``. Text before the first paper names the list if it is a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sitegen.inputs.annotated import reads_like_title
from sitegen.inputs.bylines import byline, unemphasised
from sitegen.inputs.details import addresses, detail, is_ruler, left_out, of_byline
from sitegen.inputs.document import Document
from sitegen.inputs.entries import Line, read_entries
from sitegen.inputs.evidence import TypicalLengths, evidence
from sitegen.inputs.labels import Label, label, states
from sitegen.inputs.parsed import ParsedDigest
from sitegen.inputs.roles import Block, Role

_MAIL = "\\\\"
_MAIL_END = re.compile(r"\\\\\s*\(\s*(\S+)\s*,.*\)")
_RUNS_ON = re.compile(r".*(?:[,;&]|\band)", re.DOTALL)
_WRAPPED = 130  # characters of a line that an editor may have cut
_MOST = 6  # lines of a paper, where titles alone are labelled
_LONGEST = 400  # characters that are looked at for a label
_LONGEST_NAME = 100  # characters of the line that names the list


def recognises(document: Document) -> bool:
    """Whether titles are labelled, and at least half of them have labelled authors or abstracts, ids or rulers."""
    named = (label(line[:_LONGEST].strip()) for line in document.lines)
    found = [one.field for one in named if one]
    titles = found.count("title")
    others = max(found.count("authors"), found.count("abstract"))
    mail = sum(line.strip() == _MAIL for line in document.lines)
    lead = sum(bool(addresses(line.strip())) for line in document.lines if line[:80].count("rXiv:"))
    if titles > 1 and _MOST * titles >= len(document.body) and label(document.body[0][1]):
        return True
    return titles > 0 and 2 * max(others, mail, lead) >= titles > _unlabelled_papers(document.body)


def _unlabelled_papers(body: Sequence[Line]) -> int:
    """How many titles without a label stand above an abstract: in a digest, one paper may be called "Title: …"."""
    usual = TypicalLengths()
    texts = [text for _, text in body]
    labels = [label(text[:_LONGEST]) for text in texts]
    found = 0
    for place, title in enumerate(texts[:-1]):
        before, behind = labels[place - 1] if place else None, labels[place + 1]
        may_begin = before is None or (before.field == "abstract" and bool(before.text))
        is_above = behind.field == "abstract" if behind else evidence(texts[place + 1], usual) > 0
        found += may_begin and is_above and reads_like_title(title)
    return found


def read(document: Document) -> ParsedDigest:
    """The entries of a labelled list."""
    marking = _Marking(document.lines)
    reading = read_entries(document, marking.blocks, spaced=True, set_off=True)
    return replace(reading, title=marking.name)


@dataclass(slots=True)
class _Marking:
    """Which lines of a file are what. ``here`` is what the lines behind a label belong to, if they run on."""

    raw: Sequence[str]
    name: str = ""
    here: str = "before"
    open: bool = False  # the label had nothing beside it
    labelled_abstracts: bool = False
    mail: bool = False
    found: list[tuple[str, list[Line]]] = field(default_factory=list)

    def blocks(self, body: Sequence[Line]) -> list[Block]:
        """The body's texts, with their roles."""
        known = [found.field for _, text in body if (found := label(text))]
        self.labelled_abstracts = 2 * known.count("abstract") >= known.count("title")
        self.mail = any(text == _MAIL for _, text in body)
        before = 0
        for number, text in body:
            self._take(number, text, number > before + 1)
            before = number
        self._name_list()
        return [block for field, lines in self.found for block in _blocks(field, lines)]

    def _take(self, number: int, text: str, gap: bool) -> None:
        if text == _MAIL:
            here = {"before": "head", "between": "head", "abstract": "between"}.get(self.here, "abstract")
            self.here, self.open = here, here == "abstract"
            self._add("blank" if self.open else "ruler", number, text)
        elif ended := _MAIL_END.fullmatch(text):
            self._add("addresses", number, ended[1])
            self.here = "between"
        elif is_ruler(text):
            self._add("ruler", number, text)
            self.here = "before" if self.here == "before" else "between"
        elif (found := label(text)) and not (self.mail and self.here in ("before", "between")):
            self._label(found, number, text)
        else:
            self._unlabelled(number, text, gap)

    def _label(self, found: Label, number: int, line: str) -> None:
        self.here, self.open = found.field or "unkept", not found.text
        if found.text:
            self._add(self.here, number, found.text if found.field else line)
        else:
            self._add("blank", number, "")

    def _unlabelled(self, number: int, text: str, gap: bool) -> None:
        field = self.here
        indented = self.raw[number - 1][:1].isspace() and not gap
        if addresses(text) and not self.open:
            self._add("addresses", number, text)
        elif self.open or (field == "abstract" and self.found):
            self._add(field, number, text, new=self.open or gap)
        elif field in ("before", "between", "head"):
            self._add(field, number, text)
        elif indented:
            self._add(field, number, text, new=False)
        elif field in ("title", "authors") and (field == "title" or not self._runs_on(text)):
            self._behind_title(number, text, gap)
        elif field == "authors" or self.labelled_abstracts:
            self._add(field, number, text, new=False)
        elif self.mail:
            self._add("unkept", number, text)
        else:
            self._add("abstract", number, text)
            self.here = "abstract"
        self.open = False

    def _runs_on(self, text: str) -> bool:
        return bool(_RUNS_ON.fullmatch(self.found[-1][1][-1][1]) or text.startswith(("and ", "& ")))

    def _behind_title(self, number: int, text: str, gap: bool) -> None:
        """Text behind a title or behind authors: people, the rest of the title, or the abstract."""
        if self.here == "authors" and self.labelled_abstracts and not gap and "," in self.found[-1][1][-1][1]:
            self._add("authors", number, text, new=False)
        elif byline(text, alone=True):
            self._add("authors", number, text)
            self.here = "authors"
        elif self.labelled_abstracts:
            self._add("title" if self.here == "title" and not gap else "unkept", number, text, new=False)
        else:
            self._add("abstract", number, text)
            self.here = "abstract"

    def _add(self, field: str, number: int, text: str, new: bool = True) -> None:
        if not new and self.found and self.found[-1][0] == field:
            self.found[-1][1].append((number, text))
        else:
            self.found.append((field, [(number, text)]))

    def _name_list(self) -> None:
        """Take a single line before the first paper for the list's name."""
        before = [place for place, (field, _) in enumerate(self.found) if field == "before"]
        if len(before) == 1:
            line = self.found[before[0]][1][0]
            if len(line[1]) <= _LONGEST_NAME:
                self.name = unemphasised(line[1].lstrip("# "))
                self.found[before[0]] = ("blank", [line])


def _blocks(field: str, lines: Sequence[Line]) -> Iterator[Block]:
    """The block of some lines; an abstract that no editor has wrapped has one for each line."""
    if field == "abstract" and any(len(text) > _WRAPPED for _, text in lines):
        for line in lines:
            yield Block(line[1], line[0], 1, Role.ABSTRACT)
        return
    number = lines[0][0]
    text = "\n".join(text for _, text in lines)
    block = Block(text, number, lines[-1][0] - number + 1)
    if field == "title":
        yield replace(block, text=unemphasised(text), marked=Role.TITLE)
    elif field == "abstract":
        yield replace(block, marked=Role.ABSTRACT)
    elif field in ("ruler", "blank"):
        yield replace(block, marked=Role.RULER if field == "ruler" else Role.BANNER)
    elif field == "authors" and (said := byline(unemphasised(" ".join(text.split())), alone=True)):
        yield detail(block, of_byline(said))
    elif field in ("before", "between", "head", "unkept"):
        yield left_out(block)
    else:
        yield detail(block, states(field, " ".join(text.split())))
