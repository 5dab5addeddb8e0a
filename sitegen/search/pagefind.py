"""How is Pagefind run? Its binary's ``--service`` protocol, pipelined; the bundle comes back in memory and is checked.

The `pagefind` wrapper from the package index handles ten pages a second and left empty files in 2 of 29 bundles. The
command line needs a file per paper and writes one per paper: 0.45 s of CPU for 508 papers, where this takes 0.32 s.
"""

from __future__ import annotations

import base64
import contextlib
import importlib.util
import json
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from sitegen.problem import MachineError
from sitegen.search.records import SearchRecord

VERSION = "1.5.2"
"""The one version whose files `canonical` and `offline` know; `tests/search/test_pagefind.py` says what to re-check."""

_KEPT = ("pagefind-entry.json", "pagefind.js")
_KEPT_SUFFIXES = (".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment")


def run(records: Iterable[SearchRecord], language: str) -> dict[str, bytes]:
    """Pagefind's bundle for the records: each file's path in it and its bytes, without what the site never loads.

    Raises `MachineError` where the binary is missing, fails, is of another version, or leaves a file out or empty.
    """
    messages = list(_messages(records, language))
    files = _converse(executable(), messages)[-1]["files"]
    bundle = _needed({file["path"]: file["content"] for file in files})
    _check(bundle, papers=len(messages) - 2)
    return bundle


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


def _messages(records: Iterable[SearchRecord], language: str) -> Iterator[dict[str, Any]]:
    """What is asked of the service, in order: a new index, each record, the files."""
    yield {"type": "NewIndex", "config": {"force_language": language, "keep_index_url": True}}
    for record in records:
        yield {
            "type": "AddRecord",
            "index_id": 0,  # the service counts its indexes from 0, and this is its first
            "url": record.url,
            "content": record.content,
            "language": language,
            "meta": {"title": record.title},
            "filters": record.filters,
            "sort": record.sort,
        }
    yield {"type": "GetFiles", "index_id": 0}


def _converse(binary: Path, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answer to each message, in order. Messages and answers are base64 of JSON, with a comma after each."""
    # An own environment: PAGEFIND_* variables would change what is indexed.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    sent = b"".join(
        base64.b64encode(json.dumps({"message_id": number, "payload": message}).encode()) + b","
        for number, message in enumerate(messages)
    )
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
    assert service.stdin and service.stdout
    writer = threading.Thread(target=_write, args=(service.stdin, sent), daemon=True)
    writer.start()
    received = _receive(service.stdout, len(messages))
    writer.join()
    with contextlib.suppress(BrokenPipeError):  # it ended before it had read everything: its answers tell
        service.stdin.close()
    service.stdout.close()
    status = service.wait()
    answers: dict[int, dict[str, Any]] = {}
    for piece in received:
        answer = json.loads(base64.b64decode(piece))
        if answer["payload"]["type"] == "Error":
            raise MachineError("the search index cannot be made") from RuntimeError(answer["payload"]["message"])
        answers[answer["message_id"]] = answer["payload"]
    if len(answers) < len(messages):
        raise MachineError("the search index cannot be made") from RuntimeError(
            f"Pagefind ended with status {status} after {len(answers)} of {len(messages)} answers"
        )
    return [answers[number] for number in range(len(messages))]


def _write(pipe: IO[bytes], data: bytes) -> None:
    with contextlib.suppress(BrokenPipeError, ValueError):  # the service ended: its answers tell
        pipe.write(data)
        pipe.flush()


def _receive(pipe: IO[bytes], expected: int) -> list[bytes]:
    """So many answers, or as many as there are. The service must not lose its input before the last one."""
    received: list[bytes] = []
    count = 0
    while count < expected and (data := os.read(pipe.fileno(), 1 << 20)):
        received.append(data)
        count += data.count(b",")
    return [piece for piece in b"".join(received).split(b",") if piece]


def _needed(files: dict[str, str]) -> dict[str, bytes]:
    """The bytes of what the site needs: not Pagefind's own interfaces, nor its worker, nor a second WebAssembly."""
    bundle = {
        path: base64.b64decode(content)
        for path, content in files.items()
        if path in _KEPT or path.endswith(_KEPT_SUFFIXES)
    }
    for language in json.loads(bundle.get("pagefind-entry.json") or b"{}").get("languages", {}).values():
        name = f"wasm.{language['wasm'] or 'unknown'}.pagefind"
        bundle[name] = base64.b64decode(files.get(name, ""))
    return dict(sorted(bundle.items()))


def _check(bundle: dict[str, bytes], papers: int) -> None:
    """Raise where the bundle is not whole: an empty file answers nothing, and no reader would learn why."""
    version = json.loads(bundle.get("pagefind-entry.json") or b"{}").get("version")
    if version != VERSION:
        raise MachineError(
            f"Pagefind {version} is installed, but sitegen knows the index of {VERSION} alone"
            f" (pip install pagefind-bin=={VERSION})"
        )
    if empty := [path for path, data in bundle.items() if not data]:
        raise MachineError(f"Pagefind left an empty file in the search index: {empty[0]}")
    indexed = sum(path.startswith("fragment/") for path in bundle)
    if indexed != papers:
        raise MachineError(f"Pagefind indexed {indexed} of {papers} papers")
