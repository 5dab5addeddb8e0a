"""Templates as compiled code: all of them take 0.1 s, more than the pages of one edit, so what was compiled is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from sitegen.render.environment import environment
from sitegen.wording.model import Wording
from sitegen.work import Task, Work


@dataclass(frozen=True, slots=True)
class Source:
    """A template's name and text."""

    name: str
    text: str


class CodeCache(BytecodeCache):
    """Code by the names of templates. Jinja compiles what is missing, and what another Python compiled."""

    def __init__(self, code: dict[str, bytes]) -> None:
        self._code = code

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Names are keys: an environment has one template of a name."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """As Jinja asks for it."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """As Jinja asks for it."""
        self._code[bucket.key] = bucket.bytecode_to_string()


def compile_all(templates: Mapping[str, str], wording: Wording, work: Work) -> dict[str, bytes]:
    """The code of each template in one language. One that is not understood has none: who asks for it is told why.

    Without a memory there is none at all: then Jinja does better, which compiles what pages ask for.
    """
    if not work.remembers:
        return {}
    sources = [Source(name, text) for name, text in templates.items()]
    codes = work.alone().each(COMPILE, wording, sources)
    return {source.name: code for source, code in zip(sources, codes, strict=True) if code}


def _compiler(wording: Wording) -> Callable[[Source], bytes]:
    """The function that compiles one template; ``b""`` for one that is not understood."""
    texts: dict[str, str] = {}
    codes: dict[str, bytes] = {}
    loader = (env := environment(texts, wording, CodeCache(codes))).loader
    assert loader is not None

    def compiled(source: Source) -> bytes:
        texts[source.name] = source.text
        try:
            loader.load(env, source.name)
        except Exception:
            return b""
        return codes.pop(source.name)

    return compiled


COMPILE = Task(_compiler, Wording, Source, bytes)
