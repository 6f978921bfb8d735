"""The evidence that two quotations report the same words: named rules, each from 0 to 1; the weights are learnt.

Two articles that both tell their day, and not of one event (`events`), are of a stream of news: there the same rules
have other weights, and some rules more. A word that tells one event's statements apart is said again every day in a
year's politics.

To add a reason, add a function and a row, and learn the weights again: `python -m training.linking`.
"""

from collections.abc import Callable, Sequence
from functools import cache

from service.lexicon import lines
from service.linking.speakers.organizations import Relation
from service.linking.statements.pairs import Measures, Pair
from service.linking.wording.tokens import words_of

# Five rare words in a row are copied, and twelve words of any kind; four rare words in common make a statement, less
# than two are found in much else.
LONG_RUN, MANY_WORDS, MUCH, LITTLE = 5.0, 12, 4.0, 2.0
# Three rare words that the outlet prints apart from the rest are known again.
SIGNIFICANT_PART = 3.0
# A short quotation is held by the other where three quarters of what it says are there.
SHORT, COVERED = 2.5, 0.75
# A quotation of twenty rare words is long: it shares much with much else.
LONG = 20.0
WEEK = 7
# In a stream of news, fewer than four rare words show the less the fewer they are.
FEW = 4.0


def words_in_a_row(pair: Pair) -> float:
    """Both print the same words in a row, whatever these say."""
    return min(1.0, max(map(len, pair.alignment.copied_runs), default=0) / MANY_WORDS)


def long_identical_run(pair: Pair) -> float:
    """Both print the same run of significant words."""
    return min(1.0, max(pair.alignment.copied_weights, default=0.0) / LONG_RUN)


def words_are_contained(pair: Pair) -> float:
    """The longer quotation holds the words of the shorter one in their order, each word counted alike."""
    n_shared = sum(map(len, pair.alignment.copied_runs))
    return _share(n_shared, min(len(pair.left_words), len(pair.right_words)))


def shorter_is_contained(pair: Pair) -> float:
    """The longer quotation holds the words of the shorter one in their order, each counted by what it says."""
    return _share(sum(pair.alignment.copied_weights), pair.shorter_weight)


def same_vocabulary(pair: Measures) -> float:
    """The shorter quotation's words, in whatever form, are in the longer one."""
    return _share(pair.shared_vocabulary, pair.shorter_weight)


def much_matter_shared(pair: Measures) -> float:
    """The two share many content words; names show whom both talk about, not what is said."""
    return min(1.0, pair.shared_matter / MUCH)


def little_matter_shared(pair: Measures) -> float:
    """Names aside, the two share next to nothing."""
    return max(0.0, 1.0 - pair.shared_matter / LITTLE)


def whole_part_is_repeated(pair: Pair) -> float:
    """What one of them prints between two marks stands in a row in the other."""
    sides = (pair.left, _row(pair.right_keys)), (pair.right, _row(pair.left_keys))
    repeated = (
        part.weight for one, other in sides for part in one.printed_parts if part.keys and _row(part.keys) in other
    )
    return min(1.0, max(repeated, default=0.0) / SIGNIFICANT_PART)


def same_speaker(pair: Measures) -> float:
    """Both quotations are the same speaker's."""
    return float(pair.authors is Relation.SAME)


def other_speaker(pair: Measures) -> float:
    """The quotations are two different speakers'."""
    return float(pair.authors is Relation.OTHER)


def other_speaker_and_little_copied(pair: Pair) -> float:
    """The quotations are two different speakers', and no long run of words is the same."""
    return 1.0 - long_identical_run(pair) if pair.authors is Relation.OTHER else 0.0


def stock_phrase(pair: Pair) -> float:
    """Two speakers share a phrase that anybody may say."""
    if pair.authors is Relation.SAME:
        return 0.0
    phrase = " ".join(word.key for word in pair.shorter)
    return float(any(stock in phrase and len(stock) * 2 > len(phrase) for stock in _stock_phrases()))


