"use strict";
// British and American spelling are one: the same key for both, and both to look for. Runs in the search worker.

/** What the general rules miss, British first; = for whole words alone. As regular expressions, by direction. */
function searchSpellingTable() {
  const PAIRS = `aesth esth, aetiol etiol, aeon eon, anaem anem, anaer aner, archaeo archeo, caesar cesar, caesi cesi, chimaer chimer, paed ped,
    faec fec, faecal fecal, foet fet, gynaec gynec, haem hem, leukaem leukem, toxaem toxem, mediaev mediev, primaev primev, palaeo paleo, praesid presid,
    villaea villea, homoeo homeo, oedem edem, edoema edema, oesoph esoph, oestr estr, rrhoea rrhea, copoeia copeia, manoeuvre maneuver, manoeuvr maneuver,
    aeroplan airplan, alumini alumin, artefact artifact, baulk balk, chequ check, draught draft, gaol jail, grey gray, groyne groin, gryphon griffin,
    mould mold, moult molt, moustach mustach, plough plow, pyjam pajam, sceptic skeptic, sulph sulf, cypher cipher, syphon siphon, enquir inquir,
    ageing aging, judgem judgm, dgement dgment, almanack almanac, waggon wagon, yoghourt yogurt, yoghurt yogurt, woollen woolen, woolly wooly, woollie woolie, cosi cozi, cosy cozy, practis practic,
    defenc defens, offenc offens, licenc licens, pretenc pretens, focuss focus, biass bias, connexion connection, flexion flection,
    jewellery jewelry, callip calip, callisth calisth, chilli chili, omelette omelet, epaulette epaulet, clarinett clarinet, wilful willful, bannister banister,
    fillet filet, worshipp worship, kidnapp kidnap, flautist flutist, pouffe pouf, speciality specialty, accoutrem accouterm, behove behoove,
    glueing gluing, bingeing binging, pzazz pizzazz, philtre filter, sheikh sheik, furore furor, battleax battleaxe, centring centering, reconnoitring reconnoitering,
    =tyre tire, =tyres tires, =kerb curb, =disc disk, =discs disks, =videodisc videodisk, =storey story, =storeys stories, =tonne ton, =tonnes tons,
    =axe ax, =phoney phony, =gage gauge, =gaged gauged, =gages gauges, =gaging gauging, =gipsies gypsies, =busses buses, =bussing busing, =gasses gases,
    =minibusses minibuses, =bevvy bevy, =bevvies bevies, =maths math, =learnt learned, =spelt spelled, =misspelt misspelled, =burnt burned, =dreamt dreamed, =whilst while,
    =amongst among, =programme program, =programmes programs`;
  const pairs = PAIRS.split(",").map((pair) => pair.trim().split(" ")).map(([british, american]) => ({
    whole: british[0] === "=", british: british.replace("=", ""), american,
  }));
  const swaps = (/** @type {"british" | "american"} */ from, /** @type {"british" | "american"} */ to) => ({
    find: new RegExp(pairs.map((pair) => (pair.whole ? `^${pair[from]}$` : pair[from])).join("|")),
    put: new Map(pairs.map((pair) => [pair[from], pair[to]])),
  });
  return { toAmerican: swaps("british", "american"), toBritish: swaps("american", "british") };
}

/** The word as it is spelt in America. @param {string} word  in small letters @returns {string}  by rule: not always a word */
function searchAmerican(word) {
  const { find, put } = (searchSpellingTable.made ??= searchSpellingTable()).toAmerican;
  return word.replace(find, (part) => put.get(part) || part)
    .replace(/(?<=..[iy])s(?=[aei])/g, "z").replace(/(?<=..)our/, "or").replace(/(?<=[btvg]|ch)r(?=ed$)/, "er")
    .replace(/(?<=[btvg]|ch)re(?=s?$|fold|piece|glass|goer)/, "er").replace(/ogu(?=$|e|i)/, "og").replace(/mme(?=s?$)/, "m").replace(/(?<=[^cg])eabl/, "abl");
}

/** The word as it is spelt in Britain. @param {string} word  in small letters @returns {string}  by rule: not always a word */
function searchBritish(word) {
  const { find, put } = (searchSpellingTable.made ??= searchSpellingTable()).toBritish;
  return word.replace(find, (part) => put.get(part) || part)
    .replace(/(?<=..[iy])z(?=[aei])/g, "s").replace(/(?<=..)or(?=s?$|ed|er|ing|ite|ies|y|hood|ful|ab|al|less)/, "our").replace(/(?<=[btvg]|ch)er(?=ed$)/, "r")
    .replace(/(?<=[btvg]|ch)er(?=s?$|fold|piece|glass|goer)/, "re").replace(/(?<=[aeo]lo|nalo|nolo|epilo)g(?=s?$|ed$|ing$)/, "gu")
    .replace(/(?<=..[aeiou])l(?=ed|ing|er|or|ou|ment|ful|ist)/, "ll").replace(/(?<=[kz])abl/, "eabl");
}

/** All ways to write a word, and some that nobody writes. @param {string} word  in small letters @returns {string[]} */
function searchSpellings(word) {
  if (word.length < 3 || /[^a-z]/.test(word)) return [word];
  const ways = [word, searchAmerican(word), searchBritish(word)];
  return [...new Set([...ways, ...ways.map((way) => way.replace(/(?<=...)ll/, "l"))])];
}

/** Equal for all ways to write a word. @param {string} word  in small letters */
function searchSpelling(word) {
  return word.length < 3 || /[^a-z]/.test(word) ? word : searchAmerican(word).replace(/z/g, "s").replace(/(?<=...)ll/, "l");
}
