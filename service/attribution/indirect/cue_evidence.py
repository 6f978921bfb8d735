"""What a cue without quotation marks has about it: each function names what it sees, each name has a learnt weight."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from service.attribution.document import AnnotatedArticle
from service.attribution.indirect.cue_sources import CueSource
from service.attribution.vocabulary.grammar import COMPLEMENTS, NEGATIONS
from service.attribution.vocabulary.reporting_verbs import SURE_CUE, reporting_verbs, verb_lemma
from service.domain.quotations import MentionKind
from service.parsing.trees import Parse


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may report, its dictionary form with its part of speech ("claim/NOUN"), and whose words."""

    word: int
    lemma: str
    cue_source: CueSource


CueEvidence = Callable[[AnnotatedArticle, Cue], Iterator[str]]

# From here on a verb is a cue often enough to put what hangs on it into somebody's mouth.
_LIKELY_CUE = 0.3
# How a clause hangs on the cue that reports it.
_REPORTED = ("ccomp", "parataxis")
# Words up the parse that are looked at: for a report around the cue, and one by one.
_HIGHEST, _LONGEST_PATH = 20, 4
# Words from which the distance of the holder no longer matters.
_FAR = 10


def place_of_cue(annotated: AnnotatedArticle, cue: Cue) -> Iterator[str]:
    """What the cue is to its sentence."""
    yield annotated.parse.words[cue.word].relation
    yield f"path|{_path(annotated.parse, cue.word)}"


def likely_cue(annotated: AnnotatedArticle, cue: Cue) -> Iterator[str]:
    """How often the verb is a cue, in tenths."""
    if annotated.parse.is_verbal(cue.word):
        yield str(int(10 * _likelihood(annotated.parse, cue.word)))


def inside_report(annotated: AnnotatedArticle, cue: Cue) -> Iterator[str]:
    """Whether the cue is itself part of what somebody says: under a likely cue, in the clause of a sure one."""
    parse, below = annotated.parse, cue.word
    likely = sure = ""
    for above in islice(parse.ancestors(cue.word), _HIGHEST):
        likelihood, relation = _likelihood(parse, above), parse.relation(below)
        if not likely and likelihood >= _LIKELY_CUE:
            likely = relation
        if not sure and likelihood >= SURE_CUE and relation in _REPORTED:
            sure = verb_lemma(parse, above)
        below = above
    yield f"likely|{likely}"
    yield f"sure|{sure}"
    beside = parse.sentence_words(parse.sentence(cue.word))
    yield f"according|{any(parse.lower(word) == 'according' for word in beside if word != cue.word)}"


def word_above(annotated: AnnotatedArticle, cue: Cue) -> Iterator[str]:
    """The word that governs the cue: "refused to say"."""
    head = annotated.parse.head(cue.word)
    if head is not None:
        yield f"{_common(annotated.parse, head)}|{annotated.parse.relation(cue.word)}"


def form_of_cue(annotated: AnnotatedArticle, cue: Cue) -> Iterator[str]:
    """The part of speech, the ending, and whether it is in the passive."""
    parse = annotated.parse
    ending = next((ending for ending in ("ing", "ed") if parse.lower(cue.word).endswith(ending)), "")
    is_passive = any(parse.words[child].relation == "aux:pass" for child in parse.children(cue.word))
    yield f"{parse.words[cue.word].pos}|{ending}|{'passive' * is_passive}"


def small_words(annotated: AnnotatedArticle, cue: Cue) -> Iterator[str]:
    """Auxiliaries, negations and conjunctions of the cue."""
    parse = annotated.parse
    for child in parse.children(cue.word):
        if parse.lower(child) in NEGATIONS:
            yield "negation"
        elif parse.relation(child) in ("aux", "mark", "cop"):
            yield parse.lower(child)


def complements_of_cue(annotated: AnnotatedArticle, cue: Cue) -> Iterator[str]:
    """The kinds of complements that hang on the cue."""
    for relation in COMPLEMENTS:
        if annotated.parse.children(cue.word, relation):
            yield relation


def kind_of_holder(annotated: AnnotatedArticle, cue: Cue) -> Iterator[str]:
    """Whether a person, a body, a place, a pronoun or a description holds it."""
    mention = cue.cue_source.mention
    listed = "" if cue.cue_source.is_listed else "|unlisted"
    yield (mention.entity or mention.kind.value) + listed
    if mention.kind is MentionKind.PRONOUN:
        yield annotated.parse.lower(mention.head)
    elif mention.kind is MentionKind.DESCRIPTION:
        yield _common(annotated.parse, mention.head)


def way_to_holder(annotated: AnnotatedArticle, cue: Cue) -> Iterator[str]:
    """How the holder was found, where it stands and how far off."""
    parse, head = annotated.parse, cue.cue_source.mention.head
    yield cue.cue_source.way
    yield parse.words[head].relation
    yield f"relative|{cue.cue_source.place != cue.cue_source.mention.span}"
    yield f"child|{parse.head(head) == cue.word}"
    yield f"path|{_path(parse, head, cue.word)}"
    distance = head - cue.word
    yield f"distance|{distance}" if abs(distance) < _FAR else f"far|{distance > 0}"


CUE_EVIDENCE: tuple[CueEvidence, ...] = (
    place_of_cue,
    likely_cue,
    inside_report,
    word_above,
    form_of_cue,
    small_words,
    complements_of_cue,
    kind_of_holder,
    way_to_holder,
)


def _path(parse: Parse, word: int, stop: int | None = None) -> str:
    """The relations from the word up the parse, as far as `stop` or the root."""
    relations: list[str] = []
    current: int | None = word
    while current is not None and current != stop and len(relations) < _LONGEST_PATH:
        relations.append(parse.relation(current))
        current = parse.head(current)
    return "/".join(relations)


def _likelihood(parse: Parse, word: int) -> float:
    """How often such a verb is a cue; 0 for other words."""
    return reporting_verbs().get(verb_lemma(parse, word), 0.0) if parse.is_verbal(word) else 0.0


def _common(parse: Parse, word: int) -> str:
    """The dictionary form of a common word, the part of speech of a name: whose it is must not matter."""
    token = parse.words[word]
    return token.lemma if token.text.islower() and token.pos != "PROPN" else token.pos
