"""What `sitegen --help` shows holds: every example is understood, every shell gets a script, README names it all."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.commands import COMMANDS
from sitegen.commands.completion import SHELLS
from sitegen.commands.parser import make_parser, name_of

EXAMPLES = [line for command in COMMANDS for line, _ in command.EXAMPLES]


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_is_understood(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0])
    options, unknown = make_parser().parse_known_args(words)
    assert unknown == []
    assert options.run.__module__ == f"sitegen.commands.{words[0]}"


@pytest.mark.parametrize("command", COMMANDS, ids=name_of)
def test_every_help_ends_with_its_examples(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([name_of(command), "--help"])
    said = capsys.readouterr().out
    shown = re.findall(r"^  sitegen (.*?)  ", said.partition("\nexamples:\n")[2], re.MULTILINE)
    assert [line.strip() for line in shown] == [line for line, _ in command.EXAMPLES]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_gets_a_script_that_knows_every_command_and_option(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for name, parser in make_parser().commands.items():
        assert name in script
        for action in parser.declared:
            for option in action.option_strings:
                assert option.lstrip("-") in script, (name, option)


def completed(script: Path, words: list[str]) -> set[str]:
    """What bash proposes for the last of the words."""
    line = " ".join(map(shlex.quote, words))
    program = (
        f"source {shlex.quote(str(script))}\nCOMP_WORDS=({line} '')\nCOMP_CWORD={len(words)}\n"
        "_shtab_sitegen\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
    )
    done = subprocess.run(["bash", "--norc", "-c", program], capture_output=True, text=True, check=False)
    return set(done.stdout.split())


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_proposes_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["completion", "bash"])
    (tmp_path / "sitegen.bash").write_text(capsys.readouterr().out, encoding="utf-8")
    assert {name_of(command) for command in COMMANDS} <= completed(tmp_path / "sitegen.bash", ["sitegen"])


def test_the_readme_names_every_command_and_no_option_that_there_is_not(checkout: Path) -> None:
    rows = re.findall(r"^\| `sitegen ([^`]+)` \|", (checkout / "README.md").read_text("utf-8"), re.MULTILINE)
    parsers = make_parser().commands
    assert {row.split()[0] for row in rows} == set(parsers)
    for row in rows:
        options = {name for action in parsers[row.split()[0]].declared for name in action.option_strings}
        assert set(re.findall(r"--[a-z-]+", row)) <= options, row
