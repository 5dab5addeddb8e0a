"""Merging as a whole: nothing is lost, no order matters, and a third entry never joins two different papers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sitegen.catalogue.merging.cluster import Cluster, RepairedEntry
from sitegen.catalogue.merging.decisions import Pages, decisions, needs_pages
from sitegen.catalogue.merging.merge import merge
from sitegen.catalogue.naming.slugs import assign_slugs
from sitegen.config.model import MergeSettings

GAPS = (
    "Stations report at uneven intervals. We fill the gaps with a small recurrent smoother that is trained on nothing "
    "but the past of each station. On two years of readings the error drops by a third. It runs on a laptop."
)
DOUGH = (
    "Stations report at uneven intervals. A soft gripper with eleven pressure sensors kneads samples of dough instead, "
    "while a classifier guesses the hydration. After forty loaves the guesses are close to the scale's."
)

ANIMALS = (
    "gull",
    "moth",
    "owl",
    "moss",
    "reef",
    "fern",
    "wasp",
    "clam",
    "lark",
    "newt",
    "vole",
    "seal",
    "crab",
    "hare",
)


def copies_of(*entries: tuple[str, str]) -> list[RepairedEntry]:
    return [RepairedEntry(f"d{n}", n, title, abstract, title) for n, (title, abstract) in enumerate(entries, 1)]


def partition(clusters: tuple[Cluster, ...]) -> set[frozenset[str]]:
    return {frozenset(copy.name for copy in cluster.copies) for cluster in clusters}


def decided(
    copies: Sequence[RepairedEntry], settings: MergeSettings, pages: Pages | None = None
) -> tuple[Cluster, ...]:
    return merge(copies, decisions(copies, settings, pages or {}))


def merged(*entries: tuple[str, str], **decisions: tuple[tuple[str, ...], ...]) -> set[frozenset[str]]:
    return partition(decided(copies_of(*entries), MergeSettings(**decisions)))


def groups(*names: str) -> set[frozenset[str]]:
    return {frozenset(name.split()) for name in names}


PIECES = "gap gaps Gap filling Filling: weather Part I II 2 v2 + ++ 学 习 🚀 é $\\epsilon$ {"
WORDS = st.sampled_from(sorted({*PIECES.split()}))
TITLES = st.lists(WORDS, max_size=4).map(" ".join) | st.text(max_size=12)
ABSTRACTS = st.sampled_from(["", GAPS, DOUGH, GAPS[:90] + "…", GAPS.replace("small", "tiny"), "None."]) | st.text(
    max_size=20
)
COPIES = st.lists(st.tuples(TITLES, ABSTRACTS), max_size=12).map(lambda entries: copies_of(*entries))


@given(COPIES)
def test_merging_loses_no_mention(copies: list[RepairedEntry]) -> None:
    held = [copy for cluster in merge(copies) for copy in cluster.copies]
    assert sorted(held, key=lambda copy: copy.position) == copies


@given(COPIES.flatmap(lambda copies: st.tuples(st.just(copies), st.permutations(copies))))
def test_the_order_of_the_entries_does_not_matter(both: tuple[list[RepairedEntry], list[RepairedEntry]]) -> None:
    assert merge(both[0]) == merge(both[1])


@given(COPIES, st.permutations(range(1, 13)))
def test_which_digest_holds_an_entry_does_not_matter(copies: list[RepairedEntry], numbers: list[int]) -> None:
    elsewhere = [RepairedEntry(f"d{n}", n, c.title, c.abstract, c.title) for c, n in zip(copies, numbers, strict=False)]
    renamed = {f"d{n}#{n}": c.name for c, n in zip(copies, numbers, strict=False)}
    found = {frozenset(renamed[name] for name in group) for group in partition(merge(elsewhere))}
    assert found == partition(merge(copies))


@given(COPIES)
def test_every_join_of_a_cluster_is_explained(copies: list[RepairedEntry]) -> None:
    for cluster in merge(copies):
        reached = {0}
        for _ in cluster.reasons:
            for join in cluster.reasons:
                if {join.one, join.other} & reached:
                    reached |= {join.one, join.other}
        assert reached == set(range(len(cluster.copies)))
        assert len(cluster.reasons) == len(cluster.copies) - 1


def test_a_common_beginning_does_not_join_two_papers() -> None:
    start = GAPS.partition(".")[0] + "."
    found = merged(("Filling", GAPS), ("Filling", start), ("Filling", DOUGH))
    assert len(found) == 2
    assert not any({"d1#1", "d3#3"} <= group for group in found)


def test_an_entry_without_abstract_joins_one_of_two_papers_with_its_title() -> None:
    found = merged(("Filling", GAPS), ("Filling", ""), ("Filling", DOUGH), ("Filling", DOUGH + " Indeed."))
    assert found == groups("d1#1", "d2#2 d3#3 d4#4")


def test_entries_without_abstract_do_not_part_from_each_other() -> None:
    found = merged(("Filling", GAPS), ("filling", ""), ("FILLING", ""), ("Filling", DOUGH))
    assert {"d2#2", "d3#3"} <= next(group for group in found if "d2#2" in group)
    assert len(found) == 2


def test_a_chain_of_small_changes_is_one_paper() -> None:
    second = GAPS.replace("Stations", "Buoys").replace("small", "tiny")
    third = second.replace("a laptop", "any phone").replace("two years", "four months")
    assert len(merged(("Filling", GAPS), ("Filling", second), ("Filling Gaps", second), ("Filling Gaps", third))) == 1


def test_part_two_does_not_join_part_one_over_a_copy_without_number() -> None:
    found = merged(("Filling, Part I", GAPS), ("Filling", GAPS), ("Filling, Part II", GAPS))
    assert not any({"d1#1", "d3#3"} <= group for group in found)


def test_a_form_letter_with_the_title_filled_in_joins_none_of_three_papers() -> None:
    titles = ("Kneading Dough", "Weather Gaps", "{{ 7*7 }}")
    assert len(merged(*((title, f"About {title}. {GAPS}") for title in titles))) == 3


def test_one_sentence_said_again_and_again_joins_no_unrelated_titles() -> None:
    filler = "This is a placeholder that is long enough to be taken for something that a person wrote on purpose. " * 4
    assert len(merged(("Kneading Dough", filler), ("Weather Gaps", filler))) == 2


def test_a_paper_that_was_renamed_is_one_paper() -> None:
    assert len(merged(("Kneading Dough", GAPS), ("Smoothing the Weather", GAPS))) == 1


def test_a_notice_under_many_titles_joins_none_of_them() -> None:
    notice = ("This record was taken from the old library and has not been checked; write to the librarian if you find "
              "that something is wrong with it or that the full text is missing.")  # fmt: skip
    titles = ["Kneading", "Gaps", "Tides", "Owls", "Rust", "Moss", "Bells"]
    assert len(merged(*((title, notice) for title in titles))) == len(titles)


def test_an_abstract_under_very_many_titles_joins_none_of_them() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    assert len(merged(*((f"Smoothers {letter * 3}", GAPS) for letter in letters))) == 26


def test_entries_of_one_pattern_that_differ_in_numbers_and_words_stay_as_many() -> None:
    pattern = GAPS.replace("gaps", "{0}").replace("two years", "{1} years").replace("a laptop", "a {2}") + " {0} aside."
    picked = [(one, other, str(n)) for n, one in enumerate(ANIMALS) for other in ANIMALS if one != other]
    unrelated = [(f"{one} {other}s", pattern.format(one, n, other)) for one, other, n in picked]
    alike = [(f"Effects of {one} on {other}", pattern.format(one, n, other)) for one, other, n in picked]
    assert (len(merged(*unrelated)), len(merged(*alike))) == (len(picked), len(picked))


def test_a_title_shown_is_without_marks_and_in_its_place() -> None:
    entries = [("Filling the Gaps [PDF]", ""), (GAPS, "Filling the Gaps"), ("Filling…", GAPS), ("Filling the Gaps", "")]
    clusters = merge(copies_of(*entries))
    assert [cluster.copies[cluster.best_title].title for cluster in clusters] == ["Filling the Gaps"]
    assert [cluster.copies[cluster.best_abstract].title for cluster in clusters] == ["Filling…"]


def test_a_notice_is_not_shown_where_there_is_an_abstract() -> None:
    notice = "Sign in to view the full text, or purchase the article to get access. All rights reserved."
    clusters = merge(copies_of(("Filling", notice), ("Filling", GAPS[:90] + "…")))
    assert [cluster.copies[cluster.best_abstract].abstract for cluster in clusters] == [GAPS[:90] + "…"]


def test_a_part_of_a_title_alone_joins_no_second_paper_over_another_list() -> None:
    found = merged(("GapNet: Rain", GAPS), ("GapNet", ""), ("GAPNET", ""), ("Tides: Owls", DOUGH))
    assert found == groups("d1#1 d2#2 d3#3", "d4#4")
    found = merged(("GapNet: Rain", GAPS), ("GapNet", ""), ("GAPNET", ""), ("GapNet: Owls", DOUGH))
    assert found == groups("d1#1", "d2#2 d3#3", "d4#4")


def test_a_long_row_of_signs_is_no_abstract() -> None:
    assert merged(("Filling", "!" * 900), ("Filling", GAPS)) == groups("d1#1 d2#2")
    assert merged(("Filling", "!" * 900), ("Kneading", "!" * 900)) == groups("d1#1", "d2#2")


def test_the_longest_complete_abstract_is_shown() -> None:
    whole, cut = GAPS, GAPS.replace("small", "rather small") + " And then we turn to the question of"
    clusters = merge(copies_of(("Filling", cut), ("Filling", whole), ("Filling", GAPS[:100] + "…")))
    assert [cluster.copies[cluster.best_abstract].abstract for cluster in clusters] == [whole]


def test_the_beginning_of_another_abstract_is_not_complete() -> None:
    first = GAPS.partition(". ")[0] + "."
    clusters = merge(copies_of(("Filling", first), ("Filling", GAPS[:-20])))
    assert [cluster.copies[cluster.best_abstract].abstract for cluster in clusters] == [GAPS[:-20]]


def test_the_title_shown_is_whole_clean_and_in_mixed_case() -> None:
    titles = ["GAPNET: FILLING GAPS", "gapnet: filling gaps", "GapNet: Filling…", "GapNet", "GapNet: Filling Gaps"]
    titles += ["GapNet: \\emph{Filling} Gaps"]
    clusters = merge(copies_of(*((title, GAPS) for title in titles)))
    assert [cluster.copies[cluster.best_title].title for cluster in clusters] == ["GapNet: Filling Gaps"]


def test_a_printed_title_is_preferred_to_a_made_up_one() -> None:
    copies = [
        RepairedEntry("a", 1, "[No title] Stations report at uneven intervals…", GAPS, ""),
        *copies_of(("Gaps", GAPS)),
    ]
    clusters = merge(copies)
    assert [cluster.copies[cluster.best_title].title for cluster in clusters] == ["Gaps"]


def test_site_yaml_forces_a_merge_by_titles() -> None:
    assert merged(("Filling", GAPS), ("Kneading", DOUGH), same=(("Filling", "Kneading"),)) == groups("d1#1 d2#2")


def test_site_yaml_forces_a_merge_by_slugs_of_pages() -> None:
    copies = copies_of(("Filling", GAPS), ("Filling", DOUGH))
    apart = merge(copies)
    pages = {slug: cluster.copies for slug, cluster in zip(assign_slugs(apart), apart, strict=True)}
    settings = MergeSettings(same=(tuple(pages),))
    assert len(pages) == 2
    assert needs_pages(copies, settings)
    assert len(decided(copies, settings, pages)) == 1


def test_site_yaml_forbids_a_merge() -> None:
    entries = (("Filling Gaps", GAPS), ("filling gaps", GAPS))
    assert len(merged(*entries)) == 1
    assert len(merged(*entries, different=(("Filling Gaps", "filling gaps"),))) == 2


def test_site_yaml_parts_entries_of_the_same_words() -> None:
    entries = (("Filling", GAPS), ("Filling", GAPS), ("Filling", GAPS))
    assert len(merged(*entries)) == 1
    found = merged(*entries, different=(("d1#1", "d3#3"),))
    assert not any({"d1#1", "d3#3"} <= group for group in found)
    assert len(found) == 2


def test_what_is_forbidden_holds_against_what_is_forced() -> None:
    found = merged(("A", GAPS), ("B", DOUGH), same=(("A", "B"),), different=(("A", "B"),))
    assert found == groups("d1#1", "d2#2")


def test_a_forced_merge_brings_the_copies_of_both() -> None:
    found = merged(("A", GAPS), ("a", GAPS), ("B", DOUGH), ("b", DOUGH), same=(("A", "B"),))
    assert found == groups("d1#1 d2#2 d3#3 d4#4")


def test_names_that_mean_nothing_are_found() -> None:
    settings = MergeSettings(same=(("Filling", "Nobody"),), different=(("filling", "d9#9"),))
    assert decisions(copies_of(("Filling", GAPS)), settings, {}).unknown == ("Nobody", "d9#9")


def test_entries_that_are_plainly_different_need_no_matching_library() -> None:
    code = (
        "import sys\nfrom sitegen.catalogue.merging.cluster import RepairedEntry as Entry\n"
        "from sitegen.catalogue.merging.merge import merge\n"
        "merge([Entry('a', 1, 'Tides', 'About tides.', ''), Entry('a', 2, 'Owls', 'About owls.', '')])\n"
        "print('rapidfuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
