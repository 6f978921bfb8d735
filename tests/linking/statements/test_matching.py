"""Which versions are linked."""

from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from service.linking.statements.matching import match_between, match_of, matches_of, shares_words
from tests.linking.reports import report

WORDS = "The wells of the valley have been dry since the spring festival."
OTHER = "Our vineyards were burnt to ashes by careless campers."


def version(article_id, words, name="Ana Pérez"):
    (found,) = duplicates_of(comparable_quotations(report(article_id, (name, words))))
    return found


def test_reworded_quotations_match_and_unlike_ones_do_not():
    assert match_of(version("a", WORDS), version("b", WORDS.replace("dry", "empty"))) is not None
    assert match_of(version("a", WORDS), version("b", OTHER)) is None


def test_a_match_has_its_versions_in_the_order_of_their_ids():
    one, other = version("a", WORDS), version("b", WORDS, "Omar Said")
    match = match_of(one, other)
    assert match == match_of(other, one)
    assert match.first < match.second


def test_only_the_same_words_and_no_others_are_repeated():
    assert match_of(version("a", WORDS), version("b", WORDS, "Omar Said")).is_repeated
    assert not match_of(version("a", WORDS), version("b", WORDS.replace("dry", "empty"))).is_repeated


def test_looking_at_signatures_first_changes_no_match():
    one, other = version("a", WORDS), version("b", WORDS.replace("dry", "empty"))
    assert match_of(one, other) == match_between(one, other)


def test_two_that_are_no_speech_are_not_matched():
    title, other = version("a", WORDS, ""), version("b", WORDS.replace("dry", "empty"), "")
    assert match_of(title, other) is None
    assert match_of(title, version("b", WORDS)) is not None


def test_two_excerpts_of_one_statement_share_no_words():
    assert not shares_words(version("a", WORDS), version("b", OTHER))
    assert shares_words(version("a", WORDS), version("b", WORDS.replace("dry", "empty")))


def test_all_matches_among_versions_are_found():
    versions = [version("a", WORDS), version("b", WORDS.replace("dry", "empty")), version("c", OTHER)]
    (match,) = matches_of(versions)
    assert {match.first, match.second} == {versions[0].id, versions[1].id}
