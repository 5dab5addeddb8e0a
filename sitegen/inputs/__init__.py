"""Lists of papers: digests and people's other lists, read as they are; one module per format."""

from sitegen.inputs.read import read, read_document
from sitegen.inputs.readers import READERS

__all__ = ["READERS", "read", "read_document"]
