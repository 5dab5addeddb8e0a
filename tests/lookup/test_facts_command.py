"""`sitegen facts` against a server on this machine: what it writes, what it lists, and how every fault of it ends."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from commands import CHECKOUT, environment, fingerprint, make_site
from scholarly import SECONDS, Answer, FakeTime, Server, arxiv, by_title, crossref_work, dblp, nobody, serving

from sitegen.commands import facts
from sitegen.lookup.model import Clock

PEBBLES = (
    "Small machines on a bench are asked to sort pebbles by weight, and most of them learn it within a day. "
    "What they learn is carried over to shells and to coins, with a loss that is measured here for the first time."
)
RIVERS = (
    "Graphs of rivers are drawn from satellites in this survey, which asks how water finds the sea and why maps of it "
    "age within a season. Twelve basins are compared, and a rule for redrawing them is proposed and tested."
)
LIDS = (
    "A cardboard container may hold anything at all until somebody lifts its lid. This note argues that opening is "
    "measuring, and lists seventeen lids that were lifted in public between spring and autumn."
)
DIGEST = (
    f"Apr 3\n\nSorting Pebbles on a Bench\n\n{PEBBLES}\n\nHow Rivers Find the Sea\n\n{RIVERS}\n\n"
    f"Boxes: A Note\n\n{LIDS}\n"
)
ON_ARXIV = arxiv(
    {
        "id": "2101.00001",
        "title": "Sorting Pebbles on a Bench",
        "summary": PEBBLES,
        "published": "2021-01-02",
        "authors": ["Jane Doe", "Ludwig van Beethoven"],
    }
)
IN_DBLP = dblp(
    {
        "title": "Sorting Pebbles on a Bench",
        "authors": ["Jane Doe 0001", "Ludwig van Beethoven"],
        "venue": "ICLR (Poster)",
        "year": "2022",
        "ee": "https://openreview.net/forum?id=abcDEF123",
    }
)
WRITTEN = """\
sorting-pebbles-on-a-bench:
- {authors: [Jane Doe, Ludwig van Beethoven],
   year: 2021, arxiv: 2101.00001, published: 2021-01-02, source: arXiv, day: 2026-03-02}
