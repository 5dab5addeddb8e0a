"""Pages to HTML: one Jinja environment, and nothing in it but ``site`` and ``page``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.artifact import Artifact
from sitegen.assets import Theme
from sitegen.pages.page import Page
from sitegen.render.environment import environment
from sitegen.site import Site


def render(pages: Iterable[Page], site: Site, theme: Theme) -> Iterator[Artifact]:
    """Each page as a file, in the order given. The same pages, site and templates give the same bytes.

    Raises Jinja's ``UndefinedError`` or ``TemplateSyntaxError`` for a template that asks for what is not there.
    """
    env = environment(theme.templates)
    env.globals["site"] = site
    for page in pages:
        template = env.get_template(page.template)
        yield Artifact(page.path, template.render(page=page).encode("utf-8", "replace"))
