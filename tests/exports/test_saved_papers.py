"""What the page of saved papers can load: each name once, in the part where it is looked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from builders import files_of, make_catalogue, make_test_index

from sitegen.catalogue.model import Catalogue, Tombstone
from sitegen.exports import saved_papers
from sitegen.pages import saved
from sitegen.pages.saved import PER_PART, part_of


def said(catalogue: Catalogue) -> Mapping[str, object]:
    found: dict[str, object] = {}
    files = files_of(saved_papers.EXPORT, make_test_index(catalogue, base_url="https://h.example/"))
    for path, data in files.items():
        number, _, names = data.decode().removeprefix("sitegenSavedPapers(").removesuffix(");\n").partition(",")
        assert path == f"saved/{number}.js"
        for slug, value in json.loads(names).items():
            assert part_of(slug, len(files)) == int(number)
            assert slug not in found
            found[slug] = value
    return found


def test_a_paper_comes_as_its_entry_and_its_item_without_the_abstract() -> None:
    entry, item = said(make_catalogue({"d": ["A"]}))["a"]  # type: ignore[misc]
    assert entry.startswith("@misc{a,\n  title = {A},\n")
    assert (item["id"], item["title"], item["URL"]) == ("a", "A", "https://h.example/papers/a.html")
    assert "abstract" not in item


def test_earlier_names_lead_to_the_present_one_and_removed_papers_say_their_title() -> None:
    catalogue = replace(make_catalogue({"d": ["A"]}), aliases={"old": "a"}, removed={"gone": Tombstone("Gone")})
    found = said(catalogue)
    assert (found["old"], found["gone"]) == ("a", ["Gone"])


def test_many_papers_are_divided_and_all_are_there() -> None:
    catalogue = make_catalogue({"d": [f"Paper {n}" for n in range(2 * PER_PART + 1)]})
    assert said(catalogue).keys() == catalogue.papers.keys()


def test_hostile_titles_stay_data() -> None:
    title = '</script> \u2028 "x" \\ `${1}`'
    (item,) = [value[1] for value in said(make_catalogue({"d": [title]})).values()]  # type: ignore[index]
    assert item["title"] == " ".join(title.split())


def test_nothing_is_written_where_nothing_can_be_saved() -> None:
    assert said(make_catalogue({"d": []})) == {}
    assert list(saved.pages(make_test_index(make_catalogue({"d": []})))) == []
