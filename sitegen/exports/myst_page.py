"""What mystmd and Jupyter Book 2 read of a page that is linked to: its title, and the text of its hover card.

The form is that of mystmd's own reader; see https://mystmd.org/guide/website-metadata.
"""

from __future__ import annotations

from sitegen.exports.names import line
from sitegen.pages.page import cut

_LONGEST = 200  # characters of a description


def page_data(path: str, slug: str, title: str, text: str) -> dict[str, object]:
    """The data of the page at ``path``; ``text`` may be ``""``."""
    title, text = line(title) or slug, line(text)
    paragraphs = [{"type": "paragraph", "children": [{"type": "text", "value": text}]}] if text else []
    return {
        "version": 3,
        "kind": "Article",
        "slug": slug,
        "location": f"/{path}",
        "frontmatter": {"title": title} | ({"description": cut(text, _LONGEST)} if text else {}),
        "mdast": {"type": "root", "children": paragraphs},
        "references": {},
    }
