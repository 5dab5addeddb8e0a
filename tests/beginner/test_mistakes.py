"""Every mistake of a beginner is answered with what is wrong, where, and what to do, and nothing else is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from beginner.mistakes import DIGEST, MISTAKES, Mistake

from sitegen.cli import main


def site(folder: Path, mistake: Mistake) -> Path:
    files = {"site.yaml": "input: [digests]\n", "digests/one.txt": DIGEST, **mistake.files}
    for name, text in files.items():
        if text:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_a_mistake_is_answered_with_what_where_and_what_to_do(
    mistake: Mistake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site(tmp_path, mistake))
    code = main([*mistake.command, "--quiet"])
    said = capsys.readouterr().err.splitlines()
    findings = [line for line in said if not line.startswith((" ", "sitegen: "))]
    assert (code, findings) == (mistake.code, list(mistake.said))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_each_answer_has_its_three_parts(mistake: Mistake) -> None:
    for line in mistake.said:
        assert re.fullmatch(r"[\w./-]+(:\d+)*: (error|warning): .+ \(.+\)", line)


def test_there_are_sixty_seven() -> None:
    assert len({mistake.what for mistake in MISTAKES}) == 67
