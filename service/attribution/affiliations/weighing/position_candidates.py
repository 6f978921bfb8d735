"""Nouns that may say what somebody is: those of each sentence that mentions them, with the nearest mention."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.attribution.affiliations.weighing.word_patterns import mention_words, n_steps
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import is_honorific, kinds_of_nouns, noun_lemma
from service.domain.quotations import Mention, MentionKind
from service.lexicon import words
from service.parsing.trees import Parse

_NOMINAL = ("NOUN", "PROPN", "ADJ", "X")
# Words from a mention beyond which nothing is said of it.
_FARTHEST = 40
# What a step in the parse counts, in words; and the cost of a mention that is not a name.
_STEP = 3
_COSTS = {MentionKind.NAME: 0, MentionKind.DESCRIPTION: 2, MentionKind.PRONOUN: 3}


@dataclass(frozen=True, slots=True)
class PositionCandidate:
    """A noun that may name a position of the one mentioned; `mention` is the nearest to it in the sentence."""

    word: int
    mention: Mention


def find_position_candidates(annotated: AnnotatedArticle, mentions: Sequence[Mention]) -> tuple[PositionCandidate, ...]:
    """The nouns beside the mentions of one speaker, in order."""
    nearest: dict[int, tuple[int, Mention]] = {}
    for mention in mentions:
        if mention.kind is MentionKind.PRONOUN and annotated.is_marked(mention.head):
            # Whom a quoted "she" means is beyond the rules for pronouns.
            continue
        for word in _nouns_beside(annotated.parse, mention):
            # What is too far by the words alone is not looked up in the parse.
            if word in nearest and _words_apart(annotated.parse, mention, word) >= nearest[word][0]:
                continue
            found = distance(annotated.parse, mention, word)
            if word not in nearest or found < nearest[word][0]:
                nearest[word] = found, mention
    return tuple(PositionCandidate(word, mention) for word, (_, mention) in sorted(nearest.items()))


def distance(parse: Parse, mention: Mention, word: int) -> int:
    """How far the word is from the mention, by the words between them and the steps in the parse."""
    return _words_apart(parse, mention, word) + _STEP * n_steps(parse, word, mention.head)


def _words_apart(parse: Parse, mention: Mention, word: int) -> int:
    place = mention_words(parse, mention)
    apart = 0 if word in place else max(place.start - word, word - place.stop + 1)
    return apart + _COSTS[mention.kind]


def _nouns_beside(parse: Parse, mention: Mention) -> Iterator[int]:
    for word in parse.sentence_words(mention.sentence):
        token = parse.words[word]
        is_name = word in mention.name_words and not _is_taken_in(parse, mention, word)
        # A parse may make "spokeswoman" a verb.
        is_nominal = token.pos in _NOMINAL or parse.lower(word) in words("people/spokespeople")
        if is_name or abs(word - mention.head) > _FARTHEST or not is_nominal:
            continue
        is_known = bool(kinds_of_nouns(noun_lemma(parse, word)))
        if _is_rank(parse, word) or not any(map(str.isalpha, token.text)):
            continue
        if is_known or token.pos == "NOUN":
            yield word


def _is_taken_in(parse: Parse, mention: Mention, word: int) -> bool:
    """Whether the recognizer took a post before a surname into the name: "Chairwoman Lee"."""
    is_first = word == mention.name_words.start and len(mention.name_words) > 1
    is_post = "role" in kinds_of_nouns(parse.lower(word))
    return is_first and is_post and parse.lower(word) not in mention.name.casefold().split()


def _is_rank(parse: Parse, word: int) -> bool:
    """Whether the noun only begins a rank that an abbreviation ends: "Chief" of "Chief Insp Ann Lee"."""
    following = word + 1
    return (
        parse.words[word].text == "Chief"
        and following < len(parse)
        and is_honorific(parse, following)
        and "role" not in kinds_of_nouns(parse.lower(following))
    )
