"""What `sitegen new` makes, and what it refuses to touch."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from commands import sitegen

from sitegen import __version__
from sitegen.config.load import load
from sitegen.gather import gather
from sitegen.inputs import read
from sitegen.progress import Progress
from sitegen.starter import FILES, lists, new, next_steps
from sitegen.starter.requirement import UNKNOWN, requirement, requirement_from


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert new(tmp_path / "site").written == tuple(FILES)
    return tmp_path / "site"


def workflow(path: Path) -> dict[str, dict[str, dict[str, object]]]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_a_new_site_is_complete(site: Path) -> None:
    made = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert made == set(FILES)
    assert not [name for name in made if b"@REQUIREMENT@" in (site / name).read_bytes()]


def test_an_empty_folder_is_filled_and_parents_are_made(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert new(tmp_path / "empty").problems == ()
    assert new(tmp_path / "a" / "b").problems == ()
    assert (tmp_path / "a" / "b" / "site.yaml").is_file()


def test_a_folder_with_something_in_it_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert [str(problem) for problem in new(tmp_path).problems] == [
        f"{tmp_path}: error: is not empty: it holds 'notes.txt'"
        " (name a folder that does not exist yet, or one that a code host has just made)"
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_site_is_refused_and_stays(site: Path) -> None:
    (site / "site.yaml").write_text("mine")
    assert [problem.message for problem in new(site).problems] == ["is a site already: it has a site.yaml"]
    assert (site / "site.yaml").read_text() == "mine"


def test_in_the_folder_that_a_code_host_made_only_what_is_missing_is_written(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    mine = {"README.md": "# Mine\n", "LICENSE": "MIT\n", ".gitignore": "*.pyc\n"}
    for name, text in mine.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = new(tmp_path)
    assert made.kept == ("README.md", ".gitignore")
    assert set(made.written) == set(FILES) - set(made.kept)
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in mine} == mine
    assert any(step.startswith("add the lines _site/ and .venv/ to .gitignore") for step in next_steps(tmp_path, made))


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    assert [problem.message for problem in new(tmp_path / "site").problems] == [
        "is a file, so no site can be made in it"
    ]


def test_its_settings_have_nothing_wrong_and_its_examples_are_read(site: Path) -> None:
    settings, problems = load(site / "site.yaml", inputs=[site / "examples"])
    assert problems == ()
    assert settings is not None
    digests, problems = read(settings)
    assert problems == ()
    assert [(digest.id, len(digest.entries)) for digest in digests] == [("first-steps", 8)]


def test_nothing_of_the_examples_becomes_a_lasting_name(site: Path) -> None:
    run = sitegen(site, "build", "--input", "examples", "--quiet")
    assert (run.code, run.err) == (0, "")
    assert not (site / "permalinks.yaml").exists()
    assert sitegen(site, "build", "--quiet").findings == [
        "site.yaml: error: no papers: no input holds a title or an abstract"
        " (put a list of papers into one, as a text file)",
        "sitegen: 1 error",
        "sitegen: nothing was published",
    ]


def test_in_the_example_of_tags_each_paper_has_a_tag_and_each_tag_a_paper(site: Path) -> None:
    file = site / "site.yaml"
    text = file.read_text(encoding="utf-8")
    example = text.index("# groups:")
    lines = [line.removeprefix("# ") for line in text[example:].splitlines()]
    file.write_text(text[:example] + "\n".join(lines) + "\n", encoding="utf-8")
    settings, problems = load(file, inputs=[site / "examples"])
    assert settings is not None, problems
    assembled, _ = gather(settings, Progress(quiet=True))
    assert assembled is not None
    tags = assembled.catalogue.paper_tags
    assert [slug for slug, found in tags.items() if not found] == []
    assert {tag for found in tags.values() for tag in found} == {tag.slug for tag in settings.tags}


def test_without_tags_there_is_no_word_of_them(tmp_path: Path) -> None:
    new(tmp_path / "with")
    new(tmp_path / "site", "none")
    assert "# tags:" in (tmp_path / "with/site.yaml").read_text(encoding="utf-8")
    text = (tmp_path / "site/site.yaml").read_text(encoding="utf-8")
    assert "tag" not in text.lower()
    assert load(tmp_path / "site/site.yaml")[1] == ()


INVENTED = Path(__file__).parent.parent / "reports" / "invented" / "astronomy.txt"


def test_with_lists_there_already_a_draft_of_tags_stands_beside_the_settings(tmp_path: Path) -> None:
    folder = tmp_path / "site" / "digests"
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_bytes(INVENTED.read_bytes())
    run = sitegen(tmp_path, "new", "site", "--tags", "propose")
    assert (run.code, run.err) == (0, "")
    assert re.search(r"^Drafted site/tags-draft.yaml: \d+ tags in \d+ groups, on \d+ of 70 papers", run.out, re.M)
    assert "read tags-draft.yaml, edit it, and put what is left into site.yaml" in run.out
    assert yaml.safe_load((tmp_path / "site/tags-draft.yaml").read_text(encoding="utf-8"))["tags"]
    text = (tmp_path / "site/site.yaml").read_text(encoding="utf-8")
    assert "`sitegen tags --propose --write tags-draft.yaml`" in text
    assert "neural" not in text
    assert (folder / "mine.txt").read_bytes() == INVENTED.read_bytes()
    assert load(tmp_path / "site/site.yaml")[1] == ()


@pytest.mark.parametrize("tags", ["example", "propose", "none"])
def test_without_lists_the_next_steps_say_how_tags_are_drafted(tmp_path: Path, tags: str) -> None:
    made = new(tmp_path / "site", tags)
    assert not (tmp_path / "site/tags-draft.yaml").exists()
    assert any(step.startswith("sitegen tags --propose --write ") for step in next_steps(tmp_path / "site", made))
    assert not lists(tmp_path / "site")


def test_lists_that_cannot_be_read_keep_no_site_from_being_made(tmp_path: Path) -> None:
    (tmp_path / "site" / "digests").mkdir(parents=True)
    (tmp_path / "site" / "digests" / "mine.txt").write_bytes(b"\xff\xfe\x00")
    run = sitegen(tmp_path, "new", "site", "--tags", "propose")
    assert run.code == 0
    assert "digests/mine.txt" in run.err
    assert "sitegen tags --propose --write tags-draft.yaml" in run.out
    assert (tmp_path / "site" / "site.yaml").exists()


def test_the_next_steps_work_as_printed(tmp_path: Path) -> None:
    """Those for this machine; the digest is put there by the reader, and a preview is a build that stays."""
    run = sitegen(tmp_path, "new", "my-papers")
    assert run.code == 0
    steps = re.findall(r"^  \d+\. (.*)$", run.out, re.M)
    assert steps[0] == "cd my-papers"
    assert steps[1].startswith("sitegen serve --input examples ")
    folder = tmp_path / steps[0].removeprefix("cd ")
    (folder / "digests/mine.txt").write_bytes((folder / "examples/first-steps.txt").read_bytes())
    assert sitegen(folder, "build", "--quiet").err == ""
    assert (folder / "permalinks.yaml").exists()


def test_its_papers_are_those_of_the_sample(site: Path, checkout: Path) -> None:
    sample = {line for file in (checkout / "digests").iterdir() for line in file.read_text("utf-8-sig").splitlines()}
    lines = (site / "examples" / "first-steps.txt").read_text(encoding="utf-8").split("\n\n")
    assert [line for line in lines if line.strip() not in sample] == []


@pytest.mark.parametrize(
    ("noted", "line"),
    [
        (
            {"url": "https://example.org/a/sitegen", "vcs_info": {"vcs": "git", "commit_id": "0123abcd"}},
            "sitegen-papers @ git+https://example.org/a/sitegen@0123abcd",
        ),
        (
            {"url": "https://example.org/sitegen-1.0.whl", "archive_info": {}},
            "sitegen-papers @ https://example.org/sitegen-1.0.whl",
        ),
        (
            {"url": "file:///nowhere/sitegen", "dir_info": {}},
            "sitegen-papers @ git+https://github.com/OWNER/REPOSITORY",
        ),
        (
            {"url": "https://name:secret@example.org/a", "vcs_info": {"vcs": "git", "commit_id": "0123abcd"}},
            "sitegen-papers @ git+https://github.com/OWNER/REPOSITORY",
        ),
        (
            {"url": "https://example.org/a", "vcs_info": {"vcs": "hg", "commit_id": "0123abcd"}},
            "sitegen-papers @ git+https://github.com/OWNER/REPOSITORY",
        ),
    ],
)
def test_a_new_site_gets_sitegen_from_where_this_one_came(noted: dict[str, object], line: str) -> None:
    assert requirement_from(json.dumps(noted)) == line


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://example.org/me/sitegen.git", "https://example.org/me/sitegen.git"),
        ("git@example.org:me/sitegen.git", "https://example.org/me/sitegen.git"),
        ("ssh://git@example.org/me/sitegen.git", "https://example.org/me/sitegen.git"),
        ("https://me:secret@example.org/me/sitegen.git", ""),
        ("../elsewhere", ""),
        ("", ""),
    ],
)
def test_installed_from_a_checkout_its_remote_and_commit_are_named(tmp_path: Path, remote: str, address: str) -> None:
    def git(*arguments: str) -> str:
        names = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        done = subprocess.run(["git", *names, *arguments], cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "--message", "One")
    if remote:
        git("remote", "add", "origin", remote)
    expected = f"sitegen-papers @ git+{address}@{git('rev-parse', 'HEAD')}" if address else UNKNOWN
    assert requirement_from(json.dumps({"url": tmp_path.as_uri(), "dir_info": {"editable": True}})) == expected


def test_the_requirement_is_in_the_requirements_file(site: Path) -> None:
    assert (site / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1] == requirement()


def test_the_name_of_somebody_elses_package_is_written_nowhere(
    tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Installed from an index or a folder of wheels, pip notes no origin."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    monkeypatch.setattr(metadata, "distribution", lambda name: metadata.PathDistribution(tmp_path / name))
    assert requirement() == f"{project['name']}=={__version__}"
    assert project["name"] == "sitegen-papers"


def asked_where_from(site: Path, requirements: str) -> subprocess.CompletedProcess[str]:
    """What the workflow's own step says of a requirements file."""
    steps = workflow(site / ".github" / "workflows" / "pages.yml")["jobs"]["build"]["steps"]
    script = next(str(step["run"]) for step in steps if "requirements.txt say" in str(step.get("name")))
    (site / "requirements.txt").write_text(requirements, encoding="utf-8")
    return subprocess.run(["bash", "-e", "-c", script], cwd=site, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("sitegen", True),
        ("sitegen==0.9.2", True),
        ("  Sitegen>=0.1  # the newest", True),
        ("sitegen[all]", True),
        ("sitegen @ git+https://example.org/a/sitegen", True),
        ("sitegen-papers @ git+https://github.com/OWNER/REPOSITORY", True),
        ("sitegen-papers==0.1.0", False),
        ("sitegen-papers @ git+https://example.org/a/sitegen@0123abcd", False),
        ("git+https://example.org/a/sitegen", False),
        ("# sitegen comes from here", False),
    ],
)
def test_the_workflow_refuses_a_line_that_would_install_somebody_elses_package(
    site: Path, line: str, refused: bool
) -> None:
    done = asked_where_from(site, f"# Where from?\n{line}\n")
    assert (done.returncode == 1) is refused, done
    assert done.stdout.startswith("::error file=requirements.txt") is refused


