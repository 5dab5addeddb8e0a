"""Texts that stand in an abstract's place and say nothing of the paper."""

from __future__ import annotations

import pytest

from sitegen.catalogue.merging.boilerplate import says_nothing


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No abstract available.",
        "The abstract of this paper is not available at this time.",
        "You do not currently have access to this content.",
        "Get full access to this article",
        "The full text of this article is available to subscribers only. Please sign in or purchase access.",
        "Copyright 2020 The Authors. Published by Elsevier. All rights reserved.",
        "Der Volltext ist nur für Abonnenten zugänglich. Bitte melden Sie sich an.",
        "Ada Moreau, Bo Lind and Tom Okafor",
        "A. Moreau; B. van der Lind; T. J. Okafor",
    ],
)
def test_a_notice_and_a_line_of_authors_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "We sign for each deaf speaker, log what is said and measure how much of it is understood by readers.",
        "Access to clean water shapes the lives of children. We follow two villages over nine years.",
        "Subscription to journals has become dear. We count what libraries pay, and for what they would pay.",
        "Moreau, Lind and Okafor (2019) ask whether seals dream. We show that they do.",
        "气象站的观测时间间隔不均匀，因此在建模之前必须先填补缺口。",
    ],
)
def test_an_abstract_that_uses_their_words_is_an_abstract(text: str) -> None:
    assert not says_nothing(text)
