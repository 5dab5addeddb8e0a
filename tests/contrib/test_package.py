"""The package for documentation tools stands alone, and goes with this version of sitegen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import sitegen_papers_docs

import sitegen


def test_both_packages_have_one_version() -> None:
    assert sitegen_papers_docs.__version__ == sitegen.__version__


def test_the_package_asks_nothing_of_sitegen_or_of_the_other_tool(checkout: Path) -> None:
    asked = (
        "import sys, sitegen_papers_docs.{0}; "
        "print(sorted({{name.partition('.')[0] for name in sys.modules}} & {{'sitegen', 'sphinx', 'mkdocs'}}))"
    )
    for tool in ("sphinx", "mkdocs"):
        done = subprocess.run(
            [sys.executable, "-c", asked.format(tool)],
            cwd=checkout / "contrib" / "sitegen-papers-docs",
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == f"['{tool}']\n"
