"""Pairs of invented entries, labelled by hand: one paper, or two that look alike."""

from __future__ import annotations

import unicodedata

import pytest

from sitegen.catalogue.merging.cluster import RepairedEntry
from sitegen.catalogue.merging.merge import merge

GAPS = (
    "Weather stations report at uneven intervals, so gaps must be filled before a model can be fitted. We fill them "
    "with a small recurrent smoother that is trained on nothing but the stations' own past. On two years of hourly "
    "readings the error drops by a third against linear filling. The smoother runs on a laptop and needs no labels."
)
RAIN = (
    "Readings of weather stations come at uneven intervals. In this second part we extend the smoother of the first "
    "to rainfall, whose distribution is skewed. The smoother runs on a laptop and needs no labels. On rain gauges of "
    "three countries, gaps of up to nine hours are filled with less bias than by kriging."
)
DOUGH = (
    "Bakers judge dough by touch, a skill that is hard to teach to a machine. A soft gripper with eleven pressure "
    "sensors kneads samples while a classifier guesses the hydration. After forty loaves the guesses are within two "
    "percent of the scale. We release drawings of the gripper and the recorded pressures."
)
REVISED = (
    "Weather stations report at irregular intervals, so gaps have to be filled before any model is fitted. We fill "
    "them with a small recurrent smoother, trained on nothing but the stations' own past. On four years of hourly "
    "readings the error drops by a third against linear filling. The smoother runs on a laptop; it needs no labels."
)
FOLLOW_UP = (
    "Weather stations report at uneven intervals, so gaps must be filled before a model can be fitted. The smoother of "
    "our earlier study forgets storms. We add a memory of rare events, addressed by pressure, and show on nine coasts "
    "that gusts are no longer levelled. The smoother runs on a laptop and needs no labels."
)
GAPS_ZH = (
    "气象站的观测时间间隔不均匀，因此在建模之前必须先填补缺口。我们使用一个小型循环平滑器来填补，它只用站点自身的历史数据训练。"
    "在两年的逐时数据上，误差降低了三分之一。"
)
DOUGH_ZH = "面包师凭手感判断面团，这种技能很难教给机器。我们用带有压力传感器的软体夹爪揉面，并用分类器估计含水量。"
GAPS_RU = (
    "Метеостанции передают данные через неравные промежутки времени, поэтому пробелы нужно заполнить до обучения "
    "модели. Мы заполняем их небольшим рекуррентным сглаживателем."
)
GAPS_AR = (
    "ترسل محطات الطقس قراءاتها على فترات غير منتظمة ولذلك يجب ملء الفجوات قبل بناء النموذج ونقترح ممهدا صغيرا لهذا"
)
NONE = "No abstract available."
NOTICE = "The abstract of this paper is not available at this time."
TITLE = "Filling Gaps in Weather Readings"
LONG = "GapNet: Filling Gaps in Weather Readings"

Entry = tuple[str, str]


def papers(*entries: Entry) -> int:
    copies = [RepairedEntry(f"d{n}", 1, title, abstract, title) for n, (title, abstract) in enumerate(entries)]
    return len(merge(copies))


