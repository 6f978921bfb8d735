"""What is stored of duplicates."""

import json
from dataclasses import replace

from service.domain.quotations import ReportedAs
from service.linking.statements.comparable import comparable_quotations
from service.store.links.representatives import comparable_of, representative_of, signatures_of, version_values
from tests.linking.reports import report, titled

(QUOTED,) = comparable_quotations(
    report("a", ("Ana Pérez", "We wait|for 20 days of rain.", ("mayor", "Lima")), published_at="2024-05-01")
)


def test_a_representative_is_compared_like_its_quotation():
    values = version_values("w1", QUOTED)
    stored = representative_of(json.loads(json.dumps(values["sample"])), "w1", values["topic"])
    assert [part.words for part in stored.parts] == [part.words for part in QUOTED.parts]
    assert (stored.occasion, stored.confidence) == (QUOTED.occasion, QUOTED.confidence)
    assert (stored.occasion.topic is None, stored.content) == (False, QUOTED.content)
    assert stored.signatures == QUOTED.signatures
    assert (stored.speaker.name, stored.speaker.affiliations[0].role) == ("Ana Pérez", "mayor")


def test_a_sample_stands_for_each_of_its_duplicates():
    sample = version_values("w1", QUOTED)["sample"]
    assert comparable_of(sample, QUOTED.quotation).quotation == QUOTED.quotation


def test_a_denial_and_its_relays_are_stored():
    denied = replace(QUOTED.quotation, reported_as=ReportedAs.DENIED)
    quoted = replace(QUOTED, quotation=denied, relays=("The Gazette",))
    sample = json.loads(json.dumps(version_values("w1", quoted)["sample"]))
    stored = representative_of(sample, "w1", None)
    assert (stored.is_denied, stored.relays) == (True, ("The Gazette",))
    assert comparable_of(sample, QUOTED.quotation).is_denied


def test_signatures_are_packed_without_loss():
    values = version_values("w1", QUOTED)
    assert signatures_of(values["printed"], values["whole"]) == QUOTED.signatures


def test_words_of_a_title_are_known_as_such():
    in_title = [one for one in comparable_quotations(titled(report("a"), "Ana Pérez", "We wait.")) if one.is_in_title]
    sample = json.loads(json.dumps(version_values("w1", in_title[0])["sample"]))
    assert representative_of(sample, "w1", None).is_in_title
    assert not representative_of(version_values("w1", QUOTED)["sample"], "w1", None).is_in_title
