"""What `make test` does to have a browser, and what it never does, on machines made of scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import browsers
import pytest

STARTS = "#!/bin/sh\necho 1.0\n"
FAILS = "#!/bin/sh\necho 'error while loading shared libraries: libnss3.so' >&2\nexit 127\n"
NEW = "Inst chromium (156.0 stable [amd64])\nInst libnss3 (3.8 stable [amd64])\n"
UPGRADE = NEW + "Inst perl [5.36.0-7] (5.36.0-8 stable [amd64])\n"


class Machine:
    """A folder of programs that is the whole PATH; what is run there is noted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"

    def program(self, name: str, script: str = STARTS) -> None:
        (self.folder / name).write_text(script)
        (self.folder / name).chmod(0o755)

    def apt(self, *, plan: str = NEW, brings: str = "chromium", error: str = "") -> None:
        """A package manager that makes ``plan`` when it only simulates, and then brings a program or fails."""
        made = f"printf '#!/bin/sh\\n' > {self.folder}/{brings}; /bin/chmod 755 {self.folder}/{brings}"
        self.program(
            "apt-get",
            f'#!/bin/sh\necho apt-get "$@" >> {self.log}\n'
            f"case \"$*\" in\n*--simulate*) printf '{plan}' ;;\n"
            f"*install*) {f'echo {error!r} >&2; exit 100' if error else made} ;;\nesac\n",
        )

    def playwright(self, *, brings: bool) -> None:
        made = f"printf '#!/bin/sh\\n' > {self.folder}/fetched; /bin/chmod 755 {self.folder}/fetched"
        end = made if brings else "echo Error: no network >&2; exit 1"
        self.program(
            "playwright",
            f'#!/bin/sh\n[ "$1" = --version ] && exit 0\necho playwright "$@" >> {self.log}\n{end}\n',
        )

    @property
    def run(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """A machine without a browser, whose user is root and not under CI; Playwright can fetch nothing."""
    made = Machine(tmp_path)
    made.playwright(brings=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(browsers, "PLAYWRIGHT", (str(tmp_path / "playwright"),))
    monkeypatch.setattr(browsers, "playwrights_chromium", lambda: str(tmp_path / "fetched"))
    for name in ("MAC_CHROMIUM", "MAC_FIREFOX"):
        monkeypatch.setattr(browsers, name, tmp_path / "none")
    browsers.look_again()
    yield made
    browsers.look_again()


def test_with_a_chromium_of_the_system_nothing_is_run_and_no_firefox_is_asked_for(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.apt()
    machine.program("google-chrome")
    assert browsers.main(explicit=False) == 0
    assert machine.run == []
    assert capsys.readouterr().out.splitlines() == [
        f"browsers: Chromium is {machine.folder}/google-chrome",
        f"browsers: {browsers.NO_FIREFOX}",
    ]


def test_a_missing_chromium_is_fetched_by_playwright(machine: Machine) -> None:
    machine.apt()
    machine.playwright(brings=True)
    assert browsers.main(explicit=False) == 0
    assert browsers.chromium() == f"{machine.folder}/fetched"
    assert machine.run == ["playwright install --no-shell chromium"]


def test_a_program_that_does_not_start_is_no_browser(machine: Machine) -> None:
    machine.program("chromium", FAILS)
    machine.program("firefox", FAILS)
    assert (browsers.chromium(), browsers.firefox()) == (None, None)
    machine.program("google-chrome")
    browsers.look_again()
    assert browsers.chromium() == f"{machine.folder}/google-chrome"


def test_where_playwright_itself_does_not_start_its_reason_is_said(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.program("chromium")
    machine.program("playwright", FAILS)
    assert browsers.main(explicit=False) == 0
    assert browsers.chromium() is None
    said = [line for line in capsys.readouterr().out.splitlines() if "Playwright does not start" in line]
    assert [line.endswith(": error while loading shared libraries: libnss3.so") for line in said] == [True]


def test_even_root_gets_no_package_of_the_system_unasked(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.apt()
    assert browsers.main(explicit=False) == 0
    assert [line for line in machine.run if line.startswith("apt-get")] == []
    assert f"browsers: {browsers.NO_CHROMIUM}" in capsys.readouterr().out


def test_under_ci_root_gets_chromium_alone_and_upgrades_nothing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    machine.apt()
    browsers.for_the_tests()
    assert browsers.chromium() == f"{machine.folder}/chromium"
    options = "-y -o DPkg::Lock::Timeout=180 --no-install-recommends"
    install = f"apt-get {options} install --no-upgrade --no-remove chromium libatomic1"
    assert machine.run == [
        "playwright install --no-shell chromium",
        "apt-get -qq update",
        f"{install} --simulate",
        install,
    ]


def test_under_ci_a_package_that_would_upgrade_others_is_left_alone(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    machine.apt(plan=UPGRADE)
    browsers.for_the_tests()
    assert browsers.chromium() is None
    assert "chromium is not installed: it would upgrade perl;" in capsys.readouterr().out


def test_under_ci_an_ordinary_user_gets_no_package(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    machine.apt()
    browsers.for_the_tests()
    assert machine.run == ["playwright install --no-shell chromium"]


def test_a_lock_that_somebody_else_holds_is_given_as_the_reason(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    machine.apt(error="E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 7 (apt-get)")
    assert browsers.main(explicit=False) == 0
    assert (
        "browsers: that failed: E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 7 (apt-get)"
        in capsys.readouterr().out.splitlines()
    )


def test_asked_for_by_name_both_browsers_are_installed_or_the_command_fails(machine: Machine) -> None:
    machine.apt(plan=UPGRADE)
    assert browsers.main(explicit=True) == 1  # the machine's packages bring a Chromium and no Firefox
    assert browsers.chromium() == f"{machine.folder}/chromium"
    assert machine.run[-1].endswith("install --no-upgrade --no-remove firefox-esr")


@pytest.mark.parametrize(("ci", "needed"), [("", False), ("true", True)])
def test_a_missing_chromium_is_a_failure_under_ci_alone(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, ci: str, needed: bool
) -> None:
    monkeypatch.setenv("CI", ci)
    assert browsers.required() is needed
