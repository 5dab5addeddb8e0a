"""What `sitegen tags --propose` proposes: for three fields, for hardly any papers, for texts of all kinds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from builders import make_paper
from commands import make_site, sitegen

from sitegen.catalogue.assemble import CatalogueBuild
from sitegen.catalogue.model import Paper
from sitegen.commands.drafting import write_draft
from sitegen.config.load import load
from sitegen.gather import gather
from sitegen.progress import Progress
from sitegen.reports.proposals import Proposal, Proposed, draft, propose, summary

INVENTED = Path(__file__).parent / "invented"
JUDGED = yaml.safe_load((INVENTED / "judged.yaml").read_text(encoding="utf-8"))
FIELDS = ("astronomy", "medicine", pytest.param("digests", marks=pytest.mark.real))


def read(settings_file: Path, *inputs: Path) -> CatalogueBuild:
    settings, problems = load(settings_file, inputs=inputs or None)
    assert settings is not None, problems
    assembled, _ = gather(settings, Progress(quiet=True))
    assert assembled is not None
    return assembled


def papers_of(field: str, shared: Path | None = None) -> tuple[Paper, ...]:
    given = shared / "digests" if shared else INVENTED / f"{field}.txt"
    return tuple(read(INVENTED / "there-is-no-site.yaml", given).catalogue.papers.values())


_KNOWN: dict[str, tuple[tuple[Paper, ...], Proposal]] = {}


def proposed(field: str, request: pytest.FixtureRequest) -> tuple[tuple[Paper, ...], Proposal]:
    """A field's papers and what is proposed for them, worked out once."""
    if field not in _KNOWN:
        shared = request.getfixturevalue("shared") if field == "digests" else None
        papers = papers_of(field, shared)
        _KNOWN[field] = papers, propose(papers)
    return _KNOWN[field]


def a_catalogue(*texts: tuple[str, str]) -> list[Paper]:
    return [make_paper(title, abstract=abstract, slug=f"p{n:03}") for n, (title, abstract) in enumerate(texts)]


BIRDS = ("lark", "wren", "kite", "rook", "swan", "teal", "dove")
OTHERS = tuple((f"On {bird.title()}", f"The {bird} is seen.") for bird in BIRDS)
"""Papers that have nothing in common: among them a few are not too many for a tag."""


def tags(*texts: tuple[str, str]) -> dict[str, Proposed]:
    """What is proposed for papers among a few others, by name."""
    return {tag.name: tag for tag in propose(a_catalogue(*texts, *OTHERS)).tags}


@pytest.mark.parametrize("field", FIELDS)
def test_the_tags_reach_most_papers_and_none_is_too_wide_or_too_narrow(
    field: str, request: pytest.FixtureRequest
) -> None:
    papers, found = proposed(field, request)
    assert found.papers == len(papers)
    reached = {paper.slug for tag in found.tags for paper in tag.papers}
    assert reached.isdisjoint(paper.slug for paper in found.bare)
    assert len(reached) + len(found.bare) == len(papers)
    assert len(reached) >= 0.8 * len(papers)
    sizes = [len(tag.papers) for tag in found.tags]
    assert 20 <= len(sizes) <= 40
    assert max(2, 0.01 * len(papers)) <= min(sizes) <= max(sizes) <= 0.3 * len(papers)


@pytest.mark.parametrize("field", FIELDS)
def test_most_tags_were_found_usable_by_reading(field: str, request: pytest.FixtureRequest) -> None:
    _, found = proposed(field, request)
    usable = [tag.name for tag in found.tags if tag.name in JUDGED[field]["usable"]]
    assert len(usable) >= 0.7 * len(found.tags), sorted({tag.name for tag in found.tags}.difference(usable))


@pytest.mark.parametrize("field", FIELDS)
def test_the_groups_are_few_and_hold_every_tag_once(field: str, request: pytest.FixtureRequest) -> None:
    _, found = proposed(field, request)
    called = [name for name, _ in found.groups]
    assert 2 <= len(called) <= 7
    assert len(set(called)) == len(called)
    assert all(len(tags) > 1 for _, tags in found.groups)
    assert len({tag.slug for tag in found.tags}) == len(found.tags)


@pytest.mark.parametrize("field", ["astronomy", "medicine"])
def test_the_order_of_the_papers_does_not_matter(field: str, request: pytest.FixtureRequest) -> None:
    papers, found = proposed(field, request)
    assert draft(propose(papers[::-1])) == draft(found)
    assert draft(propose([*papers[1::2], *papers[::2]])) == draft(found)


def site_of(folder: Path, text: str) -> Path:
    return make_site(folder, text, {"a.txt": (INVENTED / "astronomy.txt").read_bytes()})


