"""Bounds that an answer has reached: beyond them, less is compared, so that no text takes much longer than another."""

from dataclasses import dataclass
from enum import StrEnum


class LimitName(StrEnum):
    """What there was more of than is compared."""

    PEOPLE = "people"
    MARKS = "marks"
    SENTENCE = "sentence"
    POSITIONS = "positions"
    REPETITION = "repetition"
    COMMON_WORDS = "common_words"
    VERSIONS = "versions"
    COMPARED_POSITIONS = "compared_positions"


_MEANINGS = {
    LimitName.PEOPLE: "The article names more than {bound} people; of the others, only names that are the same letter "
    "for letter are one speaker.",
    LimitName.MARKS: "A quotation is not closed within {bound} quotation marks of its paragraph; it is taken to go on "
    "to the paragraph's end.",
    LimitName.SENTENCE: "A sentence has more than {bound} words; it is read in pieces of that length.",
    LimitName.POSITIONS: "The article gives a speaker more than {bound} positions; only the first are listed.",
    LimitName.REPETITION: "A quotation repeats its words so often that more than {bound:,} pairs of them are equal; it "
    "may be compared with others from its start and its end only.",
    LimitName.COMMON_WORDS: "More than {bound} wordings share the same word or phrase; by that alone, they are not "
    "compared.",
    LimitName.VERSIONS: "A statement has more than {bound} wordings; not all of them are compared with each other.",
    LimitName.COMPARED_POSITIONS: "A speaker has more than {bound} positions; only the newest are compared.",
}


@dataclass(frozen=True, slots=True)
class ReachedLimit:
    """A bound that an article has reached, or all articles together (`article_id` is None)."""

    name: LimitName
    bound: int
    article_id: str | None = None

    @property
    def meaning(self) -> str:
        """What is missing therefore, in one sentence."""
        return _MEANINGS[self.name].format(bound=self.bound)
