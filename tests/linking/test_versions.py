"""What a new version did to its quotations."""

from dataclasses import replace

import pytest

from service.domain.conflicts import DiffOp
from service.domain.versions import ArticleChange, ChangeKind, VersionQuotation
from service.linking.versions import changes_between, quotations_of
from tests.linking.reports import report, titled

ANA, OMAR = "Ana Pérez", "Omar Said"
DRY = "The wells of the valley have been dry since the spring festival."
RAIN = "We wait and wait for rain in the northern villages."


def changed(before: tuple, after: tuple, *, dates: tuple[str | None, ...] = (None, None)) -> tuple[ArticleChange, ...]:
    """The changes from an article of these voices to one of those."""
    first, second = (report("a", *said, published_at=day) for said, day in zip((before, after), dates, strict=True))
    return changes_between(first, second)


def test_the_same_says_nothing():
    assert changed(((ANA, DRY, ("mayor", "Lima")), (OMAR, RAIN)), ((ANA, DRY, ("mayor", "Lima")), (OMAR, RAIN))) == ()


def test_another_order_is_no_change():
    assert changed(((ANA, DRY), (OMAR, RAIN)), ((OMAR, RAIN), (ANA, DRY))) == ()


def test_changed_words_are_compared_word_by_word():
    (change,) = changed(((ANA, DRY),), ((ANA, DRY.replace("dry", "wet")),))
    assert (change.kind, change.speaker_before, change.speaker_after) == (ChangeKind.WORDS_CHANGED, ANA, ANA)
    assert [(step.a, step.b) for step in change.diff if step.op is not DiffOp.EQUAL] == [("dry", "wet")]
    assert (change.before.words, change.before.start, change.before.end) == (DRY, 1, 1 + len(DRY))


def test_quotations_come_and_go():
    gone, come = sorted(changed(((ANA, DRY),), ((OMAR, RAIN),)), key=lambda change: change.kind, reverse=True)
    assert (gone.kind, gone.before.words, gone.after, gone.speaker_before) == (
        *(ChangeKind.QUOTATION_REMOVED, DRY, None),
        ANA,
    )
    assert (come.kind, come.before, come.after.words, come.speaker_after) == (
        *(ChangeKind.QUOTATION_ADDED, None, RAIN),
        OMAR,
    )


@pytest.mark.parametrize(("before", "after"), [(ANA, OMAR), (None, ANA), (ANA, None)])
def test_words_may_get_another_speaker(before: str | None, after: str | None):
    (change,) = changed(((before, DRY),), ((after, DRY),))
    assert (change.kind, change.speaker_before, change.speaker_after) == (ChangeKind.SPEAKER_CHANGED, before, after)


def test_a_fuller_name_is_the_same_speaker():
    assert changed((("Pérez", DRY),), ((ANA, DRY),)) == ()


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ((("mayor", "Lima"),), (("former mayor", "Lima"),), ("mayor of Lima", "former mayor of Lima")),
        ((), (("mayor", "Lima"),), (None, "mayor of Lima")),
        ((("mayor", "Lima"),), (), ("mayor of Lima", None)),
    ],
)
def test_affiliations_may_change(before: tuple, after: tuple, words: tuple[str | None, str | None]):
    (change,) = changed(((ANA, DRY, *before),), ((ANA, DRY, *after),))
    told = tuple(passage.words if passage else None for passage in (change.before, change.after))
    assert (change.kind, change.speaker_after, told) == (ChangeKind.AFFILIATION_CHANGED, ANA, words)


def test_a_version_of_a_year_later_is_compared_all_the_same():
    (change,) = changed(((ANA, DRY),), ((ANA, DRY.replace("dry", "wet")),), dates=("2023-01-01", "2024-01-01"))
    assert change.kind is ChangeKind.WORDS_CHANGED


def test_of_two_equal_quotations_one_may_go():
    (change,) = changed(((ANA, DRY), (ANA, DRY)), ((ANA, DRY),))
    assert change.kind is ChangeKind.QUOTATION_REMOVED


def test_what_is_no_speech_is_left_out():
    assert changed((("", DRY),), (("", RAIN),)) == ()
    assert quotations_of(report("a", ("", DRY))) == ()


def test_a_version_has_its_quotations_with_names_and_affiliations():
    (quotation,) = quotations_of(report("a", (ANA, DRY, ("mayor", "Lima"), ("writer", None))))
    assert isinstance(quotation, VersionQuotation)
    assert (quotation.passage.words, quotation.speaker, quotation.affiliations) == (
        *(DRY, ANA),
        ("mayor of Lima", "writer"),
    )


@pytest.mark.parametrize(
    ("before", "after", "steps"),
    [
        ("Wells dry, mayor says", "Wells wet, mayor says", [("dry", "wet")]),
        ("Are the wells dry?", "Are the wells dry", []),
    ],
)
def test_a_changed_headline_comes_first(before: str, after: str, steps: list[tuple[str, str]]):
    one = report("a", (ANA, DRY))
    first, second = (replace(one, article=replace(one.article, title=title)) for title in (before, after))
    (change,) = changes_between(first, second)
    assert (change.kind, change.title_before, change.title_after) == (ChangeKind.TITLE_CHANGED, before, after)
    assert [(step.a, step.b) for step in change.diff or () if step.op is not DiffOp.EQUAL] == steps


def test_other_words_of_the_same_text_are_no_change():
    """They are another reading of it, by another version of the service."""
    one = report("a", (ANA, DRY))
    assert changes_between(one, replace(one, attributions=())) == ()


def test_what_only_the_title_quotes_changes_with_the_title():
    said = report("a", (ANA, DRY))
    before, after = (titled(said, ANA, words) for words in (DRY, DRY.replace("dry", "wet")))
    other_title = replace(before, article=replace(before.article, title="Wells"), attributions=said.attributions)
    kinds = [change.kind for change in changes_between(before, after)]
    assert kinds == [ChangeKind.TITLE_CHANGED, ChangeKind.WORDS_CHANGED]
    (_, gone) = changes_between(before, other_title)
    assert (gone.kind, gone.before.field, gone.before.start) == (ChangeKind.QUOTATION_REMOVED, "title", 1)
    assert changes_between(said, before) == (), "that a title becomes known changes nothing"


def test_another_reading_of_the_title_is_no_change_of_the_text():
    before, after = titled(report("a", (ANA, DRY)), ANA, DRY), titled(report("a", (OMAR, RAIN)), OMAR, RAIN)
    after = replace(after, article=replace(after.article, title=before.article.title))
    assert {change.kind for change in changes_between(before, after)} == {
        *(ChangeKind.QUOTATION_ADDED, ChangeKind.QUOTATION_REMOVED)
    }
    assert all(
        passage.field == "text"
        for change in changes_between(before, after)
        for passage in (change.before, change.after)
        if passage is not None
    )
