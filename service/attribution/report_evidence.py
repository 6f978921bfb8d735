"""What speaks for and against a report, in names: each function names what it sees, each name has a learnt weight."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.attribution.complements import Complement
from service.attribution.holders import Holder
from service.attribution.reading import Reading
from service.domain import MentionKind
from service.lexicon import words
from service.parsing.trees import Parse


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may report, its dictionary form with its part of speech ("claim/NOUN"), and whose words."""

    word: int
    lemma: str
    holder: Holder


CueEvidence = Callable[[Reading, Cue], Iterator[str]]
ComplementEvidence = Callable[[Reading, Cue, Complement], Iterator[str]]

_COMPLEMENTS = ("ccomp", "xcomp", "obj", "parataxis", "advcl", "obl")
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no"))
# Words from which the distance of the holder no longer matters.
_FAR = 10
_STOPS = frozenset((",", ";", "—", "–", "--", "-", "("))


def place_of_cue(reading: Reading, cue: Cue) -> Iterator[str]:
    """What the cue is to its sentence."""
    yield reading.parse.words[cue.word].relation


def word_above(reading: Reading, cue: Cue) -> Iterator[str]:
    """The word that governs the cue: "refused to say"."""
    head = reading.parse.head(cue.word)
    if head is not None:
        yield f"{_common(reading.parse, head)}|{reading.parse.relation(cue.word)}"


def form_of_cue(reading: Reading, cue: Cue) -> Iterator[str]:
    """The part of speech, the ending, and whether it is in the passive."""
    parse = reading.parse
    ending = next((ending for ending in ("ing", "ed") if parse.lower(cue.word).endswith(ending)), "")
    is_passive = any(parse.words[child].relation == "aux:pass" for child in parse.children(cue.word))
    yield f"{parse.words[cue.word].pos}|{ending}|{'passive' * is_passive}"


def small_words(reading: Reading, cue: Cue) -> Iterator[str]:
    """Auxiliaries, negations and conjunctions of the cue."""
    parse = reading.parse
    for child in parse.children(cue.word):
        if parse.lower(child) in _NEGATIONS:
            yield "negation"
        elif parse.relation(child) in ("aux", "mark", "cop"):
            yield parse.lower(child)


def complements_of_cue(reading: Reading, cue: Cue) -> Iterator[str]:
    """The kinds of complements that hang on the cue."""
    for relation in _COMPLEMENTS:
        if reading.parse.children(cue.word, relation):
            yield relation


def kind_of_holder(reading: Reading, cue: Cue) -> Iterator[str]:
    """Whether a person, a body, a place, a pronoun or a description holds it."""
    mention = cue.holder.mention
    listed = "" if cue.holder.is_listed else "|unlisted"
    yield (mention.entity or mention.kind.value) + listed
    if mention.kind is MentionKind.PRONOUN:
        yield reading.parse.lower(mention.head)
    elif mention.kind is MentionKind.DESCRIPTION:
        yield _common(reading.parse, mention.head)


def way_to_holder(reading: Reading, cue: Cue) -> Iterator[str]:
    """How the holder was found, where it stands and how far off."""
    parse, head = reading.parse, cue.holder.mention.head
    yield cue.holder.way
    yield parse.words[head].relation
    yield f"relative|{cue.holder.place != cue.holder.mention.span}"
    yield f"child|{parse.head(head) == cue.word}"
    distance = head - cue.word
    yield f"distance|{distance}" if abs(distance) < _FAR else f"far|{distance > 0}"


def frame(reading: Reading, cue: Cue, complement: Complement) -> Iterator[str]:
    """How the words hang on the cue, and how they were cut out."""
    yield complement.frame
    yield f"{complement.relation}|{complement.border}"


def cue_with_frame(reading: Reading, cue: Cue, complement: Complement) -> Iterator[str]:
    """The cue, alone and with how the words hang on it."""
    yield cue.lemma
    yield f"{cue.lemma}|{complement.frame}"
    yield f"{cue.lemma}|{complement.relation}|"


