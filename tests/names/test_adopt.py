"""What a published site adds to a `permalinks.yaml`, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

from sitegen.catalogue.naming.fingerprint import fingerprint
from sitegen.names.adopt import Adopted, adopt
from sitegen.permalinks.model import PermalinkRecord

FROGS = PermalinkRecord("frogs", "Frogs", "2026-01-01", fingerprint("Frogs leap over networks and back again."))
TOADS = PermalinkRecord("toads", "Toads", "2026-02-02")


def test_names_that_are_missing_are_taken_as_they_are() -> None:
    assert adopt({"frogs": FROGS}, {"frogs": FROGS, "toads": TOADS}) == Adopted({"toads": TOADS}, {})


def test_what_stands_in_the_file_stays() -> None:
    ours = replace(FROGS, title="Frogs, Corrected", first_seen="2020-01-01", reason="Withdrawn", fingerprint=None)
    assert adopt({"frogs": ours}, {"frogs": FROGS}) == Adopted({}, {})


def test_a_missing_day_and_a_missing_fingerprint_of_the_same_title_are_filled_in() -> None:
    ours = PermalinkRecord("frogs", "Frogs")
    assert adopt({"frogs": ours}, {"frogs": FROGS}) == Adopted({}, {"frogs": FROGS})


def test_a_name_that_leads_on_here_is_not_called_back() -> None:
    ours = {"frogs": FROGS, "toads": replace(TOADS, moved_to="frogs")}
    assert adopt(ours, {"toads": TOADS}) == Adopted({}, {})
