"""Words that name no topic: which ones end a phrase, and which ones count only beside another word."""

from __future__ import annotations

_ENGLISH = """
a ability able about above academic according accordingly account accounts accurate accurately achieve achieved
achieves achieving across act acts actually add added adding addition additional additionally address addresses
addressing adds admit admits adopt adopted advance advanced advancement advancements advances advantage after again
against ago aim aimed aims al albeit all allow allowing allows almost along alongside already also alternative
alternatives although always am amid among amount an analyse analyses analysis analyze and another any appear
appeared appears applicable application applications applied apply applying approach approaches appropriate
approximately are aren argue argued argues arise arises arising around art article arxiv as aside ask asked asks
aspect aspects assess assessed assesses associated assume assumed assumes assumption assumptions at attain attempt
attempts attract attracts author authors available avoid avoiding avoids aware away based basic be beat beats
because become becomes been before begin beginning begins behave behind being believe believed belong belongs
beneath benefit benefits besides best better between beyond big bigger biggest billion both bring brings broad
broader broadly brought build building builds built but by bypass bypasses call called came can cannot capabilities
capability capable captured captures capturing care carefully carries carry case cases cause caused causes causing
certain challenge challenges challenging change changed changes changing characterise characterize characterized
cheap check checking checks choice choices choose chooses choosing chosen claim claimed claims clear clearer clearly
close closed closer collected collection com combine combined combines combining come comes coming common commonly
community compare compared compares comparing comparison competitive competitor competitors complete completely
comprehensive comprise comprises comprising concern concerned concerns conclude concludes conduct conducted conducts
confirm confirmed confirms consequence consequences consequently consider considerable considerably considered
considering considers consistent consistently consists constant construct contain contains contrary contrast
contribute contributes contribution contributions correspond corresponding corresponds could couldn count counts
couple coupled cover covered covering covers create critical crucial crucially current currently cut cuts cutting
date deal decide decided decides deeply define defined defines defining degrade degraded degrades degrading degree
deliver delivering delivers delve delving demand demanding demands demonstrate demonstrated demonstrates
demonstrating demonstration depend dependent depending depends derive derived describe described describes designed
designing designs despite detail detailed details determine develop developed developing development did didn differ
difference differences different difficult direct directly discard discards discover discovered discovering
discovers discuss distinct distinguish do does doesn doing don done double doubling down dramatic dramatically draw
drawn draws drive drives drop dropped dropping drops dub dubbed due during each earlier easier easily easy edition
effect effective effectively effectiveness effects efficiency efficiently eg eight either elegant elegantly eleven
eliminate else emerge emerged emerges emerging emphasise emphasize empirical empirically employ employed employing
employs enable enables enabling encounter encourage encouraged encourages end ended ending ends enhance enhanced
enhances enhancing enjoy enormous enough ensure entire equal equally equip equipped especially essential establish
established establishes et etc evaluate evaluated evaluating evaluation even every everything evidence exactly
examine example examples exceed except exhibit exhibited exhibits exist existing exists expect expected expects
expensive experiment experimental experiments explain explained explains explicitly exploration explore explored
exploring expose exposed exposes extend extended extends extension extensive extensively extra face faces facilitate
facilitates facing fact fail failed failing fails fall falls familiar far fast faster favor favour favourable
feasible fell few fewer fifty final finally find finding findings finds first fits fitting five fix flexible
flexibly focus focuses follow following follows for forced formed forming formulate formulation found four framework
frameworks freely fresh from full fully further furthermore gain gains gap gather gathering gathers general
generally get github give given gives giving go goal good great greater greatly ground grown had half hand handle
handles handling happen happened happens harder hardly has have having he heavily help helps hence her here higher
highest highlight highly hinder hinders hold holds hope hopes hour hours how however html http https huge hundred
hundreds hypothesise hypothesize idea identical identified identifies identify identifying ie if ignore ignored
ignores ignoring illustrate impact implement implementation implemented implies imply implying importance important
importantly impose improve improved improvement improvements improves improving in include included includes
including incorporate incorporates incorporating increase increased increases increasing increasingly indeed
independent independently indicate indirect individual inform informed inherent inherently insert inserted inserting
inserts insight insights inspire inspired inspires instance instead integrate integrated integrates integrating
interest interested interesting interestingly into introduce introduced introduces introducing introduction
intuition intuitive intuitively investigate investigated investigates investigating investigation involve involved
involves involving io is isn issue issues it its itself join joined joining joins jointly just keep keeping keeps
kept kind know known lack lacking lacks largely larger largest last later latter lead leading leads learnt least
leave led left less lesson lessons let lets leverage leveraged leverages leveraging lie lies lightly like likely
limit limitation limitations limited link literature little live ll longer look looking looks lose loses losing lost
lot lots lower made main mainly mainstream maintain maintained maintaining maintains major make makes making manage
manages manner manually many massive match matches matching matter matters maximum may mean meaningful means
meanwhile measure measured measures meet meeting meets mere merely merit merits method methodology methods might
mild million millions mimic mimics minimal minimise minimised minimize minimized minimum minor minute minutes
mirroring mitigate mitigates mitigating modest modified modifies modify month months more moreover most mostly
motivated moves much multiple must naive name named namely names natively naturally nearby nearly necessary
necessity need needed needs negligible neither never nevertheless new next nine no nor normal not notable notably
note notice noticed noting now number numbers numerous observe observed observes obtain obtained obtaining obtains
obvious occur occurring occurs of off offer offers often old on once one ones online only onto opening opens or
ordinary org original other others our out outcome outcomes outperform outperformed outperforming outperforms over
overall overcome overcomes overlooked own page paper papers part particular particularly parts pass passed passes
pay pays per percent perform performed performing performs perhaps permit permits permitted permitting perspective
perspectives pick picked picking picks piece pieces place plain play plus poor poorly popular pose posed poses
possible possibly potential potentially practical practice practitioner practitioners precise precisely prefer
preferred present presented presenting presents preserve preserves preserving prevent prevents previous previously
primarily primary principled problem problems procedure produce produced produces producing profit profits
prohibitive project promising promote promotes promoting prompted proper properly proposal propose proposed proposes
proposing provably prove proven proves provide provided provides providing publicly purpose pursue push pushes put
puts question quick quickly quite raise range rapid rapidly rarely rather reach reached reaches reader readers
readily really receive receives recent recently recipe recipes reduce reduced reduces reducing reduction reflect
reflects regard regarding regardless relate related relatively release released releases relevant relies rely
relying remain remaining remains remarkable remarkably remedies remedy remove removed removes removing replace
replaced replaces replacing report reported reporting reports repository require required requirement requirements
requires research researcher researchers resort respect respective respectively rest restrict restricted restricts
result resulting results retain rethink rethinking reveal revealing reveals revisit revisited revisiting revisits
rich richer rise rises rising rival rivals rough roughly route run running runs s said same satisfies satisfy save
saves saving say says scheme scientists score scores second seconds secretly see seek seeking seeks seem seemingly
seems seen select send sends sent separate separately separates serve serves serving sets setting settings seven
several shall she shorter should show showcase showcases showed showing shown shows sight significance significant
significantly similar similarly simple simpler simplest simplicity simply simultaneously since situation situations
six slight slightly slow slower smaller so solely solutions solve solved solving some sometimes sophisticated sort
sota specific specifically specified specify spend spends stand stands start started starting starts states stay
stays stick still stop stops strategies strategy strength strengths strict strictly strong stronger strongest
struggle struggles studied studies study studying substantial substantially succeed succeeds success successes
successful successfully such suffer suffers suffices sufficient suggest suggesting suggests suit suitable suits
superior support supports supposed supposedly surpass surpasses surpassing surprise surprising surprisingly switch
tackle tackles tackling tailored take taken takes taking team teams technique techniques tell tells ten tend
tendency term terms tested testing tests than thanks that the their them then theoretically there thereby therefore
these they thing think thirty this thorough those though thought thousand thousands three through throughout thus
tie tied ties times tiny to today together too top total totally touch toward towards treat treated treating treats
tried tries triple true truly try trying turn turned turning turns twelve twenty twice two type types typical
typically ultimately unclear uncover uncovers under undergo underlying understand understanding unexpectedly
unfortunately unifies unify unifying unique universally unknown unlike unlock unlocks until unusual unveil unveiling
unveils up upon url us usage use used useful uses using usual usually utilize utilized utilizes utilizing validate
validated validates valuable value values variant variants varied variety various vary varying ve versus very via
views vital wait want wanted wants was wasn way ways we website week weeks well were weren what when where whereas
wherein whether which while whilst who whole whose why widely will win wins wise wish with within without won words
work working works worse worth would writes written wrong www yet yield yielding yields you young your zero
"""

