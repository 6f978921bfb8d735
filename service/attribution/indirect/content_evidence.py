"""What speaks for and against one run of words as what a cue reports, in names with learnt weights."""

import math
from collections.abc import Callable, Iterator

from service.attribution.document import AnnotatedArticle
from service.attribution.indirect.content_candidates import ContentCandidate
from service.attribution.indirect.cue_evidence import Cue
from service.attribution.vocabulary.grammar import INTERRUPTIONS
from service.lexicon import words
from service.parsing.trees import Parse

ComplementEvidence = Callable[[AnnotatedArticle, Cue, ContentCandidate], Iterator[str]]


def frame(annotated: AnnotatedArticle, cue: Cue, content: ContentCandidate) -> Iterator[str]:
    """How the words hang on the cue, and how they were cut out."""
    yield content.frame
    yield f"{content.relation}|{content.border}"


def cue_with_frame(annotated: AnnotatedArticle, cue: Cue, content: ContentCandidate) -> Iterator[str]:
    """The cue, alone and with how the words hang on it."""
    yield cue.lemma
    yield f"{cue.lemma}|{content.frame}"
    yield f"{cue.lemma}|{content.relation}|"


def length(annotated: AnnotatedArticle, cue: Cue, content: ContentCandidate) -> Iterator[str]:
    """How many words and verbs are reported."""
    start, end = content.words
    n_words = int(2 * math.log2(end - start))
    n_verbs = sum(map(annotated.parse.is_verbal, range(start, end)))
    yield f"{n_words}"
    yield f"{n_words}|{content.relation}"
    yield f"{n_words}|{content.border}"
    yield f"verbs|{min(n_verbs, 3)}|{content.relation}"


def words_around(annotated: AnnotatedArticle, cue: Cue, content: ContentCandidate) -> Iterator[str]:
    """The words before, at the start, and after."""
    parse, (start, end) = annotated.parse, content.words
    for side, word in (("before", start - 1), ("first", start), ("after", end)):
        shown = _shown(parse, word, cue.word)
        if side == "after" and shown == ",":
            shown += _shown(parse, word + 1, cue.word)
        yield f"{side}|{shown}"
        yield f"{side}|{shown}|{cue.lemma if side == 'first' else content.relation}"


def stops_inside(annotated: AnnotatedArticle, cue: Cue, content: ContentCandidate) -> Iterator[str]:
    """Commas and dashes among the words, with what follows them."""
    parse, (start, end) = annotated.parse, content.words
    stops = [word for word in range(start + 2, end - 1) if parse.words[word].text in INTERRUPTIONS]
    yield f"{min(len(stops), 3)}"
    for stop in stops:
        ending = "ing" if parse.lower(stop + 1).endswith("ing") else ""
        yield f"{parse.words[stop].text}{_shown(parse, stop + 1, cue.word)}{ending}"


def main_word(annotated: AnnotatedArticle, cue: Cue, content: ContentCandidate) -> Iterator[str]:
    """What the words are by their main word."""
    parse, (start, end) = annotated.parse, content.words
    if content.head is not None:
        word = parse.words[content.head]
        yield f"{word.pos}|{content.relation}"
        yield f"{word.entity[2:]}|{content.relation}"
    if end - start == 1:
        yield f"alone|{_shown(parse, start, cue.word)}"


def loose_ends(annotated: AnnotatedArticle, cue: Cue, content: ContentCandidate) -> Iterator[str]:
    """What the run cuts off, and what it takes in, against the parse; how far it is from the cue and the end."""
    parse, (start, end) = annotated.parse, content.words
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
    return lower if lower in INTERRUPTIONS or lower in words("grammar/report_function_words") else parse.words[word].pos
