"""Documents that link to the built sample, and the tools that build them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from sitegen.catalogue.model import Catalogue
from sitegen.config.model import ExportSettings
from sitegen.pages.snippets import link_snippets

BASE = "cat"
SLUG = "hopfield-networks-is-all-you-need"
TITLE = "Hopfield Networks is All You Need"
ALIAS = "modern-hopfield-networks"
REMOVED = "a-paper-that-left"

_LINK = re.compile(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Built:
    """A site: ``root`` on disk, ``address`` on loopback, ending in ``/``."""

    root: Path
    address: str
    catalogue: Catalogue

    def page(self, slug: str) -> str:
        return f"{self.address}papers/{slug}.html"

    def code(self, notation: str, slug: str = SLUG) -> str:
        """The line that a reader copies from a paper's page."""
        offered = link_snippets(slug, TITLE, self.page(slug), ExportSettings())
        return next(link.code for link in offered if link.name == notation)


def run(*command: str, cwd: Path, package: Path | None = None, fails: bool = False) -> str:
    """What a tool says; in a process of its own, so that what it warns of at import stays there.

    ``package`` is a folder with what it may import besides; copies of catalogues are kept in ``cwd``. Without the last
    variable Sphinx colours what it says wherever ``CI`` is set.
    """
    environment = {**os.environ, "SITEGEN_PAPERS_CACHE": str(cwd / "copies"), "NO_COLOR": "1"}
    if package:
        environment["PYTHONPATH"] = str(package)
    done = subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode != 0) is fails, done.stdout + done.stderr
    return done.stdout + done.stderr


def links_of(html: str, address: str) -> list[tuple[str, str]]:
    """The links of a page to the site, as address and text."""
    return [
        (href, unescape(_TAG.sub("", text)).strip()) for href, text in _LINK.findall(html) if href.startswith(address)
    ]
