"""Turns digests of research papers into a browsable, searchable, linkable catalogue site."""

__version__ = "0.1.0"
