"""Papers are found by everything on record, however it is spelt, and by questions on their topic."""

from __future__ import annotations

import gzip
import json
import math
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import queries
import yaml
from playwright.sync_api import Page, Response, expect

from sitegen.words.stem import root, spelling

pytestmark = pytest.mark.e2e

SPELLINGS = Path(__file__).parent.parent / "search" / "spellings.txt"
TOPICS = Path(__file__).parent.parent / "gold" / "topics.yaml"

ASK = """async (asked) => {
  const answers = [];
  for (const ask of asked) answers.push(await window.sitegenSearch.ask(ask));
  return answers;
}"""


def answers(page: Page, site: Path, asked: Sequence[str], **more: Any) -> list[dict[str, Any]]:
    """What the search of a site answers, over file://."""
    page.goto((site / "search.html").as_uri())
    return page.evaluate(ASK, [queries.ask(q, facets=False, **more) for q in asked])


def slugs(answer: Mapping[str, Any]) -> list[str]:
    return [result["url"].removeprefix("papers/").removesuffix(".html") for result in answer["results"]]


def found(page: Page, site: Path, *asked: str) -> list[set[str]]:
    """The papers that each query finds, all of them."""
    return [set(slugs(answer)) for answer in answers(page, site, asked, count=1000)]


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of made-up papers: a word and a slip of it, an abbreviation and what it stands for."""
    folder = tmp_path_factory.mktemp("small")
    entries = [f"# Study {n}\n\n> We look at architecture number {n} of many.\n" for n in range(21)]
    entries += ["# One slip\n\n> We look at an architecure of one kind.\n"]
    entries += ["# Defining\n\n> All frozen tooth engines (FTEs) are cold machines.\n"]
    entries += ["# In short\n\n> The FTE of the cellar is rather loud.\n"]
    entries += ["# At length\n\n> Nobody has heard a frozen tooth engine sing.\n"]
    (folder / "some.txt").write_text("\n".join(entries), encoding="utf-8")
    (folder / "site.yaml").write_text("input: [some.txt]\n", encoding="utf-8")
    command = [sys.executable, "-m", "sitegen", "build", "--quiet"]
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0
    return folder / "_site"


@pytest.fixture(scope="module")
def real_site(shared: Path, checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue of the real digests."""
    output = tmp_path_factory.mktemp("real") / "site"
    command = [sys.executable, "-m", "sitegen", "build", "--quiet", "--output", str(output)]
    command += ["--input", str(shared / "digests")]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return output


def read(site: Path) -> list[dict[str, Any]]:
    return json.loads((site / "papers.json").read_text(encoding="utf-8"))["papers"]  # type: ignore[no-any-return]


def test_a_paper_is_found_by_its_author_venue_and_ids(page: Page, sample_site: Path) -> None:
    paper = "delving-deep-into-rectifiers-surpassing-human-level-performance-on-imagenet"
    for each in found(page, sample_site, "Kaiming He", "author:He", 'author:"kaiming he"', "venue:ICCV", "1502.01852"):
        assert paper in each
    for each in found(page, sample_site, "10.1109/ICCV.2015.123", "year:2015 rectifiers"):
        assert each == {paper}


@pytest.mark.parametrize(
    "pasted",
    [
        "arXiv:1502.01852",
        "https://arxiv.org/abs/1502.01852v1",
        "arxiv.org/pdf/1502.01852.pdf",
        "https://huggingface.co/papers/1502.01852",
        "https://doi.org/10.48550/arXiv.1502.01852",
        "https://doi.org/10.1109/ICCV.2015.123",
        "doi:10.1109/ICCV.2015.123",
    ],
)
def test_a_paper_is_found_by_an_address_of_it(page: Page, sample_site: Path, pasted: str) -> None:
    assert found(page, sample_site, pasted) == [
        {"delving-deep-into-rectifiers-surpassing-human-level-performance-on-imagenet"}
    ]


def test_an_author_is_no_word_of_the_text(page: Page, sample_site: Path) -> None:
    by_name, text = found(page, sample_site, "author:deep", "deep")
    assert not by_name
    assert text


def test_an_author_whom_nobody_knows_is_told(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / "search.html").as_uri() + "?q=author:zaphod+pruning")
    expect(page.locator("[data-notice]")).to_contain_text("No author on record is called “zaphod”.")
    expect(page.locator(".hit").first).to_be_visible()


def test_the_name_of_a_tag_finds_its_papers(page: Page, sample_site: Path) -> None:
    tagged = {paper["slug"] for paper in read(sample_site) if "pruning-sparsity" in paper["tags"]}
    (by_name,) = found(page, sample_site, "sparsity")
    assert tagged <= by_name


