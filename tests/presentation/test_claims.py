"""The words of a conflict's claims that differ."""

from service.domain.conflicts import Claim, ConflictKind, DiffOp, DiffStep
from service.presentation.claims import Words, words_of_claims


def _words(kind: ConflictKind, *values: str, diff: tuple[DiffStep, ...] | None = None):
    return words_of_claims(kind, [Claim(value, ()) for value in values], diff)


def _different(kind: ConflictKind, *values: str) -> list[list[str]]:
    return [[words.text for words in claim if words.is_different] for claim in _words(kind, *values)]


def test_wordings_differ_where_the_conflict_says_so():
    diff = (DiffStep(DiffOp.EQUAL, "we", "We"), DiffStep(DiffOp.INSERT, "", "never"))
    first, second = _words(ConflictKind.WORDING, "we", "We never", diff=diff)
    assert first == (Words("we", False),)
    assert second == (Words("We", False), Words("never", True))


def test_affiliations_are_compared_word_by_word():
    different = _different(ConflictKind.AFFILIATION, "director of the Port,", "president of the port")
    assert different == [["director"], ["president"]]


def test_spelling_is_no_difference():
    assert _different(ConflictKind.AFFILIATION, "head of the Labour Centre", "head of the Labor Center") == [[], []]


def test_of_three_claims_only_what_all_have_is_no_difference():
    three = _different(ConflictKind.WORDING, "All means at once.", "all means in time", "All aid at once")
    assert three == [["means at once."], ["means in time"], ["aid at once"]]


def test_names_differ_as_a_whole():
    assert _different(ConflictKind.SPEAKER, "Ana Ruiz", "Ana Ruis") == [[], []]
