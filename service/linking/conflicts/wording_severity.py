"""Where two printed wordings of one statement differ in words, and how much that matters.

No difference: typography, spelling, what an outlet leaves out at either end, at an ellipsis, at the reporting
clause or by whole sentences, and what it puts in brackets.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from service.domain.conflicts import ConflictClass, DiffOp, Severity
from service.lexicon import words
from service.linking.conflicts.opposites import changes_degree, says_contrary
from service.linking.wording.alignment import Alignment, Step, align
from service.linking.wording.spelling import stem, without_negative_prefix
from service.linking.wording.tokens import SMALL, Word, weight

_Words = tuple[Word, ...]

# Below this share of words in common the outlets paraphrase one statement (a translation there and back):
# then single words that differ, numbers and names included, are no sign of a changed fact.
_MOSTLY_EQUAL = 0.6
# Two function words in a row ("of the") stand in any two sentences.
_BY_CHANCE = 2
_NOTHING = Step(DiffOp.EQUAL, (), ())


# Without slots: severity and class are asked for after one another.
@dataclass(frozen=True)
class WordingChanges:
    """The steps in which two wordings differ in words, within the extent that both print; none if they do not."""

    steps: tuple[Step, ...]
    is_mostly_equal: bool
    """Whether the wordings are one text with changes, and no paraphrases."""

    @cached_property
    def severity(self) -> Severity:
        """How grave the changes are."""
        if self.is_mostly_equal and (_turns_round(self.steps) or any(map(_changes_fact, self.steps))):
            return Severity.HIGH
        return Severity.LOW if all(map(_is_small, self.steps)) else Severity.MEDIUM

    @property
    def class_(self) -> ConflictClass:
        """What the gravest of the changes is."""
        if _turns_round(self.steps):
            return ConflictClass.NEGATION
        if any(_replaced(_numbers(step.left), _numbers(step.right)) for step in self.steps):
            return ConflictClass.NUMBER
        if any(_replaced(_names(step.left), _names(step.right)) for step in self.steps):
            return ConflictClass.NAME
        if any(_replaced(_modals(step.left), _modals(step.right)) for step in self.steps):
            return ConflictClass.MODALITY
        if any(map(changes_degree, self.steps)):
            return ConflictClass.STRENGTH
        if all(map(_is_small, self.steps)):
            return ConflictClass.GRAMMAR
        is_cut = all(not step.left for step in self.steps) or all(not step.right for step in self.steps)
        return ConflictClass.CUT if is_cut else ConflictClass.WORDS


def wording_changes(left: _Words, right: _Words) -> WordingChanges:
    """Where the two wordings differ."""
    alignment = align(left, right)
    return WordingChanges(tuple(_changes(alignment.steps)), _is_mostly_equal(alignment, left, right))


def _changes(aligned: tuple[Step, ...]) -> Iterator[Step]:
    steps = _anchored(aligned)
    padded = (_NOTHING, *steps, _NOTHING)
    for (before, step), (_, after) in zip(pairwise(padded), pairwise(padded[1:]), strict=False):
        if step.is_equal:
            continue
        meaning = _within_extent(_without_glosses(step), before, after)
        if not meaning.is_equal and not _is_omission(meaning, after):
            yield meaning


def _anchored(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps, without function words at either end that are the same by chance: they count with what differs.

    Of "a con" and "the appeal of a businessman president" the article is not a word that both print.
    """
    found = list(steps)
    if len(found) > 2 and _is_chance(*found[:3]):
        found[:3] = [_one(found[:3])]
    if len(found) > 2 and _is_chance(*found[:-4:-1]):
        found[-3:] = [_one(found[-3:])]
    return tuple(found)


def _is_chance(outermost: Step, same: Step, inner: Step) -> bool:
    """Whether one or two function words that are the same stand between words that differ."""
    if outermost.is_equal or not same.is_equal or inner.is_equal:
        return False
    is_small = len(same.left) <= _BY_CHANCE and all(word.weight <= SMALL for word in same.left)
    return is_small and max(len(inner.left), len(inner.right)) > _BY_CHANCE


def _one(steps: Iterable[Step]) -> Step:
    steps = tuple(steps)
    return Step(DiffOp.REPLACE, _words(step.left for step in steps), _words(step.right for step in steps))


