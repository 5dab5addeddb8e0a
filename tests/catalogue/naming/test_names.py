"""Names that were published stay with their papers, whatever changes around them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.catalogue.merging.cluster import Cluster, RepairedEntry
from sitegen.catalogue.naming.fingerprint import contained, fingerprint, shared
from sitegen.catalogue.naming.names import Names, name
from sitegen.config.load import load
from sitegen.day import Day
from sitegen.gather import gather
from sitegen.permalinks.model import PermalinkRecord, Permalinks
from sitegen.permalinks.read import parse
from sitegen.permalinks.text import updated
from sitegen.progress import Progress
from sitegen.words.normalise import title_key

_SOUNDS = [first + last for first in "bdfgklmnprst" for last in "aeiou"]
Text = tuple[str, str]


def abstract(seed: int, length: int = 120) -> str:
    """Invented words, always the same for one seed."""
    chance = random.Random(seed)
    return " ".join("".join(chance.choices(_SOUNDS, k=chance.randint(2, 4))) for _ in range(length))


def revised(text: str, every: int) -> str:
    """The text with another word in each so manieth place."""
    return " ".join("otherwise" if place % every == 3 else word for place, word in enumerate(text.split()))


def paper(*copies: Text, best_title: int = 0, best_abstract: int = 0, digest: str = "1") -> Cluster:
    return Cluster(
        tuple(RepairedEntry(digest, number, title, text, title) for number, (title, text) in enumerate(copies, 1)),
        best_title,
        best_abstract,
    )


def published(*papers: Text, day: str = "2026-01-01") -> Permalinks:
    """The file after a build of these papers."""
    names = name([paper(text) for text in papers], Permalinks(), day)
    return permalinks(names.records.values())


def permalinks(records: Sequence[PermalinkRecord] | object) -> Permalinks:
    found = {record.slug: record for record in records}  # type: ignore[attr-defined]
    read, problems = parse(updated(Permalinks(), found))
    assert problems == ()
    assert read is not None
    return read


def after(names: Names) -> Permalinks:
    """The file once a build has written it."""
    return permalinks(names.records.values())


FROGS = ("Frogs and Their Networks", abstract(1))
TOADS = ("Toads in Deep Water", abstract(2))
NEWTS = ("Newts: An Introduction", abstract(3))


def test_a_catalogue_that_stays_the_same_writes_nothing() -> None:
    names = name([paper(FROGS), paper(TOADS)], published(FROGS, TOADS), "2026-02-02")
    assert (names.slugs, dict(names.changed)) == (("frogs-and-their-networks", "toads-in-deep-water"), {})


def test_a_new_paper_gets_a_name_and_its_day() -> None:
    names = name([paper(FROGS), paper(TOADS)], published(FROGS), "2026-02-02")
    assert names.unrecorded == ("toads-in-deep-water",)
    assert names.first_seen == {"frogs-and-their-networks": "2026-01-01", "toads-in-deep-water": "2026-02-02"}


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(("Frogs and their networks.", FROGS[1]), id="title spelt otherwise"),
        pytest.param(("On Amphibians That Compute", FROGS[1]), id="title another"),
        pytest.param(("Frogs and Thier Networks", revised(FROGS[1], 5)), id="slip in the title, abstract revised"),
        pytest.param(("Frogs and Their Networks: A Survey", revised(FROGS[1], 9)), id="subtitle added, text revised"),
        pytest.param((FROGS[0], revised(FROGS[1], 4)), id="abstract revised"),
        pytest.param((FROGS[0], abstract(99)), id="abstract another"),
        pytest.param((FROGS[0], ""), id="abstract lost"),
        pytest.param((FROGS[0], FROGS[1][:400]), id="abstract cut short"),
        pytest.param(("On Amphibians That Compute", revised(FROGS[1], 15)), id="title another, abstract revised"),
    ],
)
def test_a_paper_is_known_again(changed: Text) -> None:
    names = name([paper(changed), paper(TOADS)], published(FROGS, TOADS), "2026-02-02")
    assert names.slugs == ("frogs-and-their-networks", "toads-in-deep-water")
    assert names.unrecorded == ()


def test_what_changed_is_known_again_the_next_time_and_the_time_after() -> None:
    file = published(FROGS)
    text = FROGS[1]
    for step, title in enumerate(["Frogs and Networks", "Frogs in Networks", "Networks of Amphibians", "Amphibians"]):
        text = text.replace(" ", f" word{step} ", 5 * step)
        names = name([paper((title, text))], file, "2026-02-02")
        assert names.slugs == ("frogs-and-their-networks",)
        file = after(names)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Scaling Ovens, Part I", "Scaling Ovens, Part II"),
        ("PEEK: Inpainting", "PEEK++: Inpainting"),
        ("Frogs in 100 Layers of Water", "Frogs in 1000 Layers of Water"),
        ("DIVE: Robust Features", "DIVEv2: Robust Features"),
    ],
)
def test_the_next_part_of_a_paper_that_left_does_not_get_its_name(old: str, new: str) -> None:
    file = published((old, FROGS[1]))
    names = name([paper((new, revised(FROGS[1], 10)))], file, "2026-02-02")
    assert names.slugs[0] not in file.records
    assert list(names.removed({names.slugs[0]})) == list(file.records)


def test_another_paper_does_not_get_the_name_of_one_that_left() -> None:
    names = name([paper(TOADS)], published(FROGS), "2026-02-02")
    assert names.slugs == ("toads-in-deep-water",)
    assert names.removed({"toads-in-deep-water"})["frogs-and-their-networks"].title == "Frogs and Their Networks"


def test_two_papers_of_one_title_keep_their_names_when_one_leaves() -> None:
    file = published(FROGS, (FROGS[0], abstract(50)))
    both = name([paper(FROGS), paper((FROGS[0], abstract(50)))], file, "2026-02-02").slugs
    left = name([paper((FROGS[0], abstract(50)))], file, "2026-02-02")
    assert left.slugs == (both[1],)
    assert left.aliases == {}
    assert list(left.removed(set(left.slugs))) == [both[0]]


def test_a_removed_paper_that_comes_back_gets_its_name_back() -> None:
    gone = after(name([paper(TOADS)], published(FROGS, TOADS), "2026-02-02"))
    back = name([paper(TOADS), paper(FROGS)], gone, "2026-03-03")
    assert back.slugs == ("toads-in-deep-water", "frogs-and-their-networks")
    assert back.first_seen["frogs-and-their-networks"] == "2026-01-01"


def test_of_two_names_of_one_paper_the_older_stays_and_the_other_leads_to_it() -> None:
    file = after(name([paper(TOADS), paper(FROGS)], published(TOADS), "2026-02-02"))
    one = name([paper(FROGS, TOADS)], file, "2026-03-03")
    assert one.slugs == ("toads-in-deep-water",)
    assert one.aliases == {"frogs-and-their-networks": "toads-in-deep-water"}
    assert one.unrecorded == ("frogs-and-their-networks",)


def test_an_earlier_name_goes_on_leading_to_the_paper_when_its_text_is_gone() -> None:
    file = after(name([paper(FROGS, TOADS)], published(FROGS, TOADS), "2026-02-02"))
    names = name([paper(FROGS)], file, "2026-03-03")
    assert names.aliases == {"toads-in-deep-water": "frogs-and-their-networks"}
    assert dict(names.changed) == {}


def test_a_paper_that_splits_keeps_its_name_on_the_better_match() -> None:
    whole = paper(FROGS, TOADS)
    file = after(name([whole], Permalinks(), "2026-01-01"))
    names = name([paper(TOADS), paper(FROGS)], file, "2026-02-02")
    assert names.slugs == ("toads-in-deep-water", "frogs-and-their-networks")
    assert names.unrecorded == ("toads-in-deep-water",)


def test_papers_that_were_joined_by_mistake_get_their_own_names_back() -> None:
    joined = after(name([paper(FROGS, TOADS)], published(FROGS, TOADS), "2026-02-02"))
    names = name([paper(FROGS), paper(TOADS)], joined, "2026-03-03")
    assert names.slugs == ("frogs-and-their-networks", "toads-in-deep-water")
    assert names.aliases == {}


def test_a_name_that_leads_to_a_paper_that_left_tells_so() -> None:
    joined = after(name([paper(FROGS, TOADS)], published(FROGS, TOADS), "2026-02-02"))
    names = name([paper(NEWTS)], joined, "2026-03-03")
    assert sorted(names.removed(set(names.slugs))) == ["frogs-and-their-networks", "toads-in-deep-water"]


def test_reason_and_day_of_a_removal_are_what_the_file_states() -> None:
    record = PermalinkRecord("frogs", "Frogs", "2026-01-01", removed="2026-02-02", reason="Withdrawn")
    removed = name([paper(TOADS)], permalinks([record]), "2026-03-03").removed({"toads-in-deep-water"})["frogs"]
    assert (removed.title, removed.reason, removed.day) == ("Frogs", "Withdrawn", Day(2, 2, 2026))


def test_a_new_paper_never_gets_a_name_that_was_published() -> None:
    gone = after(name([paper(TOADS)], published(FROGS, TOADS), "2026-02-02"))
    names = name([paper(TOADS), paper(("Frogs and Their Networks II", abstract(7)))], gone, "2026-03-03")
    assert names.slugs == ("toads-in-deep-water", "frogs-and-their-networks-ii")
    other = PermalinkRecord("frogs-and-their-networks-ii", "Something Else", "2026-01-01")
    clash = name([paper(("Frogs and Their Networks II", abstract(7)))], permalinks([other]), "2026-03-03")
    assert clash.slugs[0].startswith("frogs-and-their-networks-ii-")


def test_an_excluded_paper_is_removed_and_one_never_published_stays_unknown() -> None:
    excluded = ("frogs-and-their-networks", "newts-an-introduction")
    names = name([paper(FROGS), paper(TOADS), paper(NEWTS)], published(FROGS, TOADS), "2026-02-02", excluded)
    assert list(names.removed({"toads-in-deep-water"})) == ["frogs-and-their-networks"]
    assert names.unrecorded == ()


def test_papers_that_are_kept_apart_by_hand_do_not_inherit_each_others_names() -> None:
    twin = ("Frogs and Their Network", FROGS[1])
    different = ((FROGS[0], twin[0]),)
    names = name([paper(twin)], published(FROGS), "2026-02-02", different=different)
    assert names.slugs == ("frogs-and-their-network",)


def test_a_name_chosen_by_hand_is_taken_and_completed() -> None:
    names = name([paper(FROGS)], permalinks([PermalinkRecord("leaping", FROGS[0])]), "2026-02-02")
    assert names.slugs == ("leaping",)
    assert names.changed["leaping"].first_seen == "2026-02-02"


def test_twins_kept_apart_by_hand_do_not_change_places() -> None:
    first, second = paper(FROGS, digest="1"), paper(FROGS, digest="2")
    before = name([first, second], Permalinks(), "2026-01-01")
    assert name([first, second], after(before), "2026-02-02").slugs == before.slugs


def test_a_killed_build_is_followed_by_the_same_names() -> None:
    clusters = [paper(FROGS), paper(TOADS), paper((FROGS[0], abstract(60)))]
    file = published(NEWTS)
    assert name(clusters, file, "2026-02-02").slugs == name(clusters, file, "2026-02-03").slugs


def test_a_sketch_says_how_much_two_texts_share() -> None:
    one, other = fingerprint(abstract(1, 300)), fingerprint(revised(abstract(1, 300), 10))
    assert one is not None
    assert other is not None
    assert 0.4 < shared(one, other) < 0.7  # 54 of 100
    assert 0.55 < contained(one, other) < 0.85  # 70 of 100


def test_texts_that_have_nothing_in_common_share_nothing() -> None:
    one, other = fingerprint(abstract(1)), fingerprint(abstract(2))
    assert one is not None
    assert other is not None
    assert shared(one, other) < 0.1


def test_a_fingerprint_holds_no_word_of_the_text() -> None:
    one = fingerprint("Thirteen wise frogs leap over the moon and back again.")
    assert one is not None
    assert (len(one.exact), one.phrases, len(one.sketch)) == (8, 8, 64)


def test_a_short_abstract_is_enough_to_know_a_retitled_paper_by_if_no_other_has_it() -> None:
    short = "Frogs leap over all the networks they can find."
    names = name([paper(("Amphibians", short)), paper(TOADS)], published(("Frogs", short), TOADS), "2026-02-02")
    assert names.slugs == ("frogs", "toads-in-deep-water")


def test_nobody_is_known_by_a_notice_that_there_is_no_abstract() -> None:
    notice = "The abstract of this paper is not available here."
    names = name([paper(("Amphibians", notice))], published(("Frogs", notice)), "2026-02-02")
    assert names.slugs == ("amphibians",)


@pytest.mark.real
def test_every_paper_of_the_sample_is_known_again_in_the_real_digests_and_back(shared: Path, checkout: Path) -> None:
    """The sample tells each abstract in other words, so that titles alone remain; and no name goes to a stranger."""
    sample, real = clusters(checkout / "digests"), clusters(shared / "digests")
    for before, now in ((sample, real), (real, sample)):
        first = name(before, Permalinks(), "2026-01-01")
        second = name(now, after(first), "2026-02-02")
        titles = {title_key(title(cluster)): slug for cluster, slug in zip(before, first.slugs, strict=True)}
        keys = [title_key(title(cluster)) for cluster in now]
        kept = [titles[key] == slug for key, slug in zip(keys, second.slugs, strict=True) if key in titles]
        assert (len(kept), sum(kept)) == (364, 364)
        assert second.aliases == {}


def clusters(folder: Path) -> list[Cluster]:
    settings, _ = load(folder / "no-site.yaml", inputs=[folder])
    assert settings is not None
    assembled, _ = gather(settings, Progress(quiet=True))
    assert assembled is not None
    return [cluster for _, cluster in assembled.clusters]


def title(cluster: Cluster) -> str:
    return cluster.copies[cluster.best_title].title


def test_a_paper_can_be_renamed_by_hand_and_its_old_name_leads_on() -> None:
    (record,) = published(FROGS).records.values()
    old = PermalinkRecord(record.slug, "", moved_to="leaping")
    names = name([paper(FROGS)], permalinks([replace(record, slug="leaping"), old]), "2026-02-02")
    assert names.slugs == ("leaping",)
    assert names.aliases == {"frogs-and-their-networks": "leaping"}
    assert dict(names.changed) == {}


def test_a_paper_stated_to_be_removed_gives_its_name_to_no_other_of_its_title() -> None:
    (record,) = published(FROGS).records.values()
    file = permalinks([replace(record, reason="Withdrawn")])
    assert name([paper((FROGS[0], abstract(70)))], file, "2026-02-02").slugs[0] != record.slug
    assert name([paper(FROGS)], file, "2026-02-02").slugs[0] == record.slug


def test_a_thousand_papers_under_one_boilerplate_keep_their_names() -> None:
    """Each is known by its title; what they share is no reason to compare all with all."""
    papers = [(f"{abstract(seed, 6)}", FROGS[1]) for seed in range(1000, 2000)]
    first = name([paper(one) for one in papers], Permalinks(), "2026-01-01")
    second = name([paper((title, f"{text} x")) for title, text in papers], after(first), "2026-02-02")
    assert second.slugs == first.slugs
