"""What public services know of papers: asked politely, judged as merging judges, and kept with its source."""

from __future__ import annotations
