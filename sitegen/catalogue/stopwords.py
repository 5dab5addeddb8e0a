"""Words that name no topic: which ones end a phrase, and which ones count only beside another word."""

from __future__ import annotations

_ENGLISH = """
a ability able about above according accuracy accurate achieve achieved achieves achieving across act actually
addition additional additionally address addresses addressing adopt adopted advance advanced advances advantage
after again against aim aims all allow allowing allows almost along already also although always am among amount an
analyse analyses analysis analyze and another any appear applicable application applications applied apply applying
approach approaches appropriate are around art article as aspect aspects associated at attain available avoid based
baseline baselines be because become becomes been before behind being benchmark benchmarks benefit benefits best
better between beyond big billion bit both bring brings but by call called can cannot capable carefully carry case
cases certain challenge challenges challenging class clear clearly close code com combine combined combines
combining common commonly compare compared compares comparing comparison competitive complete completely
comprehensive conduct consider considerable considerably considered consistent consistently consists construct
contain contains contrast contribution contributions cost costs could create current currently deal degree
demonstrate demonstrated demonstrates demonstrating depend depending depends derive derived describe describes
design designed designing despite detail detailed details determine develop developed developing development did
differ difference differences different difficult directly discuss do does doing done down due during each earlier
easily easy effect effective effectively effectiveness effects efficiency efficient efficiently eg either eliminate
else empirical empirically employ employed employing enable enables enabling end enhance enhanced enhances enhancing
enough ensure especially essential establish et etc evaluate evaluated evaluating evaluation even every evidence
examine example examples exceed exhibit exist existing exists experiment experimental experiments explicit
explicitly explore explored exploring extend extended extends extension extensive extensively extra fact far fast
faster few fewer field finally find finding findings finds first five fix focus focuses follow following follows for
form formulate formulation found four framework frameworks from full fully further furthermore gain gains gap
general generally get github give given gives giving go goal good great greater greatly had half hand handle has
have having he help helps hence her here high higher highest highlight highly how however html http https hundred
hundreds idea ie if illustrate impact implement implementation implemented importance important importantly impose
improve improved improvement improvements improves improving in include included includes including increase
increased increases increasing increasingly indeed indicate inspired instance instead interest interesting into
introduce introduced introduces introducing introduction investigate investigated io is issue issues it its itself
just keep keeping kind know known lack large largely larger largest last lead leading leads least leave led less let
level leverage leveraged leverages leveraging like likely limit limitation limitations limited little long longer
look loss low lower made main mainly maintain maintaining major make makes making many match matches matching may
means meanwhile meet method methodology methods might million millions more moreover most motivated much must namely
nearly necessary need needed needs neither never nevertheless new next no nor not notably novel now number numbers
numerous observe obtain obtained occur of off offer offers often on once one ones only onto open or order org
original other others our out outperform outperformed outperforming outperforms over overall own page paper papers
part particular particularly per perform performed performing performs perhaps place play plus point popular
possible potential potentially practical practice present presented presenting presents preserve prevent previous
previously prior problem problems procedure process produce produced produces producing project promising propose
proposed proposes proposing prove proven proves provide provided provides providing purpose put quality question
quite raise range rate rather reach reached reaches real really reason recent recently reduce reduced reduces
reducing reduction regarding relate related relatively rely remain remaining remains remarkable report reported
require required requirement requirements requires research researchers respect respectively result resulting
results retain reveal reveals run running runs s same say scheme second see seek seem seen select set sets setting
settings several shall she should show showed showing shown shows significance significant significantly similar
similarly simple simply simultaneously since single six size small smaller so solution solutions solve solved
solving some sometimes specific specifically state states step steps still strategies strategy strong studied
studies study studying substantial substantially such suffer suffers sufficient suggest suggesting suggests suitable
superior support supports take taken takes taking technique techniques ten tend term terms test tested than thanks
that the their them then theoretical theoretically there thereby therefore these they thing this those though
thousand thousands three through throughout thus time times to together too top toward towards true try trying turn
two type types typical typically under understand understanding unlike until up upon us use used useful user uses
using usual usually utilize utilized utilizes utilizing value values variant variants varied variety various vary
varying very via wait want was way ways we well were what when where whereas whether which while who whole whose why
wide widely will with within without work working works would www yet yield yielding yields you your zero
"""

_GENERIC = """
adapt algorithm algorithms architectural architecture architectures base block blocks bound bounds capacity co
complex complexity component components computation computational computations compute computing connected
connection connections conventional cost data dataset datasets deep deeper depth design dimension dimensional
dimensions domain domains dynamic dynamics embedding embeddings environment environments error errors families
family feature features fine function functions global group groups human inference information initial input inputs
key layer layers learn learnable learned learning learns level levels local machine mechanism mechanisms model
modeled modeling modelling models modern module modules multi net nets network networks neural non novel operation
operations optimal optimize optimized optimizing output outputs parameter parameters pattern patterns performance
post powerful pre pretrain pretrained pretraining properties property re representation representations resource
resources sample samples scalable scale scales scaling self semi sequence sequences size solution space speed
standard state structure structured structures sub system systems target task tasks theoretical theory tool
traditional train trainable trained training trains tune tuned tuning unit units view weight weights wide wider
width world
"""

STOP = frozenset(_ENGLISH.split())
"""Words of every text and of every abstract."""

GENERIC = frozenset(_GENERIC.split())
"""Words that every text of this field uses: a term only together with another word ("diffusion model")."""
