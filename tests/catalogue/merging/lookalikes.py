"""Labelled entries of several fields: groups that are one paper, and groups that look it and are not.

Each case is its kind, its entries as (title, abstract), and a letter for each entry: entries of one letter are one
paper.
"""

# ruff: noqa: E501 - one case a line

from __future__ import annotations

from typing import NamedTuple

from catalogue.merging.abstracts import (
    BEES,
    BLOCKS_ZH,
    BOUND,
    CELLS,
    CLUSTERS,
    COOKIE_STUDY,
    COOKIES,
    DWARF,
    FILMS,
    FOAM,
    GUTS,
    HEIGHTS,
    IMAGES,
    ISCHAEMIA,
    KNOTS,
    LEARN,
    LENSES,
    NO_ABSTRACT,
    PAYWALL_DE,
    PAYWALL_FR,
    PREVIEW,
    PRICES,
    PROTECTED,
    RECEIPTS,
    SIGN_IN,
    STROKE,
    SURVEY,
    TIDES,
    TIDES_DE,
    TIDES_FR,
    TODDLERS,
    TRIAL,
    WAGES,
    WAVES,
)

Entry = tuple[str, str]


class Case(NamedTuple):
    """Entries, and which of them are one paper."""

    kind: str
    entries: tuple[Entry, ...]
    papers: str


def one(kind: str, *entries: Entry) -> Case:
    return Case(kind, entries, "a" * len(entries))


def apart(kind: str, *entries: Entry) -> Case:
    return Case(kind, entries, "abcdefgh"[: len(entries)])


def trial(drug: str = "pelorin", who: str = "adults", n: int = 412, mm: int = 6) -> str:
    return TRIAL.format(drug=drug, who=who, n=n, mm=mm)


def bound(side: str = "upper", graph: str = "planar", n: str = "few") -> str:
    return BOUND.format(side=side, graph=graph, n=n)


def waves(kind: str = "linear", n: int = 2000) -> str:
    return WAVES.format(kind=kind, n=n)


def cells(where: str = "in vitro", channel: str = "potassium", n: str = "most") -> str:
    return CELLS.format(where=where, channel=channel, n=n)


def learn(how: str = "self-supervised", n: int = 800) -> str:
    return LEARN.format(how=how, n=n)


def survey(year: int = 2019, n: int = 140) -> str:
    return SURVEY.format(year=year, n=n)


def prices(what: str = "an increase", n: int = 9) -> str:
    return PRICES.format(what=what, n=n)