ONE_PAPER: list[tuple[str, Entry, Entry]] = [
    ("case", (TITLE, GAPS), (TITLE.upper(), GAPS)),
    ("case, no abstract", (TITLE, ""), (TITLE.lower(), "")),
    ("punctuation", (LONG, GAPS), (LONG.replace(": ", " – "), GAPS)),
    ("punctuation, no abstract", (LONG, ""), (LONG.replace(":", " -") + ".", "")),
    ("quotation marks", ("Filling “Gaps”", GAPS), ('Filling "Gaps"', GAPS.replace("'", "’"))),
    ("ampersand", ("Gaps & Holes", ""), ("Gaps and Holes", "")),
    ("hyphen or nothing", ("Pre-Filling of Gaps", GAPS), ("Prefilling of Gaps", GAPS)),
    ("hyphen or space, no abstract", ("Gap-Filling at Open-Sea Buoys", ""), ("Gap Filling at Open Sea Buoys", "")),
    ("kinds of space", ("Filling\u00a0Gaps", ""), ("Filling\u200bGaps", "")),
    ("article", ("The Filling of Gaps", ""), ("Filling of Gaps", "")),
    ("TeX Greek", ("Gaps in $\\alpha$-Stable Noise", GAPS), ("Gaps in α-Stable Noise", GAPS)),
    ("Greek spelt out", ("Gaps in α-Stable Noise", ""), ("Gaps in alpha-Stable Noise", "")),
    ("Greek inside a word", ("FεLL: Gaps", ""), ("F$\\epsilon$LL: Gaps", "")),
    ("TeX accent", ('Na\\"ive Gap Filling', ""), ("Naïve Gap Filling", "")),
    ("TeX script letter", ("$\\mathcal{O}(n)$ Gap Filling", ""), ("O(n) Gap Filling", "")),
    ("superscript", ("L^2 Gap Filling", ""), ("L² Gap Filling", "")),
    ("accents lost", ("Résumé Ranking", ""), ("Resume Ranking", "")),
    ("decomposed", ("Poincaré Gaps", GAPS), (unicodedata.normalize("NFD", "Poincaré Gaps"), GAPS)),
    ("full width", ("ＡＢＣ Ranking", ""), ("ABC Ranking", "")),
    ("ligature", ("ﬁnding gaps", ""), ("finding gaps", "")),
    ("Roman part", ("Filling Gaps, Part II", ""), ("Filling Gaps: Part 2", "")),
    ("cut in a sentence", (TITLE, GAPS), (TITLE, GAPS[:150] + "…")),
    ("cut, said so", (TITLE, GAPS), (TITLE, GAPS[:100] + " (abstract truncated)")),
    ("one sentence left", (TITLE, GAPS), (TITLE, GAPS.partition(".")[0] + ".")),
    ("no abstract", (TITLE, GAPS), (TITLE, "")),
    ("placeholder", (TITLE, GAPS), (TITLE, NONE)),
    ("notice", (TITLE, GAPS), (TITLE, NOTICE)),
    ("revised", (TITLE, GAPS), (TITLE, REVISED)),
    ("first sentence gone", (TITLE, GAPS), (TITLE, GAPS.partition(". ")[2])),
    ("slip of the pen", (TITLE, GAPS), (TITLE.replace("Weather", "Wether"), GAPS)),
    ("slip, no abstract", (TITLE, ""), (TITLE.replace("Weather", "Waether"), "")),
    ("slip, abstract revised", (TITLE, GAPS), (TITLE.replace("Weather", "Weathr"), REVISED)),
    ("British spelling", ("Gap-Filling Behaviour", ""), ("Gap-Filling Behavior", "")),
    ("one word changed", (TITLE, GAPS), (TITLE.replace("Readings", "Records"), GAPS)),
    ("words turned round", ("Fast Filling of Gaps", GAPS), ("Filling Gaps Fast", GAPS)),
    ("acronym added", (TITLE, GAPS), (LONG, GAPS)),
    ("acronym added, cut", (TITLE, GAPS), (LONG, GAPS[:170] + "…")),
    ("subtitle dropped", (LONG, GAPS), ("GapNet", GAPS)),
    ("subtitle dropped, revised", (LONG, GAPS), ("GapNet", REVISED)),
    ("remark in brackets", (TITLE, GAPS), (TITLE + " (Extended Version)", GAPS)),
    ("title cut", (LONG, GAPS), ("GapNet: Filling Ga…", GAPS)),
    ("another title", (TITLE, GAPS), ("GapNet: One Smoother for Every Station", GAPS)),
    ("another title, cut", (TITLE, GAPS), ("One Smoother for Every Station", GAPS[:200])),
    ("no title", ("", GAPS), (TITLE, GAPS)),
    ("Chinese, spaced", ("深度学习入门", ""), ("深度学习 入门", "")),
    ("Chinese, cut", ("气象数据的平滑", GAPS_ZH), ("气象数据的平滑", GAPS_ZH[:40] + "…")),
    ("Chinese, another title", ("气象数据的平滑", GAPS_ZH), ("填补观测缺口", GAPS_ZH)),
    ("Cyrillic capitals", ("Заполнение пробелов", GAPS_RU), ("ЗАПОЛНЕНИЕ ПРОБЕЛОВ", GAPS_RU[:70] + "…")),
    ("Cyrillic, another title", ("Заполнение пробелов", GAPS_RU), ("Сглаживание рядов", GAPS_RU)),
    ("Arabic vowel signs", ("تعلم عميق", GAPS_AR), ("تَعَلُّم عَمِيق", GAPS_AR)),
]