def test_four_hundred_words_are_found_in_british_and_american_spelling(page: Page, sample_site: Path) -> None:
    pairs = [line.split() for line in SPELLINGS.read_text(encoding="utf-8").splitlines()]
    page.goto((sample_site / "search.html").as_uri())
    missed = page.evaluate(
        """(pairs) => pairs.filter(([british, american]) => {
             const finds = (word, other) => {
               const { level, starts, wholes } = searchForms(word);
               const looked = wholes.includes(other) || starts.some((start) => other.startsWith(start));
               return looked && level(other) >= 0.9;
             };
             return !finds(british, american) || !finds(american, british);
           })""",
        pairs,
    )
    assert len(pairs) >= 400
    assert missed == []


def test_british_and_american_spelling_find_the_same_papers(page: Page, sample_site: Path) -> None:
    british, american = found(page, sample_site, "optimisation", "optimization")
    assert british == american != set()


def test_words_are_found_joined_hyphenated_and_apart(page: Page, sample_site: Path) -> None:
    joined, hyphenated = found(page, sample_site, "selfsupervised", "self-supervised")
    (apart,) = found(page, sample_site, "self supervised")
    assert joined == hyphenated != set()
    assert joined <= apart


def test_plurals_and_greek_letters_find_the_same_as_singulars_and_names(page: Page, sample_site: Path) -> None:
    one, many = found(page, sample_site, "transformer", "transformers")
    assert one == many != set()
    letter, name = found(page, sample_site, '"λ"', '"lambda"')
    assert letter == name


def test_an_abbreviation_finds_what_it_stands_for_and_the_other_way_round(page: Page, small_site: Path) -> None:
    short, long, quoted = answers(page, small_site, ["FTE", "frozen tooth engine", '"FTE"'])
    assert short["also"] == [["fte", "frozen tooth engines"]]
    assert long["also"] == [["frozen tooth engine", "fte"]]
    assert set(slugs(short)) == set(slugs(long)) == {"defining", "in-short", "at-length"}
    assert set(slugs(quoted)) == {"defining", "in-short"}


def test_the_page_says_what_it_also_searched_for(page: Page, small_site: Path) -> None:
    page.goto((small_site / "search.html").as_uri() + "?q=FTE")
    notice = page.locator("[data-notice]")
    expect(notice).to_contain_text("Also searched for frozen tooth engines.")
    notice.get_by_text("Only “fte”").click()
    expect(page.locator("[data-status]")).to_have_text("2 papers")


def test_function_words_do_not_count_unless_quoted(page: Page, sample_site: Path) -> None:
    bare, asked, quoted = found(page, sample_site, "pruning", "a paper about the pruning", '"about the pruning"')
    assert bare == asked != set()
    assert quoted < bare


def test_a_rare_word_near_a_common_one_gets_a_hint(page: Page, small_site: Path) -> None:
    page.goto((small_site / "search.html").as_uri() + "?q=architecure")
    expect(page.locator(".hit a").first).to_have_text("One slip")
    expect(page.locator("[data-notice]")).to_contain_text("Did you mean architecture (21 papers)?")


def test_the_box_offers_tags_and_authors_too(page: Page, sample_site: Path) -> None:
    for typed, offered in (("quantis", "Quantisation"), ("kaiming", "Kaiming He")):
        page.goto((sample_site / "tags.html").as_uri())
        page.keyboard.press("/")
        page.keyboard.type(typed)
        expect(page.locator(".suggest__named", has_text=offered)).to_be_visible()
    page.locator(".suggest__named", has_text="Kaiming He").click()
    expect(page.locator(".hit").first).to_be_visible()
    assert page.locator("[data-search-key]").input_value() == 'author:"Kaiming He"'


def test_a_missing_page_is_searched_for_at_once(page: Page, server: str, sample_site: Path) -> None:
    lost = page.context.browser.new_page()  # type: ignore[union-attr]  # one that may miss
    lost.goto(f"{server}x/y/papers/hopfield-network-is-all-you-need-2.html")
    expect(lost.locator(".suggest [role=option]").first).to_have_text("Hopfield Networks is All You Need")
    lost.close()


def test_a_slow_search_says_that_it_searches(page: Page, server: str, sample_site: Path) -> None:
    page.route(re.compile(r"search/papers\.js"), lambda route: None)  # it never comes
    page.goto(f"{server}x/y/search.html?q=pruning")
    expect(page.locator("[data-status]")).to_have_text("Searching…")


