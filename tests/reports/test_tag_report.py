"""What `sitegen tags` says of the rules, and how it reads labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.catalogue.model import Mention, Paper
from sitegen.config.model import TagRule, TagSettings
from sitegen.reports.labels import Label, labelled, read_labels
from sitegen.reports.suggest import suggest, suggestions_text
from sitegen.reports.tag_report import Agreement, compare, tag_report


def a_tag(slug: str, *strong: str) -> TagSettings:
    return TagSettings(slug, slug, "Topics", rule=TagRule(strong=strong, threshold=6.0))


def a_paper(slug: str, title: str, abstract: str = "", printed: str = "") -> Paper:
    return Paper(slug, (), (), title, abstract, (), (Mention("d", 1, 1, printed or title, abstract),))


def a_label(best: str, *others: str, maybe: tuple[str, ...] = ()) -> Label:
    return Label("", "", frozenset([best, *others]), frozenset([best]), frozenset(maybe))


def test_both_forms_of_labels_are_read(tmp_path: Path) -> None:
    yaml, json = tmp_path / "labels.yaml", tmp_path / "labels.json"
    yaml.write_text("- {slug: a-ship, tags: [ships, chess], best_ok: [chess], maybe: [water]}\n")
    json.write_text('[{"title": "A Ship", "tags": ["chess"], "best": "ships", "best_ok": [], "maybe": []}]')
    assert read_labels(yaml) == (
        (Label("a-ship", "", frozenset({"ships", "chess"}), frozenset({"ships", "chess"}), frozenset({"water"})),),
        (),
    )
    assert read_labels(json) == ((Label("", "A Ship", frozenset({"chess"}), frozenset({"ships"})),), ())


@pytest.mark.parametrize("content", ["{a: b}", "- just a word", "- {slug: a}", "- {tags: [a]}", "[", "\x00", "!!x y"])
def test_a_file_that_holds_no_labels_is_an_error(tmp_path: Path, content: str) -> None:
    file = tmp_path / "labels.yaml"
    file.write_text(content)
    labels, problems = read_labels(file)
    assert (labels, len(problems)) == ((), 1)


def test_a_missing_file_of_labels_is_an_error(tmp_path: Path) -> None:
    assert len(read_labels(tmp_path / "none.yaml")[1]) == 1


def test_labels_find_their_papers_by_slug_and_by_any_printed_title() -> None:
    papers = [a_paper("one", "First"), a_paper("two", "Second", printed="The second: old title")]
    by_slug, by_title = (
        Label("one", "", frozenset("a"), frozenset("a")),
        Label("", "the Second – old title", frozenset("a"), frozenset("a")),
    )
    gone = Label("three", "Third", frozenset("a"), frozenset("a"))
    assert labelled(papers, [by_slug, by_title, gone]) == {"one": by_slug, "two": by_title}


def test_what_may_be_counts_neither_way() -> None:
    scores = compare({"p": ("ships", "water")}, {"p": a_label("ships", maybe=("water", "wind"))})
    assert (scores.total, scores.differences) == (Agreement(both=1), ())


def test_micro_f1_and_best_tag_are_counted_over_all_papers() -> None:
    labels = {"p": a_label("ships", "chess"), "q": a_label("chess")}
    scores = compare({"p": ("ships",), "q": ("water", "chess")}, labels)
    assert scores.total == Agreement(both=2, rules_only=1, readers_only=1)
    assert (round(scores.total.f1, 3), scores.best_accuracy) == (0.667, 0.5)
    assert scores.differences == (("p", (), ("chess",)), ("q", ("water",), ()))


def test_an_untagged_paper_is_a_miss() -> None:
    scores = compare({"p": ()}, {"p": a_label("ships")})
    assert (scores.total.recall, scores.best_accuracy) == (0.0, 0.0)


def test_the_report_counts_names_doubts_and_scores() -> None:
    papers = [a_paper("a", "A Ship"), a_paper("b", "Chess", "A ship."), a_paper("c", "Tea")]
    labels = [Label("a", "", frozenset({"ships"}), frozenset({"ships"})), a_label("chess")]
    assert tag_report(papers, [a_tag("ships", "ship"), a_tag("chess", "chess")], labels).splitlines() == [
        "3 papers, 2 tags, 0.67 tags a paper; 1 untagged, 0 by their nearest tag",
        "",
        "tag    papers    best    near",
        "chess       1       1       1",
        "ships       1       1       1",
        "",
        "Nearest to a threshold (+ carried; - not, or dropped beside a stronger tag):",
        "  + 6.0 of 6 chess  b  (chess)",
        "  + 6.0 of 6 ships  a  (ship)",
        "",
        "Untagged:",
        "  c",
        "",
        "1 of 2 labelled papers are in this catalogue: micro-F1 1.000 (precision 1.000, recall 1.000),"
        " best tag right 1.000",
        "",
        "tag   readers   rules    both precis.  recall      F1",
        "ships       1       1       1    1.00    1.00    1.00",
    ]


def test_a_report_of_nothing_is_possible() -> None:
    assert tag_report([], []).startswith("0 papers, 0 tags, 0.00 tags a paper")


SHIPS = [a_paper(f"s{n}", "A Ship", "It carries a two-deck lantern. The crew sings.") for n in range(4)]
OTHERS = [a_paper(f"o{n}", f"Chess {n}", "The crew sings of pawns and rooks and kings.") for n in range(8)]


def test_what_is_frequent_in_a_tag_and_rare_elsewhere_is_suggested() -> None:
    rows = [row for row in suggest([*SHIPS, *OTHERS], [a_tag("ships", "ship")]) if row.tag == "ships"]
    assert [(row.phrase, row.papers, row.elsewhere) for row in rows] == [("two-deck lantern", 4, 0)]


def test_what_the_rule_knows_already_is_not_suggested() -> None:
    rows = suggest([*SHIPS, *OTHERS], [a_tag("ships", "ship", "two-deck", "lantern")])
    assert [row for row in rows if row.tag == "ships"] == []


def test_papers_without_a_tag_are_a_group_of_their_own() -> None:
    text = suggestions_text(suggest([*SHIPS, *OTHERS], [a_tag("ships", "ship")]))
    assert "papers without a tag\n  pawns and rooks  (8 of its papers, 0 others)" in text


def test_without_papers_nothing_is_suggested() -> None:
    assert suggestions_text(suggest([], [])) == "No phrase is frequent, telling and not yet covered."
