"""What travels in the wheel is enough: a site is built from it, outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path


def test_the_installed_wheel_builds_a_site_outside_the_checkout(tmp_path: Path, checkout: Path) -> None:
    wheels, package, folder = tmp_path / "wheels", tmp_path / "package", tmp_path / "elsewhere"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(checkout)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = wheels.glob("sitegen_papers-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        assert {name.partition("/")[0].partition("-")[0] for name in packed.namelist()} == {"sitegen", "sitegen_papers"}
    subprocess.run(
        [*pip, "install", "--no-deps", "--target", str(package), str(wheel)], check=True, capture_output=True
    )

    folder.mkdir()
    digest = "new\n\nApr 3\n\nA Title of Ours\n\n" + "A summary that is long enough to be one. " * 6 + "\n"
    (folder / "one.txt").write_text(digest, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(package)}
    where = [sys.executable, "-c", "import sitegen; print(sitegen.__file__)"]
    assert str(package) in subprocess.run(where, cwd=folder, env=environment, capture_output=True, text=True).stdout
    command = [sys.executable, "-m", "sitegen", "build", "--input", "one.txt", "--output", "out"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "A Title of Ours" in (folder / "out/papers/a-title-of-ours.html").read_text(encoding="utf-8")
