"""What stands around a title is taken away, and nothing that belongs to it."""

from __future__ import annotations

import pytest

from sitegen.catalogue.merging.title_form import TitleForm, title_form


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("Knots and Links", TitleForm("Knots and Links")),
        ("[PDF] Knots and Links", TitleForm("Knots and Links")),
        ("Knots and Links [PDF]", TitleForm("Knots and Links")),
        ("(PDF) Knots and Links | ResearchGate", TitleForm("Knots and Links")),
        ("Knots and Links - ScienceDirect", TitleForm("Knots and Links")),
        ("[2301.00001v2] Knots and Links", TitleForm("Knots and Links")),
        ("Knots and Links on the Torus (v2)", TitleForm("Knots and Links on the Torus")),
        ("RETRACTED: Knots and Links", TitleForm("Knots and Links")),
        ("Knots &amp; Links", TitleForm("Knots & Links")),
        ("Knots and Lin…", TitleForm("Knots and Lin", cut=True)),
        ("Knots and . . .", TitleForm("Knots and", cut=True)),
        ("Corrigendum to “Knots and Links”", TitleForm("Knots and Links", about="corrigendum")),
        ("Knots and Links: Supplementary Material", TitleForm("Knots and Links", about="supplementary material")),
        ("Reply to Comment on Knots", TitleForm("Knots", about="reply comment")),
        ("KnotNet (v2)", TitleForm("KnotNet (v2)")),  # a version of KnotNet, not of a text
        ("Estimating p(y | x) in the Journal", TitleForm("Estimating p(y | x) in the Journal")),
        ("Errata", TitleForm("Errata")),
        ("[PDF]", TitleForm("[PDF]")),
        ("…", TitleForm("…")),
        ("", TitleForm("")),
    ],
)
def test_a_title_is_what_is_left(printed: str, form: TitleForm) -> None:
    assert title_form(printed) == form
