"""The sides of a conflict, with the words that differ."""

from service.domain.conflicts import Claim, Conflict, ConflictKind, DiffOp, DiffStep, Severity
from service.presentation.claims import Words, changes, sides


def _conflict(kind: ConflictKind, *values: str, diff: tuple[DiffStep, ...] | None = None) -> Conflict:
    claims = tuple(Claim(value, ()) for value in values)
    return Conflict("c", kind, Severity.HIGH, None, None, "", claims, diff)


def _different(conflict: Conflict) -> list[list[str]]:
    return [[words.text for words in side.words if words.is_different] for side in sides(conflict)]


def test_wordings_differ_where_the_conflict_says_so():
    diff = (DiffStep(DiffOp.EQUAL, "we", "We"), DiffStep(DiffOp.INSERT, "", "never"))
    first, second = sides(_conflict(ConflictKind.WORDING, "we", "We never", diff=diff))
    assert first.words == (Words("we", False),)
    assert second.words == (Words("We", False), Words("never", True))


def test_affiliations_are_compared_word_by_word():
    posts = _conflict(ConflictKind.AFFILIATION, "director of the Port,", "president of the port")
    assert _different(posts) == [["director"], ["president"]]


def test_of_three_claims_only_what_all_have_is_no_difference():
    three = _conflict(ConflictKind.WORDING, "All means at once.", "all means in time", "All aid at once")
    assert _different(three) == [["means at once."], ["means in time"], ["aid at once"]]


def test_names_differ_as_a_whole():
    assert _different(_conflict(ConflictKind.SPEAKER, "Ana Ruiz", "Ana Ruis")) == [[], []]


def test_changes_are_told_word_by_word():
    steps = changes("We will build, before May.", "We will not build until May")
    assert [(step.op.value, step.a, step.b) for step in steps] == [
        ("equal", "We will", "We will"),
        ("insert", "", "not"),
        ("equal", "build,", "build"),
        ("replace", "before", "until"),
        ("equal", "May.", "May"),
    ]
    assert changes("", "") == ()
