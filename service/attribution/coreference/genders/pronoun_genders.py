"""Whether somebody is a man or a woman by the pronouns that may stand for them: most of them decide, not the first.

As in: Kim Lee said that she had been left alone. “We help her,” he said. “She has a flat,” he added.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from service.attribution.coreference.entities import Entity
from service.attribution.coreference.mention_history import MentionHistory
from service.attribution.coreference.pronouns import find_antecedent
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.genders import gendered
from service.domain.quotations import Mention, MentionKind

# Pronouns that it takes to tell a gender, and those that a given name counts for.
_FEWEST, _GIVEN_NAME = 2, 3


def set_genders_by_pronouns(
    annotated: AnnotatedArticle, sources: frozenset[int], known: Mapping[Mention, Entity]
) -> None:
    """Set the gender of those whose names, titles and nouns leave it open; `known` are the bearers of the names.

    Each pronoun is given to the most present of those of whom nothing tells the other gender, and counts as a vote.
    """
    votes: dict[Entity, Counter[str]] = {}
    for entity in known.values():
        if entity.gender is not None and entity.stated_gender is None:
            votes[entity] = Counter({entity.gender: _GIVEN_NAME})
            entity.gender = None
    history = MentionHistory(annotated, sources, known)
    for mention in sorted(_names_and_pronouns(annotated), key=lambda mention: mention.span.start):
        bearer = known.get(mention)
        if bearer is None and mention.kind is MentionKind.PRONOUN:
            bearer = find_antecedent(history, mention)
            gender = gendered("grammar/pronouns")[mention.name]
            if bearer is not None and bearer.gender is None and gender in ("m", "f"):
                votes.setdefault(bearer, Counter())[gender] += 1
        if bearer is not None:
            history.follow(mention, bearer)
    for entity, found in votes.items():
        entity.gender = _most(found)


def _names_and_pronouns(annotated: AnnotatedArticle) -> Iterable[Mention]:
    """All in the article's own words: whom a speaker calls "she" is nobody who is speaking."""
    return (
        mention
        for mention in annotated.mentions
        if mention.kind is not MentionKind.DESCRIPTION and not annotated.is_marked(mention.head)
    )


def _most(votes: Counter[str]) -> str | None:
    ((gender, n), *others) = votes.most_common()
    return gender if n >= _FEWEST and n > sum(votes[other] for other, _ in others) else None
