"""The architecture's one rule that a machine can hold: imports point down."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_imports_point_down(checkout: Path) -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(lint)], cwd=checkout, capture_output=True, text=True, check=False)
    assert "3 kept, 0 broken" in done.stdout, done.stdout + done.stderr