_GENERIC = """
accuracy adapt algorithm algorithms answer answered answering answers architectural architecture architectures
attribute attributes back base baseline baselines bit block blocks bound bounds candidate candidates capacity class
classes code combination complex complexity component components computation computational computations compute
computing connected connection connections conventional cost costs data dataset datasets deep deeper depth design
dimension dimensional dimensions distributed domain domains dynamic dynamics efficient embedding embeddings
environment environments error errors explicit families family feature features field fine form forward foundation
foundations free function functions future global group groups grow growing grows hard heavy high human implicit
inference information initial input inputs joint key large layer layers learn learnable learned learning learns
level levels local long loss low machine mechanism mechanisms metric metrics model modeled modeling modelling models
modern module modules near net nets network networks neural novel objective objectives observation observations open
operation operations optimal optimize optimized optimizing order output outputs pair pairs parameter parameters
pattern patterns performance point points post powerful pre preprocessing pretrain pretrained pretraining process
properties property quality random rate re real representation representations resource resources sample samples
scalable scale scales scaling scientific scratch sequence sequences set shape share shared shares sharing short side
sides single size small solution source space speed stage stages standard state step steps structure structured
structures system systems target task tasks test theoretical theory time tool traditional train trainable trained
training trains tune tuned tuning unified unit units universal user validation vast view weight weights wide wider
width winning world
"""

