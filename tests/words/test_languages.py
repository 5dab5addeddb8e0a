"""Which language a text is in, where its small words or its script tell."""

from __future__ import annotations

import pytest

from sitegen.words.languages import language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We show that the gaps of these stations are filled by a model which is small and has been trained.", "en"),
        (
            "Wir zeigen, dass die Lücken der Stationen von einem Modell gefüllt werden, das klein ist.",
            "de",
        ),
        (
            "Nous montrons que les lacunes des stations sont comblées par un modèle qui est petit.",
            "fr",
        ),
        (
            "Mostramos que los huecos de las estaciones se llenan con un modelo pequeño que es fiel.",
            "es",
        ),
        ("Le lacune delle stazioni sono colmate da un modello che è piccolo, con una memoria della stazione.", "it"),
        ("Метеостанции передают данные через неравные промежутки времени.", "CYRILLIC"),
        ("气象站的观测时间间隔不均匀，因此在建模之前必须先填补缺口。", "CJK"),
        ("Weather stations, gaps, smoothers", ""),
        ("1, 2, 3 …", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_by_its_small_words_or_its_script(text: str, found: str) -> None:
    assert language(text) == found