def revised(text: str) -> str:
    """A text whose first fifth was written anew."""
    words = text.split()
    return " ".join(
        [
            *["Here", "is", "what", "we", "found", "out", "and", "how", "we", "went", "about", "it:"],
            *words[len(words) // 5 :],
        ]
    )


def cut(text: str, share: float = 0.4) -> str:
    return text[: int(len(text) * share)].rstrip() + "…"


SEALS = "Seals That Sleep While They Sink: Brain Waves of Eight Animals at Sea"
SEALS_HEAD, SEALS_TAIL = SEALS.split(": ")
KNOT = "KnotPoly: Telling Knots from Their Mirror Images in Linear Time"
KNOT_HEAD, KNOT_TAIL = KNOT.split(": ")
LENS = "Sound-Driven Oil Lenses on Soap Films for Reading without Moving Parts"
DANCE = "What Honey Bees Learn from a Robot That Dances in the Dark"
LAUNDRY = "FoldMem: Sorting Laundry with a Memory of Folds"
ROOMS = "Sensing Empty Rooms in Office Buildings"

TITLE_CUT = [
    one("title cut, no abstract", (SEALS, TIDES), ("Seals That Sleep While They Sink: Brain Waves of…", "")),
    one("title cut, both abstracts", (SEALS, TIDES), ("Seals That Sleep While They Sink: Brain Wa…", TIDES)),
    one("title cut, abstract cut", (LENS, LENSES), ("Sound-Driven Oil Lenses on Soap Films for…", cut(LENSES))),
    one("title cut in a word, no abstract", (LENS, LENSES), ("Sound-Driven Oil Lenses on Soap Fil…", "")),
    one("title cut with three dots", (DANCE, BEES), ("What Honey Bees Learn from a Robot...", "")),
    one("title cut with spaced dots", (DANCE, BEES), ("What Honey Bees Learn from a Robot That . . .", "")),
    one("title cut with dots in brackets", (DANCE, BEES), ("What Honey Bees Learn from a Robot [...]", cut(BEES, 0.2))),
    one("title cut, revised", (DANCE, BEES), ("What Honey Bees Learn from a Ro…", revised(BEES))),
    one("title cut, neither has an abstract", (DANCE, ""), ("What Honey Bees Learn from a Robot That Da…", "")),
    one("title cut twice", (LENS, LENSES), ("Sound-Driven Oil Lenses on Soap…", ""), ("Sound-Driven Oil Lenses…", "")),
    one("title cut, full one without abstract", ("What Honey Bees Learn from a Robot That…", BEES), (DANCE, "")),
    one("title cut, capitals", (DANCE, BEES), ("WHAT HONEY BEES LEARN FROM A ROBOT THAT…", "")),
    Case(
        "title cut, fits two papers",
        (("Sensing Empty Rooms in Schools", survey()), ("Sensing Empty Rooms in Hotels", KNOTS), ("Sensing Empty Rooms in…", "")),
        "abc",
    ),
    Case(
        "title cut, fits two parts",
        ((f"{ROOMS}, Part I: Sensors", survey()), (f"{ROOMS}, Part II: Privacy", LENSES), (f"{ROOMS}, Part…", "")),
        "abc",
    ),
    Case(
        "title cut, fits two, its abstract says which",
        (("Sensing Empty Rooms in Schools", survey()), ("Sensing Empty Rooms in Hotels", KNOTS), ("Sensing Empty Rooms in…", cut(KNOTS))),
        "abb",
    ),
    apart("title cut to one word", ("Knots and Their Mirror Images", KNOTS), ("Knots…", "")),
    apart("title cut, another abstract", (LENS, LENSES), ("Sound-Driven Oil Lenses on Soap Films…", BEES)),
    apart("title that ends in dots", ("To Be Continued…", ""), ("To Be Continued in Print: A History", TIDES)),
]  # fmt: skip

HEAD_ALONE = [
    one("head alone", (KNOT, KNOTS), (KNOT_HEAD, "")),
    one("head alone of several words", (SEALS, TIDES), (SEALS_HEAD, "")),
    one("subtitle alone", (SEALS, TIDES), (SEALS_TAIL, "")),
    one("subtitle alone, behind an acronym", (KNOT, KNOTS), (KNOT_TAIL, "")),
    one("subtitle alone, capitals", (KNOT, KNOTS), (KNOT_TAIL.upper(), "")),
    one("head alone behind a dash", ("FoldMem – Sorting Laundry with a Memory of Folds", learn()), ("FoldMem", "")),
    one("head alone in small letters", (LAUNDRY, learn()), ("foldmem", "")),
    one("head alone, a notice as abstract", (LAUNDRY, learn()), ("FoldMem", NO_ABSTRACT)),
    one("head alone, two lists", (KNOT, KNOTS), (KNOT_HEAD, ""), (KNOT_HEAD, SIGN_IN)),
    one("subtitle dropped, revised", (SEALS, TIDES), (SEALS_HEAD, revised(TIDES))),
    one("acronym dropped, cut", (KNOT, KNOTS), (KNOT_TAIL, cut(KNOTS))),
    Case("head of two papers", ((KNOT, KNOTS), ("KnotPoly: A Library for Links", LENSES), (KNOT_HEAD, "")), "abc"),
    Case(
        "subtitle of two papers",
        (("FoldMem: Sorting Laundry by Touch", learn()), ("TouchNet: Sorting Laundry by Touch", BEES), ("Sorting Laundry by Touch", "")),
        "abc",
    ),
    Case("head that other titles hold", (("Sleep: What Seals Dream Of", TIDES), ("Why Seals Sleep at Sea", BEES), ("Sleep", "")), "abc"),
    apart("subtitle that says nothing", ("Empty Rooms: A Survey", survey()), ("A Survey", "")),
    apart("subtitle of a trial", ("Pelorin at Night: A Randomised Controlled Trial", trial()), ("A Randomised Controlled Trial", "")),
    apart("head of a column", ("Editorial: Sleep at Sea", TIDES), ("Editorial", "")),
    apart("introduction", ("Introduction: Knots and Links", KNOTS), ("Introduction", "")),
    apart("head and X for Y", ("FoldMem", learn()), ("FoldMem for Socks and Gloves", "")),
    apart("another abstract under the head", (SEALS, TIDES), (SEALS_HEAD, BEES)),
]  # fmt: skip

RETITLED = [
    one("head kept, four fifths of the abstract", (KNOT, KNOTS), ("KnotPoly: A Polynomial for Every Crossing", revised(KNOTS))),
    one("head kept, revised", (SEALS, TIDES), (f"{SEALS_HEAD}: Eight Caps and Five Tides", revised(TIDES))),
    one("head kept, same abstract", (LAUNDRY, learn()), ("FoldMem: Robots That Ask before They Fold", learn())),
    one("head kept, cut", (LAUNDRY, learn()), ("FoldMem: Robots That Ask before They Fold", cut(learn(), 0.6))),
    one("head became subtitle", ("Sorting Laundry with Robots That Ask", learn()), ("FoldMem: Sorting Laundry with Robots That Ask", revised(learn()))),
    one("renamed, same text", (DANCE, BEES), ("Touch Carries the Message of the Dance", BEES)),
    one("renamed, text cut", (DANCE, BEES), ("Touch Carries the Message of the Dance", cut(BEES, 0.7))),
    one("renamed, printed otherwise", (LENS, LENSES), ("A Focus That Follows a Loudspeaker", LENSES.replace("millimetres", "millimeters").replace(" - ", " – "))),
    one("words turned round", ("Telling Knots from Their Mirror Images", KNOTS), ("From Their Mirror Images Telling Knots", KNOTS)),
    one("a word changed, same text", ("Telling Knots from Mirror Images Quickly", KNOTS), ("Telling Knots from Mirror Images Fast", KNOTS)),
    one("titles share half, text hardly revised", ("A Robot That Dances for Honey Bees in the Dark", BEES), ("What Honey Bees Learn from a Dancing Robot in the Dark", BEES.replace("nine hundred bees and let", "nine hundred of them, and let"))),
    apart("renamed by pattern", ("Honey Bees of the North", trial("pelorin", "adults", 412, 6)), ("Sleep in Harbour Towns", trial("pelorin", "adults", 388, 9))),
    apart("head kept, another abstract", (KNOT, KNOTS), ("KnotPoly: A Library for Links", LENSES)),
    apart("head kept, half of the abstract", (SEALS, TIDES), (f"{SEALS_HEAD}: Lynxes at Dusk", TIDES[:170] + BEES[170:])),
    apart("unrelated, text alike", (DANCE, BEES), ("Lenses on Soap", BEES.replace("nine hundred", "seven hundred").replace("robot", "puppet"))),
    apart("unrelated, one decisive word", ("Pelorin at Night", trial("pelorin")), ("Corvanil in the Clinic", trial("corvanil"))),
    apart("unrelated, one number", ("Nine Clinics, One Answer", trial(n=412)), ("Why Pressure Stays High", trial(n=977))),
]  # fmt: skip

SWAPPED = [
    one("swapped", (SEALS, TIDES), (TIDES, SEALS)),
    one("swapped, cut", (LENS, LENSES), (cut(LENSES, 0.7), LENS)),
    one("swapped, head alone", (KNOT, KNOTS), (KNOTS, KNOT_HEAD)),
    one("swapped, capitals", (DANCE, BEES), (BEES, DANCE.upper())),
    one("both swapped", (TIDES, SEALS), (TIDES, SEALS.lower())),
    apart("swapped, another paper", (SEALS, TIDES), (BEES, DANCE)),
    apart("swapped, decisive word", ("Linear Waves in Beads", waves("linear")), (waves("nonlinear"), "Nonlinear Waves in Beads")),
]  # fmt: skip

MARKED = [
    one("[PDF] behind", (LENS, LENSES), (f"{LENS} [PDF]", "")),
    one("[PDF] behind, both abstracts", (LENS, LENSES), (f"{LENS} [PDF]", cut(LENSES))),
    one("[PDF] in front", (LENS, LENSES), (f"[PDF] {LENS}", "")),
    one("(pdf)", (LENS, LENSES), (f"{LENS} (pdf)", "")),
    one("[HTML]", (LENS, LENSES), (f"[HTML] {LENS}", "")),
    one("PDF behind a bar", (LENS, LENSES), (f"{LENS} | PDF", "")),
    one("arXiv's number in front", (KNOT, KNOTS), (f"[2301.00001] {KNOT}", "")),
    one("arXiv's version behind", (KNOT, KNOTS), (f"{KNOT} (arXiv:2301.00001v2)", "")),
    one("arXiv v2", (SEALS, TIDES), (f"{SEALS} (v2)", revised(TIDES))),
    one("arXiv v2, no abstract", (SEALS, TIDES), (f"{SEALS} [v2]", "")),
    one("version and peer review", (SEALS, TIDES), (f"{SEALS} [version 2; peer review: 2 approved]", "")),
    one("name of the site", (SEALS, TIDES), (f"{SEALS} | Journal of Sleep at Sea | Oxford", "")),
    one("name of the service", (SEALS, TIDES), (f"{SEALS} - ScienceDirect", "")),
    one("preprint", (DANCE, BEES), (f"{DANCE} [Preprint]", "")),
    one("retracted", (DANCE, BEES), (f"RETRACTED: {DANCE}", BEES)),
    one("retracted article", (DANCE, BEES), (f"RETRACTED ARTICLE: {DANCE}", "")),
    one("trailing dots", (f"{DANCE}.", BEES), (f"{DANCE}..", "")),
    one("extended version", (KNOT, KNOTS), (f"{KNOT} (Extended Version)", KNOTS)),
    apart("supplementary material", (DANCE, BEES), (f"{DANCE}: Supplementary Material", "")),
    apart("supplementary material for", (DANCE, BEES), (f"Supplementary Material for: {DANCE}", "")),
    apart("supplement with the abstract", (DANCE, BEES), (f"Supplementary Information to “{DANCE}”", BEES)),
    apart("corrigendum", (DANCE, BEES), (f"Corrigendum to “{DANCE}”", "")),
    apart("corrigendum, colon", (DANCE, BEES), (f"Corrigendum: {DANCE}", "")),
    apart("erratum", (LENS, LENSES), (f"Erratum: {LENS}", "")),
    apart("correction with the abstract", (LENS, LENSES), (f"Correction to: {LENS}", LENSES)),
    apart("author correction", (LENS, LENSES), (f"Author Correction: {LENS}", "")),
    apart("comment", (LENS, LENSES), (f"Comment on “{LENS}”", "")),
    apart("reply", (f"Comment on “{LENS}”", LENSES), (f"Reply to “Comment on {LENS}”", LENSES)),
    apart("retraction notice", (DANCE, BEES), (f"Retraction: {DANCE}", "")),
    apart("review of a book", ("The Sleep of Seals", TIDES), ("Book Review: The Sleep of Seals", "")),
    apart("PDF as a subject", ("Reading Tables in PDF", LENSES), ("Reading Tables", "")),
]  # fmt: skip

NOTICES = [
    one("sign in", (LENS, LENSES), (LENS, SIGN_IN)),
    one("sign in, subtitle alone", (SEALS, TIDES), (SEALS_TAIL, SIGN_IN)),
    one("copyright", (SEALS, TIDES), (SEALS, PROTECTED)),
    one("cookies", (KNOT, KNOTS), (KNOT, COOKIES)),
    one("not available", (DANCE, BEES), (DANCE, NO_ABSTRACT)),
    one("preview", (DANCE, BEES), (DANCE, PREVIEW)),
    one("paywall in German", (LENS, LENSES), (LENS, PAYWALL_DE)),
    one("paywall in French", (LENS, LENSES), (LENS, PAYWALL_FR)),
    one("two notices", (DANCE, SIGN_IN), (DANCE, COOKIES)),
    one("authors as abstract", (SEALS, TIDES), (SEALS, "Ada Moreau, Bo Lind, Tom Okafor, Jo Park and Mia Ruiz")),
    one("authors with initials", (SEALS, TIDES), (SEALS, "A. Moreau; B. Lind; T. J. Okafor; J. Park; M. Ruiz; S. Holm")),
    one("authors and places", (KNOT, KNOTS), (KNOT, "Ada Moreau (1), Bo Lind (2), Tom Okafor (1, 2) ((1) University of Bergen, (2) Harbour Institute)")),
    apart("sign in, unrelated", (LENS, SIGN_IN), (DANCE, SIGN_IN)),
    apart("copyright, unrelated", (LENS, PROTECTED), (DANCE, PROTECTED)),
    apart("cookies, unrelated", (LENS, COOKIES), (DANCE, COOKIES)),
    apart("not available, unrelated", (LENS, NO_ABSTRACT), (DANCE, NO_ABSTRACT)),
    apart("preview, unrelated", (LENS, PREVIEW), (DANCE, PREVIEW)),
    apart("German notice, unrelated", (LENS, PAYWALL_DE), (DANCE, PAYWALL_DE)),
    apart("French notice, unrelated", (LENS, PAYWALL_FR), (DANCE, PAYWALL_FR)),
    apart("authors, unrelated", (LENS, "Ada Moreau, Bo Lind, Tom Okafor, Jo Park, Mia Ruiz, Sven Holm, Li Wen and Ola Berg"), (DANCE, "Ada Moreau, Bo Lind, Tom Okafor, Jo Park, Mia Ruiz, Sven Holm, Li Wen and Ola Berg")),
    apart("a study of notices", ("One Click to Reject", COOKIE_STUDY), ("One Click to Reject", BEES)),
    one("a study of notices, renamed", ("One Click to Reject", COOKIE_STUDY), ("How Visitors Answer When Shops Ask", COOKIE_STUDY)),
]  # fmt: skip

DECISIVE = [
    apart("linear, nonlinear", ("Linear Waves in Chains of Beads", waves("linear")), ("Nonlinear Waves in Chains of Beads", waves("nonlinear"))),
    apart("linear, non-linear", ("Linear Waves in Chains of Beads", waves("linear")), ("Non-Linear Waves in Chains of Beads", waves("non-linear"))),
    apart("linear, nonlinear, one text", ("Linear Waves in Chains of Beads", waves("linear")), ("Nonlinear Waves in Chains of Beads", waves("linear"))),
    apart("linear, nonlinear, no abstract", ("Linear Waves in Chains of Beads", ""), ("Nonlinear Waves in Chains of Beads", "")),
    apart("self-, semi-supervised", ("Self-Supervised Sorting of Laundry", learn()), ("Semi-Supervised Sorting of Laundry", learn("semi-supervised"))),
    apart("self-, semi-supervised, one text", ("Self-Supervised Sorting of Laundry", learn()), ("Semi-Supervised Sorting of Laundry", learn())),
    apart("self-, semi-supervised, one abstract", ("Self-Supervised Sorting of Laundry", learn()), ("Semi-Supervised Sorting of Laundry", "")),
    apart("supervised, unsupervised", ("Supervised Sorting of Laundry", learn("supervised", 600)), ("Unsupervised Sorting of Laundry", learn("unsupervised", 640))),
    apart("forward, backward", ("Forward Waves in Chains of Beads", waves("forward")), ("Backward Waves in Chains of Beads", waves("backward"))),
    apart("forward, backward, no abstract", ("Forward Waves in Chains of Beads", ""), ("Backward Waves in Chains of Beads", "")),
    apart("ODE, SDE", ("Neural ODE Models of Laundry", learn("ODE-based")), ("Neural SDE Models of Laundry", learn("SDE-based"))),
    apart("ODE, SDE, spelt out", ("Sorting with Ordinary Differential Equations", learn("ODE-based")), ("Sorting with Stochastic Differential Equations", learn("SDE-based"))),
    apart("is, is not", ("Memory Is All That Robots Need to Sort", learn()), ("Memory Is Not All That Robots Need to Sort", learn(n=820))),
    apart("is, is not, one text", ("Memory Is What Robots Need", learn()), ("Memory Is Not What Robots Need", learn())),
    apart("is, isn't", ("Memory Is What Robots Need", learn()), ("Memory Isn't What Robots Need", learn())),
    apart("can, cannot", ("Robots Can Sort Laundry by Touch", learn()), ("Robots Cannot Sort Laundry by Touch", learn(n=811))),
    apart("with, without", ("Sorting Laundry with Labels", learn()), ("Sorting Laundry without Labels", learn(n=750))),
    apart("pre-, post-training", ("Pre-Training of Robots That Sort", learn("pre-training")), ("Post-Training of Robots That Sort", learn("post-training"))),
    apart("preoperative, postoperative", ("Preoperative Pelorin in Adults", trial()), ("Postoperative Pelorin in Adults", trial(n=301))),
    apart("increase, decrease", ("Effects of an Increase of Tolls on Traffic", prices()), ("Effects of a Decrease of Tolls on Traffic", prices("a decrease"))),
    apart("increase, decrease, one abstract", ("Toll Increases and Traffic", prices()), ("Toll Decreases and Traffic", "")),
    apart("children, adults", ("Pelorin in Children with High Blood Pressure", trial(who="children", n=201)), ("Pelorin in Adults with High Blood Pressure", trial())),
    apart("children, adults, one abstract", ("Pelorin in Children with High Blood Pressure", ""), ("Pelorin in Adults with High Blood Pressure", trial())),
    apart("men, women", ("Blood Pressure under Pelorin in Men", trial(who="men")), ("Blood Pressure under Pelorin in Women", trial(who="women"))),
    apart("mice, men", ("Blood Pressure under Pelorin in Mice", trial(who="mice", n=60)), ("Blood Pressure under Pelorin in Men", trial(who="men"))),
    apart("drugs", ("Pelorin against High Blood Pressure", trial("pelorin")), ("Corvanil against High Blood Pressure", trial("corvanil"))),
    apart("drugs of like names", ("Pelorin against High Blood Pressure", trial("pelorin")), ("Pelorol against High Blood Pressure", trial("pelorol"))),
    apart("hyper-, hypotension", ("Pelorin in Patients with Hypertension", trial(who="patients")), ("Pelorin in Patients with Hypotension", trial(who="patients", mm=4))),
    apart("hyper-, hypotension, no abstract", ("Pelorin in Patients with Hypertension", ""), ("Pelorin in Patients with Hypotension", "")),
    apart("left, right", ("Pressure in the Left Ventricle under Pelorin", trial()), ("Pressure in the Right Ventricle under Pelorin", trial(mm=5))),
    apart("upper, lower", ("Upper Bounds for Greedy Colourings of Planar Graphs", bound()), ("Lower Bounds for Greedy Colourings of Planar Graphs", bound("lower"))),
    apart("upper, lower, no abstract", ("Upper Bounds for Greedy Colourings", ""), ("Lower Bounds for Greedy Colourings", "")),
    apart("planar, toroidal", ("Greedy Colourings of Planar Graphs", bound()), ("Greedy Colourings of Toroidal Graphs", bound(graph="toroidal"))),
    apart("directed, undirected", ("Greedy Colourings of Directed Graphs", bound(graph="directed")), ("Greedy Colourings of Undirected Graphs", bound(graph="undirected"))),
    apart("even, odd", ("Greedy Colourings of Even Cycles", bound(graph="even")), ("Greedy Colourings of Odd Cycles", bound(graph="odd"))),
    apart("finite, infinite", ("Walks on Finite Groups", bound(graph="finite")), ("Walks on Infinite Groups", bound(graph="infinite"))),
    apart("convex, concave", ("Chains of Beads with Convex Gaps", waves("convex")), ("Chains of Beads with Concave Gaps", waves("concave"))),
    apart("symmetric, asymmetric", ("Symmetric Waves in Chains of Beads", waves("symmetric")), ("Asymmetric Waves in Chains of Beads", waves("asymmetric"))),
    apart("transverse, longitudinal", ("Transverse Waves in Chains of Beads", waves("transverse")), ("Longitudinal Waves in Chains of Beads", waves("longitudinal"))),
    apart("microscopic, macroscopic", ("Microscopic Waves in Chains of Beads", waves("microscopic")), ("Macroscopic Waves in Chains of Beads", waves("macroscopic"))),
    apart("microscopic, macroscopic, no abstract", ("Microscopic Waves in Chains of Beads", ""), ("Macroscopic Waves in Chains of Beads", "")),
    apart("absorption, adsorption, no abstract", ("Absorption of Water by Moss", ""), ("Adsorption of Water by Moss", "")),
    apart("intra-, intermolecular", ("Intramolecular Forces in Moss Sugars", cells()), ("Intermolecular Forces in Moss Sugars", cells("in vivo"))),
    apart("nitrate, nitrite, no abstract", ("Uptake of Nitrate by Moss", ""), ("Uptake of Nitrite by Moss", "")),
    apart("neuron, neutron, own abstracts", ("Scattering by a Neuron Lattice", waves("neuron")), ("Scattering by a Neutron Lattice", waves("neutron"))),
    apart("in vitro, in vivo", ("Water and Sugar in Moss Spores in Vitro", cells()), ("Water and Sugar in Moss Spores in Vivo", cells("in vivo"))),
    apart("in vitro, in vivo, no abstract", ("Water in Moss Spores in Vitro", ""), ("Water in Moss Spores in Vivo", "")),
    apart("sodium, potassium", ("Potassium Channels Wake Moss Spores", cells()), ("Sodium Channels Wake Moss Spores", cells(channel="sodium"))),
    apart("type 1, type 2", ("Pelorin in Type 1 Diabetes", trial()), ("Pelorin in Type 2 Diabetes", trial(n=388))),
    apart("type I, type II", ("Pelorin in Type I Diabetes", trial()), ("Pelorin in Type II Diabetes", trial(n=388))),
    apart("type 1, type 2, no abstract", ("Sleep in Type 1 Diabetes", ""), ("Sleep in Type 2 Diabetes", "")),
    apart("before, after", ("Traffic before the Toll Reform", prices()), ("Traffic after the Toll Reform", prices(n=11))),
    apart("short, long", ("Short Chains of Magnetic Beads", waves("short")), ("Long Chains of Magnetic Beads", waves("long"))),
    apart("online, offline", ("Online Sorting of Laundry with Robots", learn("online")), ("Offline Sorting of Laundry with Robots", learn("offline"))),
    apart("encoder, decoder", ("Encoder-Only Models for Laundry", learn("encoder-only")), ("Decoder-Only Models for Laundry", learn("decoder-only"))),
    apart("deterministic, stochastic", ("Deterministic Sorting of Laundry", learn("deterministic")), ("Stochastic Sorting of Laundry", learn("stochastic"))),
    apart("countries", ("Tolls and Traffic in Norway", prices()), ("Tolls and Traffic in Chile", prices(n=14))),
    apart("other subtitle, pattern", ("FoldMem: Local Sorting", learn("local")), ("FoldMem: Global Sorting", learn("global"))),
    apart("added word, pattern", ("Sorting Laundry from Demonstrations", learn("fast")), ("Federated Sorting of Laundry from Demonstrations", learn("federated"))),
    apart("added word, robust", ("Sorting Laundry from Demonstrations", learn("fast")), ("Robust Sorting of Laundry from Demonstrations", learn("robust"))),
    apart("X for Y, pattern", ("Sorting Laundry with a Memory", learn("fast")), ("Sorting Laundry with a Memory for Hospitals", learn("hospital"))),
    one("British spelling", ("Greedy Colourings of Planar Graphs", bound()), ("Greedy Colorings of Planar Graphs", bound().replace("colours", "colors"))),
    one("plural", ("Greedy Colouring of Planar Graphs", bound()), ("Greedy Colourings of Planar Graph", bound())),
    one("slip", ("Greedy Colourings of Planar Graphs", bound()), ("Greedy Colourigns of Planar Graphs", revised(bound()))),
    one("slip, no abstract", ("Greedy Colourings of Planar Graphs", bound()), ("Greedy Colourings of Plannar Graphs", "")),
    one("slip in a prefixed word", ("Unsupervised Sorting of Laundry", learn("unsupervised")), ("Unsupevised Sorting of Laundry", learn("unsupervised"))),
    one("small words", ("The Sorting of Laundry by Robots", learn()), ("Sorting Laundry by the Robots", learn())),
    one("-ize, -ise", ("Randomised Greedy Colourings", bound()), ("Randomized Greedy Colourings", "")),
]  # fmt: skip

EDITIONS = [
    apart("survey editions", ("Sensing Empty Rooms: A Survey (2019)", survey()), ("Sensing Empty Rooms: A Survey (2023)", survey(2023, 260))),
    apart("survey editions, one text", ("Sensing Empty Rooms: 2019 Survey", survey()), ("Sensing Empty Rooms: 2023 Survey", survey())),
    apart("survey editions, no abstract", ("The 2019 Survey of Empty Rooms", ""), ("The 2023 Survey of Empty Rooms", "")),
    apart("edition's year and another word", ("Findings of the 2019 Challenge on Empty Rooms", survey()), ("Findings of the 2020 Challenge on Vacant Rooms", survey(2020))),
    apart("ordinal editions", ("The Second Challenge on Empty Rooms", survey()), ("The Third Challenge on Empty Rooms", survey(2020))),
    apart("ordinal numbers", ("The 2nd Challenge on Empty Rooms", survey()), ("The 3rd Challenge on Empty Rooms", survey(2020))),
    apart("year in an acronym", ("ROOMS2019: A Challenge on Empty Rooms", survey()), ("ROOMS2020: A Challenge on Empty Rooms", survey(2020))),
    apart("two digits of a year", ("Overview of ROOMS'19", survey()), ("Overview of ROOMS'20", survey(2020))),
    apart("GPT-3, GPT-4", ("Sorting Laundry with GPT-3", learn("GPT-3-based")), ("Sorting Laundry with GPT-4", learn("GPT-4-based"))),
    apart("GPT-3, GPT-4, no abstract", ("GPT-3 Technical Notes", ""), ("GPT-4 Technical Notes", "")),
    apart("3.5 and 3.6", ("Sorting Laundry with Fold 3.5", learn()), ("Sorting Laundry with Fold 3.6", learn(n=810))),
    apart("part I, part II", ("Greedy Painters, Part I", bound()), ("Greedy Painters, Part II", bound("lower"))),
    apart("part I, part II, no abstract", ("Greedy Painters. Part I", ""), ("Greedy Painters. Part II", "")),
    apart("parts with names", ("Greedy Painters I: Planar Graphs", bound()), ("Greedy Painters II: Toroidal Graphs", bound(graph="toroidal"))),
    apart("parts XI and XII", ("Greedy Painters, Part XI", bound()), ("Greedy Painters, Part XII", bound(n="many"))),
    apart("parts in French", ("Les peintres avides, partie I", bound()), ("Les peintres avides, partie II", bound())),
    apart("parts in German", ("Gierige Maler, Teil 1", bound()), ("Gierige Maler, Teil 2", bound())),
    apart("volumes", ("Knots and Links, Vol. 1", KNOTS), ("Knots and Links, Vol. 2", KNOTS)),
    apart("dimensions", ("Waves of Beads in Two Dimensions", waves()), ("Waves of Beads in Three Dimensions", waves(n=3000))),
    apart("sizes", ("Sorting 100 Kinds of Laundry", learn(n=100)), ("Sorting 1,000 Kinds of Laundry", learn(n=1000))),
    one("part II, part 2", ("Greedy Painters, Part II", bound()), ("Greedy Painters: Part 2", "")),
    one("year added, same text", ("Sensing Empty Rooms: A Survey", survey()), ("Sensing Empty Rooms: A Survey (2019)", survey())),
]  # fmt: skip

FORMS = [
    one("abstract in German", (SEALS, TIDES), (SEALS, TIDES_DE)),
    one("abstract in French", (SEALS, TIDES), (SEALS, TIDES_FR)),
    one("abstract in German and in French", (SEALS, TIDES_DE), (SEALS, TIDES_FR)),
    one("abstract in both languages", (SEALS, TIDES), (SEALS, f"{TIDES_FR} {TIDES}")),
    apart("another language under a short title", ("Einleitung", TIDES_DE), ("Einleitung", BEES)),
    apart("another language, another title", (SEALS, TIDES), ("Seehunde im Schlaf", TIDES_DE)),
    one("composed, decomposed", ("Über die Bögen von Möbius", KNOTS), ("Über die Bögen von Möbius", "")),
    one("umlauts lost", ("Über die Bögen von Möbius", KNOTS), ("Uber die Bogen von Mobius", "")),
    one("ligatures", ("Efficient Flow in Affine Films", LENSES), ("Eﬃcient Flow in Aﬃne Films", "")),
    one("full width", ("KnotPoly: Linear Time", KNOTS), ("ＫｎｏｔＰｏｌｙ：Ｌｉｎｅａｒ Ｔｉｍｅ", "")),
    one("non-breaking and soft hyphens", ("Sound-Driven Oil Lenses on Film", LENSES), ("Sound‑Driven Oil Len\u00adses on Film", "")),
    one("quotation marks", ("Are “Lenses” of Oil Lenses?", LENSES), ("Are 'Lenses' of Oil Lenses?", "")),
    one("formula", ("Walks on $\\mathbb{Z}^2$ and $H_2O$", bound()), ("Walks on Z^2 and H2O", "")),
    one("subscripts", ("Uptake of CO₂ by Moss", cells()), ("Uptake of CO$_2$ by Moss", "")),
    one("Greek", ("A $\\beta$-Model of Moss", cells()), ("A β-Model of Moss", "")),
    one("TeX accents", ("Erd\\H{o}s Walks and M\\\"obius Bands", bound()), ("Erdős Walks and Möbius Bands", "")),
    one("capitals", (LENS, LENSES), (LENS.upper(), LENSES.upper())),
    one("white space", (LENS, LENSES), (f"  {LENS.replace(' ', '   ')} ", "")),
    one("hyphen lost", ("Selfsorting Laundry with Co-operative Robots", learn()), ("Self-Sorting Laundry with Cooperative Robots", "")),
    one("capitals and a full stop", (LENS, ""), (LENS.upper() + ".", "")),
]  # fmt: skip

# Written when the rules stood, to see what they had missed.
AFTERWARDS = [
    one("en dash subtitle dropped", ("Statins after Stroke – Bleeding in a Seven-Hospital Cohort", STROKE), ("Statins after Stroke", STROKE[:200]+"...")),
    one("head alone, medicine", ("Statins after Stroke: Bleeding in a Seven-Hospital Cohort", STROKE), ("Statins after Stroke", "")),
    one("subtitle alone, receipts", ("LedgerRAG: Receipts for Retrieved Passages in Question Answering", RECEIPTS), ("Receipts for Retrieved Passages in Question Answering", "")),
    one("cut behind a space", ("Rational Points of Bounded Height on Varieties with Finite Albanese Map", HEIGHTS), ("Rational Points of Bounded Height on Varieties with …", "")),
    one("cut in a word, both cut", ("Rational Points of Bounded Height on Varieties with Finite Albanese Map", HEIGHTS), ("Rational Points of Bounded Height on Varie...", HEIGHTS[:120]+"...")),
    one("cut, a notice as abstract", ("Rational Points of Bounded Height on Varieties with Finite Albanese Map", HEIGHTS), ("Rational Points of Bounded Height on Varieties w…", "This content is only available via PDF. Sign in to get access.")),
    one("swapped, physics", ("Thermal Conductivity of Thin Diamond Films", FILMS), (FILMS, "Thermal Conductivity of Thin Diamond Films")),
    one("[pdf]", ("Thermal Conductivity of Thin Diamond Films", FILMS), ("Thermal conductivity of thin diamond films [pdf]", "")),
    one("(PDF) and a service", ("Thermal Conductivity of Thin Diamond Films", FILMS), ("(PDF) Thermal Conductivity of Thin Diamond Films | ResearchGate", "")),
    one("a service behind a dash", ("Thermal Conductivity of Thin Diamond Films", FILMS), ("Thermal Conductivity of Thin Diamond Films - PubMed", "")),
    one("paywall 1", ("Winter Survival of Bumblebees Depends on Gut Bacteria", GUTS), ("Winter Survival of Bumblebees Depends on Gut Bacteria", "You do not currently have access to this content. Please login or purchase a subscription to view this article.")),
    one("paywall 2", ("Winter Survival of Bumblebees Depends on Gut Bacteria", GUTS), ("Winter Survival of Bumblebees Depends on Gut Bacteria", "Access to this document requires a subscription. Log in with your institution, or purchase the article for $39.95.")),
    one("paywall 3", ("Winter Survival of Bumblebees Depends on Gut Bacteria", GUTS), ("Winter Survival of Bumblebees Depends on Gut Bacteria", "Please sign in to continue reading. Unlock full access with a subscription.")),
    one("paywall 4", ("Winter Survival of Bumblebees Depends on Gut Bacteria", GUTS), ("Winter Survival of Bumblebees Depends on Gut Bacteria", "The abstract is only available to subscribers. Get access to the full version of this article.")),
    one("paywall 5", ("Winter Survival of Bumblebees Depends on Gut Bacteria", GUTS), ("Winter Survival of Bumblebees Depends on Gut Bacteria", "Subscribe to unlock this article. Already a subscriber? Log in. Rent or buy this article to read the complete version.")),
    one("paywall 6", ("Winter Survival of Bumblebees Depends on Gut Bacteria", GUTS), ("Winter Survival of Bumblebees Depends on Gut Bacteria", "Your access options: Buy this article and get unlimited access and a printable PDF for USD 30.00. Institutional login.")),
    one("same head, a sentence revised", ("LedgerRAG: Receipts for Retrieved Passages in Question Answering", RECEIPTS), ("LedgerRAG: Citing Signed Evidence with Language Models", RECEIPTS.replace("LedgerRAG improves exact match by 4.1 points over the strongest retriever while halving the number of unsupported claims", "we gain 4.3 points and see half as many unsupported claims"))),
    one("same head, every fifth word gone", ("LedgerRAG: Receipts for Retrieved Passages in Question Answering", RECEIPTS), ("LedgerRAG: Citing Signed Evidence with Language Models", " ".join(w for i, w in enumerate(RECEIPTS.split()) if i%5))),
    one("unrelated, same text", ("Bleeding among Survivors Who Take Statins", STROKE), ("Fear of Haemorrhage Is No Reason to Withhold Lipid Drugs", STROKE)),
    one("accents", ("Étude des graphes à grande échelle", CLUSTERS), ("Etude des graphes a grande echelle", "")),
    one("greek/latex", (r"Bounds for $\lambda$-terms in $O(n \log n)$", HEIGHTS), ("Bounds for λ-terms in O(n log n)", "")),
    one("Chinese, cut with dots", ("按块采样的图神经网络训练方法及其在大规模数据上的应用", BLOCKS_ZH), ("按块采样的图神经网络训练方法及其在大规模…", "")),
    one("abstract in Chinese", ("GraphBlock: Sampling by Blocks for Graph Networks", CLUSTERS), ("GraphBlock: Sampling by Blocks for Graph Networks", BLOCKS_ZH)),
    one("abstract in Spanish", ("Winter Survival of Bumblebees Depends on Gut Bacteria", GUTS), ("Winter Survival of Bumblebees Depends on Gut Bacteria", "Las bacterias del intestino producen vitaminas que sus huéspedes no pueden fabricar. Secuenciamos las heces de 96 colonias de abejorros y encontramos que las colonias con más Snodgrassella sobrevivieron al invierno con el doble de frecuencia.")),
    one("ampersand and full stop", ("Heat & Grain Boundaries in Diamond", FILMS), ("Heat and grain boundaries in diamond.", "")),
    one("quotes and dashes", ("On ‘Receipts’ — and “Trust”", RECEIPTS), ("On 'Receipts' - and \"Trust\"", "")),
    one("trailing period + caps", ("Thermal Conductivity of Thin Diamond Films.", FILMS), ("THERMAL CONDUCTIVITY OF THIN DIAMOND FILMS", FILMS.upper())),
    one("slip and a sentence less", ("Thermal Conductivity of Thin Diamond Films", FILMS), ("Thermal Conductvity of Thin Diamond Films", FILMS.replace("Implications for heat spreaders are discussed.", ""))),
    one("British and American", ("Generalised Behaviour of Grey Colour Centres in Diamond", FILMS), ("Generalized Behavior of Gray Color Centers in Diamond", FILMS)),
    one("title in brackets original language", ("[Thermal Conductivity of Thin Diamond Films]", FILMS), ("Thermal Conductivity of Thin Diamond Films.", "")),
    one("entity of HTML", ("Heat &amp; Grain Boundaries in Diamond", FILMS), ("Heat & Grain Boundaries in Diamond", "")),
    one("arxiv id behind", ("Thermal Conductivity of Thin Diamond Films", FILMS), ("Thermal Conductivity of Thin Diamond Films [arXiv:2101.00001]", "")),
    one("year in brackets, same text", ("Thermal Conductivity of Thin Diamond Films", FILMS), ("Thermal Conductivity of Thin Diamond Films (2021)", FILMS)),
    apart("haemorrhage, ischaemia", ("Statins and Recurrent Haemorrhage after Stroke", STROKE), ("Statins and Recurrent Ischaemia after Stroke", ISCHAEMIA)),
    apart("with, without statins", ("Stroke with Statins: a Cohort", STROKE), ("Stroke without Statins: a Cohort", ISCHAEMIA)),
    apart("diamond, graphite", ("Thermal Conductivity of Thin Diamond Films", FILMS), ("Thermal Conductivity of Thin Graphite Films", FILMS.replace("diamond", "graphite").replace("factor of two", "factor of nine"))),
    apart("number, function fields", ("Rational Points over Number Fields", HEIGHTS), ("Rational Points over Function Fields", HEIGHTS.replace("number", "function"))),
    apart("number, function fields, one word", ("Rational Points over Number Fields", HEIGHTS), ("Rational Points over Function Fields", HEIGHTS.replace("number", "function"))),
    apart("follow-up with head", ("LedgerRAG: Receipts for Retrieved Passages", RECEIPTS), ("LedgerRAG for Images: Receipts for Retrieved Regions", IMAGES)),
    apart("X for Y, no abstract, physics", ("Thermal Conductivity of Thin Diamond Films", FILMS), ("Thermal Conductivity of Thin Diamond Films under Strain", "")),
    apart("X++, pattern", ("LedgerRAG: Receipts for Retrieved Passages", RECEIPTS), ("LedgerRAG++: Receipts for Retrieved Passages", RECEIPTS.replace("4.1", "5.0"))),
    apart("survey edition", ("Graph Clustering: A Survey", CLUSTERS), ("Graph Clustering: A Survey, 2nd Edition", CLUSTERS.replace("180", "260"))),
    apart("survey of something else", ("A Survey of Graph Clustering", CLUSTERS), ("A Survey of Graph Sampling", CLUSTERS.replace("clustering", "sampling").replace("180", "90"))),
    apart("deep, shallow", ("Deep Clustering of Graphs", CLUSTERS), ("Shallow Clustering of Graphs", CLUSTERS)),
    apart("un-", ("Biased Estimators for Graph Clustering", CLUSTERS), ("Unbiased Estimators for Graph Clustering", CLUSTERS)),
    apart("dis-", ("Assortative Mixing in Graph Clusters", CLUSTERS), ("Disassortative Mixing in Graph Clusters", CLUSTERS)),
    apart("ir-", ("Reversible Chains of Clusters", CLUSTERS), ("Irreversible Chains of Clusters", CLUSTERS)),
    apart("im-", ("Perfect Clusters in Graphs", CLUSTERS), ("Imperfect Clusters in Graphs", CLUSTERS)),
    apart("a-, synchronous", ("Synchronous Gossip on Graphs", CLUSTERS), ("Asynchronous Gossip on Graphs", CLUSTERS)),
    apart("a-, synchronous, no abstract", ("Synchronous Gossip on Graphs", ""), ("Asynchronous Gossip on Graphs", "")),
    apart("over-, underfitting", ("Overfitting in Graph Clustering", CLUSTERS), ("Underfitting in Graph Clustering", CLUSTERS)),
    apart("endo-, exogenous", ("Endogenous Shocks in Networks", CLUSTERS), ("Exogenous Shocks in Networks", CLUSTERS)),
    apart("macro-, microeconomics", ("Macroeconomics of Networks", CLUSTERS), ("Microeconomics of Networks", CLUSTERS)),
    apart("mono-, polygenic", ("Monogenic Traits in Bees", GUTS), ("Polygenic Traits in Bees", GUTS.replace("96", "88"))),
    apart("maximal, minimal", ("Maximal Clusters of Graphs", CLUSTERS), ("Minimal Clusters of Graphs", CLUSTERS)),
    apart("gram-positive, gram-negative", ("Gram-Positive Bacteria in Bumblebees", GUTS), ("Gram-Negative Bacteria in Bumblebees", GUTS.replace("96", "88"))),
    apart("phases II and III", ("A Phase II Trial of Statins after Stroke", STROKE), ("A Phase III Trial of Statins after Stroke", ISCHAEMIA)),
    apart("phases 2 and 3, one text", ("A Phase 2 Trial of Statins after Stroke", STROKE), ("A Phase 3 Trial of Statins after Stroke", STROKE)),
    apart("one year, five years", ("One-Year Outcomes of Statins after Stroke", STROKE), ("Five-Year Outcomes of Statins after Stroke", ISCHAEMIA)),
    apart("30 and 90 days", ("90-Day Mortality after Stroke", STROKE), ("30-Day Mortality after Stroke", STROKE)),
    apart("I and II", ("Graph Gossip I", CLUSTERS), ("Graph Gossip II", HEIGHTS)),
    apart("first and second wave", ("Stroke Care in the First Wave of COVID-19", STROKE), ("Stroke Care in the Second Wave of COVID-19", ISCHAEMIA)),
    apart("cause, prevent?", ("Do Statins Cause Bleeding after Stroke?", STROKE), ("Do Statins Prevent Bleeding after Stroke?", ISCHAEMIA)),
    apart("cause, prevent", ("Statins Cause Bleeding after Stroke", STROKE), ("Statins Prevent Bleeding after Stroke", STROKE.replace("3.1%", "3.9%"))),
    apart("works, doesn't", ("Why Attention Works", CLUSTERS), ("Why Attention Doesn't Work", CLUSTERS)),
    apart("no longer", ("Statins Are Needed after Stroke", STROKE), ("Statins Are No Longer Needed after Stroke", STROKE)),
    apart("protocol", ("Statins after Stroke: Study Protocol", STROKE[:150]), ("Statins after Stroke: Results", ISCHAEMIA)),
    apart("comment on a paper", ("Comment on: Thermal Conductivity of Thin Diamond Films", ""), ("Thermal Conductivity of Thin Diamond Films", FILMS)),
    apart("reply to a comment", ("Reply to Comment on Thermal Conductivity of Thin Diamond Films", ""), ("Comment on: Thermal Conductivity of Thin Diamond Films", "")),
    apart("erratum in brackets", ("Thermal Conductivity of Thin Diamond Films (Erratum)", ""), ("Thermal Conductivity of Thin Diamond Films", FILMS)),
    apart("supplement behind a dash", ("Thermal Conductivity of Thin Diamond Films - Supplementary Information", FILMS), ("Thermal Conductivity of Thin Diamond Films", FILMS)),
    apart("appendix behind a colon", ("Thermal Conductivity of Thin Diamond Films: Appendix", ""), ("Thermal Conductivity of Thin Diamond Films", FILMS)),
    apart("notice unrelated", ("Graph Gossip", "Please sign in to continue reading. Unlock full access with a subscription."), ("Diamond Films", "Please sign in to continue reading. Unlock full access with a subscription.")),
    apart("offer of access, unrelated", ("Graph Gossip", "Your access options: Buy this article and get unlimited access and a printable PDF for USD 30.00. Institutional login."), ("Diamond Films", "Your access options: Buy this article and get unlimited access and a printable PDF for USD 30.00. Institutional login.")),
    one("swapped, a short abstract", ("Graph Gossip in Rings", "Rumours on a ring reach every node in time that grows with the square of its size, and no faster."), ("Rumours on a ring reach every node in time that grows with the square of its size, and no faster.", "Graph Gossip in Rings")),
    one("embedding, imbedding", ("Embedding Graphs on the Torus", CLUSTERS), ("Imbedding Graphs on the Torus", CLUSTERS)),
    apart("text to image, image to text", ("Text-to-Image Receipts for Language Models", RECEIPTS), ("Image-to-Text Receipts for Language Models", RECEIPTS.replace("4.1", "3.7"))),
    apart("from, to", ("Transfer from Simulated Films", FILMS), ("Transfer to Simulated Films", FILMS.replace("two", "three"))),
    apart("weakly supervised", ("Supervised Clustering of Graphs", CLUSTERS), ("Weakly Supervised Clustering of Graphs", CLUSTERS.replace("180", "90"))),
    apart("vitamins C and D, no abstract", ("Vitamin C and the Winter Survival of Bees", GUTS), ("Vitamin D and the Winter Survival of Bees", "")),
    apart("zero-shot, few-shot", ("Zero-Shot Clustering of Graphs", CLUSTERS), ("Few-Shot Clustering of Graphs", CLUSTERS.replace("180", "90"))),
    apart("top-down, bottom-up", ("Top-Down Clustering of Graphs", CLUSTERS), ("Bottom-Up Clustering of Graphs", CLUSTERS)),
    apart("other subtitle, last word", ("FoldMem: Sorting by Touch", learn("tactile")), ("FoldMem: Sorting by Sight", learn("visual"))),
    apart("graph, hypergraph, one text", ("Clustering of Graphs", CLUSTERS), ("Clustering of Hypergraphs", CLUSTERS)),
    apart("strains", ("Survival after H1N1 Infection", STROKE), ("Survival after H5N1 Infection", STROKE)),
    apart("a question, revisited", ("Do Graphs Gossip in Rings?", GUTS), ("Do Graphs Gossip in Rings? Revisited", "")),
    apart("a question that goes on", ("Do Graphs Gossip in Rings?", ""), ("Do Graphs Gossip in Rings? without Labels", "")),
    one("a question, with its subtitle", ("Do Graphs Gossip in Rings? A Field Study", GUTS), ("Do Graphs Gossip in Rings?", "")),
    apart("letters that name", ("Survival after Hepatitis A in Bees", STROKE), ("Survival after Hepatitis B in Bees", STROKE)),
    one("slip beside words that come twice", ("Let Us Agree to Agree: Clustering of Datasets", CLUSTERS), ("Let Us Agree to Agree: Clustering of Dataets", CLUSTERS)),
    one("slip that leaves a prefix", ("ConvNets Match Gossip in Rings", GUTS), ("CovNets Match Gossip in Rings", GUTS)),
    one("slip within a prefix", ("Uniform Gossip in Rings of Bees", GUTS), ("Unform Gossip in Rings of Bees", GUTS)),
    Case("cut title fits two", (("Bounded Height on Curves of Genus Two", HEIGHTS), ("Bounded Height on Curves of Genus Three", HEIGHTS.replace("number", "function").replace("function", "local")), ("Bounded Height on Curves of…", "")), "abc"),
    Case("head fits two papers", (("LedgerRAG: Receipts for Passages", RECEIPTS), ("LedgerRAG: Receipts for Images", IMAGES), ("LedgerRAG", "")), "abc"),
    Case("subtitle fits two", (("Ants: Sorting by Touch in the Dark", GUTS), ("Robots: Sorting by Touch in the Dark", RECEIPTS), ("Sorting by Touch in the Dark", "")), "abc"),
    Case("[PDF] of one of two", (("Thermal Conductivity of Thin Diamond Films", FILMS), ("Thermal Conductivity of Thin Graphite Films", FILMS.replace("diamond", "graphite").replace("factor of two", "factor of nine")), ("Thermal Conductivity of Thin Diamond Films [PDF]", "")), "aba"),
    Case("edition without a year", (("Graph Clustering: A Survey (2019)", CLUSTERS), ("Graph Clustering: A Survey (2023)", CLUSTERS.replace("180", "260")), ("Graph Clustering: A Survey", "")), "abc"),
    one('journal and press behind bars', ("Minimum Wages across County Borders", WAGES), ("Minimum Wages across County Borders | The Quarterly Journal of Economics | Oxford Academic", "")),
    one('two names of a site', ("Minimum Wages across County Borders", WAGES), ("Minimum Wages across County Borders | IEEE Journals & Magazine | IEEE Xplore", "")),
    one('a press behind a bar', ("Minimum Wages across County Borders", WAGES), ("Minimum Wages across County Borders | Cambridge Core", "")),
    one('[PDF] and a service', ("Minimum Wages across County Borders", WAGES), ("[PDF] Minimum Wages across County Borders | Semantic Scholar", "")),
    one('[CITATION]', ("Minimum Wages across County Borders", WAGES), ("[CITATION] Minimum wages across county borders", "")),
    one('capitals, cut, a notice', ("Word Order before Words: Evidence from Toddlers of Eighteen Months", TODDLERS), ("WORD ORDER BEFORE WORDS: EVIDENCE FROM TODDLERS…", "Log in to view this article. Subscription required.")),
    one('subtitle behind a dash', ("Word Order before Words - Evidence from Toddlers of Eighteen Months", TODDLERS), ("Word Order before Words", "")),
    one('subtitle behind a question', ("Do Toddlers Know Word Order? Evidence from Looking Times", TODDLERS), ("Do Toddlers Know Word Order?", "")),
    one('subtitle behind a full stop', ("Word Order before Words. Evidence from Toddlers of Eighteen Months", TODDLERS), ("Word Order before Words", "")),
    one("head with abstract cut", ("Leo Minor: A Dwarf Galaxy Shaped by Tides", DWARF), ("Leo Minor", DWARF[:160]+"…")),
    one('acronym in brackets', ("Deep Imaging of Leo Minor (DILM): A Dwarf Galaxy Shaped by Tides", DWARF), ("Deep Imaging of Leo Minor: A Dwarf Galaxy Shaped by Tides", "")),
    one('formula of chemistry', ("Water Splitting with MnO$_2$ on Nickel Foam", FOAM), ("Water Splitting with MnO2 on Nickel Foam", "")),
    one('formula of chemistry, subscript', ("Water Splitting with MnO₂ on Nickel Foam", FOAM), ("Water splitting with MnO2 on nickel foam", "")),
    one('tags of HTML', ("Growth of <i>E. coli</i> on Nickel Foam", FOAM), ("Growth of E. coli on Nickel Foam", FOAM)),
    one("trailing asterisk", ("Minimum Wages across County Borders*", WAGES), ("Minimum Wages across County Borders", "")),
    one("footnote dagger", ("Minimum Wages across County Borders†", WAGES), ("Minimum Wages across County Borders", "")),
    one("numbered", ("12. Minimum Wages across County Borders", WAGES), ("Minimum Wages across County Borders", WAGES)),
    one('"Abstract:" in front', ("Minimum Wages across County Borders", WAGES), ("Minimum Wages across County Borders", "Abstract: "+WAGES)),
    one('abstract translated', ("Leo Minor: A Dwarf Galaxy Shaped by Tides", DWARF), ("Leo Minor: A Dwarf Galaxy Shaped by Tides", "Nous présentons une imagerie profonde de la galaxie naine avec un télescope de quatre mètres. Son halo stellaire est étendu et il est allongé vers la Voie lactée. Les marées ont arraché le gaz dans cette galaxie.")),
    one('same head, chemistry', ("NiFoam: Manganese Oxide for Splitting Water", FOAM), ("NiFoam: Cheap Anodes without Iridium", FOAM.replace("The oxide is stable for 500 hours. ", "").replace("which is scarce", "a scarce element"))),
    one('titles share words, a word revised', ("Minimum Wages across County Borders", WAGES), ("County Borders and Minimum Wages", WAGES.replace("slightly", "a little"))),
    apart('yearly reports, one text', ("World Happiness Report 2019", WAGES), ("World Happiness Report 2020", WAGES)),
    apart('yearly figures', ("Cancer Statistics, 2022", TODDLERS), ("Cancer Statistics, 2023", TODDLERS)),
    apart('yearly figures, no abstract', ("Cancer Statistics, 2022", ""), ("Cancer Statistics, 2023", "")),
    apart('yearly figures, one abstract', ("Cancer Statistics, 2022", TODDLERS), ("Cancer Statistics, 2023", "")),
    apart('guidelines of two years', ("2018 Guideline for Blood Cholesterol", TODDLERS), ("2019 Guideline for Blood Pressure", TODDLERS.replace("18", "19"))),
    apart("verb-final", ("Word Order in Verb-Final Languages", TODDLERS), ("Word Order in Verb-Initial Languages", TODDLERS.replace("verb-final", "verb-initial"))),
    apart('toddlers, infants', ("Word Order in Toddlers", TODDLERS), ("Word Order in Infants", TODDLERS.replace("toddlers of 18", "infants of 9"))),
    apart('iridium, ruthenium', ("Splitting Water without Iridium", FOAM), ("Splitting Water without Ruthenium", FOAM.replace("iridium", "ruthenium"))),
    apart('alkaline, acidic', ("Splitting Water in Alkaline Solution", FOAM), ("Splitting Water in Acidic Solution", FOAM.replace("alkaline", "acidic").replace("500", "90"))),
    apart('oxidation, reduction', ("Oxidation of Water on Nickel", FOAM), ("Reduction of Water on Nickel", FOAM.replace("oxide", "hydride"))),
    apart('oxidation, reduction, no abstract', ("Oxidation of Water on Nickel", ""), ("Reduction of Water on Nickel", "")),
    apart('homo-, heterogeneous', ("Homogeneous Catalysts for Splitting Water", FOAM), ("Heterogeneous Catalysts for Splitting Water", FOAM)),
    apart('exo-, endothermic', ("Exothermic Steps in Splitting Water", FOAM), ("Endothermic Steps in Splitting Water", FOAM)),
    apart('cis, trans', ("Cis-Isomers in Splitting Water", FOAM), ("Trans-Isomers in Splitting Water", FOAM.replace("500", "300"))),
    apart("intra-/interstellar", ("Interstellar Gas in Leo Minor", DWARF), ("Intrastellar Gas in Leo Minor", DWARF)),
    apart('supply, demand', ("Wages and Labour Supply at County Borders", WAGES), ("Wages and Labour Demand at County Borders", WAGES.replace("Employment", "Hiring"))),
    apart('minimum, maximum', ("Minimum Wages across County Borders", WAGES), ("Maximum Wages across County Borders", WAGES)),
    apart('employed, unemployed', ("The Employed at County Borders", WAGES), ("The Unemployed at County Borders", WAGES)),
    apart('does, does not', ("The Minimum Wage Reduces Employment", WAGES), ("The Minimum Wage Does Not Reduce Employment", WAGES)),
    apart('effects, no effects', ("Effects of Minimum Wages on Prices", WAGES), ("No Effects of Minimum Wages on Prices", WAGES)),
    apart('lower, higher', ("Lower Minimum Wages and Jobs", WAGES), ("Higher Minimum Wages and Jobs", WAGES)),
    apart('north, south', ("Wages in the North Valley", WAGES), ("Wages in the South Valley", WAGES)),
    apart('reply behind a colon', ("Minimum Wages across County Borders: Reply", WAGES), ("Minimum Wages across County Borders", WAGES)),
    apart("correction to", ("Correction to: Minimum wages across county borders", ""), ("Minimum Wages across County Borders", WAGES)),
    apart("publisher correction", ("Publisher Correction: Minimum wages across county borders", ""), ("Minimum Wages across County Borders", WAGES)),
    apart("addendum", ("Addendum: Minimum wages across county borders", ""), ("Minimum Wages across County Borders", WAGES)),
    apart('commentary', ("Commentary: Minimum wages across county borders", TODDLERS), ("Minimum Wages across County Borders", WAGES)),
    apart("data for", ("Data for: Minimum wages across county borders", ""), ("Minimum Wages across County Borders", WAGES)),
    apart("replication of", ("A Replication of “Minimum Wages across County Borders”", ""), ("Minimum Wages across County Borders", WAGES)),
    apart('parts behind full stops', ("Leo Minor. III. Gas", DWARF), ("Leo Minor. IV. Stars", DWARF)),
    apart('papers I and II', ("Leo Minor - Paper I: Gas", DWARF), ("Leo Minor - Paper II: Stars", DWARF)),
    apart("chapters", ("Chapter 3: Galaxies", DWARF), ("Chapter 4: Galaxies", DWARF)),
    apart('data releases', ("Leo Survey: Data Release 3", DWARF), ("Leo Survey: Data Release 4", DWARF.replace("six", "seven"))),
    apart('versions of a model', ("Sorting with Llama 2", RECEIPTS), ("Sorting with Llama 3", RECEIPTS)),
    apart('sizes of a model', ("BLOOM-7B Receipts", RECEIPTS), ("BLOOM-176B Receipts", RECEIPTS)),
    apart('two languages, pattern', ("Word Order in German Toddlers", TODDLERS.replace("toddlers", "German toddlers")), ("Word Order in French Toddlers", TODDLERS.replace("toddlers", "French toddlers"))),
]  # fmt: skip

CASES = [*TITLE_CUT, *HEAD_ALONE, *RETITLED, *SWAPPED, *MARKED, *NOTICES, *DECISIVE, *EDITIONS, *FORMS, *AFTERWARDS]
