r"""Every rule's own table of cases: damaged text on the left, what a reader sees on the right; then what stays.

The right side is HTML with formulas in their plain form between ⟪⟫ and marks of unclear words left out.
"""

from __future__ import annotations

import html
import re

import pytest

from sitegen.repair import repair
from sitegen.repair.inline import Inline, Math, Unclear, to_html, to_text
from sitegen.repair.rules import RULES

CASES: dict[str, list[tuple[str, str]]] = {
    "urls": [
        ("See https://example.org/a_b.", "See <a https://example.org/a_b>https://example.org/a_b</a>."),
        ("(https://example.org/a_(b))", "(<a https://example.org/a_(b)>https://example.org/a_(b)</a>)"),
        ('"https://example.org/x", so', "“<a https://example.org/x>https://example.org/x</a>”, so"),
        ("at https://example.org/x{here}.", "at <a https://example.org/x>here</a>."),
        (
            "https://example.org/~user/ and more",
            "<a https://example.org/~user/>https://example.org/~user/</a> and more",
        ),
        ("https://example.org/a%20b!", "<a https://example.org/a%20b>https://example.org/a%20b</a>!"),
        ("https://example.org/a\\_b", "<a https://example.org/a_b>https://example.org/a_b</a>"),
        ("https://example.org/$\\sim$me/", "<a https://example.org/~me/>https://example.org/~me/</a>"),
        ("on github.com/some/thing.", "on <a https://github.com/some/thing>github.com/some/thing</a>."),
        ("on www.example.org now", "on <a https://www.example.org>www.example.org</a> now"),
        ("\\url{https://example.org/q_1}", "<a https://example.org/q_1>https://example.org/q_1</a>"),
        ("\\href{https://example.org}{our page}", "<a https://example.org>our page</a>"),
        ("on href{https://example.org/z}{this page}.", "on <a https://example.org/z>this page</a>."),
        ("at url{https://example.org/z}.", "at <a https://example.org/z>https://example.org/z</a>."),
        ("http://example.org/\\~{}me", "<a http://example.org/~me>http://example.org/~me</a>"),
        ("https://example.org/a's page", "<a https://example.org/a>https://example.org/a</a>’s page"),
        ("\\texttt{https://example.org/t_t}", "<a https://example.org/t_t>https://example.org/t_t</a>"),
        ("[a page](https://example.org/p)", "<a https://example.org/p>a page</a>"),
        ("[a page](https://example.org/p_(q)).", "<a https://example.org/p_(q)>a page</a>."),
        ("https://example.org/a.The code is", "<a https://example.org/a>https://example.org/a</a>. The code is"),
        ("https://example.org/a[1]", "<a https://example.org/a%5B1%5D>https://example.org/a[1]</a>"),
    ],
    "formulas": [
        ("in $O(n\\sqrt{n})$ time", "in ⟪O(n√n)⟫ time"),
        ("of \\(x^2\\) and \\[y_i\\]", "of ⟪x²⟫ and ⟪yᵢ⟫"),
        ("Name$\\cdot$Name", "Name⟪·⟫Name"),
        ("$k$-means on $3\\times3$ grids", "⟪k⟫-means on ⟪3 × 3⟫ grids"),
        ("$$a+b$$", "⟪a + b⟫"),
        ("$\\mathbf{NetName}$ with $\\mathbf{x}$", "⟪NetName⟫ with ⟪𝐱⟫"),
        ("the \\$5 note", "the $5 note"),
        ("the $p$th of $n$th-order $n-$tuples", "the ⟪p⟫th of ⟪n⟫th-order ⟪n⟫-tuples"),
        ("Cu$+$Cu for $t, n $ and $ d=1$", "Cu⟪+⟫Cu for ⟪t, n⟫ and ⟪d = 1⟫"),
        ("at 1$<z<$2.5, a $B$$(B^0)$ pair", "at 1⟪<z <⟫2.5, a ⟪B⟫⟪(B⁰)⟫ pair"),
        ("from \\$5 to \\$10 for $n$ items", "from $5 to $10 for ⟪n⟫ items"),
        ("a lost $x sign with $y$", "a lost x sign with ⟪y⟫"),
        ("$5.2+/-0.3$ and $B -> K$", "⟪5.2 ± 0.3⟫ and ⟪B → K⟫"),
        ("$sqrt{s}$ without backslashes", "⟪√s⟫ without backslashes"),
    ],
    "comments": [
        ("It works. %Really, we checked.", "It works. Really, we checked."),
        ("schemes %that somebody wrote", "schemes that somebody wrote"),
    ],
    "accents": [
        ("na\\\"ive Poincar\\'e", "naïve Poincaré"),
        ("Erd\\H{o}s, Fran\\c{c}ois, \\v{S}id\\'ak", "Erdős, François, Šidák"),
        ("{\\o}re, Stra{\\ss}e, \\AE sir", "øre, Straße, Æsir"),
        ("Mart{\\'\\i}n", "Martín"),
        ("the model\\'s weights", "the model’s weights"),
        ('a \\"quoted\\" word', "a “quoted” word"),
    ],
    "macros": [
        ("small nets (\\eg MLPs)", "small nets (e.g. MLPs)"),
        ("nets, trees, \\etc. Then", "nets, trees, etc. Then"),
        ("Doe \\etal\\ say", "Doe et al. say"),
        ("as in~\\cite{doe2020}", "as in [doe2020]"),
        ("one, two, \\ldots", "one, two, …"),
        ("some controls, eg, edges", "some controls, e.g., edges"),
        ("the file \\texttt{a_b.py}", "the file a_b.py"),
        ("the code \\texttt{f($x_i$)}", "the code f(⟪xᵢ⟫)"),
        ("3 \\textmu m at 20\\,\\textdegree C", "3 µm at 20 °C"),
        ("small ones (ie, some) and (eg trees)", "small ones (i.e., some) and (e.g. trees)"),
    ],
    "unpaired braces": [
        ("an unpaired { brace", "an unpaired brace"),
        ("one \\} more, x_{i}}", "one more, ⟪xᵢ⟫"),
    ],
    "commands": [
        ("\\ours~can do it", "ours\u00a0can do it"),
        ("5\\% of R\\&D \\#1, some\\_name", "5% of R&amp;D #1, some_name"),
    ],
    "degrees": [
        ("at 25^{\\circ}C or 10^oC", "at 25°C or 10°C"),
        ("turned by 0.31 ^{circ}", "turned by 0.31°"),
        ("at 25^circC", "at 25°C"),
        ("at 20{\\deg}C, 0farcs3 and 2,^{circ}C", "at 20°C, 0″.3 and 2°C"),
    ],
    "chemistry": [
        ("less CO_2 and TiO_2", "less CO<sub>2</sub> and TiO<sub>2</sub>"),
        (
            "Bi_2Sr_2CaCu_2O_{8+delta} and SrTiO_3",
            "Bi<sub>2</sub>Sr<sub>2</sub>CaCu<sub>2</sub>O<sub>8+δ</sub> and SrTiO<sub>3</sub>",
        ),
        ("Ba(Fe_{1-x}Co_x)_2As_2", "Ba(Fe<sub>1−x</sub>Co<sub>x</sub>)<sub>2</sub>As<sub>2</sub>"),
        ("^{13}C and ^2H labels", "<sup>13</sup>C and <sup>2</sup>H labels"),
    ],
    "bare math": [
        ("a risk of mathcal{O}(n^2)", "a risk of ⟪𝒪(n²)⟫"),
        ("where C_Phi grows", "where ⟪C_Φ⟫ grows"),
        ("a set of gtrsim10^4 stars", "a set of ≳10<sup>4</sup> stars"),
        ("up to 12times faster, sim20% less", "up to 12× faster, ∼20% less"),
        ("on 8times8 boards of H times W cells", "on 8×8 boards of ⟪H × W⟫ cells"),
        ("with k gg n", "with ⟪k ≫ n⟫"),
        ("a share of xi cdot 50% lost", "a share of ⟪ξ · 50%⟫ lost"),
        ("with x in mathbb{R}^d", "with ⟪x ∈ ℝᵈ⟫"),
        ("the norms ell_1 and L_infty", "the norms ⟪ℓ₁⟫ and ⟪L_∞⟫"),
        ("a rate of eta = 0.1", "a rate of ⟪η = 0.1⟫"),
        ("is (epsilon, delta)-private", "is ⟪(ε, δ)⟫-private"),
        ("0.5pm0.1 points", "0.5±0.1 points"),
        ("f(x) = sigmaleft( sum_j w_j x right)", "⟪f(x) = σ(∑ⱼ wⱼx)⟫"),
        ("German rightarrow Dutch", "German → Dutch"),
        ("a tilde{O}(n) bound", "a ⟪Õ(n)⟫ bound"),
        ("a widetilde{mathcal{O}}(n) bound", "a ⟪𝒪̃(n)⟫ bound"),
        ("with Ngeq 3 and p_1, dots, p_n", "with ⟪N ≥ 3⟫ and ⟪p₁⟫, …, ⟪pₙ⟫"),
        ("more (uparrow 4.3) for less", "more (↑ 4.3) for less"),
        ("\\alpha-divergence", "⟪α⟫-divergence"),
        ("for 0<p le infty and n to infty", "for ⟪0 < p ≤ ∞⟫ and ⟪n → ∞⟫"),
        ("for t in [0,1], all xin X_0", "for ⟪t ∈ [0,1]⟫, all ⟪x ∈ X₀⟫"),
        ("Omega(d/epsilon) or Theta(n log n)", "⟪Ω(d/ε)⟫ or ⟪Θ(n log n)⟫"),
        ("a tilde O(k^2) bound on hat f", "a ⟪Õ(k²)⟫ bound on ⟪f̂⟫"),
        ("the set {pm 1}^n, max{|V_1|, |V_2|}, log^2 d", "the set ⟪{±1}ⁿ⟫, ⟪max{|V₁|, |V₂|}⟫, ⟪log² d⟫"),
        ("to a subset Ssubseteq [n]", "to a subset ⟪S ⊆ [n]⟫"),
        ("A^top A and T_{early-type}", "⟪A^⊤⟫ A and ⟪T_(early-type)⟫"),
        ("from x_0 to x_1 by f: X to Y", "from ⟪x₀⟫ to ⟪x₁⟫ by ⟪f: X → Y⟫"),
        ("B^0 to J/psi K^+ and pbar p pairs", "⟪B⁰ → J/ψK⁺⟫ and ⟪pp̄⟫ pairs"),
        ("{cal M} on rm R^2 at 10^5,GeV", "⟪ℳ⟫ on ⟪R²⟫ at ⟪10⁵ GeV⟫"),
        ("the map f' of the delta delta_x", "the map ⟪f′⟫ of the delta ⟪δₓ⟫"),
        ("about 1{2} of them", "about 1/2 of them"),
        ("e^+e^-to W^+W^-", "⟪e⁺e⁻ → W⁺W⁻⟫"),
    ],
    "greek names": [
        ("a class C_Psi of functions Psi.", "a class ⟪C_Ψ⟫ of functions ⟪Ψ⟫."),
        ("SomeNetinfty wins", "SomeNet∞ wins"),
        ("Delayed epsilon-Growth (DepsilonG)", "Delayed ε-Growth (DεG)"),
        ("10 mu m wide", "10 μm wide"),
    ],
    "scripts": [
        ("the QX^{3}B net", "the QX<sup>3</sup>B net"),
        ("Name_{Large} wins", "Name<sub>Large</sub> wins"),
        ("the AdS_5 bulk, STAB_k", "the AdS<sub>5</sub> bulk, STAB<sub>k</sub>"),
    ],
    "groups": [
        ("a {\\em good} and \\textbf{bold} idea", "a <em>good</em> and <strong>bold</strong> idea"),
        ("\\emph{very \\textbf{nested}}", "<em>very <strong>nested</strong></em>"),
        ("our {NameNet} model", "our NameNet model"),
        ("NameNet{Size-B} wins", "NameNet Size-B wins"),
        ("{\\sc SmallCaps} and {G}raphs", "SmallCaps and Graphs"),
        ("{{3D}} shapes", "3D shapes"),
    ],
    "ties": [
        ("Table~2 and Fig.~3", "Table\u00a02 and Fig.\u00a03"),
        ("8.2~m or 6.25~\\%", "8.2\u00a0m or 6.25\u00a0%"),
    ],
    "escapes": [
        ("a line\\\\ and another", "a line and another"),
        ("a set \\{0, 1\\}", "a set {0, 1}"),
    ],
    "emphasis": [
        ("the *Some Words* series", "the <em>Some Words</em> series"),
        ("this is **bold**", "this is <strong>bold</strong>"),
        ("it is _not_ so", "it is <em>not</em> so"),
    ],
    "quotes": [
        ("``soft'' and ''hard'' and ``mixed\"", "“soft” and “hard” and “mixed”"),
        ('a `teacher\' of "students"', "a ‘teacher’ of “students”"),
        ("the nets' size in '14, isn't it", "the nets’ size in ’14, isn’t it"),
        ("the `name` flag", "the ‘name’ flag"),
    ],
    "dashes": [
        ("one -- two --- three", "one – two — three"),
        ("nets--even deep ones--win", "nets—even deep ones—win"),
        ("Foo--Bar with 1--2 layers", "Foo–Bar with 1–2 layers"),
        ("spin--spin and reaction--diffusion", "spin–spin and reaction–diffusion"),
        ("a cut--off, found early--this helps", "a cut–off, found early—this helps"),
        ("a plan - a good one - works", "a plan – a good one – works"),
    ],
    "multipliers": [
        ("3x3 filters, 2.5x faster", "3×3 filters, 2.5x faster"),
        ("a 256x128px crop", "a 256×128px crop"),
        ("1.2+/-0.1 and 10-20% in 2017-2023", "1.2±0.1 and 10–20% in 2017–2023"),
    ],
    "hyphens": [
        ("they con- verge in a repre- sentation", "they converge in a representation"),
        ("it is self- supervised", "it is self-supervised"),
        ("par- ameters of al- gorithms and input- dependent ones", "parameters of algorithms and input-dependent ones"),
        ("state-space or state- space", "state-space or state-space"),
    ],
    "spacing": [
        ("it ends.The next begins", "it ends. The next begins"),
        ("(e.g word) and i.e.word", "(e.g. word) and i.e. word"),
        ("from 2M to1.5B", "from 2M to 1.5B"),
        ("A Name : its subtitle", "A Name: its subtitle"),
        ("an eﬃcient ﬁlter", "an efficient filter"),
    ],
}

