"""`permalinks.yaml`: the addresses that were published, kept for good."""

from __future__ import annotations
