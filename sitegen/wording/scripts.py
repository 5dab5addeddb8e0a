"""The words of scripts: ``sitegenWords("copying")`` in a script becomes the messages of that section, as JavaScript.

So scripts bring their words along, over ``file://`` too, and no page asks for one more file. A message without slots is
a string; one with slots is a function of their values, whose answer is a list of pieces: words, values, or elements
that the caller gave. Numbers and plural forms are the browser's (``toLocaleString``, ``Intl.PluralRules``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sitegen.wording.model import Forms, Part, Wording, parts

_ASKED = re.compile(rb'sitegenWords\("([a-z_]+)"\)')
_LANGUAGE = b"sitegenTextLanguage()"


def with_words(script: bytes, wording: Wording) -> bytes:
    """The script with the words that it asks for; a section that nobody knows is left as it is.

    ``sitegenTextLanguage()`` becomes the papers' language where it is not the interface's, else ``undefined``.
    """
    foreign = _text(wording.foreign) if wording.foreign else "undefined"
    script = script.replace(_LANGUAGE, foreign.encode())
    return _ASKED.sub(lambda asked: _section(asked[1].decode(), wording) or asked[0], script)


def _section(section: str, wording: Wording) -> bytes:
    prefix = f"{section}."
    members = [
        f"{message.removeprefix(prefix)}:{_member(forms)}"
        for message, forms in wording.messages.items()
        if message.startswith(prefix)
    ]
    if not members:
        return b""
    body = "{" + ",".join(members) + "}"
    if "=>" not in body:
        return f"({body})".encode()
    tag = _text(wording.language)
    number = f'(n=>typeof n=="number"?n.toLocaleString({tag}):n)'
    plural = f"(n=>new Intl.PluralRules({tag}).select(n))"
    given = [(name, made) for name, made in (("$n", number), ("$p", plural)) if f"{name}(" in body]
    return f"(({','.join(name for name, _ in given)})=>({body}))({','.join(made for _, made in given)})".encode()


def _member(forms: Forms) -> str:
    if isinstance(forms, str):
        found = parts(forms)
        return _text(forms) if all(isinstance(part, str) for part in found) else f"v=>{_pieces(found)}"
    of = ",".join(f"{name}:{_pieces(parts(text))}" for name, text in forms.items())
    return f"v=>(f=>f[$p(v.count)]||f.other)({{{of}}})"


def _pieces(found: tuple[Part, ...]) -> str:
    return f"[{','.join(_flat(found))}]"


def _flat(found: tuple[Part, ...]) -> Iterator[str]:
    """Scripts give elements as values: what a mark encloses is its words alone."""
    for part in found:
        if isinstance(part, str):
            yield _text(part)
        elif part.inside is not None:
            yield from _flat(part.inside)
        else:
            yield f"$n(v.{part.name})"


def _text(text: str) -> str:
    """A string of JavaScript; line separators, which some engines end a string at, are spelt out."""
    return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
