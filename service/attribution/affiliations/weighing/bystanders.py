"""Nouns that are somebody else’s beyond doubt, and are not weighed: a post that is not the speaker’s can be a libel."""

from collections.abc import Sequence

from service.attribution.affiliations.weighing.listed_titles import listed_title
from service.attribution.vocabulary.nouns import is_plural
from service.domain.quotations import Mention
from service.parsing.trees import Parse

# "served as mayor", "was met by the mayor": the one spoken of may be the mayor.
_OF_SPEAKER = ("as", "by")


def is_of_bystander(parse: Parse, word: int, own: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Whether the noun describes somebody of another name, or one whom the speaker talked to ("told a reporter")."""
    if _stands_before(word, others) or _explains_another(parse, word) or _is_listed(parse, word, others):
        return True
    if any(_are_bound(parse, word, each.head) for each in own):
        return False
    beside = [other for other in others if other.sentence == parse.sentence(word)]
    if any(_are_bound(parse, word, other.head) for other in beside) or _is_spoken_to(parse, word, own):
        return True
    return _is_in_description(word, others) and not _is_in_description(word, own)


def _stands_before(word: int, others: Sequence[Mention]) -> bool:
    """Whether another name follows at once, or begins with the noun, a post that the recognizer took in.

    As in "Ann Lee, party leader Bob Ray and others", however it is parsed.
    """
    return any(other.name_words and other.name_words.start in (word, word + 1) for other in others)


def _is_listed(parse: Parse, word: int, others: Sequence[Mention]) -> bool:
    return any(other.name_words and listed_title(parse, other.name_words) == word for other in others)


def _is_spoken_to(parse: Parse, word: int, own: Sequence[Mention]) -> bool:
    case = parse.child(word, "case", "mark")
    is_oblique = parse.relation(word) == "obl" and case is not None and parse.lower(case) not in _OF_SPEAKER
    return is_oblique and not any(word in parse.within(each.span.start, each.span.end) for each in own)


def _explains_another(parse: Parse, word: int) -> bool:
    """Whether it says what somebody else is, whom the text only describes: "Ann Lee said of her late aunt, a nurse"."""
    comma = next(each for each in parse.subtree(word) if parse.words[each].pos != "PUNCT") - 1
    if comma < 1 or parse.lower(comma) != "," or parse.relation(word) != "appos":
        return False
    noun = comma - 1
    is_owned = any(parse.words[each].relation == "nmod:poss" for each in parse.children(noun))
    is_one = parse.words[noun].pos == "NOUN" and not is_plural(parse, noun)
    return is_one and is_owned and bool(parse.children(noun, "case"))


def _is_in_description(word: int, mentions: Sequence[Mention]) -> bool:
    return any(word in described for mention in mentions for described in mention.described_by)


def _are_bound(parse: Parse, noun: int, name: int) -> bool:
    """Whether the parse makes the two one; the name before the noun in "Port Office spokesman" belongs to nobody."""
    return (parse.head(name) == noun and parse.relation(name) in ("appos", "flat")) or (
        parse.head(noun) == name and parse.relation(noun) in ("appos", "flat", "compound")
    )
