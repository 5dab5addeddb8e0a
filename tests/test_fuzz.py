"""Any bytes whatever as digests and settings: never an exception, no line lost, only paths that every system holds.

An ordinary run tries the same few examples every time, so that it fails only for a change of the program;
``SITEGEN_FUZZ=5000`` tries so many new ones of each kind.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from commands import ABSTRACT, DIGEST
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from whole_sites import built_files

from sitegen.config.load import load
from sitegen.config.model import Settings
from sitegen.gather import gather
from sitegen.inputs import compact, spaced
from sitegen.inputs.document import decode
from sitegen.inputs.read import InputFile, read_file
from sitegen.inputs.roles import Role
from sitegen.problem import Location, has_errors
from sitegen.progress import Progress
from sitegen.publish import check_paths
from sitegen.words.visible import is_blank

TRIES = int(os.environ.get("SITEGEN_FUZZ", "60"))
bounded = settings(
    max_examples=TRIES, deadline=None, derandomize=TRIES <= 60, suppress_health_check=[HealthCheck.too_slow]
)

PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", "\x0b", "\ufeff", "\x00", "\x1b", "\u202e", "\u200d", "\u0301"),
        *("# ", "> ", "#", ">", "\\# ", "\\> ", "  # ", "new", "Subscribe", "Apr 3", "Feb 30", "byAK and the research"),
        *(
            "Get trending papers in your email inbox!",
            "SubscribeGlued Title",
            "A Plain Title",
            ABSTRACT,
            "😀",
            "中文",
            "שלום",
        ),
        *(
            "{{ 7*7 }}",
            "{% x %}",
            "<b>",
            "</script>",
            "&amp;",
            "$x^2$",
            "\\frac{a}{b}",
            "mathcal{O}(n",
            "{\\em",
            "}",
            "``q''",
        ),
        *(
            "https://example.org/a{b}",
            "http://[::1",
            "www.",
            "\\",
            "^",
            "_",
            "~",
            "%",
            "--",
            "../",
            "CON",
            "index",
            "*a*",
        ),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join),
    st.text(max_size=400),
    st.tuples(st.lists(PIECES, max_size=8).map("".join), st.just(DIGEST)).map("".join),
)
BYTES = st.one_of(st.binary(max_size=400), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))


def folder_with(
    digest: bytes, more: bytes = b"", site: bytes = b"input: [digests]\n"
) -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory()
    here = Path(folder.name)
    (here / "digests").mkdir()
    (here / "digests/a.txt").write_bytes(digest)
    (here / "digests/b.txt").write_bytes(more)
    (here / "site.yaml").write_bytes(site)
    return folder


def letters(text: str) -> str:
    return "".join(text.split())


@bounded
@given(BYTES)
def test_every_line_of_a_digest_is_accounted_for(data: bytes) -> None:
    document, problem = decode(data, "a.txt")
    if document is None:
        assert problem is not None
        return
    lines = document.lines
    assert "".join(lines).replace("\r", "") == data.decode("utf-8-sig").replace("\n", "").replace("\r", "")
    reading = (spaced if spaced.recognises(document) else compact).read(document)
    assert len(reading.lines) == len(lines)
    shown = letters("".join(entry.title + entry.abstract for entry in reading.entries))
    told = {problem.location.line for problem in reading.problems}
    for number, (line, role) in enumerate(zip(lines, reading.lines, strict=True), 1):
        assert (role is Role.BLANK) <= is_blank(line)
        if role not in (Role.BLANK, Role.BANNER):
            rest = line.strip().lstrip("\\").lstrip("#>").strip()
            assert is_blank(rest) or letters(rest) in shown or number in told, (number, line)


@bounded
@given(BYTES, BYTES)
def test_any_bytes_as_digests_become_a_catalogue_or_findings(first: bytes, second: bytes) -> None:
    with folder_with(first, second) as name:
        root = Path(name)
        assembled, problems = gather(Settings(root=root, input=(root / "digests",)), Progress(quiet=True))
        for problem in problems:
            assert "\n" not in str(problem)
            assert str(problem).encode("utf-8", "strict")
        if assembled is None:
            assert has_errors(problems)
            return
        catalogue = assembled.catalogue
        entries = {(d.id, e.position) for d in catalogue.digests.values() for e in d.entries}
        mentions = [(m.digest, m.position) for paper in catalogue.papers.values() for m in paper.mentions]
        assert sorted(mentions) == sorted(entries)
        assert list(check_paths(f"papers/{slug}.html" for slug in catalogue.papers)) == []
        for paper in catalogue.papers.values():
            assert paper.title_text.strip()


@settings(bounded, max_examples=max(4, TRIES // 15))
@given(TEXTS)
def test_any_text_becomes_a_whole_site_without_an_error(text: str) -> None:
    data = text.replace("\x00", "").encode("utf-8", "replace")
    assume(not has_errors(read_file(InputFile("a.txt", data)).problems))  # "<?xml" is refused
    with folder_with(data, DIGEST.encode()) as name:
        _, files = built_files(Path(name) / "site.yaml")
        assert list(check_paths(files)) == []
        for path, data in files.items():
            if path.endswith((".html", ".json", ".xml", ".csv")):
                data.decode("utf-8")


KEYS = ["title", "description", "language", "base_url", "repository", "noindex", "input", "output", "nonsense"]
KEYS += ["papers_per_page", "digests", "papers", "exclude", "groups", "tags", "merge", "search", "exports"]
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        ["digests", ".", "..", "/", "https://example.org/", "!!python/name:os", "&a [*a]", "2024-02-30", "~"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)
YAMLS = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5).map(
        lambda rows: "".join(f"{key}: {value!r}\n" for key, value in rows.items()).encode("utf-8", "surrogatepass")
    ),
)


@settings(bounded, max_examples=TRIES * 3)
@given(YAMLS)
def test_any_bytes_as_settings_are_settings_or_errors_with_a_place(data: bytes) -> None:
    with folder_with(DIGEST.encode(), site=data) as name:
        found, problems = load(Path(name) / "site.yaml")
        assert (found is None) == has_errors(problems)
        for problem in problems:
            assert problem.location.file == "site.yaml" or problem.location == Location("--output")
            assert "\n" not in str(problem)
            assert "Traceback" not in str(problem)
