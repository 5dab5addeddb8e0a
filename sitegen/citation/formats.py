"""The formats a bibliography is written in. A new one is a module here, a `Format` below and its name in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sitegen.citation.bibtex import bibtex_of_all_keys
from sitegen.citation.csl_json import csl_json_of_all_keys
from sitegen.citation.record import CitationRecord
from sitegen.citation.ris import ris


class Format(NamedTuple):
    """One format. ``key`` is its switch in `ExportSettings`; a file is ``before``, entries with ``between``, ``after``.

    ``type`` is the media type under which programs know it.
    """

    key: str
    label: str
    ending: str
    type: str
    entry: Callable[[CitationRecord], str]
    before: str = ""
    between: str = ""
    after: str = ""


# BibTeX and RIS never registered a media type; these are the ones that Zotero, Crossref and DataCite use.
BIBTEX = Format("bibtex", "BibTeX", ".bib", "application/x-bibtex", bibtex_of_all_keys, between="\n")
RIS = Format("ris", "RIS", ".ris", "application/x-research-info-systems", ris)
CSL_JSON = Format(
    "csl_json",
    "CSL-JSON",
    ".csl.json",
    "application/vnd.citationstyles.csl+json",
    csl_json_of_all_keys,
    "[\n",
    ",\n",
    "\n]\n",
)
FORMATS = (BIBTEX, RIS, CSL_JSON)
