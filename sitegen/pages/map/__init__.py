"""The map of the papers: where each stands (`layout`), how that is drawn (`draw`), and its own page (`page`)."""

from __future__ import annotations

from sitegen.pages.map.draw import Map, draw
from sitegen.pages.map.layout import layout
from sitegen.pages.map.page import holds_all, map_page

__all__ = ["Map", "draw", "holds_all", "layout", "map_page"]