TWO_PAPERS: list[tuple[str, Entry, Entry]] = [
    ("parts", (TITLE + ", Part I: Temperature", GAPS), (TITLE + ", Part II: Rain", RAIN)),
    ("parts, Roman numerals", ("Filling Gaps I", GAPS), ("Filling Gaps II", RAIN)),
    ("parts, one abstract for both", ("Filling Gaps (Part 1)", GAPS), ("Filling Gaps (Part 2)", GAPS)),
    ("parts in words", ("Filling Gaps Part One", ""), ("Filling Gaps Part Two", "")),
    ("first part unnumbered", (TITLE, GAPS), (TITLE + " II", RAIN)),
    ("pluses", ("GapNet", GAPS), ("GapNet++", RAIN)),
    ("pluses, no abstract", ("GapNet+", ""), ("GapNet++", "")),
    ("version", ("GapNet: Filling", GAPS), ("GapNetV2: Filling Better", RAIN)),
    ("version 2 and 3", ("GapNet 2.0", GAPS), ("GapNet 3.0", RAIN)),
    ("version, no abstract", ("GapNet-v1", ""), ("GapNet-v2", "")),
    ("version, shared sentences", ("GapNet", GAPS), ("GapNet 2", FOLLOW_UP)),
    ("pro", ("GapNet", ""), ("GapNet Pro", "")),
    ("years", ("The Gap Challenge 2021", GAPS), ("The Gap Challenge 2022", GAPS)),
    ("model number", ("GPT-3 for Gaps", ""), ("GPT-4 for Gaps", "")),
    ("numbers", ("Filling Gaps of 100 Stations of the Net", GAPS), ("Filling Gaps of 1000 Stations of the Net", RAIN)),
    ("dimensions", ("Filling 2D Gaps", ""), ("Filling 3D Gaps", "")),
    ("models A and B", ("Model A", ""), ("Model B", "")),
    ("X for Y", ("GapNet", GAPS), ("GapNet for Rain", RAIN)),
    ("X for Y, no abstract", (TITLE, ""), (TITLE + " for Ships", "")),
    ("X for Y, follow-up", (TITLE, GAPS), (TITLE + " for Ships", FOLLOW_UP)),
    ("revisited", ("GapNet", GAPS), ("Revisiting GapNet", RAIN)),
    ("a study", (TITLE, GAPS), (TITLE + ": A Study of Storms", FOLLOW_UP)),
    ("other subtitle", ("GapNet: Local Filling", ""), ("GapNet: Global Filling", "")),
    ("follow-up", (TITLE, GAPS), ("Storms that Smoothers Forget", FOLLOW_UP)),
    ("opposite", ("Supervised Filling of Gaps", ""), ("Unsupervised Filling of Gaps", "")),
    ("with and without", ("Filling Gaps with Labels", ""), ("Filling Gaps without Labels", "")),
    ("question and claim", ("Is Attention All You Need?", ""), ("Attention Is All You Need", "")),
    ("same title", ("Introduction", GAPS), ("Introduction", DOUGH)),
    ("same long title", ("A Survey of Gap Filling", GAPS), ("A Survey of Gap Filling", DOUGH)),
    ("same title, short abstract", (TITLE, GAPS), (TITLE, "We knead dough with a gripper and guess how wet it is.")),
    ("same placeholder", (TITLE, NONE), ("Kneading Dough", NONE)),
    ("same notice", (TITLE, NOTICE), ("Kneading Dough", NOTICE)),
    ("same short abstract", (TITLE, "We release code."), ("Kneading Dough", "We release code.")),
    ("no titles", ("", GAPS), ("", DOUGH)),
    ("one-letter titles", ("X", ""), ("Y", "")),
    ("symbols", ("C++ Gaps", ""), ("C Gaps", "")),
    ("emoji", ("🚀", ""), ("🔥", "")),
    ("emoji with abstracts", ("🚀", GAPS), ("🔥", DOUGH)),
    ("Chinese", ("深度学习入门", ""), ("强化学习入门", "")),
    ("Chinese parts", ("深度学习入门（上）", ""), ("深度学习入门（下）", "")),
    ("Chinese, same title", ("入门", GAPS_ZH), ("入门", DOUGH_ZH)),
    ("Japanese", ("日本語の要約", ""), ("日本語の翻訳", "")),
    ("Cyrillic", ("Глубокое обучение", ""), ("Машинное обучение", "")),
    ("Arabic", ("تعلم عميق", GAPS_AR), ("تعلم الآلة", "")),
    ("Hindi vowel signs", ("हिन्दी की", ""), ("हिन्दी का", "")),
    ("Thai tone marks", ("ก่อน", ""), ("กอน", "")),
]


@pytest.mark.parametrize(("kind", "one", "other"), ONE_PAPER, ids=[kind for kind, _, _ in ONE_PAPER])
def test_variants_are_one_paper(kind: str, one: Entry, other: Entry) -> None:
    assert (papers(one, other), papers(other, one)) == (1, 1)


@pytest.mark.parametrize(("kind", "one", "other"), TWO_PAPERS, ids=[kind for kind, _, _ in TWO_PAPERS])
def test_near_papers_stay_apart(kind: str, one: Entry, other: Entry) -> None:
    assert (papers(one, other), papers(other, one)) == (2, 2)
