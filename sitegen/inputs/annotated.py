"""Blocks of a digest that are neither title nor abstract, found by form and place: bylines, addresses, labels.

A line of addresses or ids alone is never anything else. A line that names people is a byline only where such lines
stand beside at least half of the titles, or a label says so: a title may read like two names, but not every second
line of a list does. A single name needs more: what stands before and behind it must be a title and an abstract.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sitegen.facts.names import is_group
from sitegen.inputs.bylines import Byline, byline, dated_venue, is_place
from sitegen.inputs.details import addresses, detail, is_ruler, left_out, of_byline, of_place
from sitegen.inputs.evidence import TypicalLengths, evidence
from sitegen.inputs.labels import Label, label, states
from sitegen.inputs.roles import Block, Role

_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST = 400  # characters of a line that may be labelled, but with an abstract
_LIKE_A_TITLE = -3.0  # points of evidence, below which a text has the form of a title
_TITLE = -5.0  # points of evidence, below which a text is no abstract
_LONGEST_GROUP = 50  # characters of a group's name: "The Pond Collaboration"
_REGULAR = 0.8  # of the titles, where bylines of a single name are to be told by their place
_FEWEST = 3  # titles for that
_MOST = 4  # lines between people and abstract
_LINES = 5  # of a paper at most: title, name, abstract in paragraphs


def stands_alone(text: str) -> bool:
    """Whether a line is of a kind that runs neither on nor out of another: labels, people, addresses."""
    return bool(label(text[:_LONGEST]) or byline(text) or addresses(text))


def reads_like_title(text: str) -> bool:
    """Whether a text has the form of a title, and is neither labelled nor a line of people or addresses."""
    like = evidence(text, TypicalLengths()) < _LIKE_A_TITLE
    return like and not (addresses(text) or byline(text, alone=True) or label(text))


def annotated(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those marked that state something beside title and abstract."""
    return _bylines(_labels_and_addresses(blocks))


def _labels_and_addresses(blocks: Sequence[Block]) -> list[Block]:
    labels = [None if block.marked else label(block.text) for block in blocks]
    summed = _labelled_abstracts(blocks, labels)
    abstracts = bool(summed) and 2 * len(summed) >= sum(
        _is_title(block) for block, found in zip(blocks, labels, strict=True) if not found
    )
    known = abstracts or any(found.field == "authors" and byline(found.text, alone=True) for found in labels if found)
    result: list[Block] = []
    for place, (block, found) in enumerate(zip(blocks, labels, strict=True)):
        if block.marked or not block.text:
            result.append(block)
        elif found and abstracts and place in summed:
            marked = Role.ABSTRACT if found.text else Role.BANNER
            result.append(replace(block, text=found.text, marked=marked))
        elif found and known and _is_label(blocks, summed, place, found):
            result.append(labelled(block, found.field, found.text))
        elif is_ruler(block.text):
            result.append(replace(block, marked=Role.RULER))
        elif stated := addresses(block.text):
            result.append(detail(block, stated))
        else:
            result.append(block)
    return result


def _is_label(blocks: Sequence[Block], summed: Collection[int], place: int, found: Label) -> bool:
    """Whether a line with a label is no title such as "Code: A Language of Thought".

    Such a title stands in front of an abstract, behind that of another paper, and says nothing of its label's kind.
    """
    if found.field in ("title", "abstract") or len(blocks[place].text) > _LONGEST:
        return False
    before = next((at for at in range(place - 1, -1, -1) if not addresses(blocks[at].text)), -1)
    parted = all(at == -1 or at in summed or _is_prose(blocks[at]) for at in (before, place + 1) if at < len(blocks))
    is_last = place + 1 == len(blocks)
    return is_last or not parted or not found.text or _says(found)


def _is_prose(block: Block) -> bool:
    return block.marked in (None, Role.ABSTRACT) and evidence(block.text, TypicalLengths()) > 0


def _says(found: Label) -> bool:
    """Whether the words behind a label are of the label's kind, as far as their form can tell."""
    if found.field == "authors":
        return byline(found.text, alone=True) is not None
    if found.field in ("year", "date"):
        return any(map(str.isdigit, found.text))
    return bool(addresses(found.text))


def _labelled_abstracts(blocks: Sequence[Block], labels: Sequence[Label | None]) -> set[int]:
    """The blocks that say to be abstracts, and may be: none that stands first, or where only a title can stand."""
    usual = TypicalLengths()
    return {
        place
        for place, found in enumerate(labels)
        if place and found and found.field == "abstract"
        if not found.text or evidence(found.text, usual) > _TITLE or _is_below_title(blocks, labels, place)
    }


def _is_below_title(blocks: Sequence[Block], labels: Sequence[Label | None], place: int) -> bool:
    """Whether a title without a label stands above a block, and no abstract below."""
    behind = place + 1
    is_above = behind < len(blocks) and (_is_prose(blocks[behind]) or labels[behind] is not None)
    return _is_title(blocks[place - 1]) and labels[place - 1] is None and not is_above


def labelled(block: Block, field: str, text: str) -> Block:
    """A block behind a label, as what it states."""
    if field == "authors":
        said = byline(text, alone=True)
        return detail(block, of_byline(said) if said else (("authors", text),) if text else ())
    return detail(block, stated) if (stated := states(field, text)) else left_out(block)


def _is_title(block: Block) -> bool:
    return block.marked is Role.TITLE or (block.marked is None and evidence(block.text, TypicalLengths()) < 0)


