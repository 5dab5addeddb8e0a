from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from sitegen.catalogue.model import Paper, Related
from sitegen.catalogue.relating.ranking import ENOUGH, ENOUGH_FOR_FEW, FEW, MOST, Neighbour, chosen
from sitegen.catalogue.relating.relate import relate
from sitegen.catalogue.relating.shared_terms import only_generic
from sitegen.repair.inline import Text

TOPICS = {
    "pruning": "magnitude pruning removes connections so that sparse networks keep their winning tickets",
    "protein": "protein folding from amino chains guides enzyme engineering in molecular biology",
    "speech": "speech recognition turns spoken audio into phonemes for voice assistants",
    "weather": "weather forecasting on satellite grids predicts rainfall and ocean temperature",
}


def paper(slug: str, title: str, abstract: str = "") -> Paper:
    return Paper(slug, (Text(title),), (Text(abstract),), title, abstract, (), ())


def four_topics() -> list[Paper]:
    return [
        paper(f"{name}-{n}", f"On {name} number {n}", f"{words}. Variation {n * 7} of the theme.")
        for name, words in TOPICS.items()
        for n in range(4)
    ]


def neighbours(rows: dict[str, tuple[Related, ...]], slug: str) -> list[str]:
    return [row.slug for row in rows[slug]]


def test_papers_on_one_topic_are_related() -> None:
    papers = [
        paper("a", "Pruning of sparse networks", TOPICS["pruning"]),
        paper("b", "Winning tickets after pruning", "Sparse networks found by magnitude pruning hold tickets."),
        paper("c", "Enzymes", TOPICS["protein"]),
        paper("d", "Protein chains", "Amino chains and the folding of a protein."),
    ]
    rows = relate(papers)
    assert neighbours(rows, "a") == ["b"]
    assert neighbours(rows, "c") == ["d"]


def test_of_two_papers_equally_alike_the_one_on_the_same_subject_comes_first() -> None:
    words = "spiking neurons with leaky thresholds learn by local plasticity"
    papers = [paper(slug, f"Study {slug}", f"{words}; study {slug} of them.") for slug in ("a", "b", "c")]
    subjects = {"a": ("brain",), "b": ("hardware",), "c": ("brain",)}
    assert neighbours(relate(papers, subjects), "a")[0] == "c"
    assert neighbours(relate(papers, subjects | {"b": ("brain",), "c": ("hardware",)}), "a")[0] == "b"


def test_every_paper_has_a_row_and_none_names_itself() -> None:
    rows = relate(four_topics())
    assert sorted(rows) == sorted(p.slug for p in four_topics())
    assert all(slug not in neighbours(rows, slug) for slug in rows)


def test_the_list_is_short_and_best_first() -> None:
    said = "grokking modular addition circuits fourier decay plateau clocks residues cyclic embeddings lattice"
    papers = [paper(f"p{n}", f"Study {n}", " and ".join(said.split()[: n + 4])) for n in range(9)]
    rows = relate([*papers, *four_topics()])
    assert len(rows["p4"]) == MOST
    for row in rows.values():
        scores = [related.score for related in row]
        assert len(row) <= MOST
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


def test_a_paper_like_no_other_has_no_neighbours() -> None:
    papers = [*four_topics(), paper("odd", "Medieval basket weaving", "Willow rods are soaked and woven by hand.")]
    assert relate(papers)["odd"] == ()


def test_the_order_of_the_input_does_not_matter() -> None:
    papers = four_topics()
    shuffled = random.Random(3).sample(papers, len(papers))
    assert relate(shuffled) == relate(papers)


def test_equal_scores_go_by_slug() -> None:
    words = "Hopfield networks store associative memories"
    papers = [paper(slug, words) for slug in ("c", "a")] + [paper("z", words + " quickly")]
    assert neighbours(relate(papers), "z")[0] == "a"


def test_of_two_versions_of_one_text_a_list_shows_one() -> None:
    text = "Inverted pyramids feed small pictures to large encoders and large pictures to small encoders"
    papers = [
        paper("first", "Inverted pyramids of pictures", text),
        paper("second", "Inverted pyramids of pictures", text + " twice"),
        paper("other", "Pyramids of pictures", "Pyramids feed pictures of every size to small encoders, slowly"),
        *four_topics(),
    ]
    assert len(set(neighbours(relate(papers), "other")) & {"first", "second"}) == 1


def test_terms_are_phrases_in_the_papers_own_words() -> None:
    papers = [
        paper("a", "LoRA for Diffusion Models", "We tune diffusion models by LoRA adapters."),
        paper("b", "Cheaper Diffusion Models", "LoRA adapters make a diffusion model cheap."),
        *four_topics(),
    ]
    assert relate(papers)["a"][0].terms == ("diffusion models", "LoRA adapters")