def test_a_draft_that_nobody_read_is_refused_and_one_that_was_gives_the_papers_that_it_says(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    _, found = proposed("astronomy", request)
    text = draft(found)
    unread = site_of(tmp_path / "unread", text)
    settings, problems = load(unread / "site.yaml")
    assert settings is None
    lines = (unread / "site.yaml").read_text(encoding="utf-8").splitlines()
    places = [n for n, line in enumerate(lines, 1) if line.startswith("    definition:")]
    assert [problem.location.line for problem in problems] == places
    assert len(places) == len(found.tags)
    first = problems[0]
    assert str(first) == (
        f"site.yaml:{places[0]}:17: error: tags[0].definition still says TODO, so this tag of a draft was not read yet"
        " (say in a sentence what the tag means, or delete the line)"
    )
    written = "\n".join(
        f"    definition: Papers on {number}." if line.startswith("    definition:") else line
        for number, line in enumerate(text.splitlines())
    )
    assembled = read(site_of(tmp_path / "read", written) / "site.yaml")
    carrying = assembled.catalogue.paper_tags
    for tag in found.tags:
        assert sum(tag.slug in tags for tags in carrying.values()) == len(tag.papers), tag
    assert sum(not tags for tags in carrying.values()) == len(found.bare)


def test_without_their_definitions_the_tags_of_a_draft_may_be_tried(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    _, found = proposed("astronomy", request)
    kept = [line for line in draft(found).splitlines() if "definition:" not in line]
    settings, problems = load(site_of(tmp_path / "site", "\n".join(kept)) / "site.yaml")
    assert problems == ()
    assert settings is not None
    assert [tag.slug for tag in settings.tags] == [tag.slug for tag in found.tags]
    assert settings.groups == tuple(name for name, _ in found.groups)


def test_a_tag_says_how_many_papers_it_would_be_on_which_and_why(request: pytest.FixtureRequest) -> None:
    papers, found = proposed("astronomy", request)
    tag = next(tag for tag in found.tags if tag.slug == "quasars")
    lines = draft(found).splitlines()
    place = lines.index("  - slug: quasars")
    part = round(100 * len(tag.papers) / len(papers))
    assert lines[place - 4 : place] == [
        f"  # On {len(tag.papers)} papers ({part} %); “quasars” is in {tag.mentions} of all, in {tag.titles} titles."
        " Such as:",
        *(f"  #     {paper.title_text}" for paper in tag.papers[:3]),
    ]
    assert summary(found) in draft(found)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_of_hardly_any_papers_nothing_is_proposed(number: int) -> None:
    texts = [("Pruning a Network", "Pruning is what we do. Pruning helps."), ("On Storks", "Storks are seen.")]
    found = propose(a_catalogue(*texts[:number]))
    assert (found.groups, found.papers, len(found.bare)) == ((), number, number)
    assert yaml.safe_load(draft(found)) == {"groups": [], "tags": []}


def test_forms_and_the_abbreviation_of_a_phrase_are_one_tag() -> None:
    found = tags(
        ("Graph Neural Networks for Roads", "A graph neural network (GNN) is trained on roads."),
        ("GNNs in Chemistry", "We try GNNs on molecules."),
        ("Depth of a Graph Neural Network", "Deep ones are studied."),
    )
    assert list(found) == ["Graph neural networks"]
    tag = found["Graph neural networks"]
    assert len(tag.papers) == 3
    assert "GNN" in tag.rule.strong


def test_names_keep_their_capitals_and_words_that_say_nothing_alone_belong_to_a_name() -> None:
    places = ("bulge", "inner disc", "outer halo")
    found = tags(
        *((f"Dark Matter in the {place.title()}", f"We weigh the dark matter of the {place}.") for place in places),
        ("The Milky Way and Its Dust", "Our map of the Milky Way shows dust."),
        ("A Bar in the Milky Way", "The bar of the Milky Way is weighed."),
    )
    assert {"Dark matter", "Milky Way"} <= found.keys()


def test_words_of_every_science_adjectives_and_verbs_are_no_topics() -> None:
    found = tags(
        ("Postoperative Treatment of Storks", "Storks improve. Their treatment is postoperative."),
        ("Storks Improve: A Postoperative Note", "The treatment helps, and storks improve."),
        ("Storks in Treatment", "Treatment may improve a stork. It was a postoperative one."),
    )
    assert list(found) == ["Storks"]


def test_what_a_brief_abstract_says_once_is_what_its_paper_is_about_and_what_a_long_one_says_once_is_not() -> None:
    def papers(times: int) -> list[tuple[str, str]]:
        more = " It was seen there, and then it was seen again." * times
        return [
            ("Storks at Noon", f"Who was there at noon?{more}"),
            ("Nests", f"These were built by storks.{more}"),
            ("South", f"That is where storks go.{more}"),
        ]

    assert len(tags(*papers(2))["Storks"].papers) == 3
    assert "Storks" not in tags(*papers(5))


def test_a_phrase_within_a_longer_one_is_no_tag_of_its_own() -> None:
    found = tags(
        ("Globular Clusters of Stars", "A globular cluster is seen."),
        ("Ages of Globular Clusters", "How old is a globular cluster?"),
        ("Dust of Globular Clusters", "No globular cluster has dust."),
    )
    assert list(found) == ["Globular clusters"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [
                ("卷积神经网络的图像识别方法", "本文提出一种卷积神经网络,用于图像识别。"),
                ("基于卷积神经网络的医学图像", "我们研究卷积神经网络。"),
                ("强化学习在机器人控制中的应用", "强化学习可以用于机器人控制。"),
                ("多智能体强化学习综述", "本文综述强化学习的进展。"),
                ("机器人控制的安全性", "机器人控制需要安全。"),
            ],
            {"卷积神经网络", "强化学习"},
        ),
        (
            [
                ("深層学習による画像認識", "本研究では深層学習を用いた画像認識を提案する。"),
                ("画像認識のための注意機構", "画像認識に注意機構を導入した。"),
                ("量子計算の誤り訂正", "量子計算における誤り訂正を論じる。"),
                ("量子計算アルゴリズムの実験", "量子計算のアルゴリズムを実験した。"),
            ],
            {"画像認識", "量子計算"},
        ),
        (
            [
                ("Нейронные сети и погода", "Прогноз погоды с помощью нейронных сетей."),
                ("Свёрточные нейронные сети", "Мы изучаем нейронные сети."),
                ("Птицы севера", "Птицы летят."),
                ("Песни о море", "Море шумит."),
            ],
            {"Нейронные сети"},
        ),
        (
            [
                ("الشبكات العصبية في الطب", "نقدم الشبكات العصبية"),
                ("الشبكات العصبية للغة", "ندرس الشبكات العصبية"),
                ("طيور الشمال", "الطيور تطير"),
                ("أغاني البحر", "البحر كبير"),
            ],
            {"الشبكات العصبية"},
        ),
    ],
    ids=["Chinese", "Japanese", "Russian", "Arabic"],
)
def test_other_scripts_have_topics_too(texts: list[tuple[str, str]], expected: set[str]) -> None:
    papers = a_catalogue(*texts)
    found = propose(papers)
    assert expected <= {tag.name for tag in found.tags}
    given = yaml.safe_load(draft(found))
    assert {tag["name"] for tag in given["tags"]} == {tag.name for tag in found.tags}
    assert all(tag["slug"].isascii() and tag["slug"] for tag in given["tags"])


