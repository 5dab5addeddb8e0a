"""Mistakes of people who meet the program for the first time: what they write, what they call, and what they are told.

Each answer says what is wrong, where, and what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

TITLE = "Sorting Pebbles on a Bench"
ABSTRACT = (
    "Small machines on a bench are asked to sort pebbles by weight, and most of them learn it within a day. "
    "What they learn is carried over to shells and to coins, with a loss that is measured here for the first time."
)
DIGEST = f"{TITLE}\n\n{ABSTRACT}\n"
TEMPLATE = '{% extends "base.html" %}\n{% block main %}\n<h1>{{ page.titel }}</h1>\n{% endblock %}\n'


@dataclass(frozen=True, slots=True)
class Mistake:
    """Files of a site (beside one digest, and a `site.yaml` that reads it), the command, and all that is said.

    The last part of each line of ``said``, in parentheses, is what to do.
    """

    what: str
    said: tuple[str, ...]
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    command: tuple[str, ...] = ("check",)
    code: int = 1


def settings(text: str) -> dict[str, str | bytes]:
    return {"site.yaml": f"input: [digests]\n{text}"}


def tag(rule: str) -> dict[str, str | bytes]:
    return settings(f"groups: [Topics]\ntags:\n  - {{slug: sorting, name: Sorting, group: Topics, {rule}}}\n")


MISTAKES = (
    # Settings: how YAML is written.
    Mistake(
        "a tab in front of a line",
        ("site.yaml:3:1: error: a tab indents this line (indent with spaces)",),
        settings("digests:\n\tone: {title: First}\n"),
    ),
    Mistake(
        "a key that stands too far right",
        (
            "site.yaml:3:3: error: this line begins further right than line 2, which has its value already"
            " (begin it in column 1)",
        ),
        settings("title: My papers\n  description: Some\n"),
    ),
    Mistake(
        "an item that stands too far left",
        (
            "site.yaml:4:2: error: this item begins in column 2, the one in line 3 in column 3"
            " (begin both in the same column, if they belong together)",
        ),
        settings("groups:\n  - Methods\n - Topics\n"),
    ),
    Mistake(
        "a title with a colon in it",
        (
            "site.yaml:2:17: error: a text holds ': ', which makes a key of what is before it"
            ' (put the text into quotes: "My papers: a list")',
        ),
        settings("title: My papers: a list\n"),
    ),
    Mistake(
        "no space behind a key",
        ("site.yaml:2:7: error: there is no space behind 'title:' (write 'title: My papers')",),
        settings("title:My papers\n"),
    ),
    Mistake(
        "a quote that is not closed",
        ("site.yaml:2:8: error: the quote that begins here is not closed (add the same sign at its end)",),
        settings('title: "My papers\n'),
    ),
    Mistake(
        "a word processor's quotes",
        (
            "site.yaml:2:8: error: title stands between '“' and '”', which YAML takes for letters of it"
            ' (write "My papers"; to keep them, "“My papers”")',
        ),
        settings("title: “My papers”\n"),
    ),
    # Settings: what they mean.
    Mistake(
        "a misspelt key",
        ("site.yaml:2:1: error: unknown key 'titel' (did you mean 'title'?)",),
        settings("titel: My papers\n"),
    ),
    Mistake(
        "a single value where a list is wanted",
        ("site.yaml:1:8: error: input must be a list, not 'digests' (write it as a list: [digests])",),
        {"site.yaml": "input: digests\n"},
    ),
    Mistake(
        "a folder that there is not",
        ("site.yaml:1:9: error: there is no file or folder 'digest' (did you mean 'digests'?)",),
        {"site.yaml": "input: [digest]\n"},
    ),
    Mistake(
        "a pattern in place of a folder",
        (
            "site.yaml:1:9: error: there is no file or folder 'digests/*.txt'"
            " (patterns are not understood: name the folder, 'digests')",
        ),
        {"site.yaml": "input: [digests/*.txt]\n"},
    ),
    Mistake(
        "a language by its name",
        (
            "site.yaml:2:11: error: language is 'english', which is no language tag"
            " (write one of BCP 47, such as en, de or pt-BR)",
        ),
        settings("language: english\n"),
    ),
    Mistake(
        "an address without https://",
        (
            "site.yaml:2:11: error: base_url is 'me.example.org/papers', not an absolute address that begins with"
            " http:// or https:// (write https://me.example.org/papers)",
        ),
        settings("base_url: me.example.org/papers\n"),
    ),
    Mistake(
        "a day as one writes it at home",
        (
            "site.yaml:3:15: error: digests.one.date is '3.4.2024', which is no date"
            " (write one such as 2024-04-03 or, without a year, 04-03)",
        ),
        settings("digests:\n  one: {date: 3.4.2024}\n"),
    ),
    Mistake(
        "a digest called by its file",
        ("site.yaml:3:12: warning: digests.one.txt: no input file gives a digest 'one.txt' (did you mean 'one'?)",),
        settings("digests:\n  one.txt: {title: First}\n"),
        code=0,
    ),
    Mistake(
        "a tag in a group that is not listed",
        ("site.yaml:3:43: error: tag 'sorting' names the unknown group 'Topics' (list it under 'groups': [Topics])",),
        settings("tags:\n  - {slug: sorting, name: Sorting, group: Topics, strong: [pebbles]}\n"),
    ),
    Mistake(
        "a phrase as a regular expression",
        (
            "site.yaml:4:60: error: tags[0].strong[0] is '(pebble|shell)s?', a regular expression"
            " (write plain words, with '/' between two of which either may stand)",
        ),
        tag('strong: ["(pebble|shell)s?"]'),
    ),
    Mistake(
        "a star inside a word",
        (
            "site.yaml:4:60: error: tags[0].strong[0] is 'peb*les', with '*' in another place than the end of a word"
            " ('*' stands for any ending, as in 'equivarian*')",
        ),
        tag("strong: [peb*les]"),
    ),
    Mistake(
        "a phrase that the same tag rules out",
        (
            "site.yaml:4:5: warning: no paper carries the tag 'sorting'"
            " (delete it, or write other phrases: 'sitegen tags --suggest' shows some)",
            "site.yaml:4:60: warning: the phrase 'pebbles' of tag 'sorting' stands under 'not' too, so it never counts"
            " (delete it from one of the two lists)",
        ),
        tag("strong: [pebbles], not: [pebbles]"),
        code=0,
    ),
    Mistake(
        "a tag that no paper carries",
        (
            "site.yaml:4:5: warning: no paper carries the tag 'sorting'"
            " (delete it, or write other phrases: 'sitegen tags --suggest' shows some)",
        ),
        tag("strong: [quicksort]"),
        code=0,
    ),
    Mistake(
        "a paper's name that is misspelt",
        (
            "site.yaml:3:28: warning: no paper has the slug 'sorting-pebble-on-bench'"
            " (did you mean 'sorting-pebbles-on-a-bench'?)",
        ),
        settings("papers:\n  sorting-pebble-on-bench: {exclude: true}\n"),
        code=0,
    ),
    Mistake(
        "a title where a paper's name is wanted",
        (
            f"site.yaml:2:11: error: exclude[0] is '{TITLE}', but a slug has only a-z, 0-9 and single hyphens between"
            " them (perhaps 'sorting-pebbles-on-a-bench')",
        ),
        settings(f"exclude: [{TITLE}]\n"),
    ),
    Mistake(
        "an entry to be merged that there is not",
        (f"site.yaml:3:39: warning: merge: no entry is called 'Sorting Pebbels on a Bench' (did you mean '{TITLE}'?)",),
        settings("merge:\n  same: [[sorting-pebbles-on-a-bench, Sorting Pebbels on a Bench]]\n"),
        code=0,
    ),
    Mistake(
        "two papers said to be one, and to be two",
        (
            f"site.yaml:3:11: error: merge: '{TITLE}' and 'Sorting Shells on a Bench' are said to be one paper here,"
            " and different ones in line 4 (delete one of the two groups)",
        ),
        {
            "digests/two.txt": DIGEST.replace("Pebbles", "Shells"),
            **settings('merge:\n  same: [["one#1", "two#1"]]\n  different: [["one#1", "two#1"]]\n'),
        },
    ),
    Mistake(
        "settings under another name",
        ("site.yaml: error: there is no such file (rename site.yml to site.yaml)",),
        {"site.yaml": b"", "site.yml": "input: [digests]\n"},
    ),
    # Digests and what stands beside them.
    Mistake(
        "the same digest twice",
        (
            "digests/two.txt: warning: holds the same entries as digests/one.txt, and is listed beside it"
            " (delete one of the two files)",
        ),
        {"digests/two.txt": DIGEST},
        code=0,
    ),
    Mistake(
        "a digest in the encoding of an old editor",
        ("digests/two.txt:1:4: error: is not UTF-8: byte 0xe9 at offset 3 (save it as UTF-8)",),
        {"digests/two.txt": "Café Chairs\n".encode("latin-1")},
    ),
    Mistake(
        "a web page saved as text",
        (
            "digests/two.txt: error: is HTML, not a list that can be read"
            " (open it in a browser, copy what it shows, and save that as plain text)",
        ),
        {"digests/two.txt": f"<html><body>\n<h1>{TITLE}</h1>\n<p>{ABSTRACT}</p>\n</body></html>\n"},
    ),
    Mistake(
        "a PDF with the name of a text",
        (
            "digests/two.txt: error: is a PDF, not a list that can be read"
            " (copy its titles and abstracts into a plain text file)",
        ),
        {"digests/two.txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"},
    ),
    Mistake(
        "a document of a word processor",
        (
            "digests/two.txt: error: is a Word or other office document, or a zip file, not a list that can be read"
            " (save it as plain text (UTF-8), or unpack it)",
        ),
        {"digests/two.txt": b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml"},
    ),
    Mistake(
        "text in UTF-16",
        ("digests/two.txt: error: is UTF-16, but must be UTF-8 (save it as UTF-8)",),
        {"digests/two.txt": DIGEST.encode("utf-16")},
    ),
    Mistake(
        "addresses in place of titles",
        (
            "digests/two.txt:1:1: error: holds 2 addresses or ids, but no titles"
            " (open https://export.arxiv.org/api/query?max_results=2&id_list=2401.01234,2402.04321"
            " and save the answer as .xml)",
        ),
        {"digests/two.txt": "https://arxiv.org/abs/2401.01234\narXiv:2402.04321\n"},
    ),
    Mistake(
        "authors below one title of many",
        (
            "digests/two.txt:2:1: warning: 'Jane Doe, John Smith' is read as a title, but names people"
            " (if they wrote the paper above, begin the line with 'Authors: '; if it is a title, with '# ')",
        ),
        {
            "digests/two.txt": f"Sorting Shells\nJane Doe, John Smith\n{ABSTRACT} Shells.\n"
            f"Counting Coins\n{ABSTRACT} Coins.\nWeighing Sand\n{ABSTRACT} Sand.\nSifting Salt\n{ABSTRACT} Salt.\n"
        },
        code=0,
    ),
    Mistake(
        "labels that no paper keeps",
        (
            "digests/two.txt:3:1: warning: 2 lines say nothing that is kept of a paper: 'Comments', 'Keywords'"
            " (put what you want to keep into the abstract, or into notes/)",
        ),
        {
            "digests/two.txt": f"Title: Sorting Shells\nAuthors: Jane Doe, John Smith\nComments: 9 pages\n"
            f"Keywords: shells\nAbstract: {ABSTRACT} Shells.\n"
        },
        code=0,
    ),
    Mistake(
        "a day in front matter that is none",
        ("digests/two.txt:3:1: warning: the date 'soon' is not understood (write it as 2024-04-03)",),
        {"digests/two.txt": f"---\ntitle: Shells\ndate: soon\n---\nSorting Shells\n\n{ABSTRACT} Shells.\n"},
        code=0,
    ),
    Mistake(
        "a year that goes badly with a day",
        (
            "facts.yaml:2:9: warning: the year is 2014, but the paper was published on 2022-04-14"
            " (one of the two is probably a slip)",
        ),
        {"facts.yaml": "sorting-pebbles-on-a-bench:\n  year: 2014\n  published: 2022-04-14\n"},
        code=0,
    ),
    Mistake(
        "a patch that fits in several places",
        (
            "overrides.yaml:2:5: warning: the patch of the abstract changes 3 places: 'to'"
            " (write more of the text around the one, or all: true)",
        ),
        {
            "overrides.yaml": "sorting-pebbles-on-a-bench:\n"
            "  - {field: abstract, find: to, replace: To, source: the paper}\n"
        },
        code=0,
    ),
    Mistake(
        "a note under a name that no paper has",
        (
            "notes/sorting-pebbles.md: warning: no paper has the slug 'sorting-pebbles'"
            " (did you mean 'sorting-pebbles-on-a-bench'?)",
        ),
        {"notes/sorting-pebbles.md": "Read it.\n"},
        code=0,
    ),
    Mistake(
        "a picture that is not there",
        (
            "about.md:3:7: error: the link 'static/me.png', on about.html, leads to no file of the site"
            " (mend it, or add what it leads to)",
        ),
        {"about.md": "# About\n\n![me](static/me.png)\n"},
    ),
    Mistake(
        "a slip in a template",
        ("templates/about.html:3: error: a Page has no 'titel' (did you mean 'title'?)",),
        {"templates/about.html": TEMPLATE, "about.md": "Us.\n"},
    ),
    Mistake(
        "a path of Windows",
        (
            r"site.yaml:1:9: error: there is no file or folder 'C:\papers'"
            " (write / in place of each backslash: 'C:/papers')",
        ),
        {"site.yaml": "input: [C:\\papers]\n"},
    ),
    Mistake(
        "a path of Windows in double quotes",
        (
            "site.yaml:1:12: error: a backslash in double quotes changes what follows it"
            " (write / in a path; to keep the backslash, put the text into single quotes)",
        ),
        {"site.yaml": 'input: ["C:\\papers"]\n'},
    ),
    Mistake(
        "the shell's sign for the own folder",
        (
            "site.yaml:1:9: error: there is no file or folder '~/digests'"
            " ('~' stands for no folder here: write the whole path)",
        ),
        {"site.yaml": "input: [~/digests]\n"},
    ),
    Mistake(
        "the home page where the site is wanted",
        (
            "site.yaml:2:11: error: base_url is 'https://me.example.org/papers/index.html', the address of a page"
            " (write the site's own: https://me.example.org/papers/)",
        ),
        settings("base_url: https://me.example.org/papers/index.html\n"),
    ),
    Mistake(
        "a variable that nobody fills in",
        (
            "site.yaml:2:11: error: base_url is '${URL}', not an absolute address that begins with http:// or https://"
            " (write one such as https://example.org/papers)",
        ),
        settings("base_url: ${URL}\n"),
    ),
    Mistake(
        "a repository as GitHub's pages name it",
        (
            "site.yaml:2:13: error: repository is 'me/papers', not an absolute address"
            " (write https://github.com/me/papers)",
        ),
        settings("repository: me/papers\n"),
    ),
    Mistake(
        "a language as the system writes it",
        ("site.yaml:2:11: error: language is 'de_DE', which is no language tag (write de-DE)",),
        settings("language: de_DE\n"),
    ),
    Mistake(
        "a day that no month has",
        (
            "site.yaml:3:15: error: digests.one.date is '2024-02-30', a day that does not exist"
            " (correct the month or the day)",
        ),
        settings("digests:\n  one: {date: 2024-02-30}\n"),
    ),
    Mistake(
        "a date in place of a digest's settings",
        (
            "site.yaml:3:8: error: digests.one must be a mapping, not '2024-04-03'"
            " (write keys and values: title: …, date: …)",
        ),
        settings("digests:\n  one: 2024-04-03\n"),
    ),
    Mistake(
        "a dash that a word processor made long",
        ("site.yaml:3:1: error: this line begins with '–', which YAML takes for a letter (write '- Methods')",),
        settings("groups:\n– Methods\n"),
    ),
    Mistake(
        "a merge conflict in the settings",
        (
            "site.yaml:2:1: error: holds a merge conflict that is not settled"
            " (keep one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>)",
        ),
        settings("<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> main\n"),
    ),
    Mistake(
        "tags by their names alone",
        ("site.yaml:3:3: error: tags must be a list, not a mapping (begin each item with a dash: - slug: …, name: …)",),
        settings("tags:\n  sorting: [pebbles]\n"),
    ),
    Mistake(
        "a group's name with a blank line in it",
        ("site.yaml:4:43: error: tag 'sorting' names the unknown group 'Top ics' (did you mean 'Topics'?)",),
        settings(
            "groups: [Topics]\ntags:\n  - {slug: sorting, name: Sorting, group: Top\n\n    ics, strong: [pebbles]}\n"
        ),
    ),
    Mistake(
        "a phrase with nothing in it",
        ("site.yaml:4:60: error: tags[0].strong[0] is empty (fill it in, or delete it)",),
        tag("strong: ['']"),
    ),
    Mistake(
        "one paper to be merged with none",
        (
            "site.yaml:3:10: error: merge.same[0] needs at least 2 entries, not 1"
            " (add what is missing, or delete the list)",
        ),
        settings("merge:\n  same: [[sorting-pebbles-on-a-bench]]\n"),
    ),
    Mistake(
        "a paper's own name among its earlier ones",
        (
            "site.yaml:3:31: error: paper 'sorting-pebbles-on-a-bench' has the alias 'sorting-pebbles-on-a-bench',"
            " which is its own name (an alias is a name that no page has any more)",
        ),
        settings("papers:\n  sorting-pebbles-on-a-bench: {aliases: [sorting-pebbles-on-a-bench]}\n"),
    ),
    Mistake(
        "the site's folder as output",
        (
            "site.yaml:2:9: error: the output '.' is the site's own folder, or holds it"
            " (name a folder of its own, such as _site)",
        ),
        settings("output: .\n"),
    ),
    # What stands beside the settings.
    Mistake(
        "two names in place of a list of names",
        (
            "facts.yaml:2:12: error: sorting-pebbles-on-a-bench.authors must be a list, not 'Jane Doe and Wei Zhang'"
            " (write it as a list: [Jane Doe, Wei Zhang])",
        ),
        {"facts.yaml": "sorting-pebbles-on-a-bench:\n  authors: Jane Doe and Wei Zhang\n"},
    ),
    Mistake(
        "a patch that nobody can check",
        (
            "overrides.yaml:2:5: error: sorting-pebbles-on-a-bench[0] lacks the key 'source'"
            " (such as source: the paper, page 3)",
        ),
        {"overrides.yaml": "sorting-pebbles-on-a-bench:\n  - {field: title, find: Sorting, replace: Sifting}\n"},
    ),
    Mistake(
        "a new text in place of a patch",
        (
            "overrides.yaml:2:3: error: sorting-pebbles-on-a-bench must be a list, not a mapping"
            " (begin each item with a dash: - field: …, find: …)",
        ),
        {"overrides.yaml": "sorting-pebbles-on-a-bench:\n  title: Sifting Pebbles\n"},
    ),
    Mistake(
        "names that lead to each other",
        (
            "permalinks.yaml:1:1: error: a has moved to 'b', which leads back to it"
            " (take one of the two moved_to away)",
            "permalinks.yaml:3:1: error: b has moved to 'a', which leads back to it"
            " (take one of the two moved_to away)",
        ),
        {"permalinks.yaml": "a:\n  moved_to: b\nb:\n  moved_to: a\n"},
    ),
    Mistake(
        "a note that is no Markdown",
        (
            "notes/sorting-pebbles-on-a-bench.txt: warning: skipped: the names of notes end with .md"
            " (write it as Markdown, in a file called sorting-pebbles-on-a-bench.md)",
        ),
        {"notes/sorting-pebbles-on-a-bench.txt": "Read it.\n"},
        code=0,
    ),
    # Lists that somebody copied or saved.
    Mistake(
        "a bibliography in place of titles",
        (
            "digests/two.txt:1:1: error: is a list of references, whose titles are set off by nothing"
            " (export it as BibTeX from where it comes, or write each title in a line of its own)",
        ),
        {
            "digests/two.txt": "Doe, J., & Li, W. (2021). Sorting Shells. Shells, 1(2), 3–4.\n"
            "Doe, J., & Li, W. (2022). Counting Coins. Coins, 2(2), 5–6.\n"
        },
    ),
    Mistake(
        "a paper's own source",
        (
            "digests/two.txt: error: is a LaTeX document, not a list that can be read"
            " (read are BibTeX (.bib) and text: copy titles and abstracts from what it prints)",
        ),
        {"digests/two.txt": "\\documentclass{article}\n\\title{Sorting Shells}\n"},
    ),
    Mistake(
        "a mail saved with its head",
        ("digests/two.txt: error: begins with the head of a mail (delete all lines above the first title)",),
        {"digests/two.txt": f"From: a\nTo: b\nSubject: c\n\nSorting Shells\n\n{ABSTRACT}\n"},
    ),
    Mistake(
        "a table without the names of its columns",
        (
            "digests/two.csv:1: error: no column is called title"
            " (the first line names the columns: title, authors, year, abstract …)",
        ),
        {"digests/two.csv": f'"Sorting Shells","{ABSTRACT}"\n'},
    ),
    Mistake(
        "titles copied from a page without abstracts",
        (
            "digests/two.txt: warning: is copied from a web page that shows titles without abstracts: read as titles"
            " alone (for those of Hugging Face save https://huggingface.co/api/daily_papers?date=2024-04-03 as .json)",
        ),
        {"digests/two.txt": "Sorting Shells\n9 authors\nUpvote 87\nCounting Coins\n2 authors\nUpvote 3\n"},
        code=0,
    ),
)