def test_a_phrase_is_as_long_as_both_papers_have_it() -> None:
    papers = [
        paper("a", "Kernels", "The neural tangent kernel of a wide layer."),
        paper("b", "Width", "We compute the neural tangent kernel."),
        *four_topics(),
    ]
    assert relate(papers)["a"][0].terms == ("neural tangent kernel",)


def test_a_phrase_tears_no_compound_whose_first_part_is_no_word() -> None:
    papers = [
        paper("a", "Masked pictures", "Contrastive pre-training on masked pictures; contrastive pre-training again."),
        paper(
            "b",
            "Pictures that are masked",
            "Contrastive pre-trained encoders see masked pictures, as contrastive pre-trained heads do.",
        ),
        *four_topics(),
    ]
    terms = " ".join(relate(papers)["a"][0].terms)
    assert "contrastive" in terms.lower()
    assert "pre" not in terms


def test_spelling_with_hyphen_space_or_neither_is_one_term() -> None:
    papers = [
        paper("a", "Super-resolution of photographs"),
        paper("b", "Superresolution under blur"),
        paper("c", "Super resolution, again"),
        *four_topics(),
    ]
    assert set(neighbours(relate(papers), "a")) == {"b", "c"}


def test_generic_words_alone_relate_nothing() -> None:
    papers = [
        paper("a", "A deep neural network model", "We propose a novel architecture with fewer parameters."),
        paper("b", "Another neural network architecture", "The proposed model improves performance on many tasks."),
        *four_topics(),
    ]
    rows = relate(papers)
    assert rows["a"] == ()
    assert rows["b"] == ()


def test_a_short_list_is_filled_by_those_that_share_a_topic_before_those_that_share_generic_words() -> None:
    row = [Neighbour(9, ENOUGH), *(Neighbour(place, 2 * ENOUGH_FOR_FEW - place) for place in range(4))]
    assert chosen(row, [True, False, False, False, False]) == [0, 1, 2]
    assert chosen(row, [True, True, False, False, False]) == [0, 2, 3]
    assert chosen(row, [True, True, True, True, False]) == [0, 1, 4]


def test_a_neighbour_that_shares_generic_words_alone_needs_more_evidence() -> None:
    row = [Neighbour(0, ENOUGH_FOR_FEW * 2), Neighbour(1, ENOUGH_FOR_FEW)]
    assert chosen(row, [True, False]) == [0, 1]
    assert chosen(row, [True, True]) == [0]


def test_a_list_with_enough_good_neighbours_is_not_filled() -> None:
    row = [*(Neighbour(place, ENOUGH) for place in range(FEW)), Neighbour(FEW, ENOUGH - 1)]
    assert chosen(row, [False] * len(row)) == list(range(FEW))


def test_half_a_word_is_a_topic_with_its_other_half() -> None:
    assert only_generic(("neural networks", "models"))
    assert not only_generic(("neural networks", "sub-networks"))


def test_a_capital_stays_only_where_the_word_is_never_without_it() -> None:
    papers = [
        paper("a", "Fourier Pooling", "Fourier pooling in layers."),
        paper("b", "Pooling by Fourier", "Fourier pooling again."),
        *four_topics(),
    ]
    assert relate(papers)["a"][0].terms == ("Fourier pooling",)


def test_a_word_said_in_passing_by_every_paper_that_has_it_is_not_shown() -> None:
    papers = [
        paper("a", "Willow baskets", "Willow baskets have a role in markets. Baskets of willow last."),
        paper("b", "Baskets of willow", "The role of willow baskets at fairs; willow baskets are light."),
        *four_topics(),
    ]
    assert relate(papers)["a"][0].terms == ("willow baskets",)


def test_where_most_papers_are_on_one_topic_it_is_still_named() -> None:
    papers = [
        paper(f"w{n}", f"Basket weaving, part {n}x", "Basket weaving takes willow. A basket is weaving in time.")
        for n in range(20)
    ]
    assert relate([*papers, *four_topics()])["w7"][0].terms == ("basket weaving",)


def on_their_own() -> list[Paper]:
    return [paper(f"own-{n}", f"Qa{n} qb{n} qc{n}", f"Qd{n} qa{n} qe{n} qb{n} qf{n}.") for n in range(40)]


def test_a_tag_whose_papers_are_alike_brings_them_nearer() -> None:
    papers = [*four_topics(), *on_their_own()]
    topics = {p.slug: (p.slug.split("-")[0],) for p in four_topics()}
    others = {p.slug: ("other",) for p in papers}
    apart, together = (relate(papers, tags)["speech-0"][0].score for tags in (others, others | topics))
    assert together > apart + 0.1