UNTOUCHED = [
    "a beta distribution, sim-to-real transfer, sim2real, 10.33 times faster, 2 to 25 times fewer",
    "Gamma rays, the delta rule, alpha-beta pruning, Phi-2, a sigma-algebra",
    "many-times differentiable, the matrix times the vector, left-to-right, right (or left)",
    "It cost $5, then $10, or $5M to US$ 20 ($3 each).",
    "labels in {0, 1}, signs in {-1, +1}, sizes {small, base}",
    "GPU*hrs, A* search and D* search, 5 * 3, *equal contribution",
    "task- and data-specific, zero- and few-shot, weak- and self-supervised",
    "the delta rule, a beta function, the electron beta and the plasma beta, EEG bands (delta, theta, alpha)",
    "from A to B, close to a point, the role of B in C, a subset S of X, group A in B",
    "TGF-beta1, PGC-1alpha, alpha-synuclein, interferon beta, a 3-sigma limit, pi+ pi- pairs, p pbar",
    "upper limits are set, a star-forming disc, Klein and Ito, that machine, a hat or a bar",
    "small (<50k) and large (>1m), <b>, a < b > c",
    "model_name, x_train, file_name.py, __init__, some_long_name",
    "run it with --strict or -v, x --> y",
    "“--strict” and (--fast) are options",
    "lines, dots, and dashes; see ^1Department",
    "about ~10%, 5~10, ~/bin",
    "by 01.AI, e.g. torch.Tensor is, Node.js v. 3.1, recall@1, U.S.A. today",
    "Imagenet32x32, 8x7B, 1x schedule, 3x training schedule, 0x1F, x86",
    "(2+1)D, (c) and (1.) and 3). and [MASK] tokens",
    "{{ site.title }} {% raw %} ${name} <script>alert(1)</script>",
    "C:\\Users\\name",
    "a - b, 5 - 3, 10^ and ^_^",
    "meet at 3 pm 20 people",
    "https:// and ftp://example.org/x and javascript:alert(1)",
    "神经网络 и ещё ελληνικά שלום",
]


