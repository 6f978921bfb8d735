"""Whether two speakers can be one author."""

from dataclasses import replace

import pytest

from service.domain.quotations import SpeakerKind
from service.linking.speakers.authors import author_relation
from service.linking.speakers.organizations import Relation
from tests.linking.reports import affiliation, speaker

ORGANIZATION, GROUP, DOCUMENT = SpeakerKind.ORGANIZATION, SpeakerKind.GROUP, SpeakerKind.DOCUMENT
MAYOR = speaker("Ana Pérez", affiliations=[affiliation("mayor", "Food Fund")])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, speaker("Ana Pérez"), Relation.OPEN),
        (speaker("Ana Pérez"), speaker("Ana Pérez"), Relation.SAME),
        (speaker("Ana Pérez"), speaker("Omar Said"), Relation.OTHER),
        (speaker("Pérez"), speaker("Ana Pérez"), Relation.SAME),
        (replace(speaker("Robin"), gender="f"), replace(speaker("Robin Hill"), gender="m"), Relation.OPEN),
        (speaker("Ana Pérez and Omar Said"), speaker("Omar Said"), Relation.OPEN),
        (speaker("Peres"), speaker("Ana Perez"), Relation.OPEN),
        (speaker("Rerez"), speaker("Ana Perez"), Relation.OTHER),
        (MAYOR, speaker("Pérez", kind=SpeakerKind.UNNAMED), Relation.OPEN),
        (MAYOR, speaker("nurse who was there"), Relation.OTHER),
        (MAYOR, speaker("mayor of the town"), Relation.OPEN),
        (MAYOR, speaker("city official"), Relation.OPEN),
        (speaker("Ana Pérez"), speaker("nurse who was there"), Relation.OPEN),
        (MAYOR, speaker("Food Fund", kind=ORGANIZATION), Relation.OPEN),
        (MAYOR, speaker("Seed Alliance", kind=ORGANIZATION), Relation.OTHER),
        (MAYOR, speaker("the city", kind=ORGANIZATION), Relation.OPEN),
        (MAYOR, speaker("Food Fund press release", kind=DOCUMENT), Relation.OPEN),
        (MAYOR, speaker("Seed Alliance press release", kind=DOCUMENT), Relation.OTHER),
        (MAYOR, speaker("Seed report", kind=DOCUMENT), Relation.OPEN),
        (MAYOR, speaker("Omar Said’s report", kind=DOCUMENT), Relation.OPEN),
        (MAYOR, speaker("residents", kind=GROUP), Relation.OPEN),
        (speaker("police officer"), speaker("police official"), Relation.SAME),
        (speaker("baker"), speaker("miller"), Relation.OPEN),
        (
            replace(speaker("spokesman for the Food Fund"), kind=SpeakerKind.UNNAMED),
            speaker("energy ministry spokeswoman"),
            Relation.OTHER,
        ),
        (
            replace(speaker("spokesman for the Food Fund"), kind=SpeakerKind.UNNAMED),
            speaker("fund spokeswoman"),
            Relation.SAME,
        ),
        (
            replace(speaker("spokesman for the Food Fund"), kind=SpeakerKind.UNNAMED),
            speaker("company spokesman"),
            Relation.SAME,
        ),
        (
            speaker("rebel groups", kind=ORGANIZATION),
            speaker("Armed groups", kind=ORGANIZATION),
            Relation.SAME,
        ),
        (speaker("Food Fund", kind=ORGANIZATION), speaker("Seed Club", kind=ORGANIZATION), Relation.OTHER),
        (speaker("Food Fund", kind=ORGANIZATION), speaker("The Fund", kind=ORGANIZATION), Relation.OPEN),
        (speaker("UN", kind=ORGANIZATION), speaker("United Nations", kind=ORGANIZATION), Relation.SAME),
        (speaker("Trade Act", kind=DOCUMENT), speaker("Labour Code", kind=DOCUMENT), Relation.OTHER),
        (speaker("text", kind=DOCUMENT), speaker("accord", kind=DOCUMENT), Relation.OPEN),
        (speaker("text", kind=DOCUMENT), speaker("Food Fund", kind=ORGANIZATION), Relation.OPEN),
    ],
)
def test_author_relation(one, other, expected):
    assert author_relation(one, other) is expected
    assert author_relation(other, one) is expected