def test_a_tag_whose_papers_are_not_alike_counts_for_nothing() -> None:
    papers = [*four_topics(), *on_their_own()]
    different = {p.slug: (f"tag-{n}",) for n, p in enumerate(papers)}
    scattered = {p.slug: ("scattered",) for p in [*on_their_own(), *four_topics()[::4]]}
    assert relate(papers, different | scattered) == relate(papers, different)


def test_papers_without_abstract_relate_by_title() -> None:
    papers = [paper("a", "Spiking neurons on chips"), paper("b", "Chips for spiking neurons"), *four_topics()]
    assert neighbours(relate(papers), "a") == ["b"]


def test_scripts_without_spaces_relate_by_their_characters() -> None:
    papers = [
        paper("zh1", "稀疏神经网络的剪枝方法", "我们研究剪枝"),
        paper("zh2", "剪枝与稀疏神经网络", "剪枝之后"),
        paper("zh3", "天气预报", "雨量和温度"),
        *four_topics(),
    ]
    rows = relate(papers)
    assert neighbours(rows, "zh1") == ["zh2"]
    assert rows["zh1"][0].terms == ("剪枝", "稀疏神经网络")


def test_arabic_and_cyrillic_papers_relate_to_their_own() -> None:
    papers = [
        paper("ru1", "Сжатие нейронных сетей", "Квантование весов нейронных сетей"),
        paper("ru2", "Квантование весов", "Сжатие нейронных сетей без потерь"),
        paper("ar1", "ضغط الشبكات العصبية", "التكميم والتقليم"),
        paper("ar2", "الشبكات العصبية والتقليم", "ضغط الشبكات"),
        *four_topics(),
    ]
    rows = relate(papers)
    assert neighbours(rows, "ru1") == ["ru2"]
    assert neighbours(rows, "ar1") == ["ar2"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "?!…—",
        "🙂🙂🙂",
        "́́",
        "a" * 5000,
        "-" * 300,
        "'s 's",
        "[[((",
        "\\mathcal{O}",
        "İSTANBUL ıßſ",
        "ﬁﬂ ½ ²",
    ],
)
def test_odd_texts_are_only_texts(text: str) -> None:
    rows = relate([paper("odd", text, text), paper("twin", text, text), paper("plain", "Plain words", text)])
    assert set(rows) == {"odd", "twin", "plain"}


def test_no_papers_have_no_relations() -> None:
    assert relate([]) == {}


def test_one_paper_has_an_empty_row() -> None:
    assert relate([paper("only", "Alone", TOPICS["speech"])]) == {"only": ()}


def digest_papers(folder: Path) -> list[Paper]:
    """The papers of some digests, read the short way: every second line a title, exact repeats once."""
    header = re.compile(r"new|Get trending papers.*|Subscribe|byAK .*|[A-Z][a-z]{2} \d{1,2}")
    found: dict[str, Paper] = {}
    for file in sorted(folder.glob("*.txt")):
        lines = [line for line in file.read_text("utf-8").split("\n") if line.strip() and not header.fullmatch(line)]
        for title, abstract in zip(lines[::2], lines[1::2], strict=True):
            found.setdefault(title, paper(f"p{len(found)}", title, abstract))
    return list(found.values())


def changed_share(papers: list[Paper], seed: int) -> float:
    """Share of the neighbours that are gone, though still in the catalogue, after 1 % of the papers were dropped."""
    dropped = {p.slug for p in random.Random(seed).sample(papers, round(len(papers) / 100))}
    before, after = relate(papers), relate([p for p in papers if p.slug not in dropped])
    kept = [(slug, row.slug) for slug in after for row in before[slug] if row.slug not in dropped]
    return sum(other not in neighbours(after, slug) for slug, other in kept) / len(kept)


def test_dropping_a_hundredth_of_the_papers_hardly_changes_the_others(checkout: Path) -> None:
    assert max(changed_share(digest_papers(checkout / "digests"), seed) for seed in range(3)) < 0.05


@pytest.mark.real
def test_neighbours_in_the_real_digests_share_a_labelled_tag(shared: Path) -> None:
    labels = {
        row["title"]: set(row["tags"]) for row in json.loads((shared / "gold/tags-visible.json").read_text("utf-8"))
    }
    papers = [p for p in digest_papers(shared / "digests") if p.title_text in labels]
    tags = {p.slug: labels[p.title_text] for p in papers}
    pairs = [(slug, row.slug) for slug, rows in relate(papers).items() for row in rows]
    # Two papers picked at random share a tag in 0.13 of the cases.
    assert sum(bool(tags[a] & tags[b]) for a, b in pairs) / len(pairs) > 0.45
