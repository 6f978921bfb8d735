"""People who are only brought in as somebody's family: behind "his wife, Ann Lee", "Lee" goes on to be him."""

from service.attribution.coreference.families.deaths import has_died
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.grammar import POSSESSIVES
from service.attribution.vocabulary.reporting_verbs import is_sure_cue
from service.domain.quotations import Mention
from service.lexicon import words
from service.parsing.trees import Parse
from service.text.names import name_words

_WHOSE = frozenset(("his", "her", "their")) | frozenset(POSSESSIVES)
# Words from the possessive to the noun ("his younger half - sister"), and back to whoever is meant.
_LONGEST, _FARTHEST = 4, 60


def is_relative(annotated: AnnotatedArticle, mention: Mention) -> bool:
    """Whether somebody of the same surname, whose family this is, is named right before: "Lee" then goes on to be him.

    Not so of one who speaks for the dead: "Lee's mother, Ann Lee, said", where the article says that Lee has died.
    """
    found = family_noun(annotated.parse, mention)
    if found is None:
        return False
    noun, possessive = found
    person = _namesake_before(annotated, mention, possessive)
    return person is not None and not (_speaks(annotated.parse, mention.head, noun) and has_died(annotated, person))


def family_noun(parse: Parse, mention: Mention, *, with_title: bool = False) -> tuple[int, int] | None:
    """The noun for family beside the name and the possessive before it: "his wife, Ann Lee", "Ann Lee, his wife".

    A title may stand between if that is asked for: "his wife, Senator Ann Lee".
    """
    before, after = mention.name_words.start - 1, mention.name_words.stop
    title = range(before, max(before - _LONGEST, 0), -1) if with_title else range(0)
    before = next((word for word in title if not _is_of_title(parse, word)), before)
    if before > 0 and parse.lower(before) == ",":
        before -= 1
    nouns = [before]
    if after < len(parse) and parse.lower(after) == ",":
        nouns += range(after + 1, min(after + 2 + _LONGEST, len(parse)))
    found = ((noun, _possessive(parse, noun, is_in_front=noun < after)) for noun in nouns if noun > 0)
    return next(((noun, possessive) for noun, possessive in found if possessive is not None), None)


def _is_of_title(parse: Parse, word: int) -> bool:
    is_nominal = parse.words[word].pos in ("ADJ", "NOUN", "PROPN")
    return is_nominal and parse.lower(word) not in words("people/relatives")


def _possessive(parse: Parse, noun: int, *, is_in_front: bool) -> int | None:
    """The possessive before the noun; "whose" only where the name stands behind: "whose wife, Ann Lee, …"."""
    if parse.lower(noun) not in words("people/relatives"):
        return None
    for word in range(noun - 1, max(noun - 1 - _LONGEST, -1), -1):
        if parse.lower(word) in _WHOSE or (parse.lower(word) == "whose" and is_in_front):
            return word
        if parse.words[word].pos not in ("ADJ", "NUM", "NOUN") and parse.lower(word) != "-":
            return None
    return None


def _speaks(parse: Parse, *heads: int) -> bool:
    subjects = (parse.head(head) for head in heads if parse.relation(head) == "nsubj")
    return any(verb is not None and is_sure_cue(parse, verb) for verb in subjects)


def _namesake_before(annotated: AnnotatedArticle, mention: Mention, possessive: int) -> Mention | None:
    """The person named last before the possessive, if of this surname."""
    before = range(possessive - 1, max(possessive - 1 - _FARTHEST, -1), -1)
    people = (annotated.mention_at.get(word) for word in before)
    last = next((person for person in people if person is not None and person.entity == "PERSON"), None)
    return last if last is not None and name_words(last.name)[-1:] == name_words(mention.name)[-1:] else None
