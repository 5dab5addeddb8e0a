"""How is Pagefind run? Its binary's ``--service`` protocol, pipelined; of its bundle pages need the word index alone.

The `pagefind` wrapper from the package index handles ten pages a second and left empty files in 2 of 29 bundles. The
command line needs a file per paper and writes one per paper: 0.45 s of CPU for 508 papers, where this takes 0.3 s.
"""

from __future__ import annotations

import base64
import contextlib
import gzip
import importlib.util
import os
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

import cbor2
import msgspec

from sitegen.problem import MachineError

VERSION = "1.5.2"
"""The one version whose files we know; `tests/search/test_pagefind.py` says what to re-check."""

_MAGIC = b"pagefind_dcd"
_LANGUAGE = "unknown"  # Pagefind stems nothing then: which forms are one word is for the page to say
_PIECE = 1 << 20  # bytes read at once


class Chunk(NamedTuple):
    """A file of Pagefind's word index as it is, and the beginning of the first word that it holds."""

    first: str
    data: bytes


class _File(msgspec.Struct):
    path: str
    content: msgspec.Raw  # base64 in quotes


class _Payload(msgspec.Struct):
    type: str = ""
    message: str = ""
    files: list[_File] = []


class _Answer(msgspec.Struct):
    payload: _Payload


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(_Answer).decode


def run(contents: Sequence[str]) -> list[Chunk]:
    """Pagefind's word index of the texts, in order of words; its pages are numbered as the texts are.

    Raises `MachineError` where the binary is missing, fails, is of another version, or leaves a file out or empty.
    """
    if not contents:
        return []
    files = {file.path: file for file in _converse(executable(), contents)}
    return _chunks(lambda path: base64.b64decode(bytes(files[path].content)) if path in files else b"", len(contents))


def executable() -> Path:
    """Pagefind's binary, found in its package without importing it (which would load logging and platform)."""
    spec = importlib.util.find_spec("pagefind_bin")
    suffix = ".exe" if os.name == "nt" else ""
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for name in ("pagefind", "pagefind_extended"):
            path = Path(folder, name + suffix)
            if path.is_file():
                return path
    raise MachineError(f"the search index cannot be made: Pagefind is missing (pip install pagefind-bin=={VERSION})")


def _messages(contents: Sequence[str]) -> Iterator[bytes]:
    """What is asked of the service, in order: a new index, each text, the files. Base64 of JSON, a comma after each."""
    yield _message({"type": "NewIndex", "config": {"force_language": _LANGUAGE, "keep_index_url": True}})
    for number, content in enumerate(contents):
        yield _message(
            {
                "type": "AddRecord",
                "index_id": 0,  # the service counts its indexes from 0, and this is its first
                "url": str(number),
                "content": content,
                "language": _LANGUAGE,
            }
        )
    yield _message({"type": "GetFiles", "index_id": 0})


def _message(payload: dict[str, object]) -> bytes:
    return base64.b64encode(_encode({"message_id": 0, "payload": payload})) + b","


def _converse(binary: Path, contents: Sequence[str]) -> list[_File]:
    """The files of the index; each message is answered in turn."""
    # An own environment: PAGEFIND_* variables would change what is indexed.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    try:
        service = subprocess.Popen(
            [str(binary), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
    except OSError as cause:
        raise MachineError("the search index cannot be made: Pagefind does not start") from cause
    expected, received, files, fault = len(contents) + 2, 0, [], ""
    with service:
        assert service.stdin and service.stdout
        writer = threading.Thread(target=_write, args=(service.stdin, contents), daemon=True)
        writer.start()
        for answer in _answers(service.stdout, expected):
            if answer.payload.type == "Error":
                service.kill()
                fault = answer.payload.message
                break
            received += 1
            files = answer.payload.files
        # The service must not lose its input before its last answer.
        writer.join()
        with contextlib.suppress(BrokenPipeError):  # it ended before it had read everything: its answers tell
            service.stdin.close()
    if received < expected:
        ended = f"Pagefind ended with status {service.returncode} after {received} of {expected} answers"
        raise MachineError("the search index cannot be made") from RuntimeError(fault or ended)
    return files


def _write(pipe: IO[bytes], contents: Sequence[str]) -> None:
    with contextlib.suppress(BrokenPipeError, ValueError):  # the service ended: its answers tell
        for message in _messages(contents):
            pipe.write(message)
        pipe.flush()


def _answers(pipe: IO[bytes], expected: int) -> Iterator[_Answer]:
    """So many answers, or as many as there are, one at a time."""
    pieces: list[bytes] = []  # of an answer that has not come to its end
    while expected and (data := os.read(pipe.fileno(), _PIECE)):
        *ended, rest = data.split(b",")
        for end in ended:
            pieces.append(end)
            yield _decode(base64.b64decode(b"".join(pieces)))
            pieces.clear()
            expected -= 1
        pieces.append(rest)


def _chunks(read: Callable[[str], bytes], papers: int) -> list[Chunk]:
    """The files of the word index that the bundle's metadata names. Raises `MachineError` where it is not whole.

    An empty file would answer nothing, and no reader would learn why.
    """
    entry = msgspec.json.decode(read("pagefind-entry.json") or b"{}")
    if (version := entry.get("version")) != VERSION:
        raise MachineError(
            f"Pagefind {version} is installed, but sitegen knows the index of {VERSION} alone"
            f" (pip install pagefind-bin=={VERSION})"
        )
    (language,) = entry["languages"].values()
    _, pages, listed, *_ = load(read(f"pagefind.{language['hash']}.pf_meta"))
    if len(pages) != papers:
        raise MachineError(f"Pagefind indexed {len(pages)} of {papers} papers")
    chunks = [Chunk(first, read(f"index/{name}.pf_index")) for first, _, name in listed]
    if empty := [chunk.first for chunk in chunks if not chunk.data]:
        raise MachineError(f"Pagefind left an empty file in the search index: the words from '{empty[0]}' on")
    return chunks


def load(data: bytes) -> list[list[list[str]]]:
    """What one of Pagefind's ``.pf_*`` files holds."""
    raw = gzip.decompress(data) if data else b""
    if not raw.startswith(_MAGIC):
        raise MachineError("Pagefind left a file in the search index that is not its own")
    return cbor2.loads(raw[len(_MAGIC) :])  # type: ignore[no-any-return]