def _words(pieces: Iterable[_Words]) -> _Words:
    return tuple(word for piece in pieces for word in piece)


def _without_glosses(step: Step) -> Step:
    """The step without the outlets' own words; a gloss takes along the words that it stands for."""
    left = tuple(word for word in step.left if not word.is_gloss)
    right = tuple(word for word in step.right if not word.is_gloss)
    if (step.left and not left) or (step.right and not right):
        return _NOTHING
    return Step(step.op, left, right)


def _within_extent(step: Step, before: Step, after: Step) -> Step:
    """The step without the sentences, at either end of the quotations, that only one of them prints."""
    left, right = step.left, step.right
    if not before.left and not before.right:
        if _follows_gap(after.left) or _follows_gap(after.right):
            # What stands before is another piece of what was said.
            return _NOTHING
        left, right = _last_sentence(left), _last_sentence(right)
        whole = _begins_sentence(after.left) and _begins_sentence(after.right)
    elif not after.left and not after.right:
        if _follows_gap(left) or _follows_gap(right):
            return _NOTHING
        left, right = _first_sentence(left), _first_sentence(right)
        whole = _begins_sentence(left) and _begins_sentence(right)
    else:
        return Step(step.op, left, right)
    if not left or not right or (whole and not _stems(left) & _stems(right)):
        return _NOTHING
    return Step(step.op, left, right)


def _is_omission(step: Step, after: Step) -> bool:
    """Whether one outlet leaves words out openly, or leaves out whole sentences."""
    if step.left and step.right:
        return False
    rest, other = (after.left, step.right) if step.right else (after.right, step.left)
    if _follows_gap(rest):
        return True
    return _begins_sentence(rest) and _begins_sentence(other)


def _follows_gap(words: _Words) -> bool:
    return bool(words) and words[0].follows_gap


def _begins_sentence(words: _Words) -> bool:
    return bool(words) and words[0].starts_sentence


def _last_sentence(words: _Words) -> _Words:
    starts = [place for place, word in enumerate(words) if word.starts_sentence]
    return words[starts[-1] :] if starts else words


def _first_sentence(words: _Words) -> _Words:
    starts = [place for place, word in enumerate(words) if word.starts_sentence and place]
    return words[: starts[0]] if starts else words


def _is_mostly_equal(alignment: Alignment, left: _Words, right: _Words) -> bool:
    n_shared = sum(map(len, alignment.equal_runs))
    return n_shared >= _MOSTLY_EQUAL * min(len(left), len(right)) or alignment.shared_weight >= _MOSTLY_EQUAL * min(
        weight(left), weight(right)
    )


def _turns_round(changes: tuple[Step, ...]) -> bool:
    """Whether one wording denies what the other says: "not" dropped, or a word's contrary."""
    left = [word for step in changes for word in step.left]
    right = [word for step in changes for word in step.right]
    if any(map(says_contrary, changes)):
        return True
    return _n_negations(left, right) % 2 != _n_negations(right, left) % 2


def _n_negations(words: list[Word], others: list[Word]) -> int:
    plain = {word.stem for word in others}
    prefixes = (without_negative_prefix(word.key) for word in words)
    return sum(word.is_negation for word in words) + sum(stem(one) in plain for one in prefixes if one)


def _changes_fact(step: Step) -> bool:
    """Whether a number or a name stands for another."""
    return _replaced(_numbers(step.left), _numbers(step.right)) or _replaced(_names(step.left), _names(step.right))


def _replaced(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right and not left & right)


def _numbers(some: _Words) -> frozenset[str]:
    return frozenset(word.key for word in some if word.is_number)


def _modals(some: _Words) -> frozenset[str]:
    modals = words("grammar/modals")
    return frozenset(word.key for word in some if word.key in modals)


def _names(some: _Words) -> frozenset[str]:
    return frozenset(word.key for word in some if word.is_name)


def _is_small(step: Step) -> bool:
    """Whether only grammar differs: function words, or forms of one word."""
    return all(word.weight <= SMALL for word in (*step.left, *step.right)) or _stems(step.left) == _stems(step.right)


def _stems(words: _Words) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.weight > SMALL)
