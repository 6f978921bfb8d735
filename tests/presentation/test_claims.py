"""The words of a conflict's claims that differ."""

from service.domain.articles import Span
from service.domain.conflicts import Claim, ConflictKind, Evidence
from service.presentation.claims import Words, printed_value, words_of_claims


def _words(kind: ConflictKind, *values: str):
    return words_of_claims(kind, [Claim(value, ()) for value in values])


def _different(kind: ConflictKind, *values: str) -> list[list[str]]:
    return [[words.text for words in claim if words.is_different] for claim in _words(kind, *values)]


def test_wordings_are_compared_as_they_are_printed():
    first, second = _words(ConflictKind.WORDING, "Well, we go: now.", "Well – we never go now!")
    assert first == (Words("Well, we", False), Words("go: now.", False))
    assert second == (Words("Well – we", False), Words("never", True), Words("go now!", False))


def _claim(text: str, *parts: str) -> Claim:
    spans = [Span(text.index(part), text.index(part) + len(part), part) for part in parts]
    return Claim(" ".join(parts), tuple(Evidence("a", "q", span) for span in spans))


def test_dots_stand_where_something_is_left_out():
    claim = _claim("“We go,” I said, “now,” and left.", "We go,", "now,")
    assert printed_value(ConflictKind.WORDING, claim) == "We go … now"
    two = [claim, Claim("We never go now.", ())]
    assert [[run.text for run in side] for side in words_of_claims(ConflictKind.WORDING, two)] == [
        ["We", "go … now"],
        ["We", "never", "go now."],
    ]


def test_a_new_paragraph_leaves_nothing_out():
    claim = _claim("“We go.\n\n“Now, we hope,” she said.", "We go.", "Now, we hope,")
    assert printed_value(ConflictKind.WORDING, claim) == "We go. Now, we hope"


def test_words_of_a_reprint_are_printed_as_the_claim_has_them():
    reprint = Claim("We go now", (Evidence("b", "q", Span(1, 11, "WE GO, NOW")),))
    assert printed_value(ConflictKind.WORDING, reprint) == "We go now"
    assert printed_value(ConflictKind.AFFILIATION, Claim("mayor,", ())) == "mayor,"


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
