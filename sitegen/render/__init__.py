"""Pages to HTML: one Jinja environment, and nothing in it but ``site`` and ``page``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.artifact import Artifact
from sitegen.assets import Theme
from sitegen.pages.page import Page
from sitegen.problem import Problem
from sitegen.render.environment import environment
from sitegen.render.template_errors import template_error
from sitegen.site import Site


def render(
    pages: Iterable[Page], site: Site, theme: Theme, problems: list[Problem] | None = None
) -> Iterator[Artifact]:
    """Each page as a file, in the order given. The same pages, site and templates give the same bytes.

    What is wrong with the site's own templates is added to ``problems``, each place once, and such a page is left
    out; without ``problems``, and for built-in templates, Jinja's exception is raised.
    """
    env = environment(theme.templates)
    env.globals["site"] = site
    for page in pages:
        try:
            html = env.get_template(page.template).render(page=page)
        except Exception as raised:
            found = template_error(raised, theme.own) if problems is not None else None
            if found is None or problems is None:
                raise
            if found not in problems:
                problems.append(found)
        else:
            yield Artifact(page.path, html.encode("utf-8", "replace"))
