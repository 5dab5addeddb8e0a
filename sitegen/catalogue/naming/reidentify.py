"""Which papers are those whose names were published, where title or abstract are no longer the same to the letter.

Pairs worth looking at are found by title, by parts of titles, by titles but for one word, and by abstracts that share
letters of their sketches; `similarity` says how sure each pair is, and the surest are taken first. A record belongs to
one paper; a paper may have several, which then are its names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.catalogue.merging.cluster import Cluster
from sitegen.catalogue.merging.entry_text import EntryText
from sitegen.catalogue.naming.fingerprint import EMPTY, PLACES, exact, fingerprint
from sitegen.catalogue.naming.similarity import Candidate, Kind, Recognition, recognise
from sitegen.permalinks.model import LONGEST_TITLE, Fingerprint, PermalinkRecord
from sitegen.urls import slugify
from sitegen.words.normalise import title_key

CROWD = 30
"""Of more papers or records that have a title or an abstract in common, only so many are looked at."""

_MOST_WORDS = 60  # of a title, to leave out each in turn
_BAND = 2  # letters in a row; 4,096 values
_NOTHING = EMPTY * _BAND
_POSTINGS = 200  # records with the same letters in one place that are looked at: 20,000 abstracts have 20 on average
_BANDS_SHARED = 2  # of 32: two abstracts that share 44 % of their phrases miss it once in 150 times, others never


def reidentify(
    clusters: Sequence[Cluster],
    records: Mapping[str, PermalinkRecord],
    held: dict[int, list[str]],
    different: Sequence[Sequence[str]] = (),
) -> Mapping[str, Fingerprint | None]:
    """Add to ``held``, which has the names of clusters found so far, all names that can be found besides.

    The answer is the fingerprints that this took, by their exact part.

    Titles that stayed come first: where rules of repair have changed, they settle almost all, ten times faster. Names
    that moved are looked for last, and only among papers that have no name.
    """
    search = _Search(clusters, records, held, different)
    taken = {slug for slugs in held.values() for slug in slugs}
    lost = [slug for slug, record in records.items() if slug not in taken and not record.moved_to]
    placed = search.run(lost, same_title=True)
    search.run([slug for slug in lost if slug not in placed])
    search.run([slug for slug, record in records.items() if record.moved_to and record.title], unnamed=True)
    return search.fingerprints


class _Search:
    def __init__(
        self,
        clusters: Sequence[Cluster],
        records: Mapping[str, PermalinkRecord],
        held: dict[int, list[str]],
        different: Sequence[Sequence[str]],
    ) -> None:
        self.clusters = clusters
        self.records = records
        self.held = held
        self.different = different
        self.fingerprints: dict[str, Fingerprint | None] = {
            r.fingerprint.exact: r.fingerprint for r in records.values() if r.fingerprint
        }
        self.named = Counter(record.fingerprint.exact for record in records.values() if record.fingerprint)
        self.holding = Counter(hashed for cluster in clusters for hashed in _hashes(cluster))
        self.copies: dict[int, list[Candidate]] = {}

    def run(self, slugs: Sequence[str], *, same_title: bool = False, unnamed: bool = False) -> set[str]:
        """Place records, and say which; only by title and abstract both, or only at papers without a name."""
        placed: set[str] = set()
        numbers = [number for number in range(len(self.clusters)) if not unnamed or number not in self.held]
        if not slugs or not numbers:
            return placed
        known = {slug: self._record(self.records[slug]) for slug in slugs}
        pairs = set(self._by_title(known, numbers, exactly=same_title))
        if not same_title:
            pairs.update(self._by_text(known, numbers))
        for sure, slug, number in self._surest_first(known, sorted(pairs), same_title=same_title):
            taken = slug in placed or (unnamed and number in self.held)
            if not taken and not (sure.kind is Kind.TITLE and self._is_stranger(slug, number)):
                self.held.setdefault(number, []).append(slug)
                placed.add(slug)
        return placed

    def _surest_first(
        self, known: Mapping[str, Candidate], pairs: Iterable[tuple[str, int]], *, same_title: bool
    ) -> list[tuple[Recognition, str, int]]:
        """The pairs that are one paper, for all that is known, and how sure that is."""
        found: list[tuple[Recognition, str, int]] = []
        for slug, number in pairs:
            sure = self._sure(known[slug], number)
            if sure and (sure.kind is Kind.BOTH or not same_title) and not self._kept_apart(slug, number):
                found.append((sure, slug, number))
        found.sort(key=lambda f: (-f[0].kind, -f[0].score, self.records[f[1]].first_seen or "9999", f[1], f[2]))
        return found

    def _record(self, record: PermalinkRecord) -> Candidate:
        return Candidate(
            record.title,
            record.fingerprint,
            record.fingerprint is not None and self.named[record.fingerprint.exact] == 1,
        )

    def _sure(self, known: Candidate, number: int) -> Recognition | None:
        """How sure the record is this paper, by the copy that is most like it."""
        copies = self._known(number)
        if len(copies) > CROWD:
            copies = [copy for copy in copies if copy.title == known.title][:CROWD] or copies[:CROWD]
        return max(filter(None, (recognise(known, copy) for copy in copies)), default=None)

    def _known(self, number: int) -> list[Candidate]:
        """What a paper can be known by: title and abstract as they are shown, and each copy."""
        if number not in self.copies:
            cluster = self.clusters[number]
            shown = (cluster.copies[cluster.best_title].title, cluster.copies[cluster.best_abstract].abstract)
            texts = dict.fromkeys((shown, *((copy.title, copy.abstract) for copy in cluster.copies)))
            self.copies[number] = [self._copy(title[:LONGEST_TITLE], abstract) for title, abstract in texts]
        return self.copies[number]

    def _copy(self, title: str, abstract: str) -> Candidate:
        if not abstract:
            return Candidate(title, None)
        hashed = exact(abstract)
        if hashed not in self.fingerprints:
            self.fingerprints[hashed] = fingerprint(abstract)
        own = self.holding[hashed] == 1 and EntryText("", abstract).has_abstract
        return Candidate(title, self.fingerprints[hashed], own)

    def _by_title(
        self, known: Mapping[str, Candidate], numbers: Iterable[int], *, exactly: bool
    ) -> Iterator[tuple[str, int]]:
        """Pairs with the same title; unless ``exactly``, at papers without a name also part of it or all but a word."""
        ways: defaultdict[str | tuple[str, ...], list[int]] = defaultdict(list)
        for number in numbers:
            whole = exactly or number in self.held
            for way in {way for copy in self._known(number) for way in _ways(copy, exactly=whole)}:
                ways[way].append(number)
        times: Counter[str | tuple[str, ...]] = Counter()
        for slug, record in known.items():
            for way in _ways(record, exactly=exactly):
                if way in ways and times[way] < CROWD:
                    times[way] += 1
                    for number in ways[way][:CROWD]:
                        yield slug, number

    def _by_text(self, known: Mapping[str, Candidate], numbers: Iterable[int]) -> Iterator[tuple[str, int]]:
        """Pairs with the same abstract, or whose sketches have some letters in the same places."""
        having: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        exactly: defaultdict[str, list[str]] = defaultdict(list)
        for slug, record in known.items():
            for band in _bands(record.fingerprint):
                having[band].append(slug)
            if record.fingerprint:
                exactly[record.fingerprint.exact].append(slug)
        for number in numbers:
            for printed in {copy.fingerprint for copy in self._known(number)}:
                for slug in exactly.get(printed.exact, ())[:CROWD] if printed else ():
                    yield slug, number
                common = Counter(slug for band in _bands(printed) for slug in having.get(band, ())[:_POSTINGS])
                for slug, times in common.most_common(CROWD):
                    if times >= _BANDS_SHARED:
                        yield slug, number

    def _is_stranger(self, slug: str, number: int) -> bool:
        """Whether a paper that is like this record in nothing but its title is taken for another one.

        It is if people state that the record's paper was removed, or if the paper has a name and had that title when
        it got it. A copy under a title that the paper never had is how papers prove to be the same.
        """
        record = self.records[slug]
        if record.removed or record.reason:
            return True
        title = title_key(record.title)
        return any(title_key(self.records[other].title) == title for other in self.held.get(number, ()))

    def _kept_apart(self, slug: str, number: int) -> bool:
        """Whether `site.yaml` calls the record's paper and this one different."""
        if not self.different:
            return False
        record, copies = self.records[slug], self.clusters[number].copies
        ours = {slug, record.title}
        theirs = {*self.held.get(number, ())}
        for copy in copies:
            theirs |= {copy.name, copy.printed_title, copy.title, slugify(copy.title)}
        return any(
            not ours.isdisjoint(group) and not theirs.isdisjoint(group) and not (ours & theirs & set(group))
            for group in self.different
        )


def _hashes(cluster: Cluster) -> set[str]:
    return {exact(abstract) for abstract in {copy.abstract for copy in cluster.copies} if abstract}


def _ways(known: Candidate, *, exactly: bool) -> set[str | tuple[str, ...]]:
    """What two titles may have in common that makes them worth a look."""
    text = known.text
    ways: set[str | tuple[str, ...]] = {text.key}
    if not exactly:
        ways |= text.title_parts.keys()
        title = text.title_words
        if 2 < len(title) <= _MOST_WORDS:
            ways |= {(*title[:place], "", *title[place + 1 :]) for place in range(len(title))}
    return ways


def _bands(printed: Fingerprint | None) -> Iterator[tuple[int, str]]:
    if printed is None:
        return
    for place in range(0, PLACES, _BAND):
        letters = printed.sketch[place : place + _BAND]
        if letters != _NOTHING:
            yield place, letters
