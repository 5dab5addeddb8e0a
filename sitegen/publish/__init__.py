"""How a finished site gets into its folder: the only writer, all or nothing.

Stage everything beside the output, then swap the two folders in one step; `sitegen.publish.lock` says who may,
`sitegen.publish.swap` how, `sitegen.publish.output` where, `sitegen.publish.paths` under which names.
"""

from __future__ import annotations

from sitegen.publish.lock import Claim, hold, hold_folder
from sitegen.publish.output import check_output
from sitegen.publish.paths import check_paths
from sitegen.publish.publication import Publication, Published, publish

__all__ = ["Claim", "Publication", "Published", "check_output", "check_paths", "hold", "hold_folder", "publish"]
