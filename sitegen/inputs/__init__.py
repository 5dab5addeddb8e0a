"""Digests: files with titles and abstracts, read as they are; one module per format."""

from sitegen.inputs.read import READERS, read

__all__ = ["READERS", "read"]