def test_a_first_search_for_one_word_loads_at_most_200_kb(page: Page, server: str, sample_site: Path) -> None:
    sizes: dict[str, int] = {}

    def note(response: Response) -> None:
        body = response.body()
        sizes[response.url] = len(body if response.url.endswith((".woff2", ".png")) else gzip.compress(body, 6))

    for word in ("transformer", "GNN", "hopfield"):
        context = page.context.browser.new_context()  # type: ignore[union-attr]
        fresh = context.new_page()
        sizes.clear()
        fresh.on("response", note)
        fresh.goto(f"{server}x/y/search.html?q={word}", wait_until="networkidle")
        expect(fresh.locator(".hit").first).to_be_visible()
        assert 50_000 < sum(sizes.values()) <= 200_000, word
        context.close()


def slips(papers: Sequence[Mapping[str, Any]], count: int, seed: int) -> list[tuple[str, str]]:
    """One-letter slips in common words of abstracts, each with its word."""
    draw = random.Random(seed)
    common = Counter(word.lower() for paper in papers for word in set(queries.long_words(paper["abstract"], 7)))
    words = sorted(word for word, papers in common.items() if papers >= 20 and re.fullmatch("[a-z]+", word))
    found = [(queries.misspell(word, draw), word) for word in draw.choices(words, k=count)]
    return [(slip, word) for slip, word in found if slip not in common]


@pytest.mark.real
@pytest.mark.parametrize("seed", [1, 2])
def test_slips_in_common_words_are_corrected_or_hinted_at(page: Page, real_site: Path, seed: int) -> None:
    drawn = slips(read(real_site), 250, seed)

    def right(slip: str, word: str, answer: Mapping[str, Any]) -> bool:
        same = {root(spelling(word))}
        offered = [other for _, other in answer["words"]] + [other for _, other, _ in answer["hints"]]
        return not same.isdisjoint(root(spelling(other)) for other in [*offered, slip])

    given = answers(page, real_site, [f"{slip} " for slip, _ in drawn], count=1)
    wrong = [pair for pair, answer in zip(drawn, given, strict=True) if not right(*pair, answer)]
    assert len(drawn) >= 200
    assert len(wrong) <= 0.02 * len(drawn), wrong


def bm25(papers: Sequence[Mapping[str, Any]], question: str, small: frozenset[str]) -> list[str]:
    """The five best papers by plain BM25 over stems of title and abstract, without function words."""

    def stems(text: str) -> list[str]:
        plain = re.findall(r"[a-z0-9]+", text.lower())
        return [root(spelling(word)) for word in plain if word not in small]

    counts = [Counter(stems(f"{paper['title']} {paper['abstract']}")) for paper in papers]
    mean = sum(count.total() for count in counts) / len(counts)

    def score(count: Counter[str]) -> float:
        total = 0.0
        for word in stems(question):
            holding = sum(word in each for each in counts)
            rarity = math.log(1 + (len(counts) - holding + 0.5) / (holding + 0.5))
            total += rarity * count[word] * 2.2 / (count[word] + 1.2 * (0.25 + 0.75 * count.total() / mean))
        return total

    order = sorted(range(len(papers)), key=lambda n: -score(counts[n]))
    return [papers[n]["slug"] for n in order[:5]]


def gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


@pytest.mark.real
def test_questions_on_a_topic_are_answered_at_least_as_well_as_by_bm25(page: Page, real_site: Path) -> None:
    judged: dict[str, dict[str, int]] = yaml.safe_load(TOPICS.read_text(encoding="utf-8"))
    papers = read(real_site)
    ours = [slugs(answer) for answer in answers(page, real_site, list(judged), count=5)]
    small = page.evaluate("(words) => words.filter(searchSmall)", sorted({w for q in judged for w in q.split()}))
    theirs = [bm25(papers, question, frozenset(small)) for question in judged]

    def quality(lists: Sequence[Sequence[str]]) -> tuple[float, float]:
        """Mean precision of the first five, and mean nDCG."""
        grades = [[known.get(slug, 0) for slug in list] for list, known in zip(lists, judged.values(), strict=True)]
        best = [gain(sorted(known.values(), reverse=True)[:5]) for known in judged.values()]
        precise = sum(sum(grade > 0 for grade in row) / 5 for row in grades) / len(grades)
        return precise, sum(gain(row) / top for row, top in zip(grades, best, strict=True)) / len(grades)

    assert len(judged) >= 20
    assert quality(ours) >= quality(theirs)
    assert quality(ours)[1] >= quality(theirs)[1]
