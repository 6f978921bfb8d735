"""Where people are named in an article: of several who bear a name, the one named last is meant."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from service.domain.quotations import Mention
from service.lexicon import words
from service.parsing.trees import Parse
from service.text.names import name_words

Named = TypeVar("Named")


class NamePlaces(Generic[Named]):
    """Where each is named in full; or at all, who never is. Full names are added first."""

    def __init__(self) -> None:
        self._starts: dict[Named, list[int]] = {}
        self._in_full: set[Named] = set()

    def add(self, entity: Named, mention: Mention) -> None:
        """Take in a mention by name."""
        is_full = len(name_words(mention.name)) > 1
        if is_full:
            self._in_full.add(entity)
        if is_full or entity not in self._in_full:
            insort(self._starts.setdefault(entity, []), mention.span.start)

    def nearest(self, entities: Sequence[Named], mention: Mention) -> Named | None:
        """Of several, the one last named in full before the mention, else the first named after it."""
        if len(entities) <= 1:
            return next(iter(entities), None)
        return max(entities, key=lambda entity: self._closeness(entity, mention.span.start))

    def _closeness(self, entity: Named, place: int) -> tuple[bool, int]:
        starts = self._starts[entity]
        index = bisect_left(starts, place)
        return (True, starts[index - 1]) if index else (False, -starts[0])


def surname_starts(name: tuple[str, ...]) -> Iterator[int]:
    """Where the surname of a full name may begin: at its last word, or at a particle before it."""
    for place in range(len(name) - 1, 0, -1):
        yield place
        if name[place - 1] not in words("names/particles"):
            return


def may_be_surname(parse: Parse, mention: Mention) -> bool:
    """Whether what the recognizer took for a place, a body or a people may be somebody's surname.

    The name of a people may where it acts like a person's: "Sherpa recounted", but not "the Sherpa" or "Irish voters".
    """
    name = name_words(mention.name)
    # "La Grange" keeps its particle, with a capital where it opens a sentence.
    if not (len(name) == 1 or (name and name[0] in words("names/particles"))) or mention.name.isupper():
        return False
    word = mention.name_words.start
    is_alone = word == 0 or parse.words[word - 1].pos not in ("DET", "ADJ", "NUM")
    acts = is_alone and parse.relation(word) == "nsubj" and parse.words[word].pos == "PROPN"
    return acts or mention.entity != "NORP"
