"""Who does the work of a build, and what need not be done again.

`each` applies a function to many items, `memory` keeps results by content, `workers` are other processes that help.
Nobody else knows of them: a step of the build is a plain function, and says in a `Task` what it takes and gives.
"""

from __future__ import annotations

from sitegen.work.each import Later, Task, Work

__all__ = ["Later", "Task", "Work"]
