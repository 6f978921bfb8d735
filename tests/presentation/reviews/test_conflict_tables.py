"""Conflicts and judgements as tables."""

import csv
from dataclasses import replace

from service.presentation.reviews.conflict_tables import conflict_table, judgement_table
from tests.presentation.reviews.test_claim_reviews import JUDGEMENT, conflict


def test_a_conflict_is_a_row_for_each_side():
    first, second = csv.DictReader("".join(conflict_table([conflict()])).splitlines())
    assert (first["words"], first["outlets"], first["is_right"]) == ("It will rain.", "The Post", "True")
    assert (second["words"], second["outlets"], second["urls"], second["is_right"]) == (
        *("It will not rain.", "", ""),
        "False",
    )
    assert {(row["conflict_id"], row["speakers"], row["judged_by"]) for row in (first, second)} == {
        ("c1", "Ana Ruiz", "Lee")
    }
    unjudged, _ = csv.DictReader("".join(conflict_table([replace(conflict(), judgement=None)])).splitlines())
    assert (unjudged["judged_at"], unjudged["is_right"]) == ("", "")


def test_what_begins_like_a_formula_is_text():
    (row,) = csv.DictReader("".join(judgement_table([replace(JUDGEMENT, judged_by="=cmd()")])).splitlines())
    assert (row["judged_by"], row["judgement_id"], row["subject"]) == ("'=cmd()", "j1", "conflict")
