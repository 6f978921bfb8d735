"""Who of several people of one surname a surname means, by the words before it: "the elder Lee", "Senator Lee"."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Protocol, TypeVar

from service.attribution.affiliations.affiliations import find_affiliations
from service.attribution.coreference.families.relatives import family_noun, is_relative
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import is_role_noun, noun_lemma, nouns_of_title
from service.domain.quotations import Mention
from service.lexicon import table
from service.parsing.trees import Parse
from service.text.names import name_words

_ELDER, _YOUNGER = frozenset(("elder", "older", "big")), frozenset(("younger", "little"))
# Mentions by name that are read for what somebody is: a family has few, a head of state hundreds, each like the others.
_MOST_MENTIONS = 20
# Words of a title: "Deputy Prime Minister Lee".
_LONGEST_TITLE = 3
_LINKS = frozenset(("of", "for", "to"))


class _HasMentions(Protocol):
    """What this file asks of a person."""

    mentions: list[Mention]


Bearer = TypeVar("Bearer", bound=_HasMentions)


def likely_bearers(annotated: AnnotatedArticle, mention: Mention, bearers: Sequence[Bearer]) -> Sequence[Bearer]:
    """Those of a surname who fit the words before it; where none does, not those who are mere relatives."""
    if len(bearers) < 2 or len(name_words(mention.name)) > 1:
        return bearers
    fitting = _of_age(annotated, mention, bearers) or _of_title(annotated, mention, bearers)
    return fitting or [each for each in bearers if not is_relative(annotated, each.mentions[0])] or bearers


def _of_age(annotated: AnnotatedArticle, mention: Mention, bearers: Sequence[Bearer]) -> Sequence[Bearer]:
    """Of "the elder Lee", the one whose son, or the one as whose mother, somebody is brought in; none for others."""
    before = annotated.parse.lower(max(0, mention.name_words.start - 1))
    if before not in _ELDER | _YOUNGER:
        return ()
    ranks = [_rank(annotated, each) for each in bearers]
    sought = 1 if before in _ELDER else -1
    # Of two, the one who is nobody's son is the elder.
    return [
        each for each, rank in zip(bearers, ranks, strict=True) if rank == sought or (rank == 0 and -sought in ranks)
    ]


def _rank(annotated: AnnotatedArticle, bearer: _HasMentions) -> int:
    """1 for whoever is brought in as somebody's parent or older brother, -1 for a child or younger brother, else 0."""
    parse = annotated.parse
    for mention in bearer.mentions[:_MOST_MENTIONS]:
        noun, possessive = family_noun(parse, mention, with_title=True) or (0, 0)
        between = set(map(parse.lower, range(possessive + 1, noun + 1)))
        ages = {table("people/family_ages").get(word) for word in between}
        if between & _ELDER or "elder" in ages:
            return 1
        if between & _YOUNGER or "younger" in ages:
            return -1
    return 0


def _of_title(annotated: AnnotatedArticle, mention: Mention, bearers: Sequence[Bearer]) -> Sequence[Bearer]:
    """Of "Senator Lee", those with the title or the position, none where nobody has it; of several the best match."""
    office, more = _title(annotated.parse, mention)
    known = [(each, _words_of_positions(annotated, each)) for each in bearers] if office else []
    shared = [(each, len(more & position)) for each, position in known if office & position]
    most = max((n for _, n in shared), default=0)
    return [each for each, n in shared if n == most]


def _words_of_positions(annotated: AnnotatedArticle, bearer: _HasMentions) -> set[str]:
    """What stands beside the name in full: whose title it is beside a surname is what is asked."""
    found: set[str] = set()
    for mention in bearer.mentions[:_MOST_MENTIONS]:
        if len(name_words(mention.name)) > 1:
            found.update(*_title(annotated.parse, mention))
            for position in find_affiliations(annotated, mention):
                # "candidate for president" is no president.
                found.update(takewhile(lambda word: word not in _LINKS, (position.role or "").casefold().split()))
    return found


def _title(parse: Parse, mention: Mention) -> tuple[frozenset[str], frozenset[str]]:
    """The office that the title right before the name tells, with the nouns that it is short for; its other words."""
    last = mention.name_words.start - 1
    if last < 0 or parse.sentence(last) != mention.sentence:
        return frozenset(), frozenset()
    nouns = nouns_of_title(parse, last)
    if not nouns and not is_role_noun(parse, last):
        return frozenset(), frozenset()
    before = range(last - 1, max(last - _LONGEST_TITLE, -1), -1)
    title = takewhile(lambda word: parse.words[word].pos in ("PROPN", "ADJ", "NOUN"), before)
    return nouns | {noun_lemma(parse, last)}, frozenset(map(parse.lower, title))
