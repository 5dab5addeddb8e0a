"""From files to a published folder: each file is staged as it comes, then all change places with the old site.

Nothing is forced to the disk: one fsync(2) per file took 290 ms for 1,400 files, and one syncfs(2) for all of them
between 10 ms and several seconds, depending on what else the machine was writing. A power cut right after a build may
therefore leave empty files, as with any other writer; the next build compares contents and writes those anew.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.artifact import Artifact, File
from sitegen.built import Built, Made, look
from sitegen.problem import MachineError, has_errors
from sitegen.publish import swap
from sitegen.publish.lock import Claim, hold
from sitegen.publish.output import MARKER, MARKER_DATA, check_output
from sitegen.publish.paths import Paths
from sitegen.publish.stage import Stage
from sitegen.source_date import source_date


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did; the marker file is counted."""

    files: int
    size: int  # bytes
    unchanged: int  # files taken over from the old site
    replaced: bool  # whether there was an old site


class Publication:
    """A site on its way into its folder: the `Sink` that writes. As a context manager it leaves nothing behind.

    Whatever goes wrong, and whenever the process dies, the output is the whole old site or the whole new one (on Linux
    also for those who read it meanwhile). ``built`` is what is known of the site that stands there. SOURCE_DATE_EPOCH
    sets the time stamps. All methods raise MachineError where the machine fails, and then nothing is published.
    """

    def __init__(self, claim: Claim, built: Built | None = None) -> None:
        self._claim = claim
        self._replaces = (claim.output / MARKER).is_file()
        lender = claim.output if self._replaces else None
        with self._machine():
            self._stage = Stage(claim.stage, lender=lender, built=built, seconds=source_date())
        self._paths = Paths()
        self._keys: dict[str, bytes] = {}
        self._of_key: dict[bytes, list[str]] | None = None
        self._built: Built = built if self._replaces and built else {}
        self.add(Artifact(MARKER, MARKER_DATA))

    def __enter__(self) -> Publication:
        return self

    def __exit__(self, *exception: object) -> None:
        self.discard()  # what was published is not there any more

    def has(self, path: str, key: bytes) -> bool:
        """Whether the published site holds this very file, untouched since it was written."""
        return self._stage.lends(path, key)

    def made_from(self, key: bytes) -> tuple[str, ...]:
        """All published files of one key, if none of them is missing or touched."""
        if self._of_key is None:
            self._of_key = {}
            for path, made in self._built.items():
                self._of_key.setdefault(made.key, []).append(path)
        paths = tuple(self._of_key.get(key, ()))
        return paths if all(self.has(path, key) for path in paths) else ()

    def add(self, file: File) -> None:
        """Stage a file. Raises ValueError where its path does not pass `Paths` (a bug)."""
        if fault := self._paths.add(file.path):
            raise ValueError(f"{file.path!r} cannot be a file of the site: {fault}")
        self._keys[file.path] = file.key
        with self._machine():
            if isinstance(file, Artifact):
                self._stage.add(file)
            else:
                self._stage.lend(file.path)

    def read(self, path: str) -> bytes:
        """The bytes of a staged file."""
        with self._machine():
            return (self._claim.stage / path).read_bytes()

    def publish(self) -> Published:
        """Let the staged site take the place of the old one."""
        with self._machine():
            staged = self._stage.close()
            old = swap.swap(self._claim.stage, self._claim.output, self._claim.old)
        if old is not None:
            swap.discard(old)
        return Published(staged.files, staged.size, staged.unchanged, self._replaces)

    def discard(self) -> None:
        """Forget what was staged; the old site stands."""
        swap.discard(self._claim.stage)

    def built(self) -> dict[str, Made]:
        """What stands in the output once it is published, for the next build."""
        with self._machine():
            return look(self._claim.output, self._keys)

    @contextlib.contextmanager
    def _machine(self) -> Iterator[None]:
        try:
            yield
        except OSError as cause:
            self.discard()
            raise MachineError(f"cannot write the new site for {self._claim.output}; nothing was published") from cause
        except BaseException:
            self.discard()
            raise


def publish(
    files: Iterable[File], output: Path, *, inputs: Sequence[Path] = (), claim: Claim | None = None
) -> Published:
    """Make ``output`` hold exactly ``files`` and the marker file, in one step.

    A build that reads inputs first should `hold` the output for all that time and pass its ``claim``; without one, the
    folder is held for the publication alone. Raises MachineError where the disk is full, a folder may not be written,
    or the output is not ours to replace.
    """
    with contextlib.ExitStack() as stack:
        if claim is None:
            claim = stack.enter_context(hold(output))
        problems = check_output(output, inputs)
        if has_errors(problems):
            raise MachineError("; ".join(map(str, problems)))
        publication = stack.enter_context(Publication(claim))
        for file in files:
            publication.add(file)
        return publication.publish()
