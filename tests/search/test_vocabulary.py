"""The words that misspelt ones are corrected with."""

from __future__ import annotations

import json
import re

from builders import make_paper

from sitegen.search import vocabulary


def test_words_are_folded_and_compounds_stand_whole_and_in_parts() -> None:
    assert vocabulary.words("Poincaré pre-trained") == {"poincare", "pre", "trained", "pretrained"}


def test_other_scripts_keep_their_letters() -> None:
    assert vocabulary.words("сеть 网络") == {"сеть", "网络"}


def test_lines_say_what_a_word_shares_with_the_one_before_and_in_how_many_papers_it_stands() -> None:
    papers = [make_paper("Net", abstract="Networks learn."), make_paper("Nets", abstract="A net. 12 x")]
    match = re.fullmatch(rb'sitegenSearchFile\("words",(".*")\);\n', vocabulary.script(papers))
    assert match
    assert json.loads(match[1]).split("\n") == ["0learn", "0net 2", "3s", "3works"]
