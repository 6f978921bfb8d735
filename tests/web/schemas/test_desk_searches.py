"""What a list of the desk is asked for."""

import pytest

from service.domain.queries import Filters, PageRequest
from service.web.schemas import DeskQuotationSearchSchema, DeskStatementSearchSchema


@pytest.mark.parametrize("schema", [DeskQuotationSearchSchema, DeskStatementSearchSchema])
def test_a_speaker_is_asked_for_by_name_or_id(schema: type):
    asked = schema().load({"speaker": "Ana", "outlet": "The  Post", "words": "rain", "limit": "7"})
    assert asked == (Filters(outlet="The Post", words="rain"), PageRequest(7), "Ana")
    assert schema().load({"speaker_id": "s1"}) == (Filters(speaker_id="s1"), PageRequest(), None)