def short_and_not_contained(pair: Measures) -> float:
    """One quotation is short, and the other lacks some of its words."""
    return float(pair.shorter_weight < SHORT and same_vocabulary(pair) < COVERED)


def one_is_long(pair: Measures) -> float:
    """One quotation is long, so that much of anything is in it."""
    return min(1.0, pair.longer_weight / LONG)


def other_numbers(pair: Pair) -> float:
    """The quotations, otherwise not much alike, name different numbers."""
    left, right = ({word.key for word in side if word.is_number} for side in (pair.left_words, pair.right_words))
    return 0.0 if not left or not right or left & right else 1.0 - shorter_is_contained(pair)


def one_is_no_speech(pair: Pair) -> float:
    """One of the two is thought no speech in its own article."""
    return float(not (pair.left.is_speech and pair.right.is_speech))


def an_indirect_report(pair: Measures) -> float:
    """One or both report the words without quotation marks; the reporter chose them."""
    return pair.n_indirect / 2


def indirect_in_the_same_words(pair: Measures) -> float:
    """The words of an indirect report are those of the other quotation."""
    return an_indirect_report(pair) * same_vocabulary(pair) * much_matter_shared(pair)


def both_are_dated(pair: Measures) -> float:
    """Both articles tell their day, and not of one event: in a stream of news much is said again."""
    return float(pair.n_days_apart is not None)


def of_one_day(pair: Measures) -> float:
    """Both articles are of one day, as reports of one event are."""
    return float(pair.n_days_apart == 0)


def days_apart(pair: Measures) -> float:
    """The articles are of different days."""
    return min(1.0, (pair.n_days_apart or 0) / WEEK)


def dated_and_short(pair: Measures) -> float:
    """In a stream of news one quotation is short: few words are said again by many, and on many days."""
    return both_are_dated(pair) * max(0.0, 1.0 - pair.shorter_weight / FEW)


def dated_and_not_surely_one_speaker(pair: Measures) -> float:
    """In a stream of news nothing shows that the two quotations are one speaker's."""
    return both_are_dated(pair) * (1.0 - same_speaker(pair))


def dated_and_indirect(pair: Measures) -> float:
    """In a stream of news one or both report the words without quotation marks: positions are repeated for months."""
    return both_are_dated(pair) * an_indirect_report(pair)


def dated_and_no_speech(pair: Pair) -> float:
    """In a stream of news one of the two is thought no speech: a term that many articles print between marks."""
    return both_are_dated(pair) * one_is_no_speech(pair)


# What dates add.
DATED: tuple[Callable[[Pair], float], ...] = (
    both_are_dated,
    of_one_day,
    days_apart,
    dated_and_short,
    dated_and_not_surely_one_speaker,
    dated_and_indirect,
    dated_and_no_speech,
)
UNDATED: tuple[Callable[[Pair], float], ...] = (
    words_in_a_row,
    long_identical_run,
    words_are_contained,
    shorter_is_contained,
    same_vocabulary,
    much_matter_shared,
    little_matter_shared,
    whole_part_is_repeated,
    same_speaker,
    other_speaker,
    other_speaker_and_little_copied,
    stock_phrase,
    short_and_not_contained,
    one_is_long,
    other_numbers,
    one_is_no_speech,
    an_indirect_report,
    indirect_in_the_same_words,
)
EVIDENCE = (*UNDATED, *DATED)


def _share(shared: float, whole: float) -> float:
    return min(1.0, shared / whole) if whole else 0.0


def _row(keys: Sequence[str]) -> str:
    """The words in a row, a blank before each and after the last: one text is found in another fast."""
    return f" {' '.join(keys)} "


@cache
def _stock_phrases() -> tuple[str, ...]:
    return tuple(" ".join(word.key for word in words_of(line)) for line in lines("words/stock_phrases"))
