"""A proposal as the part of a `site.yaml`, with comments that say what each tag would be on, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.catalogue.model import Paper
from sitegen.reports.proposals.propose import Proposal, Proposed
from sitegen.words.visible import visible
from sitegen.yaml_text import quoted, value

UNREAD = "TODO: say in a sentence which papers carry this tag"
"""Every definition of a draft; `config/checks.py` takes no definition that begins so."""

_EXAMPLES = 3  # papers that are named
_LONGEST = 100  # characters of a title in a comment
_HEAD = """\
# A draft of tags, proposed by `sitegen tags --propose` from phrases that return in {papers}. It is to be read and
# edited, never published as it is:
#   1. Delete what is no topic; join what is one (the phrases of both in one rule); add what you miss.
#   2. Give the groups better names: each is called after its largest tags.
#   3. Write the definitions. As long as one says TODO, nothing is built; without its line a tag has none.
#   4. Put `groups` and `tags` into site.yaml, in place of those that stand there; `sitegen tags` shows what they do.
"""


def draft(proposal: Proposal) -> str:
    """The text of a file that `site.yaml` can take over, once its definitions are written."""
    lines = [_HEAD.format(papers=_counted(proposal.papers)), *_coverage(proposal), ""]
    if not proposal.groups:
        return "\n".join([*lines, "groups: []", "tags: []"]) + "\n"
    lines += ["groups:", *(f"  - {value(name)}" for name, _ in proposal.groups), "tags:"]
    for name, tags in proposal.groups:
        lines.append(f"  # {'-' * max(3, 76 - len(name))} {name}")
        for tag in tags:
            lines += _tag(tag, name, proposal.papers)
    return "\n".join(lines) + "\n"


def summary(proposal: Proposal) -> str:
    """What a draft comes to, in a line."""
    reached = proposal.papers - len(proposal.bare)
    tags, groups = _many(len(proposal.tags), "tag"), _many(len(proposal.groups), "group")
    return f"{tags} in {groups}, on {reached} of {_counted(proposal.papers)} ({_part(reached, proposal.papers)})"


def _coverage(proposal: Proposal) -> Iterator[str]:
    if not proposal.groups:
        yield "# No phrase returns in enough of them to be a tag. With more papers, or with abstracts, some may."
        return
    near = f"; on {proposal.near} of them only as the nearest one" if proposal.near else ""
    yield f"# {summary(proposal)}{near}."
    if proposal.bare:
        yield f"# {len(proposal.bare)} would have none{', such as' if len(proposal.bare) > _EXAMPLES else ''}:"
        yield from _titles(proposal.bare)


def _tag(tag: Proposed, group: str, papers: int) -> Iterator[str]:
    many = f"{_counted(len(tag.papers))} ({_part(len(tag.papers), papers)})"
    yield f"  # On {many}; “{tag.phrase}” is in {tag.mentions} of all, in {tag.titles} titles. Such as:"
    yield from (f"  {line}" for line in _titles(tag.papers))
    yield f"  - slug: {tag.slug}"
    yield f"    name: {value(tag.name)}"
    yield f"    group: {value(group)}"
    yield f"    definition: {quoted(UNREAD)}"
    yield f"    strong: {_list(tag.rule.strong)}"
    if tag.rule.any:
        yield f"    any: {_list(tag.rule.any)}"
    yield f"    threshold: {tag.rule.threshold:g}"


def _list(phrases: Sequence[str]) -> str:
    return f"[{', '.join(map(value, phrases))}]"


def _titles(papers: Sequence[Paper]) -> Iterator[str]:
    for paper in papers[:_EXAMPLES]:
        title = _comment(paper.title_text)
        yield f"#     {title if len(title) <= _LONGEST else f'{title[:_LONGEST].rstrip()}…'}"


def _comment(text: str) -> str:
    """Text of a digest in one line of a comment, without anything that YAML does not take there."""
    return "".join(mark for mark in " ".join(visible(text).split()) if mark.isprintable())


def _counted(papers: int) -> str:
    return _many(papers, "paper")


def _many(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _part(some: int, of: int) -> str:
    return f"{100 * some / of:.0f} %" if of else "0 %"
