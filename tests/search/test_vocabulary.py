"""The words that misspelt ones are corrected with."""

from __future__ import annotations

from sitegen.search import vocabulary


def test_compounds_stand_whole_and_in_parts() -> None:
    assert dict(vocabulary.counted(["pre-trained nets, poincare's"])) == {
        "pre": 1,
        "trained": 1,
        "pretrained": 1,
        "nets": 1,
        "poincare": 1,
        "poincares": 1,
    }


def test_a_word_counts_once_in_a_text_whatever_stands_around_it() -> None:
    assert vocabulary.counted(["nets (nets) “nets”, nets", "nets."]) == {"nets": 2}


def test_other_scripts_keep_their_letters() -> None:
    assert vocabulary.counted(["сеть 网络, nets"]) == {"сеть": 1, "网络": 1, "nets": 1}


def test_lines_say_what_a_word_shares_with_the_one_before_and_in_how_many_papers_it_stands() -> None:
    coded = vocabulary.coded(["net networks learn.", "nets a net. 12 x"])
    assert coded.split("\n") == ["0learn", "0net 2", "3s", "3works"]