def test_the_workflow_names_the_line_that_it_refuses(site: Path) -> None:
    done = asked_where_from(site, "# Where from?\n\nsitegen==0.9.2\n")
    assert done.stdout.startswith("::error file=requirements.txt,line=3::sitegen is somebody else's package: ")


def steps(file: Path) -> list[dict[str, object]]:
    """What a workflow does from the moment it knows where the site will stand."""
    found = workflow(file)["jobs"]["build"]["steps"]
    start = next(n for n, step in enumerate(found) if str(step.get("uses", "")).startswith("actions/configure-pages@"))
    return list(found[start:])


def test_both_workflows_publish_in_the_same_way(site: Path, checkout: Path) -> None:
    files = [folder / ".github" / "workflows" / "pages.yml" for folder in (site, checkout)]
    assert steps(files[0]) == steps(files[1])
    assert workflow(files[0])["jobs"]["deploy"] == workflow(files[1])["jobs"]["deploy"]
    assert str(steps(files[0])[-1]["uses"]).startswith("actions/upload-pages-artifact@")


def run_step(file: Path, name: str) -> dict[str, object]:
    """The step with this name."""
    return next(step for step in steps(file) if step.get("name") == name)


ADDRESS = {"BASE_URL": "${{ steps.pages.outputs.base_url }}"}


