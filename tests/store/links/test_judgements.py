"""What editors decided, under names that outlast other articles."""

from dataclasses import replace

from service.domain.conflicts import Status
from service.domain.judgements import Judgement, Subject
from service.domain.queries import PageRequest
from service.store.links.judgements import (
    evidence_keys,
    is_right_in,
    judgements,
    judgements_of,
    latest_judgements,
    names_of,
    record_judgement,
    write_judgement,
)
from service.store.sql.connection import Database
from tests.store.links.test_conflicts import conflict

BY_LEE = ("Lee", "By ear.")


def test_a_later_judgement_on_the_same_two_replaces_the_earlier(database: Database):
    with database.writing() as connection:
        record_judgement(connection, Subject.SPEAKER, ("a", "b"), "same", BY_LEE)
        later = record_judgement(connection, Subject.SPEAKER, ("b", "a"), "different", ("Eve", None))
        assert judgements_of(connection, Subject.SPEAKER, ["a"]) == [later]
        assert judgements_of(connection, Subject.STATEMENT, ["a"]) == []
        assert judgements(connection, PageRequest()).items == (later,)


def test_a_status_holds_where_the_same_is_claimed_in_one_of_the_same_places(database: Database):
    judged = conflict("c1", "q1", "q2")
    again = replace(judged, id="c2")
    elsewhere = replace(conflict("c3", "q3", "q4"), claims=conflict("c3", "q3", "q4").claims)
    with database.writing() as connection:
        id_, first, second = names_of(judged)
        dismissed = Judgement(id_, Subject.CONFLICT, first, second, Status.DISMISSED.value, "Lee", 1.0)
        write_judgement(connection, dismissed)
        found = latest_judgements(connection, [again, elsewhere])
        assert {id_: judgement.verdict for id_, judgement in found.items()} == {"c2": Status.DISMISSED.value}


def test_a_conflict_rests_on_quotations_or_on_places_in_articles():
    about_words = conflict("c1", "q1", "q2")
    (first, second) = about_words.claims
    place = replace(first, evidence=(replace(first.evidence[0], quotation_id=None),))
    assert evidence_keys(about_words) == {"q1", "q2"}
    assert evidence_keys(replace(about_words, claims=(place, second))) == {"a-q1\t0", "q2"}


def test_articles_are_right_or_wrong_by_their_claims():
    about_words = conflict("c1", "q1", "q2")
    judgement = Judgement("j", Subject.CONFLICT, "k", "q1", Status.CONFIRMED.value, "Lee", 1.0)
    assert is_right_in(about_words, None) == is_right_in(about_words, judgement) == {"a-q1": None, "a-q2": None}
    assert is_right_in(about_words, replace(judgement, right_claim=1)) == {"a-q1": False, "a-q2": True}
    assert is_right_in(about_words, replace(judgement, none_is_right=True)) == {"a-q1": False, "a-q2": False}
    first, second = about_words.claims
    both = replace(about_words, claims=(first, replace(second, evidence=(*second.evidence, *first.evidence))))
    assert is_right_in(both, replace(judgement, right_claim=1)) == {"a-q1": False, "a-q2": True}
