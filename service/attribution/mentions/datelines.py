"""The place that a paragraph opens with, where a parser makes it the subject: "Kenford - The police said …"."""

from dataclasses import replace

from service.attribution.vocabulary.grammar import DASHES
from service.domain.articles import Sentence, Token


def without_dateline_as_subject(sentence: Sentence) -> Sentence:
    """The sentence in which whoever stands behind the place and its dash is the subject, and no apposition to it."""
    tokens = sentence.tokens
    dash = next((word for word, token in enumerate(tokens) if not token.entity.endswith("LOC")), 0)
    place = next((word for word in range(dash) if not _is_inside(tokens[word], dash)), None)
    if place is None or tokens[place].relation != "nsubj" or not _stands_apart(tokens, dash):
        return sentence
    subject = next(
        (word for word in range(dash + 1, len(tokens)) if tokens[word].head == place and _is_named(tokens[word])), None
    )
    if subject is None:
        return sentence
    moved = {
        subject: replace(tokens[subject], head=tokens[place].head, relation="nsubj"),
        place: replace(tokens[place], head=subject, relation="dep"),
    }
    return replace(sentence, tokens=tuple(moved.get(word, token) for word, token in enumerate(tokens)))


def _is_inside(token: Token, stop: int) -> bool:
    return token.head is not None and token.head < stop


def _is_named(token: Token) -> bool:
    return token.relation == "appos" and token.pos in ("NOUN", "PROPN")


def _stands_apart(tokens: tuple[Token, ...], dash: int) -> bool:
    """Whether the word is a dash with blanks on both sides and a capital behind it."""
    if not 0 < dash < len(tokens) - 1 or tokens[dash].text not in DASHES:
        return False
    before, span, after = tokens[dash - 1].span, tokens[dash].span, tokens[dash + 1]
    return before.end < span.start and span.end < after.span.start and after.text[0].isupper()
