"""A new user's way: from the wheel, over a first push and an edit on the web, to a second one that keeps every address.

The runner is simulated: a fresh clone each time, in which the steps of the site's own workflow run in their order; what
they leave in `_site/` goes live on loopback. No file is edited by hand but digests and the names of things.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from loopback import hosting

TITLE = "Hopfield Networks is All You Need"
PAPER = "hopfield-networks-is-all-you-need"


@dataclass(frozen=True)
class World:
    """``repository`` is what was pushed, ``live`` what is published, ``summary`` the page of the last run."""

    repository: Path
    live: Path
    address: str
    environment: dict[str, str]
    summary: Path

    def run(self, *command: str, folder: Path | None = None) -> str:
        done = subprocess.run(
            command, cwd=folder or self.repository, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def push(self) -> str:
        """Commit everything and let the workflow publish; what its steps printed."""
        self.run("git", "add", ".")
        self.run("git", *AUTHOR, "commit", "--quiet", "--message", "An edit on the web")
        runner = self.repository.parent / "runner"
        self.run("git", "clone", "--quiet", "--depth", "1", f"file://{self.repository}", str(runner))
        self.summary.unlink(missing_ok=True)
        said = "".join(self.run("bash", "-e", "-c", step, folder=runner) for step in steps(runner))
        shutil.rmtree(self.live)
        (runner / "_site").rename(self.live)
        shutil.rmtree(runner)
        return said

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.repository / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


AUTHOR = ("-c", "user.name=T", "-c", "user.email=t@example.org")


def steps(runner: Path) -> list[str]:
    """The commands of the workflow from the moment it knows where the site will stand."""
    workflow = yaml.safe_load((runner / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
    found = workflow["jobs"]["build"]["steps"]
    start = next(n for n, step in enumerate(found) if str(step.get("uses", "")).startswith("actions/configure-pages@"))
    return [step["run"] for step in found[start:] if "run" in step]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """The wheel, installed apart from this checkout; what it needs comes from where this suite runs."""
    folder = tmp_path_factory.mktemp("machine")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    wheel = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder / "wheels"), str(checkout)]
    subprocess.run(wheel, check=True, capture_output=True)
    (file,) = (folder / "wheels").glob("*.whl")
    target = folder / "package"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(target), str(file)], check=True, capture_output=True)
    return target


@pytest.fixture
def world(tmp_path: Path, package: Path) -> Iterator[World]:
    """A machine with nothing but Python, git and the wheel; a repository that `sitegen new` made; nothing is live."""
    live, repository = tmp_path / "live", tmp_path / "my-papers"
    live.mkdir()
    with hosting(live) as address:
        summary = tmp_path / "summary.md"
        environment = {
            **os.environ,
            "PATH": f"{package / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(package),
            "BASE_URL": address,
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(summary),
            "SOURCE_DATE_EPOCH": "1700000000",
        }
        found = World(repository, live, address, environment, summary)
        assert str(package) in found.run("bash", "-c", "command -v sitegen", folder=tmp_path)
        found.run("sitegen", "new", str(repository), folder=tmp_path)
        found.run("git", "init", "--quiet", "--initial-branch", "main")
        begin_with_the_examples(repository)
        yield found


def begin_with_the_examples(repository: Path) -> None:
    """Put the digest of the examples where digests go, and take away the sign in front of the settings' tags."""
    shutil.copy(repository / "examples" / "first-steps.txt", repository / "digests" / "first-steps.txt")
    settings = repository / "site.yaml"
    before, sign, tags = settings.read_text(encoding="utf-8").partition("# groups:\n")
    settings.write_text(before + re.sub("(?m)^# ", "", sign + tags), encoding="utf-8")


def days(live: Path) -> list[str]:
    return re.findall(r"<published>(.*?)T", (live / "feed.xml").read_text(encoding="utf-8"))


def test_every_address_lasts_for_somebody_who_edits_on_the_web_alone(world: World) -> None:
    said = world.push()
    assert f"Nothing is published at {world.address} yet: there are no names to take up." in said
    assert f"Nothing is published at {world.address} yet: nothing to compare with." in said
    assert days(world.live) == ["2023-11-14"] * 8
    before = {path.relative_to(world.live).as_posix() for path in world.live.rglob("*") if path.is_file()}
    assert not (world.repository / "permalinks.yaml").exists()

    world.environment["SOURCE_DATE_EPOCH"] = "1800000000"
    world.edit("digests/first-steps.txt", TITLE, "Modern Hopfield Networks")
    world.edit("site.yaml", "  - slug: transformers\n", "  - slug: attention\n    aliases: [transformers]\n")
    said = world.push()
    assert f"permalinks.yaml got 8 names from {world.address}" in said
    assert f"Everything that {world.address} names is there." in said
    assert days(world.live) == ["2023-11-14"] * 8
    page = (world.live / "papers" / f"{PAPER}.html").read_text(encoding="utf-8")
    assert "<title>Modern Hopfield Networks" in page
    assert 'content="0; url=attention.html"' in (world.live / "tags" / "transformers.html").read_text(encoding="utf-8")
    after = {path.relative_to(world.live).as_posix() for path in world.live.rglob("*") if path.is_file()}
    gone = {path for path in before - after if not path.startswith(("static/", "search/", "pagefind/"))}
    assert gone == set()
    assert "#### The site\n" in world.summary.read_text(encoding="utf-8")


def test_a_tag_that_loses_its_address_stops_the_publication(world: World) -> None:
    world.push()
    world.edit("site.yaml", "  - slug: transformers\n", "  - slug: attention\n")
    with pytest.raises(AssertionError, match="list 'transformers' under its 'aliases'"):
        world.push()
    assert (world.live / "tags" / "transformers.html").is_file()
