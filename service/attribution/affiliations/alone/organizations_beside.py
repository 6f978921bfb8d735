"""Organizations that stand beside a name without a word for what they are to its bearer.

As in "Lee’s Harbour Party", "Ann Lee (HP)", or, in a line of its own, "Ann Lee, Harbour Bank".
"""

from collections.abc import Iterator

from service.attribution.affiliations.prepositional_objects import read_object
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.grammar import POSSESSIVES
from service.domain.quotations import Affiliation, Mention, MentionKind
from service.lexicon import families
from service.parsing.trees import Parse
from service.text.names import name_words

# Words of a name in brackets or in a line with somebody's.
_LONGEST_NAME, _FULL_NAME = 6, 2


def find_organizations_beside(annotated: AnnotatedArticle, mention: Mention) -> Iterator[Affiliation]:
    """The organization that is said to be the named person’s own."""
    parse = annotated.parse
    if mention.kind is not MentionKind.NAME or mention.entity != "PERSON":
        return
    for words in (_owned(parse, mention), _in_brackets(parse, mention), _in_line(parse, mention)):
        if words:
            name = parse.span(words.start, words.stop - 1)
            yield Affiliation(annotated.article.id, name, None, name.text)


def _owned(parse: Parse, mention: Mention) -> range:
    after = mention.name_words.stop
    stop = parse.sentence_words(mention.sentence).stop
    if after + 1 >= stop or not _is_possessive(parse, after):
        return range(0)
    found = read_object(parse, after + 1, stop)
    is_next = found.is_named and found.words.start == after + 1
    return found.words if is_next and parse.words[after + 1].entity == "B-ORG" else range(0)


def _is_possessive(parse: Parse, word: int) -> bool:
    """After a name in "s" the apostrophe stands alone, which elsewhere closes a quotation."""
    mark = parse.lower(word)
    return mark in POSSESSIVES and (mark.endswith("s") or parse.lower(word - 1).endswith("s"))


def _in_brackets(parse: Parse, mention: Mention) -> range:
    """As in "Ann Lee (HP)"; what only shortens the name is none: "Ann Lee (AL)"."""
    opening = mention.name_words.stop
    if opening >= len(parse) or parse.words[opening].text != "(" or len(mention.name_words) < _FULL_NAME:
        return range(0)
    near = range(opening + 1, min(opening + 1 + _LONGEST_NAME, len(parse)))
    closing = next((word for word in near if parse.words[word].text == ")"), None)
    if closing is None or closing == opening + 1:
        return range(0)
    inside = range(opening + 1, closing)
    is_body = all(parse.words[word].entity.endswith("ORG") for word in inside)
    is_party = len(inside) == 1 and _is_short_form(parse.words[inside[0]].text)
    return inside if (is_body or is_party) and not _shortens(parse, inside, mention) else range(0)


def _is_short_form(text: str) -> bool:
    """Whether the letters may shorten a party's name; where somebody is at home, as in "(KEN)", is no organization."""
    is_country = any(name.startswith(text.casefold()) for country in families("places/countries") for name in country)
    return text.isalpha() and text.isupper() and len(text) > 1 and not is_country


def _shortens(parse: Parse, inside: range, mention: Mention) -> bool:
    initials = "".join(word[0] for word in name_words(mention.name))
    short = parse.span(inside.start, inside.stop - 1).text.casefold()
    return short in initials or initials in short


def _in_line(parse: Parse, mention: Mention) -> range:
    """As in a line with nothing but "Ann Lee, Harbour Bank"."""
    text, comma = parse.text, mention.name_words.stop
    start = text.rfind("\n", 0, mention.span.start) + 1
    end = text.find("\n", mention.span.end)
    line = parse.within(start, len(text) if end < 0 else end)
    inside = range(comma + 1, line.stop)
    if line.start != mention.name_words.start or comma >= len(parse) or parse.words[comma].text != ",":
        return range(0)
    is_name = 0 < len(inside) <= _LONGEST_NAME and all(_may_be_body(parse, word) for word in inside)
    return inside if is_name else range(0)


def _may_be_body(parse: Parse, word: int) -> bool:
    token = parse.words[word]
    is_other = token.entity.endswith(("LOC", "PERSON", "DATE", "NORP"))
    return token.text[0].isupper() and token.pos == "PROPN" and not is_other
