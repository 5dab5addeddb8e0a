"""Where the words of the interface come from: the languages built in, and a site's own files in `languages/`.

``languages/fr.yaml`` beside `site.yaml` brings a language; ``languages/de.yaml`` changes words of one that is built in.
For ``de-AT`` both ``de-AT.yaml`` and ``de.yaml`` count. What no file says is English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import user_file
from sitegen.config.nodes import excerpt, is_mapping, is_scalar, location
from sitegen.config.source import parse
from sitegen.problem import Location, Problem, error, warning
from sitegen.suggestion import did_you_mean
from sitegen.wording.model import Forms, Wording, slots
from sitegen.wording.plurals import CATEGORIES

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

FOLDER = "languages"
"""Beside `site.yaml`: files of words, one for each language."""

ENGLISH = "en"
BUILT_IN = (ENGLISH, "de")

_NAMED = 8  # missing messages that a warning names


def load(
    root: Path, language: str = ENGLISH, text_language: str = ENGLISH, at: Location = Location("site.yaml")
) -> tuple[Wording, tuple[Problem, ...]]:
    """The words of a language for the site in ``root``, and what is wrong with its files; ``at`` is who asks for it.

    A language that nobody has is an error. Messages that are missing are English, and named in one warning.
    """
    problems: list[Problem] = []
    english = built_in(ENGLISH)
    messages: dict[str, Forms] = dict(english)
    own: list[str] = []
    translated: set[str] = set()
    for tag in _tags(language):
        if tag in BUILT_IN:
            found = built_in(tag)
            messages |= found
            translated |= found.keys()
        if (said := _own(root, tag, problems)) is not None:
            own.append(f"{FOLDER}/{tag}.yaml")
            messages |= said
            translated |= said.keys()
    if not translated and not own:
        have = sorted({*BUILT_IN, *_brought(root)})
        hint = did_you_mean(language, have) or f"there are {', '.join(have)}; docs/languages.md says how to bring one"
        problems.append(error(at, f"no words of the interface are in the language '{language}'", hint))
    elif missing := [message for message in english if message not in translated]:
        problems.append(_missing(own[0], missing))
    return Wording(language, messages, text_language), tuple(problems)


@cache
def built_in(language: str) -> Mapping[str, Forms]:
    """The messages of a language of `BUILT_IN`, by ``section.name``. 8 ms."""
    text = source(language)
    problems: list[Problem] = []
    found = _messages(text, f"{language}.yaml", None, problems)
    assert not problems, problems
    return found


def english() -> Wording:
    """The interface in English."""
    return Wording(ENGLISH, built_in(ENGLISH))


def source(language: str) -> str:
    """The file of a language of `BUILT_IN`, as it stands: what a translation begins with."""
    return Path(__file__).with_name(f"{language}.yaml").read_text(encoding="utf-8")


def _tags(language: str) -> tuple[str, ...]:
    """The tags whose files count, the general ones first: ``zh``, ``zh-Hant``, ``zh-Hant-TW``."""
    base, *others = language.split("-")
    return tuple(dict.fromkeys("-".join((base.lower(), *others[:count])) for count in range(len(others) + 1)))


def _brought(root: Path) -> Iterator[str]:
    """The languages that the site has files for."""
    try:
        yield from (path.stem for path in sorted((root / FOLDER).glob("*.yaml")))
    except OSError:
        return


def _own(root: Path, tag: str, problems: list[Problem]) -> Mapping[str, Forms] | None:
    name = f"{FOLDER}/{tag}.yaml"
    text, problem = user_file.read_text(root / name, name, inside=root)
    if problem:
        problems.append(problem)
    return None if text is None else _messages(text, name, built_in(ENGLISH), problems)


def _missing(file: str, missing: list[str]) -> Problem:
    shown = ", ".join(missing[:_NAMED]) + (f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else "")
    message = f"lacks {len(missing)} message{'s' if len(missing) > 1 else ''}, which will be in English: {shown}"
    return warning(Location(file), message, "'sitegen settings --words en' prints all of them")


def _messages(text: str, file: str, english: Mapping[str, Forms] | None, problems: list[Problem]) -> dict[str, Forms]:
    """The messages of a file, without those that are wrong; ``english`` is what they are held against."""
    root, found = parse(text, file)
    problems += found
    messages: dict[str, Forms] = {}
    if root is None:
        return messages
    if not is_mapping(root):
        problems.append(error(location(root, file), f"is {excerpt(root)}, not sections with messages in them"))
        return messages
    known_sections = {message.partition(".")[0] for message in english or ()}
    for section, inside in root.value:
        if not is_scalar(section):
            problems.append(error(location(section, file), f"the section's name is {excerpt(section)}"))
        elif english is not None and section.value not in known_sections:
            hint = did_you_mean(str(section.value), known_sections)
            problems.append(warning(location(section, file), f"there is no section {excerpt(section)}", hint))
        elif not is_mapping(inside):
            problems.append(error(location(inside, file), f"'{section.value}' is {excerpt(inside)}, not messages"))
        else:
            _section(str(section.value), inside, file, english, problems, messages)
    return messages


def _section(
    section: str,
    inside: MappingNode,
    file: str,
    english: Mapping[str, Forms] | None,
    problems: list[Problem],
    messages: dict[str, Forms],
) -> None:
    for name, node in inside.value:
        message = f"{section}.{name.value}"
        if english is not None and message not in english:
            near = [known.partition(".")[2] for known in english if known.startswith(f"{section}.")]
            hint = did_you_mean(str(name.value), near)
            problems.append(warning(location(name, file), f"there is no message '{message}'", hint))
            continue
        if message in messages:
            problems.append(error(location(name, file), f"'{message}' stands here twice", "delete one of them"))
        forms, wrong = _forms(node)
        if not wrong and forms is not None and english is not None:
            wrong = _unfit(forms, english[message])
        if wrong:
            problems.append(error(location(node, file), f"'{message}' {wrong[0]}", wrong[1]))
        elif forms is not None:
            messages[message] = forms


def _forms(node: Node) -> tuple[Forms | None, tuple[str, str] | None]:
    """What a node says: a text, or one for each plural category; or what is wrong with it."""
    if is_scalar(node):
        return str(node.value), None
    if not is_mapping(node):
        return None, (f"is {excerpt(node)}", "write a text")
    forms: dict[str, str] = {}
    for category, text in node.value:
        if category.value not in CATEGORIES:
            hint = did_you_mean(str(category.value), CATEGORIES) or f"there are {', '.join(CATEGORIES)}"
            return None, (f"has the form {excerpt(category)}, which is no plural category", hint)
        if not is_scalar(text):
            return None, (f"has {excerpt(text)} as its form '{category.value}'", "write a text")
        forms[str(category.value)] = str(text.value)
    if "other" not in forms:
        return None, ("has no form 'other'", "every language needs that one")
    return forms, None


def _unfit(forms: Forms, english: Forms) -> tuple[str, str] | None:
    """Why a message cannot stand in for the English one: forms where that has none, slots that nobody fills."""
    if isinstance(english, str) and not isinstance(forms, str):
        return "has plural forms, but counts nothing", "write one text"
    known = {slot for form in texts(english) for slot in slots(form)}
    if not isinstance(english, str):
        known.add(("count", False))
    for form in texts(forms):
        for name, mark in slots(form):
            if (name, mark) not in known:
                shown = f"{{{name}}}…{{/{name}}}" if mark else f"{{{name}}}"
                hint = (
                    did_you_mean(name, [known_name for known_name, _ in known]) or "the English message has other ones"
                )
                return f"has the slot {shown}, which nothing fills", hint
    return None


def texts(forms: Forms) -> tuple[str, ...]:
    """The text of a message, or those of its plural forms."""
    return (forms,) if isinstance(forms, str) else tuple(forms.values())
