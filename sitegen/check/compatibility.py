"""Does everything that was published still lead somewhere? Names that documentation links by, and addresses.

Pages that lead on, and pages that say a paper was removed, count as there: a reader of an old link is told where to go.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet

from sitegen.check.inventory import Name, read_inventory
from sitegen.check.published import INVENTORY, PublishedSite
from sitegen.problem import Location, Problem, error

_RESTORE = "restore its block in permalinks.yaml"
_MEANT = "if that is meant, publish once without this check"


def vanished(
    published: PublishedSite, paths: AbstractSet[str], inventory: bytes, *, unmissed: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """An error for each page or file that is gone, with its names, and for each name that is gone from a page.

    ``paths`` are all files of the site as it would be, ``inventory`` its `objects.inv` (``b""``: it has none);
    ``unmissed`` are paths whose absence says nothing.
    """
    place = Location(published.source)
    names_of: dict[str, list[str]] = {}
    for name, path in published.names.items():
        names_of.setdefault(path, []).append(str(name))
    for path in sorted((published.paths | names_of.keys()) - paths - unmissed):
        also = f", and with it {_list(names_of[path])}" if path in names_of else ""
        hint = _RESTORE if path.startswith("papers/") and path.endswith(".html") else _MEANT
        yield error(place, f"{path} was published and is gone{also}", hint)
    if not published.names:
        return
    if not inventory:
        if INVENTORY not in published.paths:
            yield error(place, f"{INVENTORY} was published and is gone, and with it every name", _MEANT)
        return
    now: Collection[Name] = read_inventory(inventory).keys()
    for name, path in published.names.items():
        if path in paths and name not in now:
            yield error(place, f"the name '{name}' ({name.kind}) was published and is gone; it led to {path}", _MEANT)


def _list(names: list[str]) -> str:
    names = sorted(dict.fromkeys(names))
    shown = ", ".join(f"'{name}'" for name in names[:6])
    return f"the name{'s' if len(names) > 1 else ''} {shown}{' …' if len(names) > 6 else ''}"
