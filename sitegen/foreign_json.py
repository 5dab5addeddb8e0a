"""JSON that strangers wrote, a service or an earlier site, read into the one shape that its documentation promises."""

from __future__ import annotations

from typing import TypeVar

import msgspec

_Shape = TypeVar("_Shape")


def decoded(body: bytes, shape: type[_Shape]) -> _Shape:
    """The body as a ``shape``; members that it does not name are passed over. Raises `ValueError` for anything else."""
    try:
        return msgspec.json.decode(body, type=shape)
    except msgspec.ValidationError as cause:
        raise ValueError(f"is not of the form that is documented: {cause}") from cause
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as cause:
        raise ValueError("is no JSON that can be read") from cause
