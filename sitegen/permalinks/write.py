"""How new names get into `permalinks.yaml`: the only writer of a file that people write too.

The new file is complete on disk, beside the old one, before the site is published, and takes its place in one step
after. A build that dies in between leaves it there, and the next one takes from it the names of pages that were
published (`recover`). Call all of this with the site's folder held (`lock.hold_folder`).
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Mapping
from pathlib import Path

from sitegen.permalinks.model import NAME, PermalinkRecord, Permalinks, page
from sitegen.permalinks.read import read, read_file
from sitegen.permalinks.text import updated, without
from sitegen.problem import MachineError
from sitegen.user_file import mode, write_anew

PENDING = f".{NAME}.sitegen-next"
"""The file as it will be once the site is published."""


def recover(root: Path, output: Path) -> None:
    """Record the names that a build published before it died; a file that cannot be read is left as it is."""
    pending = root / PENDING
    if not os.path.lexists(pending):
        return
    left, _ = read_file(pending, root)
    kept, _ = read(root)
    if kept is None:
        return
    try:
        lost = {
            slug: record
            for slug, record in (left.all.items() if left else ())
            if slug not in kept.all and mode(output / page(slug))
        }
        if lost:
            write_anew(pending, updated(kept, lost), root / NAME)
            pending.replace(root / NAME)
        else:
            pending.unlink()
    except OSError as cause:
        raise MachineError(f"cannot record in {NAME} what an interrupted build published") from cause


def prepare(root: Path, permalinks: Permalinks, records: Mapping[str, PermalinkRecord]) -> None:
    """Write the file as it will be, beside the one that stands; ``permalinks`` is what that one was when it was read.

    What people changed in it since then stays. Raises MachineError, with nothing published, where that cannot be.
    """
    now, problems = read(root)
    if now is None:
        raise MachineError(f"{NAME} was changed during the build and cannot be read now; nothing was published") from (
            ValueError(str(problems[0]))
        )
    known, was = now.all, permalinks.all
    safe = {slug: record for slug, record in records.items() if known.get(slug) == was.get(slug) or slug not in known}
    try:
        write_anew(root / PENDING, updated(now, safe), root / NAME)
    except OSError as cause:
        said = f"cannot write {NAME}, so nothing was published (builds of an --input do without it)"
        raise MachineError(said) from cause


def drop(root: Path, permalinks: Permalinks, slugs: Collection[str]) -> None:
    """Take names out of the file, which has to be what it was when ``permalinks`` was read. Raises MachineError."""
    now, _ = read(root)
    if now is None or now.text != permalinks.text:
        raise MachineError(f"{NAME} was changed meanwhile; it is left as it is")
    try:
        write_anew(root / PENDING, without(permalinks, slugs), root / NAME)
    except OSError as cause:
        raise MachineError(f"cannot write {NAME}; it is left as it is") from cause
    commit(root)


def commit(root: Path) -> None:
    """Put the prepared file in its place. Raises MachineError where that fails; the next build then tries again."""
    try:
        (root / PENDING).replace(root / NAME)
    except OSError as cause:
        raise MachineError(f"the site is published, but {NAME} could not be written") from cause


def withdraw(root: Path) -> None:
    """Forget the prepared file: nothing was published."""
    with contextlib.suppress(OSError):
        (root / PENDING).unlink()
