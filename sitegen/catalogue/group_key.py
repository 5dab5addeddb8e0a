"""Short names for tag groups, for anchors and colours."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.urls import slugify


def group_keys(groups: Sequence[str]) -> dict[str, str]:
    """A unique key ``[a-z0-9-]`` for each group name: its first word, or its whole slug where that is taken."""
    keys: dict[str, str] = {}
    for number, group in enumerate(groups, 1):
        whole = slugify(group, fallback=f"group-{number}")
        first = whole.split("-")[0]
        taken = set(keys.values())
        keys[group] = next(key for key in (first, whole, f"{whole}-{number}") if key not in taken)
    return keys
