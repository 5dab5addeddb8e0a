"""The services that are asked, in this order. A new one is one file here and one name in `SERVICES`.

arXiv goes first: it has the abstract of every paper, by which the right one is known. What it settles tells the others'
records apart, which have no abstracts (DBLP) or few (Crossref).

Left out by their own terms: OpenAlex wants a key for every request since 13 February 2026
(https://developers.openalex.org/guides/authentication); Semantic Scholar lets those without a key share one allowance,
which is mostly used up, and wants its name and logo wherever its data are shown
(https://www.semanticscholar.org/product/api/license).
"""

from __future__ import annotations

from sitegen.lookup.model import Service
from sitegen.lookup.services.arxiv import ARXIV
from sitegen.lookup.services.crossref import CROSSREF
from sitegen.lookup.services.dblp import DBLP

SERVICES: tuple[Service, ...] = (ARXIV, DBLP, CROSSREF)