HOSTILE = (
    "# ]: {\u202e evil\u0085 - slug: x\u2028groups: []",
    "'\"*&!|>%@` a: b, c: [d] {e} # f",
    "null true no 12 1e5 =0x1 ~",
    "<script>alert(1)</script> {{ site }} {% raw %}",
    "\ud800 lone \ufffe half",
    "word-" * 3000,
    "''''''" * 2000,
    "n^" * 3000,
    "a|b .* [a-z] \\d+ * / ... = *x",
)


def test_no_text_breaks_the_draft_or_gets_into_it_as_anything_but_data(tmp_path: Path) -> None:
    papers = a_catalogue(
        *((f"{text} storks fly", f"{other} The storks. {text}") for text in HOSTILE for other in HOSTILE)
    )
    text = draft(propose(papers))
    file = make_site(tmp_path / "site", text.replace("TODO: ", "Its own: ")) / "site.yaml"
    settings, problems = load(file)
    assert problems == ()
    assert settings is not None
    given = yaml.safe_load(text)
    assert set(given) == {"groups", "tags"}
    assert {tag.slug for tag in settings.tags} == {tag["slug"] for tag in given["tags"]}


def test_the_same_draft_comes_on_every_run_printed_or_written(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", "")
    printed = sitegen(site, "tags", "--propose", env={"PYTHONHASHSEED": "1"})
    written = sitegen(site, "tags", "--propose", "--write", "tags-draft.yaml", env={"PYTHONHASHSEED": "2"})
    assert [(one.code, one.err) for one in (printed, written)] == [(0, ""), (0, "")]
    assert (site / "tags-draft.yaml").read_text(encoding="utf-8") == printed.out
    reached = yaml.safe_load(printed.out)
    assert written.out.startswith(
        f"Wrote tags-draft.yaml: {len(reached['tags'])} tags in {len(reached['groups'])} groups, on "
    )


def test_no_file_of_anybody_is_replaced_by_a_draft(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("mine")
    assert str(write_draft(file, "a draft")).endswith(
        "is there already, and stays as it is (name another file, or delete it)"
    )
    assert file.read_text() == "mine"
    assert str(write_draft(tmp_path / "no" / "x.yaml", "a draft")).endswith(
        "its folder does not exist (make the folder first)"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tags", "--write", "x.yaml"), "--write is for the draft that --propose makes"),
        (("tags", "--propose", "--suggest"), "leave --labels and --suggest out"),
    ],
)
def test_options_that_do_not_go_together_are_not_understood(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    refused = sitegen(tmp_path, *arguments)
    assert refused.code == 2
    assert said in refused.err


def test_titles_alone_are_enough(request: pytest.FixtureRequest) -> None:
    papers, _ = proposed("astronomy", request)
    found = propose([replace(paper, abstract_text="") for paper in papers])
    assert len(found.bare) <= 0.2 * len(papers)
    assert {"Galaxies", "White dwarfs"} <= {tag.name for tag in found.tags}