- {year: 2022, venue: ICLR, openreview: abcDEF123, source: DBLP, day: 2026-03-02}
"""


@dataclass(frozen=True, slots=True)
class Site:
    """A site of three papers, and the terminal that the command writes to."""

    root: Path
    terminal: pytest.CaptureFixture[str]

    @property
    def file(self) -> Path:
        return self.root / "facts.yaml"

    def run(self, server: Server, *arguments: str, clock: Clock | None = None) -> tuple[int, str, str]:
        """The exit code and what was said on both streams."""
        self.terminal.readouterr()
        code = facts.look_up(options(self.root, *arguments), server.services, clock or FakeTime().clock, SECONDS)
        return code, *self.terminal.readouterr()


def options(root: Path, *arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    facts.add_options(parser)
    return parser.parse_args(["--config", str(root / "site.yaml"), *arguments])


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Site:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772409600")  # 2 March 2026
    monkeypatch.setenv("NO_PROXY", "*")
    return Site(make_site(tmp_path / "site", "contact: me@example.org\n", {"a.txt": DIGEST}), capsys)


@pytest.fixture
def server() -> Iterator[Server]:
    """Everybody knows the pebbles."""
    with serving(
        arXiv=[by_title({"Pebbles": ON_ARXIV}, arxiv())], DBLP=[by_title({"Pebbles": IN_DBLP}, dblp())]
    ) as running:
        yield running


def test_what_is_certain_is_written_with_source_and_day(site: Site, server: Server) -> None:
    code, out, err = site.run(server)
    assert (code, err) == (0, "")
    assert site.file.read_text(encoding="utf-8").endswith(f"never changes.\n{WRITTEN}")
    assert out.splitlines() == [
        "asked       arXiv 3 times, DBLP 3 times, Crossref 2 times",
        "found       1 paper",
        "doubtful    0 papers",
        "nothing     2 papers",
    ]


def test_a_second_run_asks_nobody(site: Site, server: Server) -> None:
    site.run(server)
    before, asked = site.file.read_bytes(), len(server.requests)
    code, out, _ = site.run(server)
    assert (code, len(server.requests)) == (0, asked)
    assert out.splitlines()[0] == "asked       nobody"
    assert site.file.read_bytes() == before


def test_what_is_known_is_not_asked_for(site: Site, server: Server) -> None:
    site.file.write_text("boxes-a-note:\n  authors: [Ann Green]\n  doi: 10.1000/boxes\nhow-rivers-find-the-sea: []\n")
    site.run(server)
    assert {path.partition("Pebbles")[1] for _, path in server.requests} == {"Pebbles"}


def test_an_id_that_a_person_writes_down_settles_the_rest(site: Site) -> None:
    work = {
        "DOI": "10.1000/boxes",
        "title": ["Boxes"],
        "subtitle": ["A Note"],
        "author": [{"family": "Green", "given": "Ann"}],
        "container-title": ["J. Lids"],
        "issued": {"date-parts": [[2003]]},
    }
    site.file.write_text("# mine\nboxes-a-note:\n  doi: 10.1000/boxes  # from the shelf\n")
    with serving(Crossref=[by_title({}, crossref_work(work))]) as server:
        site.run(server, "boxes-a-note")
        assert server.asked("Crossref") == ["/works/10.1000%2Fboxes"]
    assert site.file.read_text() == (
        "# mine\nboxes-a-note:\n  doi: 10.1000/boxes  # from the shelf\n"
        "  found:\n  - {authors: [Ann Green],\n     year: 2003, venue: J. Lids, source: Crossref, day: 2026-03-02}\n"
    )


NAMESAKE = arxiv(
    {
        "id": "9901.00001",
        "title": "Sorting Pebbles on a Bench",
        "summary": LIDS,
        "published": "1999-01-02",
        "authors": ["Other Person"],
    }
)
NEIGHBOUR = arxiv(
    {
        "id": "9901.00002",
        "title": "Sorting Pebbles on a Bench II",
        "summary": RIVERS,
        "published": "1999-01-02",
        "authors": ["Jane Doe"],
    }
)
STRANGER = dblp(
    {"title": "Sorting Pebbles on a Bench", "authors": ["Other Person"], "venue": "X", "year": "1999", "ee": ""}
)


def test_a_namesake_is_listed_and_not_written(site: Site) -> None:
    with serving(arXiv=[NAMESAKE], DBLP=[STRANGER]) as server:
        code, out, _ = site.run(server, "sorting-pebbles-on-a-bench")
    assert code == 0
    assert not site.file.exists()
    assert out.splitlines()[1:] == [
        "found       0 papers",
        "doubtful    1 paper",
        "nothing     0 papers",
        "",
        "To decide: write the id of the right one into facts.yaml, or 'found: []' where none is, and run it again.",
        "",
        "sorting-pebbles-on-a-bench",
        "  Sorting Pebbles on a Bench",
        "  - arXiv: Sorting Pebbles on a Bench · Other Person · 1999 · arxiv: 9901.00001",
        "    same title, but abstracts share 0% of their phrases, at least 20% needed",
        "  - DBLP: Sorting Pebbles on a Bench · Other Person · X 1999",
        "    same title; no abstract to compare",
    ]


def test_a_neighbour_is_listed_and_not_written(site: Site) -> None:
    with serving(arXiv=[NEIGHBOUR]) as server:
        _, out, _ = site.run(server, "Sorting pebbles on a bench")
    assert not site.file.exists()
    assert "Sorting Pebbles on a Bench II · Jane Doe · 1999 · arxiv: 9901.00002" in out


def test_a_record_of_other_authors_is_not_taken_for_the_paper(site: Site) -> None:
    with serving(arXiv=[ON_ARXIV], DBLP=[STRANGER]) as server:
        site.run(server, "sorting-pebbles-on-a-bench")
    assert "source: DBLP" not in site.file.read_text()
    assert "source: arXiv" in site.file.read_text()


CUT = Answer(ON_ARXIV.body[:200])
PAGE = Answer(b"<html><body>Down for maintenance</body></html>", headers={"Content-Type": "text/html"})


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Answer(status=429, headers={"Retry-After": "1"}), "refuses again and again (too many 429 error responses)"),
        (Answer(status=503), "refuses again and again (too many 503 error responses)"),
        (Answer(hangs=True), "does not answer within 0.3 s"),
        (CUT, "sends an answer that is no {form} that can be read"),
        (PAGE, "sends an answer that is no {form}"),
        (Answer(b"{" + b" " * 50, length=5_000), "breaks off its answer"),
    ],
    ids=["429", "503", "hang", "cut", "page", "half"],
)
def test_a_fault_ends_in_a_line_and_the_next_run_asks_for_what_is_missing(site: Site, fault: Answer, said: str) -> None:
    site.file.write_text("# mine\n")
    with serving(arXiv=[fault], DBLP=[fault], Crossref=[fault]) as server:
        code, out, err = site.run(server, "sorting-pebbles-on-a-bench")
    assert code == 1
    for service, form in (("arXiv", "Atom feed" if fault is PAGE else "XML"), ("DBLP", "JSON"), ("Crossref", "JSON")):
        assert f"sitegen: {service} {said.format(form=form)}" in err
    assert "unanswered  1 paper: run it again" in out
    assert site.file.read_text() == "# mine\n"

    with serving(arXiv=[ON_ARXIV], DBLP=[IN_DBLP]) as server:
        assert site.run(server, "sorting-pebbles-on-a-bench")[0] == 0
        assert len(server.requests) == 2
    assert site.file.read_text() == f"# mine\n{WRITTEN}"


def test_only_the_services_that_failed_are_asked_again(site: Site) -> None:
    with serving(arXiv=[ON_ARXIV], DBLP=[PAGE]) as server:
        assert site.run(server, "sorting-pebbles-on-a-bench")[0] == 1
    with serving(arXiv=[ON_ARXIV], DBLP=[IN_DBLP]) as server:
        site.file.unlink()
        assert site.run(server, "sorting-pebbles-on-a-bench")[0] == 0
        assert [service for service, _ in server.requests] == ["DBLP"]
    assert site.file.read_text().endswith(WRITTEN)


def test_a_service_out_of_reach_is_asked_once_and_the_others_go_on(site: Site, server: Server) -> None:
    gone = nobody()
    services = [replace(s, address=gone) if s.name == "DBLP" else s for s in server.services]
    code = facts.look_up(options(site.root), services, FakeTime().clock, SECONDS)
    err = site.terminal.readouterr().err
    assert code == 1
    assert err.splitlines() == [
        "sitegen: DBLP cannot be reached: Connection refused (asked for boxes-a-note)",
        "sitegen: DBLP is not asked again in this run",
    ]
    assert "source: arXiv" in site.file.read_text()


def test_a_service_that_fails_three_times_in_a_row_is_left_alone(site: Site) -> None:
    with serving(arXiv=[PAGE], DBLP=[PAGE], Crossref=[PAGE]) as server:
        _, _, err = site.run(server)
        assert len(server.requests) == 9
    assert [line for line in err.splitlines() if line.endswith("in this run")] == [
        "sitegen: arXiv is not asked again in this run",
        "sitegen: DBLP is not asked again in this run",
        "sitegen: Crossref is not asked again in this run",
    ]


def test_a_dry_run_shows_and_does_not_write(site: Site, server: Server) -> None:
    code, out, _ = site.run(server, "--dry-run")
    assert code == 0
    assert out.startswith(WRITTEN)
    assert not site.file.exists()
    asked = len(server.requests)
    site.run(server)
    assert (len(server.requests), site.file.exists()) == (asked, True)


def test_a_limit_counts_papers_that_somebody_is_asked_about(site: Site, server: Server) -> None:
    asked = []
    for _ in range(4):
        _, out, _ = site.run(server, "--limit", "1")
        asked.append(len(server.asked("arXiv")))
    assert asked == [1, 2, 3, 3]
    assert "left" not in out


def test_what_a_limit_leaves_is_said(site: Site, server: Server) -> None:
    _, out, _ = site.run(server, "--limit", "1")
    assert out.splitlines()[-1] == "left        2 papers: run it again"


def test_a_fresh_run_asks_again(site: Site, server: Server) -> None:
    site.run(server, "boxes-a-note")
    asked = len(server.requests)
    site.run(server, "--fresh", "boxes-a-note")
    assert len(server.requests) == 2 * asked


def test_what_a_person_writes_during_the_run_stays(site: Site) -> None:
    def answer(path: str) -> Answer:
        site.file.write_text("boxes-a-note:  # written meanwhile\n  year: 2003\n")
        return ON_ARXIV

    with serving(arXiv=[answer], DBLP=[IN_DBLP]) as server:
        site.run(server, "sorting-pebbles-on-a-bench")
    assert site.file.read_text() == f"boxes-a-note:  # written meanwhile\n  year: 2003\n{WRITTEN}"


def test_a_file_that_was_broken_during_the_run_stays_and_nothing_is_lost(site: Site) -> None:
    def answer(path: str) -> Answer:
        site.file.write_text("boxes-a-note: [unfinished\n")
        return ON_ARXIV

    with serving(arXiv=[answer], DBLP=[IN_DBLP]) as server:
        code, _, err = site.run(server, "sorting-pebbles-on-a-bench")
        assert code == 1
        assert "facts.yaml:1:15: error: the '[' that begins here is not closed" in err
        assert site.file.read_text() == "boxes-a-note: [unfinished\n"
        site.file.unlink()
        asked = len(server.requests)
        assert site.run(server, "sorting-pebbles-on-a-bench")[0] == 0
        assert len(server.requests) == asked
    assert site.file.read_text().endswith(WRITTEN)


def test_lines_for_an_entry_in_brackets_are_shown(site: Site, server: Server) -> None:
    site.file.write_text("sorting-pebbles-on-a-bench: {code: https://example.org/p}\n")
    code, _, err = site.run(server, "sorting-pebbles-on-a-bench")
    assert code == 1
    assert err == f"sitegen: nothing can be added to entries in brackets; put these lines there by hand:\n{WRITTEN}"
    assert site.file.read_text() == "sorting-pebbles-on-a-bench: {code: https://example.org/p}\n"


def test_an_unknown_name_is_an_error_with_the_likeliest_one(site: Site, server: Server) -> None:
    code, out, err = site.run(server, "boxes-a-not")
    assert (code, out, server.requests) == (1, "", [])
    assert err.splitlines()[0] == (
        "sitegen facts: error: no paper has the slug or title 'boxes-a-not' (did you mean 'boxes-a-note'?)"
    )


def test_nobody_is_asked_without_an_address_to_write_to(site: Site, server: Server) -> None:
    (site.root / "site.yaml").write_text("input: [digests]\n")
    code, _, err = site.run(server)
    assert (code, server.requests) == (1, [])
    assert err.splitlines()[0] == (
        "site.yaml: error: names no 'contact' (services want to know whom to write to: add a line such as"
        " 'contact: me@example.org')"
    )


@pytest.mark.parametrize(
    "contact", ["me", "me@example", "me@example.org\\r\\nX: y", "<me@example.org>", "mé@example.org"]
)
def test_a_contact_is_an_address_for_mail_and_nothing_else(site: Site, server: Server, contact: str) -> None:
    (site.root / "site.yaml").write_text(f'input: [digests]\ncontact: "{contact}"\n', encoding="utf-8")
    code, _, err = site.run(server)
    assert (code, server.requests) == (1, [])
    assert err.startswith("site.yaml:2:10: error: contact ")


def test_ctrl_c_keeps_what_was_found(site: Site, server: Server) -> None:
    time = FakeTime()

    def third(seconds: float) -> None:
        time.slept.append(seconds)
        time.seconds += seconds
        if len(time.slept) == 3:
            raise KeyboardInterrupt

    (site.root / "digests/b.txt").write_text("Apr 4\n\nThe Zebra's Stripes\n\nMany zebras were drawn, and counted.\n")
    with pytest.raises(KeyboardInterrupt):
        site.run(server, clock=Clock(lambda: time.seconds, third))
    assert site.file.read_text().endswith(WRITTEN)
    assert not list(site.root.glob(".facts*"))


KILLED = """
import sys
from dataclasses import replace
sys.path[:0] = sys.argv[1:3]
from scholarly import FakeTime, Server
from test_facts_command import facts, options
from pathlib import Path
server = Server(sys.argv[4], {})
facts.look_up(options(Path(sys.argv[3])), server.services, FakeTime().clock, 60.0)
"""


def test_a_run_that_is_killed_leaves_the_file_and_its_answers(site: Site, server: Server) -> None:
    site.file.write_text("# mine\n")
    answers = server.answers["arXiv"]
    server.answers["arXiv"] = [arxiv(), arxiv(), Answer(hangs=True)]
    before = fingerprint(site.root)
    command = [sys.executable, "-c", KILLED, str(CHECKOUT / "tests"), str(CHECKOUT / "tests/lookup"), str(site.root)]
    running = subprocess.Popen([*command, server.address], env=environment(), stderr=subprocess.DEVNULL)
    try:
        patience = time.monotonic() + 60
        while len(server.asked("arXiv")) < 3 and time.monotonic() < patience:
            time.sleep(0.01)
    finally:
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
    assert len(server.asked("arXiv")) == 3
    assert fingerprint(site.root) == before

    server.answers["arXiv"] = answers
    server.requests.clear()
    assert site.run(server)[0] == 0
    assert [path.count("Pebbles") for path in server.asked("arXiv")] == [1]
    assert site.file.read_text() == f"# mine\n{WRITTEN}"


def test_a_build_asks_nobody_and_loads_nothing_that_could(site: Site) -> None:
    script = (
        "import socket, sys\n"
        "def refuse(*a): raise AssertionError('a build went to the network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from sitegen.cli import main\n"
        "code = main(['build', '--quiet'])\n"
        "print(code, sorted({'urllib3', 'defusedxml', 'http', 'sitegen.lookup'} & sys.modules.keys()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=site.root, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stdout == "0 []\n", done.stderr
