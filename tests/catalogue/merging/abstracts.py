"""Abstracts of invented papers of several fields, with gaps where near papers differ."""

from __future__ import annotations

TRIAL = (
    "Background: Whether {drug} lowers blood pressure in {who} is not known. Methods: In this randomised trial, {n} "
    "{who} from eleven clinics received {drug} or placebo once a day for twelve weeks. The main outcome was the "
    "change of the mean pressure over a day. Results: Pressure fell by {mm} mm Hg more under {drug} than under "
    "placebo. Dizziness was reported by four percent in both groups. Conclusions: {drug} is a safe and simple "
    "addition to the care of {who} whose pressure stays high under diet alone."
)
BOUND = (
    "We prove {side} bounds on the number of colours that a greedy painter needs for {graph} graphs of girth at least "
    "seven. The proof counts walks that never turn back and weighs each of them by the degrees on its way. For graphs "
    "with {n} vertices of high degree the bound is tight up to a constant. As a corollary we settle a question about "
    "{graph} maps on the torus, and we show that the argument fails on the Klein bottle."
)
WAVES = (
    "We study {kind} waves in a chain of magnetic beads that repel each other. A laser follows each bead at {n} "
    "frames a second while a piston strikes the first one. The measured speeds agree with a {kind} model without any "
    "fitted constant, as long as the gaps between beads are wider than their radius. Where they are narrower, "
    "friction with the rail takes over and {kind} waves die out within twenty beads."
)
CELLS = (
    "Spores of moss dry out and come back to life within minutes. Here we follow the sugar content of spores {where} "
    "with a dye that glows when water enters. In {n} of the spores the dye lit up before the wall had swollen, which "
    "speaks against the view that swelling comes first. Blocking {channel} channels delayed the light by half an "
    "hour. We conclude that {channel} flows {where} open the way for water."
)
LEARN = (
    "We present a {how} method that teaches small robots to sort laundry from a handful of demonstrations. The method "
    "keeps a memory of folds that it has seen and asks for help when a garment looks strange. On {n} garments of six "
    "kinds the {how} method sorts nine of ten shirts right, and it needs half as many questions as the strongest "
    "baseline. Videos and drawings of the gripper are part of the supplement."
)
SURVEY = (
    "Buildings use a third of all electricity, and much of it is wasted in empty rooms. This survey covers {n} "
    "studies that appeared until {year} on sensing whether a room is empty. We sort them by sensor, by the cost of a "
    "room and by what happens to the records, and we compare their error rates on equal terms. Open problems are the "
    "privacy of guests, sensors that age, and rooms with pets."
)
PRICES = (
    "We ask how {what} of the toll changed traffic on {n} bridges of a northern port. Cameras at both ends counted "
    "cars for two years before and after the reform. Traffic in the rush hour moved by a tenth, more where a ferry "
    "runs beside the bridge, and shops near the ramps noticed {what} within a month. The effect was largest among "
    "commuters who share a car."
)
LENSES = (
    "A drop of oil on a soap film bends light like a lens whose focus follows the sound that shakes the film. We "
    "drive such drops with a loudspeaker and record what they show of a printed page. Letters of two millimetres can "
    "be read at fifty settings of the focus, and switching between them takes four thousandths of a second. No moving "
    "part of the lens touches another."
)
BEES = (
    "Honey bees that return with pollen dance for their sisters, but what a bee learns from a dance in the dark hive "
    "is disputed. We glued tags to nine hundred bees and let a robot dance for them. Bees that had touched the robot "
    "flew to the place it named, those that had only heard it did not. Touch, then, carries the message, and sound "
    "calls an audience."
)
KNOTS = (
    "A knot can be told from its mirror image by the order in which a walker meets its crossings twice. We turn this "
    "order into a polynomial with four variables that costs linear time for each crossing. It separates all knots "
    "with up to fourteen crossings, mutants included, and vanishes for just those links whose components can be "
    "pulled apart. An implementation is part of the arXiv listing."
)
TIDES = (
    "Harbour seals sleep at sea while they sink, and nobody had seen them wake. We recorded the brain waves of eight "
    "seals over five tides with caps that fell off by themselves. Seals slept for twenty minutes at a time, spun like "
    "leaves once they lay on their backs, and woke before they reached the ground, whatever its depth. Sleep grew "
    "shorter near boats."
)
TIDES_DE = (
    "Seehunde schlafen auf See, während sie sinken, und niemand hatte gesehen, wie sie aufwachen. Wir zeichneten die "
    "Hirnströme von acht Seehunden über fünf Tiden mit Hauben auf, die von selbst abfielen. Die Tiere schliefen "
    "zwanzig Minuten am Stück, drehten sich wie Blätter, sobald sie auf dem Rücken lagen, und wachten auf, bevor sie "
    "den Grund erreichten. In der Nähe von Booten war der Schlaf kürzer."
)
TIDES_FR = (
    "Les phoques dorment en mer pendant qu'ils coulent, et personne ne les avait vus se réveiller. Nous avons "
    "enregistré les ondes cérébrales de huit phoques pendant cinq marées avec des bonnets qui tombaient d'eux-mêmes. "
    "Les animaux dormaient vingt minutes de suite, tournaient comme des feuilles dès qu'ils étaient sur le dos, et se "
    "réveillaient avant de toucher le fond. Près des bateaux, le sommeil était plus court."
)
SIGN_IN = (
    "Access to this article requires a subscription. Sign in to view the full text, or check whether your institution "
    "provides access. You can also purchase the article as a PDF and read it for forty-eight hours."
)
PROTECTED = (
    "This article is protected by copyright. All rights reserved. For permission to reuse any part of it, please "
    "contact the publisher's rights department."
)
COOKIES = (
    "We use cookies to improve your experience on our website. By continuing to browse the site you agree to our use "
    "of cookies. You can change your cookie settings at any time. Read our privacy policy to find out more. Accept "
    "all."
)
NO_ABSTRACT = "Abstract not available for this document. Please see the full text of the article for details."
PREVIEW = (
    "This is a preview of subscription content, log in via an institution to check access. Buy this article as a PDF. "
    "Prices may be subject to local taxes which are calculated during checkout."
)
PAYWALL_DE = (
    "Der Volltext dieses Artikels ist nur für Abonnenten zugänglich. Bitte melden Sie sich an oder kaufen Sie den "
    "Artikel, um Zugriff auf den vollständigen Text zu erhalten."
)
PAYWALL_FR = (
    "L'accès au texte intégral de cet article est réservé aux abonnés. Veuillez vous connecter ou acheter l'article "
    "pour consulter le document complet."
)
COOKIE_STUDY = (
    "Nearly every website shows a notice about cookies, and few visitors read it. We changed wording and buttons of "
    "the notice on three shops for eighty thousand visitors. Where rejecting took one click, two of three rejected "
    "all cookies; where it took two, one of ten did. Longer policies were neither read nor missed. Regulators who "
    "want a choice should count clicks rather than words."
)
STROKE = (
    "Statins are widely prescribed after stroke, but their effect on recurrent haemorrhage is disputed. We followed "
    "2,118 survivors of a first stroke in seven hospitals for a median of 4.2 years. Recurrent bleeding occurred in "
    "3.1% of users and in 3.4% of non-users (hazard ratio 0.92, 95% CI 0.61 to 1.39). All-cause mortality was lower "
    "among users. These data do not support withholding statins for fear of bleeding."
)
ISCHAEMIA = (
    "Statins are widely prescribed after stroke, but their effect on recurrent ischaemia is disputed. We followed "
    "2,440 survivors of a first stroke in nine hospitals for a median of 5.1 years. Recurrent ischaemia occurred in "
    "6.0% of users and in 7.9% of non-users (hazard ratio 0.75, 95% CI 0.58 to 0.97). All-cause mortality was lower "
    "among users. These data support statins for the prevention of ischaemia."
)
FILMS = (
    "We report measurements of the thermal conductivity of thin diamond films between 20 and 300 K. The conductivity "
    "along the film exceeds that across it by a factor of two, which we attribute to columnar grains. A Boltzmann "
    "model with grain-boundary scattering reproduces the data without free parameters. Implications for heat "
    "spreaders are discussed."
)
HEIGHTS = (
    "Let X be a smooth projective variety over a number field. We show that the set of rational points of bounded "
    "height grows at most polynomially in the logarithm of the height whenever the Albanese map is finite. The proof "
    "combines the determinant method with a gap principle for heights. We also give an effective version for curves "
    "of genus at least two."
)
RECEIPTS = (
    "Large language models hallucinate facts that a search would have corrected. We introduce LedgerRAG, which stores "
    "every retrieved passage with a signed receipt and lets the model cite receipts instead of text. On five question "
    "answering benchmarks LedgerRAG improves exact match by 4.1 points over the strongest retriever while halving the "
    "number of unsupported claims. Code and receipts are available at https://example.org/ledger."
)
IMAGES = (
    "Large language models hallucinate facts that a search would have corrected. We extend LedgerRAG to images, "
    "storing every retrieved region with a signed receipt. On three visual question answering benchmarks the "
    "extension improves accuracy by 2.7 points, and we analyse where receipts are ignored. A user study with forty "
    "journalists shows that receipts are checked when they are short."
)
GUTS = (
    "Gut bacteria make vitamins that their hosts cannot. We sequenced the stool of 96 bumblebee colonies and found "
    "that colonies with more Snodgrassella survived the winter twice as often. Feeding the bacterium to weak colonies "
    "in autumn raised survival from 31 to 58 percent. The effect vanished when the bacterium's biotin genes were "
    "deleted."
)
BLOCKS_ZH = (
    "图神经网络在大规模数据上的训练代价很高。本文提出一种按块采样的方法，在不损失精度的情况下把内存降低到原来的三分之一。在四个公开数据集上的实验"
    "表明，该方法比现有方法快两倍，并且容易实现。"
)
CLUSTERS = (
    "Graph clustering groups the nodes of a network. This survey reviews 180 methods, from spectral relaxations to "
    "neural approaches, and compares them on common benchmarks. We discuss open questions on overlap, dynamics and "
    "fairness, and list public implementations."
)
WAGES = (
    "Minimum wages rose in twelve counties of the valley. Using payroll records of 3,400 restaurants, we compare "
    "employment on both sides of county borders. Employment fell by less than one percent, while pay of the lowest "
    "decile grew by nine percent. Prices rose slightly. We conclude that the losses are small next to the gains."
)
TODDLERS = (
    "Children acquire word order before they produce it. In a looking-while-listening task, toddlers of 18 months "
    "looked longer at scenes that matched the order of the sentence. The effect was as strong in verb-final as in "
    "verb-medial languages. Vocabulary size did not predict it. Word order is thus learnt from hearing alone."
)
DWARF = (
    "We present deep imaging of the dwarf galaxy Leo Minor with a 4-metre telescope. Its stellar halo extends to six "
    "half-light radii and is elongated towards the Milky Way. No gas is found down to a column density of 10^18 atoms "
    "per square centimetre. We argue that tides, not feedback, removed it."
)
FOAM = (
    "Catalysts for splitting water often contain iridium, which is scarce. We show that a manganese oxide grown on "
    "nickel foam reaches 10 mA cm-2 at an overpotential of 240 mV in alkaline solution. The oxide is stable for 500 "
    "hours. Spectra taken during operation reveal a layered phase that forms within minutes."
)
