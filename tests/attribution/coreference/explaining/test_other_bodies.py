"""Descriptions of a body that name another one."""

import pytest

from tests.attribution.readings import who

BODY = "{}/nsubj/grew/ORG grew/root .\n\nIt/nsubj/grew grew/root , said/parataxis/grew {} ."


@pytest.mark.parametrize(
    ("body", "description", "who_spoke"),
    [
        pytest.param("Delta_Mill", "the company/nsubj/said", "Delta Mill", id="no name before the noun"),
        pytest.param("Delta_Mill", "the Delta/compound/company/ORG company/nsubj/said", "Delta Mill", id="its own"),
        pytest.param("Delta_Mill", "the Kent/compound/company/LOC company/nsubj/said", "Delta Mill", id="a place"),
        pytest.param(
            "Delta_Mill", "the DM/compound/company/ORG company/nsubj/said", "Delta Mill", id="short for its own"
        ),
        pytest.param(
            "Delta_Mill", "the Harbour/compound/company/ORG company/nsubj/said", "Harbour company", id="another"
        ),
    ],
)
def test_a_name_before_the_noun_tells_which_body_it_is(body: str, description: str, who_spoke: str):
    words = [word.partition("/")[0] for word in description.split()]
    assert who(BODY.format(body, description), " ".join(words)) == who_spoke


@pytest.mark.parametrize(
    ("description", "who_spoke"),
    [
        pytest.param("the agency/nsubj/said", "Harbour League", id="any body"),
        pytest.param("the news/compound/agency agency/nsubj/said", "news agency", id="one of a kind"),
    ],
)
def test_a_general_noun_with_its_trade_is_of_no_body_of_another_kind(description: str, who_spoke: str):
    words = [word.partition("/")[0] for word in description.split()]
    assert who(BODY.format("Harbour_League", description), " ".join(words)) == who_spoke
