"""Speakers and their rows."""

import json
from dataclasses import replace

from service.linking.speakers.name_graph import variants_of
from service.store.sql.rows.speakers import (
    affiliation_of,
    affiliation_values,
    compared_speaker_of,
    compared_speaker_values,
    speaker_of,
    speaker_values,
    variant_of,
    variant_values,
)
from service.store.sql.tables import AffiliationRow, NameVariantRow, SpeakerRow
from tests.linking.reports import report

ANALYSED = report(
    "a", ("Ana Pérez", "We wait for rain.", ("mayor", "Lima"), ("member", None)), published_at="2024-05-01"
)
VARIANTS = variants_of(ANALYSED)
(ANA,) = ANALYSED.speakers


def test_rows_are_the_speaker_with_affiliations():
    (speaker,) = speaker_values(ANALYSED, VARIANTS)
    affiliations = [affiliation_of(AffiliationRow(**row)) for row in affiliation_values(ANALYSED, VARIANTS)]
    assert speaker_of(SpeakerRow(**speaker), affiliations) == ANA
    assert speaker_of(SpeakerRow(**speaker), speaker_id="s1").id == "s1"


def test_affiliations_have_their_articles_date():
    assert [row["published_at"] for row in affiliation_values(ANALYSED, VARIANTS)] == ["2024-05-01"] * 2


def test_a_row_is_the_name_variant():
    variant = VARIANTS[ANA.id]
    found = variant_of(NameVariantRow(**variant_values(variant)))
    assert (found.id, found.speaker.name, found.speaker.kind) == (variant.id, ANA.name, ANA.kind)


def test_what_quotations_are_compared_by_survives_json():
    speaker = replace(ANA, aliases=("Pérez",), gender="female")
    found = compared_speaker_of(json.loads(json.dumps(compared_speaker_values(speaker))))
    assert (found.name, found.kind, found.aliases, found.gender) == (ANA.name, ANA.kind, ("Pérez",), "female")
    assert [(each.role, each.organization) for each in found.affiliations] == [("mayor", "Lima"), ("member", None)]