def seen(inline: Inline) -> str:
    """HTML made short: formulas as ⟪plain⟫, links as ``<a address>``, unclear words without their mark."""
    parts = []
    for node in inline:
        if isinstance(node, Math):
            parts.append(f"⟪{node.text}⟫")
        elif isinstance(node, Unclear):
            parts.append(seen(node.children))
        else:
            parts.append(to_html((node,)))
    return re.sub(r'<a href="([^"]*)" rel="noopener">', r"<a \1>", "".join(parts))


@pytest.mark.parametrize(("printed", "wanted"), [case for cases in CASES.values() for case in cases])
def test_damage_is_repaired(printed: str, wanted: str) -> None:
    assert html.unescape(seen(repair(printed))) == html.unescape(wanted)


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_only_looks_damaged_stays(text: str) -> None:
    assert to_text(repair(text)) == text


@pytest.mark.parametrize("text", [wanted for cases in CASES.values() for wanted, _ in cases])
def test_repaired_text_settles(text: str) -> None:
    shown = to_text(repair(text))
    assert to_text(repair(shown)) == shown


def test_every_rule_has_its_table() -> None:
    assert [rule.name for rule in RULES] == list(CASES)


def test_a_macro_that_nobody_defined_is_marked() -> None:
    assert to_html(repair("\\ours wins")) == (
        '<span class="unclear" title="A command of the author&#39;s that this text does not define">ours</span> wins'
    )


def test_a_formula_with_an_unknown_command_is_marked() -> None:
    (unclear,) = repair("$\\ourloss + 1$")
    assert isinstance(unclear, Unclear)
    assert to_text((unclear,)) == "ourloss + 1"


def test_a_formula_that_lost_a_part_is_marked() -> None:
    (unclear,) = repair("mathcal{C_Phi/m}")
    assert isinstance(unclear, Unclear)


def test_nothing_is_repaired_to_nothing() -> None:
    assert (repair(""), repair("  \n")) == ((), ())


def test_deep_nesting_keeps_the_words() -> None:
    assert to_text(repair("\\emph{a" * 900 + "}" * 900)) == "a" * 900
