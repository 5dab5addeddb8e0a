"""The map of the papers on the home page: where each stands (`layout`), and how that is drawn (`draw`)."""

from __future__ import annotations

from sitegen.pages.map.draw import Map, draw
from sitegen.pages.map.layout import layout

__all__ = ["Map", "draw", "layout"]