# The commonest function words of other languages: a few papers in German are not alike for saying "und".
_OTHER_LANGUAGES = """
aber al als am as au auch auf aus aux avec bei bir bu ce ces cette che com come como con da
dans das dass dat de dei del della delle dello dem den der des di die do dos du durch e een
ein eine einem einen einer eines el elle em en es est esta este et für gli het il ile im ist
için la las le les lo los mais met mit más na nach nas ne nel nella nicht niet no non nos
nous não o oder olarak op os ou par para pas per più plus por pour que qui sans se si sich
sie sind sono sont su sur sus são te um uma un una und une uno van ve von voor werden wie
wir wird wurde y zijn zu zum zur è é über а был была были в во для до его же за и из или их
к как мы на не но от по при с со также что это أن أو إلى التي الذي بين ثم على عن في كما لا
ما مع من هذا هذه و और का की के को पर में यह से है い が こ し す た て で と な に の は へ も る れ を 一 与 中
为 之 也 了 于 从 以 们 其 及 和 在 对 将 并 我 或 把 是 的 等 而 被 该 这 都
"""

STOP = frozenset(_ENGLISH.split()) | frozenset(_OTHER_LANGUAGES.split())
"""Words of every text and of every abstract."""

GENERIC = frozenset(_GENERIC.split())
"""Words that every text of this field uses: a term only together with another word ("diffusion model")."""

HALVES = frozenset(
    ("anti", "auto", "co", "cross", "inter", "intra", "mini", "multi", "non", "self", "semi", "shot", "shots", "sub")
)
"""Halves of words: a topic with their other half ("multi-task", "few-shot"), never alone."""
