"""Where papers appeared: one venue for all its years."""

from __future__ import annotations

import pytest

from sitegen.catalogue.authority.venues import venues, yearless
from sitegen.config.model import VenueSettings
from sitegen.facts import Facts


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("ICML 2023", "ICML"),
        ("NeurIPS 2022 Workshop on Distribution Shifts", "NeurIPS Workshop on Distribution Shifts"),
        ("Learning Systems (NeurIPS 2022 workshop)", "Learning Systems (NeurIPS workshop)"),
        ("Journal of Pebbles (2019)", "Journal of Pebbles"),
        ("Proceedings of Benches, 1998", "Proceedings of Benches"),
        ("Benches-2020 Challenge", "Benches-2020 Challenge"),
        ("IEEE 802.11 Letters", "IEEE 802.11 Letters"),
        ("2023", "2023"),
        ("NeurReps Workshop (NeurIPS 2022)", "NeurReps Workshop (NeurIPS)"),
    ],
)
def test_a_venue_is_its_name_without_the_year(stated: str, name: str) -> None:
    assert yearless(stated) == name


def test_all_years_of_a_venue_are_one_and_a_name_that_is_spelt_out_is_another() -> None:
    facts = {
        "a": Facts(venue="ICML 2023"),
        "b": Facts(venue="ICML 2021"),
        "c": Facts(venue="International Conference on Machine Learning"),
        "d": Facts(),
    }
    assert venues(facts, VenueSettings()).of_paper == {
        "a": "icml",
        "b": "icml",
        "c": "international-conference-on-machine-learning",
    }
    joined = VenueSettings(same=(("ICML", "International Conference on Machine Learning"),))
    assert set(venues(facts, joined).of_paper.values()) == {"icml"}


def test_a_venue_in_which_no_paper_appeared_is_a_warning() -> None:
    (problem,) = venues({"a": Facts(venue="ICML 2023")}, VenueSettings(same=(("ICML", "ICLM"),))).problems
    assert problem.message == "venues: no paper appeared in 'ICLM'"
    assert problem.hint == "did you mean 'ICML'?"
