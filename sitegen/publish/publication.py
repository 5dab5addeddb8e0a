"""From artifacts to a published folder: check, stage, swap, clear away.

Nothing is forced to the disk: one fsync(2) per file took 290 ms for 1,400 files, and one syncfs(2) for all of them
between 10 ms and several seconds, depending on what else the machine was writing. A power cut right after a build may
therefore leave empty files, as with any other writer; the next build compares contents and writes those anew.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.artifact import Artifact
from sitegen.problem import MachineError, has_errors
from sitegen.publish import swap
from sitegen.publish.lock import Claim, hold
from sitegen.publish.output import MARKER, MARKER_DATA, check_output
from sitegen.publish.paths import faults
from sitegen.publish.stage import stage
from sitegen.source_date import source_date


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did; the marker file is counted."""

    files: int
    size: int  # bytes
    unchanged: int  # files taken over from the old site
    replaced: bool  # whether there was an old site


def publish(
    artifacts: Iterable[Artifact], output: Path, *, inputs: Sequence[Path] = (), claim: Claim | None = None
) -> Published:
    """Make ``output`` hold exactly ``artifacts`` and the marker file, in one step.

    Whatever goes wrong, and whenever the process dies, ``output`` is the whole old site or the whole new one (on
    Linux also for those who read it meanwhile). A build that reads inputs first should `hold` the output for all
    that time and pass its ``claim``; without one, the folder is held for the publication alone. SOURCE_DATE_EPOCH
    sets the time stamps. Raises ValueError where paths do not pass `check_paths` (a bug), MachineError where the
    disk is full, a folder may not be written, or the output is not ours to replace.
    """
    files = [Artifact(MARKER, MARKER_DATA), *artifacts]
    for path, fault in faults(artifact.path for artifact in files):
        raise ValueError(f"{path!r} cannot be a file of the site: {fault}")
    with contextlib.ExitStack() as stack:
        if claim is None:
            claim = stack.enter_context(hold(output))
        problems = check_output(output, inputs)
        if has_errors(problems):
            raise MachineError("; ".join(map(str, problems)))
        return _replace(files, claim)


def _replace(files: Sequence[Artifact], claim: Claim) -> Published:
    published = claim.output if (claim.output / MARKER).is_file() else None
    try:
        staged = stage(files, claim.stage, lender=published, seconds=source_date())
        old = swap.swap(claim.stage, claim.output, claim.old)
    except OSError as cause:
        swap.discard(claim.stage)
        raise MachineError(f"cannot write the new site for {claim.output}; nothing was published") from cause
    except BaseException:
        swap.discard(claim.stage)
        raise
    if old is not None:
        swap.discard(old)
    return Published(staged.files, staged.size, staged.unchanged, published is not None)
