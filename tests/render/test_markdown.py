from __future__ import annotations

import pytest

from sitegen.render.markdown import markdown


def test_html_in_the_source_is_text() -> None:
    assert markdown("<b>x</b> <script>y</script>") == "<p>&lt;b&gt;x&lt;/b&gt; &lt;script&gt;y&lt;/script&gt;</p>\n"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"])
def test_an_address_that_could_run_something_is_no_link(address: str) -> None:
    assert "href" not in markdown(f"[x]({address})")
    assert "src" not in markdown(f"![x]({address})")


def test_relative_links_are_taken_from_the_sites_root() -> None:
    html = markdown("[a](tags.html) [b](/papers.html#x) [c](#here)", "../")
    assert html == '<p><a href="../tags.html">a</a> <a href="../papers.html#x">b</a> <a href="#here">c</a></p>\n'


def test_links_to_other_hosts_do_not_hand_over_the_window() -> None:
    assert (
        markdown("https://example.org/x")
        == '<p><a href="https://example.org/x" rel="noopener">https://example.org/x</a></p>\n'
    )


def test_a_file_name_is_not_taken_for_a_host() -> None:
    assert markdown("See about.md and site.yaml.") == "<p>See about.md and site.yaml.</p>\n"


def test_a_picture_from_another_host_becomes_a_link() -> None:
    html = markdown("![A whale](https://example.org/w.png)")
    assert html == '<p><a href="https://example.org/w.png" rel="noopener">A whale</a></p>\n'


def test_a_foreign_picture_inside_a_link_leaves_its_words() -> None:
    html = markdown("[![A whale](https://example.org/w.png)](tags.html)")
    assert html == '<p><a href="tags.html">A whale</a></p>\n'


def test_the_sites_own_pictures_stay() -> None:
    assert markdown("![A whale](static/img/w.png)", "../") == '<p><img src="../static/img/w.png" alt="A whale"></p>\n'


def test_headings_begin_where_the_page_asks() -> None:
    assert markdown("# One\n\n## Two", top=3) == "<h3>One</h3>\n<h4>Two</h4>\n"


def test_headings_skip_no_level() -> None:
    assert markdown("### Deep\n\n# Top\n\n### Deep") == "<h2>Deep</h2>\n<h2>Top</h2>\n<h3>Deep</h3>\n"


def test_table_alignment_is_a_class() -> None:
    html = markdown("| a | b |\n|:--|--:|\n| 1 | 2 |")
    assert '<th class="align-left">a</th>' in html
    assert '<td class="align-right">2</td>' in html
    assert "style" not in html


def test_no_text_is_no_html() -> None:
    assert markdown(" \n") == ""
