"""What the pages call things."""

from service.domain.conflicts import ConflictKind, Severity, Status
from service.domain.queries import Order
from service.domain.quotations import QuotationKind, SpeakerKind, Unattributed
from service.web.plain_names import plain_name


def test_no_name_is_one_of_the_contract_with_underscores():
    for kind in (ConflictKind, Severity, Status, QuotationKind, SpeakerKind, Unattributed, Order):
        names = [plain_name(value) for value in kind]
        assert len(set(names)) == len(names)
        assert not any("_" in name for name in names)


def test_plain_names_stay():
    assert (plain_name("high"), plain_name("wording"), plain_name("no_mention")) == (
        "high",
        "words",
        "the article names nobody",
    )
