"""The place that a paragraph opens with, where a parser makes it the subject: "Kenford, May 3: Police said …"."""

from dataclasses import replace

from service.attribution.vocabulary.grammar import DASHES
from service.domain.articles import Sentence, Token

# Words of the longest dateline: place, region, day, month, year, agency, and the marks between them.
_LONGEST = 16
_OPENING, _CLOSING = "(", ")"


def without_dateline_as_subject(sentence: Sentence) -> Sentence:
    """The sentence in which no place of a dateline is a subject; whoever stands behind it in apposition to it is."""
    tokens = sentence.tokens
    end = _end_of_dateline(tokens)
    place = next((word for word in range(end) if not _is_inside(tokens[word], end)), None)
    if place is None or tokens[place].relation != "nsubj":
        return sentence
    behind = range(end + 1, len(tokens))
    subject = next((word for word in behind if tokens[word].head == place and _is_named(tokens[word])), None)
    verb = tokens[place].head
    if subject is not None:
        moved = {
            subject: replace(tokens[subject], head=verb, relation="nsubj"),
            place: replace(tokens[place], head=subject, relation="dep"),
        }
    elif any(tokens[word].head == verb and tokens[word].relation == "nsubj" for word in behind):
        moved = {place: replace(tokens[place], relation="dep")}
    else:
        return sentence
    return replace(sentence, tokens=tuple(moved.get(word, token) for word, token in enumerate(tokens)))


def _end_of_dateline(tokens: tuple[Token, ...]) -> int:
    """The dash or the colon that ends place, day and agency; 0 where the sentence opens with none."""
    in_brackets = False
    for word, token in enumerate(tokens[:_LONGEST]):
        if word > 0 and not in_brackets and _ends_dateline(tokens, word):
            return word
        in_brackets = token.text == _OPENING or (in_brackets and token.text != _CLOSING)
        is_part = token.entity.endswith("LOC") or (word > 0 and _goes_on(token))
        if not is_part and not in_brackets:
            return 0
    return 0


def _goes_on(token: Token) -> bool:
    return token.entity.endswith("DATE") or token.text in (",", _OPENING, _CLOSING) or token.text in DASHES


def _ends_dateline(tokens: tuple[Token, ...], word: int) -> bool:
    """Whether the word is a colon, or a dash with blanks on both sides and a capital behind it."""
    if word + 1 >= len(tokens):
        return False
    if tokens[word].text == ":":
        return True
    before, span, after = tokens[word - 1].span, tokens[word].span, tokens[word + 1]
    stands_apart = before.end < span.start and span.end < after.span.start
    return tokens[word].text in DASHES and stands_apart and after.text[0].isupper()


def _is_inside(token: Token, stop: int) -> bool:
    return token.head is not None and token.head < stop


def _is_named(token: Token) -> bool:
    return token.relation == "appos" and token.pos in ("NOUN", "PROPN")
