"""The built sample on loopback, under a path as on a project site, for documents that link to it."""

from __future__ import annotations

import functools
import http.server
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from documents import ALIAS, BASE, REMOVED, SLUG, Built, run
from whole_sites import delivered

from sitegen.catalogue.model import Tombstone
from sitegen.config.load import load
from sitegen.gather import gather
from sitegen.progress import Progress


@pytest.fixture(scope="session")
def docs_package(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel of sitegen-papers-docs installs."""
    folder = tmp_path_factory.mktemp("package")
    source = checkout / "contrib" / "sitegen-papers-docs"
    run("-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder / "dist"), cwd=source)
    (wheel,) = (folder / "dist").glob("sitegen_papers_docs-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "installed")
    return folder / "installed"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The sample with an earlier name for a paper, and with a removed one."""
    root = tmp_path_factory.mktemp("web")
    handler = functools.partial(_Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_address[1]}/{BASE}/"
        settings, _ = load(checkout / "site.yaml", inputs=[checkout / "digests"], base_url=address)
        assert settings is not None
        progress = Progress(quiet=True)
        assembled, _ = gather(settings, progress)
        assert assembled is not None
        catalogue = replace(
            assembled.catalogue, aliases={ALIAS: SLUG}, removed={REMOVED: Tombstone("A Paper That Left")}
        )
        files, problems = delivered(replace(assembled, catalogue=catalogue), settings)
        assert problems == ()
        for path, data in files.items():
            file = root / BASE / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Built(root / BASE, address, catalogue)
        server.shutdown()
