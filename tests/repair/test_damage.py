r"""Formulas that were damaged as saving damages them, and words that only look like such formulas.

Saving takes two steps: (1) over the whole text ``\name{x}`` becomes ``x``, up to the first closing brace; (2) within
``$…$`` the dollar signs and the backslashes go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sitegen.repair import repair
from sitegen.repair.inline import Inline, Math, Unclear, to_text

INTACT = [
    ("The gap shrinks as $n \\to \\infty$ for every $p \\geq 1$.", "The gap shrinks as n → ∞ for every p ≥ 1."),
    ("Graphs with $n \\leq 2^d$ nodes in $O(n \\log^2 n)$ steps.", "Graphs with n ≤ 2ᵈ nodes in O(n log² n) steps."),
    ("Let $\\{\\pm 1\\}^n$ be the cube of size $2^n$.", "Let {±1}ⁿ be the cube of size 2ⁿ."),
    ("Its half is $\\max\\{|V_1|, |V_2|\\}$ up to $\\log^2 d$.", "Its half is max{|V₁|, |V₂|} up to log² d."),
    ("The $\\Omega(d/\\epsilon)$ bound meets $\\Theta(n \\log n)$.", "The Ω(d/ε) bound meets Θ(n log n)."),
    ("A path with $t \\in [0,1]$ and $0 < p \\le \\infty$ bends.", "A path with t ∈ [0,1] and 0 < p ≤ ∞ bends."),
    ("Each $x \\in X_0$ has $f(x) = \\sigma(\\sum_j w_j x_j + b)$.", "Each x ∈ X₀ has f(x) = σ(∑ⱼ wⱼxⱼ + b)."),
    ("We see $\\alpha_1 + \\beta_2 = \\gamma$ for $\\lambda > 0$.", "We see α₁ + β₂ = γ for λ > 0."),
    ("A mass $m \\simeq 3 \\times 10^5\\,M_\\odot$ at $z \\sim 2$.", "A mass m ≃ 3 × 10⁵ M_⊙ at z ∼ 2."),
    ("A wind of $v = 12.5 \\pm 0.4$ km at $\\theta \\approx 30^\\circ$.", "A wind of v = 12.5 ± 0.4 km at θ ≈ 30°."),
    ("The map $\\phi: G \\to H$ is onto if $S \\subseteq [n]$.", "The map φ: G → H is onto if S ⊆ [n]."),
    ("The rate $\\tilde O(k^2)$ beats $\\hat f$ and $\\bar x$.", "The rate Õ(k²) beats f̂ and x̄."),
    ("States $|\\psi\\rangle$ with $\\langle \\phi|\\psi\\rangle = 0$.", "States |ψ⟩ with ⟨φ|ψ⟩ = 0."),
    ("A decay $B^0 \\to K^+ \\pi^-$ or $\\tau \\to \\mu \\gamma$.", "A decay B⁰ → K⁺π⁻ or τ → μγ."),
    ("A part of $A \\cup B$ where $A \\cap B = \\emptyset$.", "A part of A ∪ B where A ∩ B = ∅."),
    ("If $\\left( a_n \\right)$ grows, $\\sum_{i=1}^n a_i \\to \\infty$.", "If (aₙ) grows, ∑ᵢ₌₁ⁿ aᵢ → ∞."),
    ("A fit of $T_{\\rm eff} = 5700$ in $\\Lambda$CDM skies.", "A fit of T_eff = 5700 in ΛCDM skies."),
    (
        "A density $\\rho\\le1/2$ for $\\epsilon, \\delta > 0$ at $\\mu/\\lambda$.",
        "A density ρ ≤ 1/2 for ε, δ > 0 at μ/λ.",
    ),
    ("A sum $V_1\\cup\\dots\\cup V_k$ of speeds ($\\gg 1000$ km).", "A sum V₁ ∪ … ∪ Vₖ of speeds (≫1000 km)."),
    ("For $r' > r$ and $f''(x) \\neq 0$ the primes stay.", "For r′ > r and f′′(x) ≠ 0 the primes stay."),
    (
        "Panels $X_{it,1}$ and $n_{\\rm in}$ with $\\xi_{gg}$ at $\\ell\\le 9$.",
        "Panels X_(it,1) and nᵢₙ with ξ_gg at ℓ ≤ 9.",
    ),
    ("A bra $|0\\rangle\\langle 0|$ or $\\lvert\\psi\\rangle$ and $N\\mu\\gg1$.", "A bra |0⟩⟨0| or |ψ⟩ and Nμ ≫ 1."),
    ("The law $p(x|\\theta)$ on $[t,t+\\tau]$ with $m\\in(0,1)$.", "The law p(x|θ) on [t, t + τ] with m ∈ (0,1)."),
    ("A rate of $0.2\\,(\\rm stat)\\pm0.1\\,h^{-1}\\,{\\rm Mpc}$.", "A rate of 0.2 (stat) ± 0.1 h⁻¹ Mpc."),
    ("Groups $G\\rtimes H$ and $A\\not\\subseteq B$, $gg\\to H$ too.", "Groups G ⋊ H and A ⊈ B, gg → H too."),
    ("The sets $1\\{j\\neq 0\\}$ for $(x_0,\\,x_1)$ and $\\beta R<1$.", "The sets 1{j ≠ 0} for (x₀, x₁) and βR < 1."),
    ("A flux in cm$^{-2}$ s$^{-1}$ and $10^{9}\\,M_\\odot$ at $0\\fdg5$.", "A flux in cm⁻² s⁻¹ and 10⁹ M_⊙ at 0°.5."),
    ("The $p$th moment of the $n$th-order term of $n-$tuples.", "The pth moment of the nth-order term of n-tuples."),
]

LOOK_LIKE_NAMES = """
    Godot quadrangle strangle wrangle Ness rectangle triangle pepsin Pepsi chimp pimp bpm rpm ppm dpi spellcheck covert
    culvert pervert revert cinephile spinule detain impartial sinker tanker biota phage betamax weta Beta Zeta meta
    blog slog flog Ito Lin win bin kin amid imid apple egg ill age ale that what chat uphill phimosis psyche rhotic
    mumps nun pin sin Sin Pico tauten etalon chills lambdas sigmoid omegas alphas deltas gammas thetas epsilons
    mule pile chile pine chine null topi tophi sellers
    """.split()  # noqa: SIM905

PROSE = [
    "We set alpha to 0 and shift power from alpha to beta.",
    "A subset S of the rows is kept; a subset B too.",
    "At 120 bpm it slows, and at 300 dpi it blurs.",
    "An int 8 becomes a float; left (or right) turns, and a cup of tea.",
    "From A to B, up to a point, and up to N times faster.",
    "The interferon beta 1a trial at 3 pm in Room B.",
    "A station of (2024)-Xi’an, and of (2025)-Xi’an.",
    "On the right. The left (right) panel, left [right] hand, and the bin [1, 6] of the q.",
]
BESIDE_FORMULAS = [
    ("The value x_1 on the right. Then the left (right) y_2.", "The value x₁ on the right. Then the left (right) y₂."),
    ("We compress x_1 to y with n leq 3.", "We compress x₁ to y with n ≤ 3."),
    ("A star of T_{eff} to 10^4 K and k in Mpc^{-1}.", "A star of T_eff to 10⁴ K and k in Mpc⁻¹."),
    ("A score of x_1, min(a,b), in a q^2 bin [1.1,6.0].", "A score of x₁, min(a,b), in a q² bin [1.1,6.0]."),
]


def damage(text: str) -> str:
    text = re.sub(r"\\[A-Za-z]+\{([^}]*)\}", r"\1", text)
    return re.sub(r"\$([^$]+)\$", lambda formula: formula[1].replace("\\", ""), text)


def formulas(inline: Inline) -> Iterator[Math]:
    for node in inline:
        if isinstance(node, Math):
            yield node
        elif isinstance(node, Unclear):
            yield from formulas(node.children)


@pytest.mark.parametrize(("intact", "shown"), INTACT)
def test_an_intact_formula_is_read(intact: str, shown: str) -> None:
    assert to_text(repair(intact)) == shown


@pytest.mark.parametrize(("intact", "shown"), INTACT)
def test_a_damaged_formula_comes_back(intact: str, shown: str) -> None:
    assert to_text(repair(damage(intact))) == shown


@pytest.mark.parametrize(("intact", "shown"), INTACT)
def test_what_was_repaired_is_left_alone(intact: str, shown: str) -> None:
    assert to_text(repair(shown)) == shown


def test_every_intact_formula_keeps_its_mathml_beside_other_damage() -> None:
    text = "Let $\\{\\pm 1\\}^n$ hold --- as ``said'' --- and $\\max\\{|V_1|, |V_2|\\}$, with 10^{-3}~m of {\\em care}."
    assert [math.text for math in formulas(repair(text))] == ["{±1}ⁿ", "max{|V₁|, |V₂|}", "10⁻³ m"]


@pytest.mark.parametrize("word", LOOK_LIKE_NAMES)
def test_a_word_that_looks_like_names_of_symbols_stays(word: str) -> None:
    shown = to_text(repair(f"The {word} of x_1 grows, for n leq 3 a {word} is one."))
    assert shown == f"The {word} of x₁ grows, for n ≤ 3 a {word} is one."


@pytest.mark.parametrize(("damaged", "shown"), BESIDE_FORMULAS)
def test_prose_beside_formulas_is_never_changed(damaged: str, shown: str) -> None:
    assert to_text(repair(damaged)) == shown


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_is_never_changed(sentence: str) -> None:
    assert to_text(repair(sentence)) == sentence