def length(reading: Reading, cue: Cue, complement: Complement) -> Iterator[str]:
    """How many words and verbs are reported."""
    start, end = complement.words
    n_words = int(2 * math.log2(end - start))
    n_verbs = sum(map(reading.parse.is_verbal, range(start, end)))
    yield f"{n_words}"
    yield f"{n_words}|{complement.relation}"
    yield f"verbs|{min(n_verbs, 3)}|{complement.relation}"


def words_around(reading: Reading, cue: Cue, complement: Complement) -> Iterator[str]:
    """The words before, at the start, and after."""
    parse, (start, end) = reading.parse, complement.words
    for side, word in (("before", start - 1), ("first", start), ("after", end)):
        shown = _shown(parse, word, cue.word)
        if side == "after" and shown == ",":
            shown += _shown(parse, word + 1, cue.word)
        yield f"{side}|{shown}"
        yield f"{side}|{shown}|{cue.lemma if side == 'first' else complement.relation}"


def stops_inside(reading: Reading, cue: Cue, complement: Complement) -> Iterator[str]:
    """Commas and dashes among the words, with what follows them."""
    parse, (start, end) = reading.parse, complement.words
    stops = [word for word in range(start + 2, end - 1) if parse.words[word].text in _STOPS]
    yield f"{min(len(stops), 3)}"
    for stop in stops:
        ending = "ing" if parse.lower(stop + 1).endswith("ing") else ""
        yield f"{parse.words[stop].text}{_shown(parse, stop + 1, cue.word)}{ending}"


def main_word(reading: Reading, cue: Cue, complement: Complement) -> Iterator[str]:
    """What the words are by their main word."""
    parse, (start, end) = reading.parse, complement.words
    if complement.head is not None:
        word = parse.words[complement.head]
        yield f"{word.pos}|{complement.relation}"
        yield f"{word.entity[2:]}|{complement.relation}"
    if end - start == 1:
        yield f"alone|{_shown(parse, start, cue.word)}"


def loose_ends(reading: Reading, cue: Cue, complement: Complement) -> Iterator[str]:
    """What the run cuts off, and what it takes in, against the parse; how far it is from the cue and the end."""
    parse, (start, end) = reading.parse, complement.words
    stop = parse.sentence_words(parse.sentence(cue.word)).stop
    inside = range(start, end)
    heads = [parse.head(word) for word in inside]
    taken = sum(head not in (None, cue.word) and head not in inside for head in heads)
    cut = [
        child for word in inside for child in parse.children(word) if child >= end and parse.relation(child) != "punct"
    ]
    yield f"taken|{min(taken, 3)}"
    yield f"cut|{min(len(cut), 3)}"
    for word in cut[:2]:
        yield f"cut|{parse.words[word].relation}"
    yield f"gap|{min(start - cue.word - 1 if start > cue.word else cue.word - end, 6)}"
    yield f"left|{min(int(math.log2(stop - end + 1)), 5)}"


CUE_EVIDENCE: tuple[CueEvidence, ...] = (
    place_of_cue,
    word_above,
    form_of_cue,
    small_words,
    complements_of_cue,
    kind_of_holder,
    way_to_holder,
)
COMPLEMENT_EVIDENCE: tuple[ComplementEvidence, ...] = (
    frame,
    cue_with_frame,
    length,
    words_around,
    stops_inside,
    main_word,
    loose_ends,
)


def _shown(parse: Parse, word: int, cue: int) -> str:
    """The word itself if it is a small one or a stop, else its part of speech; "" outside the cue's sentence."""
    if word not in parse.sentence_words(parse.sentence(cue)):
        return ""
    lower = parse.lower(word)
    return lower if lower in _STOPS or lower in words("report_small_words") else parse.words[word].pos


def _common(parse: Parse, word: int) -> str:
    """The dictionary form of a common word, the part of speech of a name: whose it is must not matter."""
    token = parse.words[word]
    return token.lemma if token.text.islower() and token.pos != "PROPN" else token.pos
