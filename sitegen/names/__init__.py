"""Names beyond a single build: taken up from what is published, and dropped where nobody has seen them."""

from __future__ import annotations
