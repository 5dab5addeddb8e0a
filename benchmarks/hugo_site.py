"""A catalogue as a Hugo project, for comparison: ``python benchmarks/hugo_site.py SITE FOLDER``.

SITE is a site that `sitegen build` made; from its `papers.json` the same pages are described to Hugo: one for each
paper with its tags, digests, neighbours, similar papers and a citation; tags and digests as taxonomies with lists of
64 papers a page, each with its abstract; all papers A–Z; the first page. Abstracts are escaped text, as in ours, so
that Hugo has no Markdown to read.
"""

from __future__ import annotations

import json
import shutil
import sys
from html import escape
from pathlib import Path
from typing import Any

ADDRESS = "https://papers.example/cat/"

_SETTINGS = f"""\
baseURL = "{ADDRESS}"
title = "Papers"
uglyURLs = true
disableKinds = ["RSS"]
[pagination]
pagerSize = 64
[taxonomies]
tag = "tags"
digest = "digests"
[security]
allowContent = [".*"]
"""

_LAYOUTS = {
    "_default/baseof.html": """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ .Title }} · {{ site.Title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{{ .Plain | truncate 160 }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}">
<link rel="stylesheet" href="{{ "css/site.css" | relURL }}">
</head>
<body>
<header><a href="{{ "index.html" | relURL }}">{{ site.Title }}</a>
<nav><ul><li><a href="{{ "papers.html" | relURL }}">Papers</a></li>
<li><a href="{{ "tags.html" | relURL }}">Tags</a></li>
<li><a href="{{ "digests.html" | relURL }}">Digests</a></li></ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
""",
    "partials/row.html": """\
<li class="row"><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>
<details><summary>more</summary><p>{{ .Content }}</p></details>
<ul>{{ range first 3 .Params.tags }}<li><a href="{{ printf "tags/%s.html" . | relURL }}">{{ . }}</a></li>{{ end }}</ul>
<p>{{ range .Params.digests }}<a href="{{ printf "digests/%s.html" . | relURL }}">{{ . }}</a> {{ end }}</p></li>
""",
    "_default/single.html": """\
{{ define "main" }}
<article data-pagefind-body>
<h1>{{ .Title }}</h1>
<ul>{{ range .Params.tags }}<li><a data-pagefind-filter="tag" href="{{ printf "tags/%s.html" . | relURL }}">{{ . }}</a>
</li>{{ end }}</ul>
<section><h2>Abstract</h2><p>{{ .Content }}</p></section>
</article>
<section><h2>Digests</h2><ul>{{ range .Params.digests }}
<li><a href="{{ printf "digests/%s.html" . | relURL }}">{{ . }}</a></li>{{ end }}</ul>
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</section>
<section><h2>Similar papers</h2><ol>{{ range .Params.related }}
<li><a href="{{ printf "papers/%s.html" .slug | relURL }}">{{ .title }}</a></li>{{ end }}</ol></section>
<section><h2>Cite</h2><pre>@misc{ {{- .File.ContentBaseName }}, title = {{ .Title }} }</pre>
<pre>[{{ .Title }}]({{ .Permalink }})</pre></section>
{{ end }}
""",
    "_default/list.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ol>{{ range (.Paginate .Pages.ByTitle).Pages }}{{ partial "row.html" . }}{{ end }}</ol>
{{ template "_internal/pagination.html" . }}{{ end }}
""",
    "_default/terms.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages.ByTitle }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>{{ end }}
""",
    "index.html": """\
{{ define "main" }}<h1>{{ site.Title }}</h1><ul>{{ range first 20 site.RegularPages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
""",
}


def write(site: Path, folder: Path) -> int:
    """Write the project into ``folder``, which is replaced; the number of papers comes back."""
    data = json.loads((site / "papers.json").read_text(encoding="utf-8"))
    titles = {paper["slug"]: paper["title"] for paper in data["papers"]}
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "content" / "papers").mkdir(parents=True)
    (folder / "hugo.toml").write_text(_SETTINGS, encoding="utf-8")
    for name, text in _LAYOUTS.items():
        path = folder / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for paper in data["papers"]:
        content(folder, paper["slug"]).write_text(_content(paper, titles), encoding="utf-8")
    return len(titles)


def content(folder: Path, slug: str) -> Path:
    """The file in which Hugo finds a paper."""
    return folder / "content" / "papers" / f"{slug}.html"


def _content(paper: dict[str, Any], titles: dict[str, str]) -> str:
    front = {
        "title": paper["title"],
        "tags": paper["tags"],
        "digests": sorted({mention["digest"] for mention in paper["mentions"]}),
        "related": [{"slug": slug, "title": titles[slug]} for slug in paper["related"]],
    }
    text = escape(paper["abstract"], quote=False).replace("{{", "{ {")
    return f"{json.dumps(front, ensure_ascii=False)}\n{text}\n"


if __name__ == "__main__":
    print(f"{write(Path(sys.argv[1]), Path(sys.argv[2])):,} papers")
