"""`site.yaml` becomes settings; what it may not say is in ``tests/invalid/config``."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.config.load import load
from sitegen.config.model import DigestSettings, PaperSettings, Settings
from sitegen.problem import Location


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    (folder / "digests").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def loaded(site: Path, text: str, **overrides: object) -> Settings:
    (site / "site.yaml").write_text(text, encoding="utf-8")
    settings, problems = load(Path("site.yaml"), **overrides)  # type: ignore[arg-type]
    assert problems == ()
    assert settings is not None
    return settings


def messages(file: Path, **overrides: object) -> list[str]:
    settings, problems = load(file, **overrides)  # type: ignore[arg-type]
    assert settings is None
    return [str(problem) for problem in problems]


def test_what_is_not_said_has_a_default(site: Path) -> None:
    settings = loaded(site, "input: [digests]\n")
    assert settings == Settings(root=site, input=(site / "digests",), output=site / "_site")


def test_the_keys_of_a_digest_arrive_as_settings(site: Path) -> None:
    text = (
        "input: [digests]\ndigests:\n  000:\n    title: Rivers\n    year: 2024\n    source: https://example.org/x?y=1\n"
    )
    assert loaded(site, text).digests["000"] == DigestSettings(
        title="Rivers", year=2024, source="https://example.org/x?y=1", location=Location("site.yaml", 4, 5)
    )


@pytest.mark.parametrize("key", ["000", "0o17", "0x1F", "1_000", "2024-04-03", "1e3", "yes", "1:30"])
def test_a_digest_key_is_its_source_text_and_never_a_number(site: Path, key: str) -> None:
    assert list(loaded(site, f"input: [digests]\ndigests:\n  {key}: {{title: Rivers}}\n").digests) == [key]


def test_norwegian_is_a_language_and_not_false(site: Path) -> None:
    assert loaded(site, "input: [digests]\nlanguage: no\n").language == "no"


@pytest.mark.parametrize("value", ["yes", "on", "true", "True"])
def test_yes_means_true(site: Path, value: str) -> None:
    assert loaded(site, f"input: [digests]\nnoindex: {value}\n").noindex is True


def test_a_key_without_a_value_counts_as_not_given(site: Path) -> None:
    assert loaded(site, "input: [digests]\ntitle:\ndigests:\n  a:\n").title == "Paper catalogue"


def test_exclude_is_short_for_a_paper_that_is_left_out(site: Path) -> None:
    text = "input: [digests]\npapers:\n  rivers: {tags: []}\nexclude: [rivers, bees]\n"
    assert dict(loaded(site, text).papers) == {
        "rivers": PaperSettings(tags=(), exclude=True, location=Location("site.yaml", 3, 11)),
        "bees": PaperSettings(exclude=True, location=Location("site.yaml", 4, 19)),
    }


def test_a_tag_arrives_with_its_rule(site: Path) -> None:
    text = (
        "input: [digests]\ngroups: [Water]\ntags:\n"
        "  - {slug: rivers, name: Rivers & lakes, group: Water, any: [river], not: [money], threshold: 1.5}\n"
    )
    (tag,) = loaded(site, text).tags
    assert (tag.slug, tag.short, tag.group, tag.definition) == ("rivers", "Rivers & lakes", "Water", "")
    assert (tag.rule.any, tag.rule.none, tag.rule.threshold) == (("river",), ("money",), 1.5)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/papers", "https://example.org/papers/"),
        ("http://localhost:8000/x/y/", "http://localhost:8000/x/y/"),
        ("https://example.org/%C3%BC//", "https://example.org/%C3%BC/"),
    ],
)
def test_the_base_url_ends_with_one_slash(site: Path, given: str, kept: str) -> None:
    assert loaded(site, f"input: [digests]\nbase_url: {given}\n").base_url == kept
    assert loaded(site, "input: [digests]\n", base_url=given).base_url == kept


def test_configured_paths_start_at_the_file_and_given_ones_at_the_working_folder(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "site.yaml").write_text("input: [digests]\noutput: out\n", encoding="utf-8")
    monkeypatch.chdir(site.parent)
    file = Path("site/site.yaml")
    configured, _ = load(file)
    given, _ = load(file, inputs=[Path("here")], output=Path("there"))
    assert configured is not None and given is not None
    assert (configured.input, configured.output) == ((site / "digests",), site / "out")
    assert (given.input, given.output) == ((site.parent / "here",), site.parent / "there")
    assert (configured.input_given, given.input_given) == (False, True)
    assert configured.file == "site/site.yaml"


def test_a_missing_file_is_an_error_unless_inputs_are_given(site: Path) -> None:
    file = Path("site.yaml")
    assert messages(file) == [
        "site.yaml: error: there is no such file ('sitegen new' makes a site; --config names another file)"
    ]
    settings, problems = load(file, inputs=[Path("digests")])
    assert problems == ()
    assert settings == Settings(root=site, input=(site / "digests",), input_given=True, output=site / "_site")


def test_a_folder_is_no_settings_file(site: Path) -> None:
    assert messages(Path("digests")) == ["digests: error: is a folder, not a file (--config wants the site.yaml in it)"]


def test_a_link_that_leads_nowhere_is_an_error_though_inputs_are_given(site: Path) -> None:
    (site / "site.yaml").symlink_to("gone.yaml")
    assert messages(Path("site.yaml"), inputs=[Path("digests")]) == ["site.yaml: error: is a link that leads nowhere"]


def test_an_output_that_is_a_file_is_an_error(site: Path) -> None:
    (site / "site.yaml").write_text("input: [digests]\noutput: site.yaml\n", encoding="utf-8")
    assert messages(Path("site.yaml")) == [
        "site.yaml:2:9: error: the output 'site.yaml' is a file, not a folder (name a folder of its own, such as _site)"
    ]


def test_an_output_that_is_an_input_under_another_name_is_an_error(site: Path) -> None:
    (site / "other").symlink_to("digests")
    (site / "site.yaml").write_text("input: [digests]\n", encoding="utf-8")
    assert messages(Path("site.yaml"), output=Path("other")) == [
        "--output: error: the output 'other' is an input folder (name a folder of its own, such as _site)"
    ]


def test_a_wrong_base_url_on_the_command_line_is_named_as_such(site: Path) -> None:
    (site / "site.yaml").write_text("input: [digests]\n", encoding="utf-8")
    assert messages(Path("site.yaml"), base_url="example.org") == [
        "--base-url: error: the address is 'example.org', not an absolute address that begins with http:// or https://"
        " (write https://example.org)"
    ]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_a_hundred_thousand_levels_are_an_error_and_no_crash(site: Path, opening: str) -> None:
    (site / "site.yaml").write_text("a: " * (opening != "- ") + opening * 100_000 + "\n", encoding="utf-8")
    assert messages(Path("site.yaml"))[0].endswith("error: nested more than 100 levels deep")


def test_a_byte_order_mark_and_windows_line_ends_are_read(site: Path) -> None:
    (site / "site.yaml").write_bytes(b"\xef\xbb\xbfinput: [digests]\r\ntitle: Rivers\r\n")
    settings, problems = load(Path("site.yaml"))
    assert problems == ()
    assert settings is not None
    assert settings.title == "Rivers"


def test_the_shipped_file_has_no_mistake(checkout: Path) -> None:
    settings, problems = load(checkout / "site.yaml")
    assert problems == ()
    assert settings is not None
    assert sorted(settings.digests) == ["000", "001", "002", "003", "004"]
    assert {digest.year for digest in settings.digests.values()} == {None}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("groups: [A]\ntags: [{slug: x, name: X, group: A, aliases: [a: b]}]\n", "site.yaml:3:"),
        ("papers: {a: {tags: [x]}}\ntags: [{slug: [x], name: X, group: A}]\n", "site.yaml:"),
        ("authors: {same: [[{a: b}, c]]}\n", "site.yaml:2:"),
    ],
)
def test_a_list_where_a_name_should_stand_is_an_error_with_its_place(site: Path, text: str, place: str) -> None:
    (site / "site.yaml").write_text(f"input: [digests]\n{text}", encoding="utf-8")
    found = messages(site / "site.yaml")
    assert any(one.startswith(place) for one in found)
