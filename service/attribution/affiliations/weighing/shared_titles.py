"""The title of several before their names, which each of them has: "city councillors Ann Lee and Bob Ray"."""

from service.attribution.affiliations.prenominals import past_brackets
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.grammar import SEPARATORS
from service.attribution.vocabulary.nouns import is_plural, is_role_noun
from service.domain.quotations import Mention, MentionKind
from service.parsing.trees import Parse

# Words of a bracket behind a name, in which it is written otherwise.
_LONGEST_BRACKET = 6
# "three judges – Ann Lee, Bob Ray and Tom Reed – heard", "the judges: Ann Lee and Bob Ray"
_OPENS_LIST = ("–", "—", "-", ":")


def shared_title(annotated: AnnotatedArticle, mention: Mention) -> int | None:
    """The plural noun right before the first of the names that this one is listed with."""
    if mention.kind is not MentionKind.NAME or mention.entity != "PERSON":
        return None
    parse, first = annotated.parse, mention
    while (before := _name_before(annotated, first)) is not None:
        first = before
    title = first.name_words.start - 1
    if title > 0 and parse.words[title].text in _OPENS_LIST:
        title -= 1
    # Not so in "told reporters Ann Lee and Bob Ray had left".
    is_bound = title >= 0 and (parse.head(title) == first.head or parse.head(first.head) == title)
    if not is_bound or not is_plural(parse, title) or not is_role_noun(parse, title):
        return None
    return title if first is not mention or _is_followed(annotated, mention) else None


def _name_before(annotated: AnnotatedArticle, mention: Mention) -> Mention | None:
    """The name with which the list goes on to this one."""
    parse, word = annotated.parse, mention.name_words.start - 1
    if word < 1 or parse.lower(word) not in SEPARATORS:
        return None
    word -= 1 + (parse.lower(word - 1) == ",")
    word = _before_bracket(parse, word)
    return _name_at(annotated, word, mention) if word >= 0 else None


def _before_bracket(parse: Parse, word: int) -> int:
    if parse.words[word].text != ")":
        return word
    near = range(word - 1, max(0, word - _LONGEST_BRACKET), -1)
    return next((each - 1 for each in near if parse.words[each].text == "("), word)


def _is_followed(annotated: AnnotatedArticle, mention: Mention) -> bool:
    parse, stop = annotated.parse, annotated.parse.sentence_words(mention.sentence).stop
    word = past_brackets(parse, mention.name_words.stop, stop)
    while word < stop and parse.lower(word) in SEPARATORS:
        word += 1
    return word < stop and word > mention.name_words.stop and _name_at(annotated, word, mention) is not None


def _name_at(annotated: AnnotatedArticle, word: int, beside: Mention) -> Mention | None:
    """The person's name that the word is part of, in the same sentence as the other."""
    name = annotated.mention_at.get(annotated.named(word))
    is_name = name is not None and name.kind is MentionKind.NAME and name.entity == "PERSON" and word in name.name_words
    return name if is_name and name is not None and name.sentence == beside.sentence else None
