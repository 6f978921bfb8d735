"""The name behind two positions of one person, each with its body: "Trade Minister and Head of the Board Ann Lee"."""

from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.grammar import CONJUNCTIONS
from service.attribution.vocabulary.nouns import is_plural, is_role_noun
from service.domain.quotations import Mention
from service.parsing.trees import Parse

# Words from the noun of the first position to the name.
_FARTHEST = 24
_IN_POSTS = ("NOUN", "PROPN", "ADJ", "ADP", "NUM", "PART")


def name_behind_second_post(annotated: AnnotatedArticle, mention: Mention) -> Mention | None:
    """The person named right behind a position that "and" joins to the described one, both without an article."""
    parse = annotated.parse
    first = parse.within(mention.span.start, mention.span.end).start
    if not parse.words[first].text[0].isupper() or parse.words[first].pos in ("DET", "PRON"):
        return None
    is_second, stop = False, parse.sentence_words(mention.sentence).stop
    for word in range(mention.head + 1, min(mention.head + _FARTHEST, stop)):
        name = annotated.mention_at.get(word)
        if name is not None and name.entity == "PERSON":
            return name if is_second and name.name_words.start == word else None
        is_post = is_role_noun(parse, word)
        is_second = is_second or (is_post and _opens_post(parse, word, mention.head))
        if not _goes_on(parse, word) or (is_post and not is_second):
            # "Adviser to the President and Head of …" is no president.
            return None
    return None


def _opens_post(parse: Parse, word: int, first: int) -> bool:
    """Whether the word, behind the first position's noun, heads a position that "and" opens."""
    before = next((each for each in range(word - 1, first, -1) if not parse.words[each].text[0].isupper()), first)
    return not is_plural(parse, word) and parse.lower(before) in CONJUNCTIONS


def _goes_on(parse: Parse, word: int) -> bool:
    """Whether the word may stand within titles: a function word of theirs, or one with a capital."""
    if parse.lower(word) in CONJUNCTIONS or parse.words[word].text in (",", "-"):
        # "and the mayor Ann Lee", "and his deputy Ann Lee" are of somebody else.
        return word + 1 < len(parse) and parse.words[word + 1].pos not in ("DET", "PRON")
    is_article = parse.lower(word) == "the" and parse.words[word - 1].pos == "ADP"
    return is_article or parse.words[word].text[0].isupper() or parse.words[word].pos in _IN_POSTS
