"""Pages to HTML: one Jinja environment, and nothing in it but ``site`` and ``page``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import blake2b

from sitegen.artifact import Artifact, File, Unchanged
from sitegen.assets import Theme
from sitegen.pages.metadata import discoverable
from sitegen.pages.page import Page
from sitegen.problem import Problem
from sitegen.render.compiled import CodeCache, compile_all
from sitegen.render.dependencies import closures
from sitegen.render.environment import environment
from sitegen.render.template_errors import template_error
from sitegen.site import Site
from sitegen.work import Task, Work
from sitegen.work.each import encode

CHUNK = 24
"""Pages that one process renders at a time: some 10 ms."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all pages have in common: the templates by name, which of them are the site's ``own``, and the site.

    ``code`` is that of the templates, as far as they are compiled.
    """

    templates: dict[str, str]
    own: frozenset[str]
    site: Site
    code: dict[str, bytes] = field(default_factory=dict)


def render(
    pages: Iterable[Page],
    site: Site,
    theme: Theme,
    problems: list[Problem] | None = None,
    *,
    work: Work | None = None,
    has: Callable[[str, bytes], bool] = lambda path, key: False,
) -> Iterator[File]:
    """Each page as a file, in the order given. The same page, site and templates give the same bytes.

    A page of which ``has`` knows the file is not rendered. What is wrong with the site's own templates is added to
    ``problems``, each place once, and such a page is left out; without ``problems``, and for built-in templates,
    Jinja's exception is raised.
    """
    found = [] if problems is None else problems
    look = Look(dict(theme.templates), theme.own if problems is not None else frozenset(), site)
    work = work or Work()
    keys = _Keys(look, work.version)
    waiting: list[tuple[Page, bytes]] = []

    @cache
    def ready() -> Look:  # asked for when there is a page to render
        return replace(look, code=compile_all(look.templates, site.words, work))

    def rendered() -> Iterator[File]:
        results = work.each(RENDER, ready(), (page for page, _ in waiting), chunk=CHUNK)
        for (page, key), result in zip(waiting, results, strict=True):
            if isinstance(result, Problem):
                if result not in found:
                    found.append(result)
            else:
                yield Artifact(page.path, result, key)
        waiting.clear()

    for page in pages:
        key = keys.of(page)
        if has(page.path, key):
            yield Unchanged(page.path, key)
            continue
        waiting.append((page, key))
        if len(waiting) == work.ahead * CHUNK:
            yield from rendered()
    if waiting:
        yield from rendered()


class _Keys:
    """What each page is made from, as a hash: its view, the templates that its own one leads to, the site, the code."""

    def __init__(self, look: Look, version: bytes) -> None:
        common = version + encode(look.site)
        self._of_template = {
            name: blake2b(common + sources, digest_size=16) for name, sources in closures(look.templates).items()
        }

    def of(self, page: Page) -> bytes:
        hashed = self._of_template[page.template].copy()
        hashed.update(encode(page))
        return hashed.digest()


def _renderer(look: Look) -> Callable[[Page], bytes | Problem]:
    """The function that renders one page: its bytes, or what is wrong with a template of the site's own.

    What a page's head says of it is worked out here, for those pages alone that are rendered.
    """
    env = environment(look.templates, look.site.words, CodeCache(look.code))
    env.globals["site"] = look.site

    def rendered(page: Page) -> bytes | Problem:
        try:
            return env.get_template(page.template).render(page=discoverable(page, look.site)).encode("utf-8", "replace")
        except Exception as raised:
            if problem := template_error(raised, look.own):
                return problem
            raise

    return rendered


RENDER = Task(_renderer, Look, None, None)
