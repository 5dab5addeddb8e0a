"""What the command line itself promises: exit codes, where words go, and streams that are closed, full or narrow."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import CHECKOUT, command, environment, fingerprint, make_site, sitegen

from sitegen import __version__
from sitegen.build import STAGES


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "sitegen: error: name a command"),
        (["--nope"], "sitegen: error: unknown option '--nope' (sitegen --help shows what there is)"),
        (["buidl"], "argument COMMAND: there is no 'buidl' (did you mean 'build'?)"),
        (
            ["build", "--nope"],
            "sitegen build: error: unknown option '--nope' (sitegen build --help shows what there is)",
        ),
        (["build", "--qui"], "sitegen build: error: unknown option '--qui' (did you mean '--quiet'?)"),
        (["check", "--basurl=x"], "sitegen check: error: unknown option '--basurl=x' (did you mean '--base-url'?)"),
        (["build", "digests"], "unexpected argument 'digests' (--input digests names what to read)"),
        (["pack", "site"], "unexpected argument 'site' (sitegen pack --help shows what there is)"),
        (["completion", "bsh"], "argument SHELL: there is no 'bsh' (did you mean 'bash'?)"),
        (["build", "--jobs", "0"], "argument --jobs: '0' is not a number from 1 on"),
        (["build", "--jobs", "many"], "argument --jobs: 'many' is not a number from 1 on"),
        (["build", "--input"], "argument --input: expected at least one argument"),
        (["build", "--input", ""], "argument --input: an empty path"),
        (["build", "--output", ""], "argument -o/--output: an empty path"),
        (["serve", "--port", "70000"], "argument --port: '70000' is not a port, 0 to 65535"),
        (["new"], "the following arguments are required: DIR"),
        (["explain"], "sitegen explain: error: name a paper"),
        (["explain", "--input", "lists"], "sitegen explain: error: name a paper"),
    ],
    ids=lambda value: " ".join(value) or "nothing" if isinstance(value, list) else "",
)
def test_what_is_not_understood_ends_with_2(tmp_path: Path, arguments: list[str], said: str) -> None:
    run = sitegen(tmp_path, *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[0].startswith("usage: sitegen")
    assert said in run.err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


def test_the_version_is_one_line_on_standard_output(tmp_path: Path) -> None:
    run = sitegen(tmp_path, "--version")
    assert (run.code, run.out, run.err) == (0, f"sitegen {__version__}\n", "")


def test_a_build_says_its_stages_on_standard_error_and_its_summary_on_standard_output(tmp_path: Path) -> None:
    run = sitegen(make_site(tmp_path / "site"), "build")
    assert run.code == 0
    assert run.findings == []
    assert run.err == f"sitegen: {', '.join(STAGES)}\n"
    assert run.out.startswith("read  ")
    assert "1 entry in 1 digest" in run.out


def test_a_quiet_build_without_findings_says_nothing(tmp_path: Path) -> None:
    run = sitegen(make_site(tmp_path / "site"), "build", "--quiet")
    assert (run.code, run.out, run.err) == (0, "", "")


def test_a_quiet_build_still_says_what_is_wrong(tmp_path: Path) -> None:
    run = sitegen(make_site(tmp_path / "site", digests={"a.txt": "A Lonely Title\n"}), "build", "--quiet")
    assert run.code == 0
    assert run.out == ""
    assert run.findings == [
        "digests/a.txt:1:1: warning: 'A Lonely Title' has no abstract"
        " (if it is an abstract itself, begin the line with '> ')",
        "sitegen: 1 warning",
    ]


def test_strict_turns_a_warning_into_a_failure_that_publishes_nothing(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    assert sitegen(folder, "build").code == 0
    (folder / "digests/b.txt").write_text("A Lonely Title\n", encoding="utf-8")
    before = fingerprint(folder)
    run = sitegen(folder, "build", "--strict")
    assert (run.code, run.out) == (1, "")
    assert run.findings[-2:] == ["sitegen: 1 warning", "sitegen: nothing was published"]
    assert fingerprint(folder) == before


def test_check_writes_nothing_and_says_so_by_its_exit_code(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    before = fingerprint(folder)
    run = sitegen(folder, "check", "--quiet")
    assert (run.code, run.out, run.err) == (0, "", "")
    (folder / "digests/b.txt").write_bytes(b"\0")
    assert sitegen(folder, "check").code == 1
    (folder / "digests/b.txt").unlink()
    after = fingerprint(folder)
    assert after.keys() == before.keys()


def test_a_machine_failure_is_one_sentence_and_its_cause(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    run = sitegen(folder, "build", "--quiet", "--output", "/proc/sitegen-test/site")
    assert run.code == 1
    assert [line.partition(" [")[0] for line in run.err.splitlines()] == [
        "sitegen: error: cannot write beside the output folder /proc/sitegen-test/site",
        "sitegen: caused by:",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder in which nothing can be made")
def test_a_folder_that_takes_no_files_ends_the_build(tmp_path: Path) -> None:
    run = sitegen(make_site(tmp_path / "site"), "build", "--quiet", "--output", "/proc/site")
    assert run.code == 1
    assert run.err.splitlines()[0] == "sitegen: error: cannot write beside the output folder /proc/site"


@pytest.mark.parametrize("place", ["before", "behind"])
def test_traceback_shows_where_a_machine_failure_surfaced(tmp_path: Path, place: str) -> None:
    folder = make_site(tmp_path / "site")
    arguments = ["build", "--output", "/proc/sitegen-test/site"]
    run = sitegen(folder, *(["--traceback", *arguments] if place == "before" else [*arguments, "--traceback"]))
    assert run.code == 1
    assert "Traceback (most recent call last):" in run.err
    assert "sitegen.problem.MachineError: cannot write beside" in run.err


NARROW = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_messages_and_summary_are_printed_in_a_locale_that_lacks_their_letters(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site", digests={"zürich 中.txt": "Überfluß\n", "a.txt": "A Title\nAnother 🎉\n"})
    run = sitegen(folder, "build", env=NARROW)
    assert run.code == 0
    assert r"digests/z\xfcrich \u4e2d.txt:1:1: warning: '\xdcberflu\xdf' has no abstract" in run.err
    assert r"1 z\xfcrich \u4e2d.txt" in run.out
    assert (folder / "_site/papers/uberfluss.html").is_file()


def test_a_name_that_is_no_text_is_printed(tmp_path: Path) -> None:
    run = sitegen(make_site(tmp_path / "site"), "build", "--output", os.fsdecode(b"out-\xff"))
    assert run.code == 0
    assert run.out.splitlines()[-1].startswith("Commit") or r"out-\udcff" in run.out
    assert r"out-\udcff" in run.out


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_stops_no_build(tmp_path: Path, closed: str) -> None:
    folder = make_site(tmp_path / "site", digests={"a.txt": "A Lonely Title\n"})
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh", *command("build")]
    done = subprocess.run(shell, cwd=folder, env=environment(), capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert (folder / "_site/papers/a-lonely-title.html").is_file()
    assert b"A Lonely Title" not in (folder / "_site/.sitegen").read_bytes()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_summary_that_cannot_be_written_is_a_machine_failure(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("build", "--quiet"), cwd=folder, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")  # nothing was to be said
        done = subprocess.run(
            command("build"), cwd=folder, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.decode().splitlines()[-2:] == [
        "sitegen: error: cannot write to standard output",
        "sitegen: caused by: [Errno 28] No space left on device",
    ]


def test_a_reader_that_leaves_early_ends_the_command_without_a_word(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    read, write = os.pipe()
    os.close(read)
    try:
        run = subprocess.run(
            command("tags"), cwd=folder, env=environment(), stdout=write, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(write)
    assert (run.returncode, run.stderr) == (141, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_ctrl_c_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    assert sitegen(folder, "build").code == 0
    os.mkfifo(folder / "gate")
    (folder / "site.yaml").write_text("input: [digests]\ntitle: Another title\n", encoding="utf-8")
    before = fingerprint(folder / "_site")
    program = "import signal, sys, pathlib; from sitegen import cli; from sitegen.check import links\n"
    program += "signal.signal(signal.SIGINT, signal.default_int_handler); pathlib.Path('gate').write_bytes(b'x')\n"
    program += "def slow(*a, **k):\n    import time; time.sleep(30)\nlinks.LinkCheck.problems = slow\n"
    program += "sys.exit(cli.main(['build', '--quiet']))\n"
    build = subprocess.Popen(
        [sys.executable, "-c", program], cwd=folder, env=environment(), stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )
    (folder / "gate").read_bytes()  # the program has begun
    while not list(folder.glob("._site.sitegen-*")):
        assert build.poll() is None
        time.sleep(0.02)
    time.sleep(0.5)
    build.send_signal(signal.SIGINT)
    out, err = build.communicate(timeout=30)
    assert build.returncode == 130
    assert err.decode() == "sitegen: interrupted; the site is as it was\n"
    assert out == b""
    assert fingerprint(folder / "_site") == before
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == [".sitegen-cache"]


def test_nothing_heavy_is_imported_to_say_the_version() -> None:
    heavy = "anyascii", "cbor2", "jinja2", "markdown_it", "rapidfuzz", "shtab", "yaml"
    program = "import sys\nfrom sitegen.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass\n"
    program += f"print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_paper_of_other_lists_is_explained_wherever_its_name_stands(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site")
    (root / "site.yaml").unlink()
    (root / "digests").rename(root / "lists")
    Path(root, "site.yaml").write_text("title: Other papers\n", encoding="utf-8")
    behind = sitegen(root, "explain", "--input", "lists", "Sorting Pebbles on a Bench")
    before = sitegen(root, "explain", "sorting-pebbles-on-a-bench", "--input", "lists")
    assert behind.code == 0, behind.err
    assert behind.out.startswith("papers/sorting-pebbles-on-a-bench.html\n")
    assert behind.out == before.out