def test_the_workflow_tells_the_build_where_the_site_will_stand(site: Path) -> None:
    build = run_step(site / ".github" / "workflows" / "pages.yml", "Build")
    assert build["run"] == 'sitegen build --base-url "$BASE_URL" --output _site'
    assert build["env"] == ADDRESS


def test_the_workflow_compares_with_what_is_live_unless_told_otherwise(site: Path) -> None:
    file = site / ".github" / "workflows" / "pages.yml"
    check = run_step(file, "Does everything that was published still lead somewhere?")
    assert check["run"] == 'sitegen check --base-url "$BASE_URL" --against "$BASE_URL"'
    assert check["if"] == "${{ !inputs.let_go }}"
    assert check["env"] == ADDRESS


def test_the_workflow_takes_up_what_is_live_before_it_builds(site: Path) -> None:
    file = site / ".github" / "workflows" / "pages.yml"
    names = run_step(file, "Take up the names and days of what is published")
    assert names["run"] == 'sitegen names --from "$BASE_URL"'
    assert names["env"] == ADDRESS
    order = [step.get("name") for step in steps(file)]
    assert order.index(names["name"]) < order.index("Build")


def test_whoever_lets_go_may_publish_though_no_names_can_be_had(site: Path) -> None:
    file = site / ".github" / "workflows" / "pages.yml"
    names = run_step(file, "Take up the names and days of what is published")
    assert names["continue-on-error"] == "${{ inputs.let_go == true }}"


def test_actions_are_pinned_by_commit_and_brought_up_to_date(site: Path, checkout: Path) -> None:
    for folder in (site / ".github", checkout / ".github"):
        used = [
            line.partition("uses: ")[2]
            for file in folder.glob("workflows/*.yml")
            for line in file.read_text(encoding="utf-8").splitlines()
            if "uses: " in line
        ]
        assert used
        assert [line for line in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", line)] == []
        bot = yaml.safe_load((folder / "dependabot.yml").read_text(encoding="utf-8"))
        assert [update["package-ecosystem"] for update in bot["updates"]] == ["github-actions"]


def test_hidden_files_are_published_too(site: Path) -> None:
    upload = workflow(site / ".github" / "workflows" / "pages.yml")["jobs"]["build"]["steps"][-1]
    assert upload["with"] == {"path": "_site", "include-hidden-files": True}
