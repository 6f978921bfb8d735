"""What the evidence for a position looks at: a noun, and the speaker beside whom it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from service.attribution.affiliations.weighing.position_candidates import PositionCandidate
from service.attribution.affiliations.weighing.word_patterns import class_of_noun, mention_words, pattern_between
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import noun_lemma
from service.domain.quotations import Mention, MentionKind
from service.parsing.trees import Parse


class SpeakerMentions:
    """The mentions of one speaker, with what each noun beside one of them asks of all."""

    def __init__(self, parse: Parse, mentions: Sequence[Mention]) -> None:
        named = (mention.span for mention in mentions if mention.kind is MentionKind.NAME)
        self.first_name = min(named, key=lambda span: span.start, default=None)
        """The first of them that is a name."""
        described = (mention for mention in mentions if mention.kind is MentionKind.DESCRIPTION)
        self.nouns = frozenset(noun_lemma(parse, mention.head) for mention in described)
        """The nouns by which the article calls the speaker."""
        self.heads = frozenset(mention.head for mention in mentions)
        """The head words of the mentions."""
        self.is_person = any(mention.entity == "PERSON" for mention in mentions)
        """Whether the speaker is named as a person."""


# Without slots: half of the evidence asks for the pattern.
@dataclass(frozen=True)
class PositionContext:
    """A candidate in its article, with the mentions of the speaker and the other people named in its sentence."""

    annotated: AnnotatedArticle
    candidate: PositionCandidate
    own: SpeakerMentions
    others: tuple[Mention, ...]

    @cached_property
    def parse(self) -> Parse:
        """The parse of the article."""
        return self.annotated.parse

    @cached_property
    def word(self) -> int:
        """The noun's place."""
        return self.candidate.word

    @cached_property
    def noun(self) -> str:
        """The noun in its dictionary form."""
        return noun_lemma(self.parse, self.word)

    @cached_property
    def noun_class(self) -> str:
        """What the noun can stand for."""
        return class_of_noun(self.noun)

    @cached_property
    def mention(self) -> Mention:
        """The mention of the speaker that is nearest to the noun."""
        return self.candidate.mention

    @cached_property
    def pattern(self) -> str:
        """What stands between the two."""
        return pattern_between(self.parse, mention_words(self.parse, self.mention), self.word)

    @cached_property
    def side(self) -> str:
        """On which side of the mention the noun stands: "before", "after" or "inside"."""
        return self.pattern.partition(":")[0]