def _bylines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those marked that name people, if that is how this digest is made."""
    places = [place for place, block in enumerate(blocks) if block.marked in (None, Role.TITLE, Role.ABSTRACT)]
    texts = [blocks[place] for place in places]
    said = [None if text.marked else byline(text.text) for text in texts]
    if not any(said):
        ones = sum(not text.marked and byline(text.text, alone=True) is not None for text in texts)
        if ones < _FEWEST or ones * _LINES < len(texts):
            return list(blocks)
    titled = [_is_title(text) for text in texts]
    sure = _in_place(said, titled)
    single = _single(texts, titled, sure)
    if sure or single:
        spoken = _spoken(texts)
        sure = {index for index in sure if not _is_spoken(texts[index].text, spoken)}
        single = {index: who for index, who in single.items() if not _is_spoken(texts[index].text, spoken)}
    people = {*sure, *single}
    behind = _behind_bylines(texts, titled, people)
    titles = sum(titled) - sum(titled[index] for index in (*people, *behind))
    if not _is_regular(len(sure), len(single), titles, len(texts)):
        return list(blocks)
    found = list(blocks)
    for index, who in {**{index: who for index, who in enumerate(said) if who and index in sure}, **single}.items():
        found[places[index]] = detail(texts[index], of_byline(who))
        if index and titled[index - 1] and index - 1 not in sure:
            found[places[index - 1]] = replace(texts[index - 1], marked=Role.TITLE)
    for index in behind:
        named = label(texts[index].text)
        if named and named.field == "abstract":
            marked = Role.ABSTRACT if named.text else Role.BANNER
            found[places[index]] = replace(texts[index], text=named.text, marked=marked)
            continue
        stated = states(named.field, named.text) if named else of_place(texts[index].text)
        found[places[index]] = detail(texts[index], stated) if stated else left_out(texts[index])
    if titles == len(people):  # so each text between is an abstract, or a part of one
        for index, text in enumerate(texts):
            if not titled[index] and index not in people:
                found[places[index]] = replace(text, marked=Role.ABSTRACT)
    return found


def _spoken(texts: Sequence[Block]) -> set[str]:
    """The words that stand in small letters somewhere in a digest."""
    return {word for text in texts for word in _WORD.findall(text.text) if word.islower()}


def _is_spoken(text: str, spoken: AbstractSet[str]) -> bool:
    """Whether most words of a line are of the digest's own subject, as in "Vision Transformers and Large Kernels"."""
    words = [word.lower() for word in _WORD.findall(text) if word[0].isupper()]
    return 2 * sum(word in spoken for word in words) > len(words)


def _in_place(said: Sequence[Byline | None], titled: Sequence[bool]) -> set[int]:
    """The lines of people right behind a title; right before one, where the digest begins so; else behind abstracts."""
    ahead = bool(said and said[0])
    found = set()
    for index, who in enumerate(said):
        near = index + 1 if ahead else index - 1
        if who and 0 <= near < len(said) and titled[near] and not said[near]:
            found.add(index)
    return found or {
        index
        for index, who in enumerate(said)
        if who and index > 1 and not titled[index - 1] and (index + 1 == len(said) or titled[index + 1])
    }


def _single(texts: Sequence[Block], titled: Sequence[bool], sure: AbstractSet[int]) -> dict[int, Byline]:
    """The lines with one name that stand between a title without other authors and its abstract."""
    abstracts = sum(not title for index, title in enumerate(titled) if index not in sure)
    few = 2 * abstracts < sum(titled) - len(sure)
    found: dict[int, Byline] = {}
    for index in range(1, len(texts)):
        before = index - 1
        if (
            texts[index].marked
            or not sure.isdisjoint((before, index, index + 1))
            or before in found
            or not titled[before]
        ):
            continue
        behind = index + 1
        if behind + 1 < len(texts) and titled[behind] and _is_place(texts[behind].text):
            behind += 1
        is_ahead = behind < len(texts) and not titled[behind]
        text = texts[index].text
        if (is_ahead or (few and sure)) and (who := byline(text, alone=True)):
            found[index] = who
        elif is_ahead and sure and len(text) <= _LONGEST_GROUP and is_group(text):
            found[index] = Byline(text)
    return found


def _is_regular(sure: int, single: int, titles: int, texts: int) -> bool:
    """Whether so many lines of people, and of single names, beside so many titles are no accident."""
    if not sure:
        return single >= max(_FEWEST, _REGULAR * titles)
    if sure == 1 and titles == 1:
        return texts > 2
    return (sure > 1 and 2 * sure >= titles) or (titles > 1 and sure + single >= titles)


def _behind_bylines(texts: Sequence[Block], titled: Sequence[bool], bylines: Collection[int]) -> list[int]:
    """The short lines between people and abstract: venue and year, institutions; others if most papers have such."""
    runs: list[list[int]] = []
    for index in bylines:
        if not index or not titled[index - 1]:
            continue
        end = index + 1
        while (
            end < len(texts) and end - index <= _MOST and titled[end] and not texts[end].marked and end not in bylines
        ):
            end += 1
        if index + 1 < end < len(texts) and not titled[end] and end not in bylines:
            runs.append([*range(index + 1, end)])
    found = sorted({*(index for run in runs for index in run), *_years(texts, bylines)})
    return found if 2 * len(runs) >= len(bylines) else [index for index in found if _is_place(texts[index].text)]


def _years(texts: Sequence[Block], bylines: Collection[int]) -> Iterator[int]:
    """The lines right behind people that are a year alone, as copied columns of a table have them."""
    for index in bylines:
        if (
            index + 1 < len(texts)
            and not texts[index + 1].marked
            and dated_venue(texts[index + 1].text) == ("", texts[index + 1].text)
        ):
            yield index + 1


def _is_place(text: str) -> bool:
    return bool(of_place(text) or label(text)) or is_place(text)
