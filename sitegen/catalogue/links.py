"""Which of the addresses in an abstract lead to code, data, a demo or a project page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sitegen.catalogue.model import PaperLink
from sitegen.repair.inline import Inline, links

_CODE_HOSTS = {"github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com", "sr.ht", "git.sr.ht"}
_CODE_HOST = re.compile(r"^(git|gitlab|code)\.")
_DATA_HOSTS = {"zenodo.org", "kaggle.com", "figshare.com", "osf.io", "dataverse.harvard.edu"}
_DEMO_HOSTS = {"youtube.com", "youtu.be", "vimeo.com", "colab.research.google.com"}
_PAGE_HOST = re.compile(r"\.(github|gitlab)\.io$|^sites\.google\.com$|\.netlify\.app$|\.vercel\.app$")


def _kind(href: str) -> str:
    """``code``, ``data``, ``demo``, ``project`` or ``link``, by host and path alone: nothing is fetched."""
    try:
        parts = urlsplit(href)
    except ValueError:  # an unclosed bracket in the host
        return "link"
    host = (parts.hostname or "").removeprefix("www.")
    if host in _CODE_HOSTS or _CODE_HOST.search(host):
        return "code"
    if host == "huggingface.co":
        first = parts.path.strip("/").split("/")[0]
        return {"datasets": "data", "spaces": "demo", "papers": "link"}.get(first, "code")
    if host in _DATA_HOSTS:
        return "data"
    if host in _DEMO_HOSTS:
        return "demo"
    return "project" if _PAGE_HOST.search(host) else "link"


def paper_links(abstract: Inline) -> tuple[PaperLink, ...]:
    """Every address of an abstract once, code first, otherwise in order of appearance."""
    found = dict.fromkeys(link.href for link in links(abstract))
    rows = [PaperLink(_kind(href), href) for href in found]
    return tuple(sorted(rows, key=lambda row: row.kind != "code"))
