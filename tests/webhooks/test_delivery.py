"""What follows from an attempt."""

import pytest

from service.domain.webhooks import DeliveryStatus, Event
from service.store.webhooks.outbox import LeasedMessage
from service.webhooks.delivery import settlement_of
from service.webhooks.signing import Attempt, Outcome

NOW = 1_000_000.0


def leased(n_attempts: int = 0) -> LeasedMessage:
    return LeasedMessage("m1", "w1", "https://desk.example/", "whsec_x", Event.JOB_FINISHED, NOW, {}, n_attempts)


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (Outcome.DELIVERED, DeliveryStatus.DELIVERED),
        (Outcome.REFUSED, DeliveryStatus.FAILED),
        (Outcome.GONE, DeliveryStatus.FAILED),
    ],
)
def test_what_is_done_is_not_tried_again(outcome: Outcome, status: DeliveryStatus):
    settlement = settlement_of(leased(), Attempt(outcome, "So it is."), NOW)
    assert (settlement.status, settlement.due_at) == (status, None)


def test_what_fails_is_due_later_each_time_until_it_is_given_up():
    waits = []
    for n_attempts in range(100):
        settlement = settlement_of(leased(n_attempts), Attempt(Outcome.FAILED, "No."), NOW)
        if settlement.status is DeliveryStatus.FAILED:
            break
        waits.append(settlement.due_at - NOW)
    assert "That was the last of" in settlement.detail
    assert 5 < len(waits) < 50
    assert waits[-1] > waits[0] > 0


@pytest.mark.parametrize(("asked", "at_least"), [(7200, 7200), (10**9, 24 * 3600)])
def test_a_receiver_may_ask_for_time_but_not_for_ever(asked: float, at_least: float):
    settlement = settlement_of(leased(), Attempt(Outcome.FAILED, "Later.", asked), NOW)
    assert settlement.due_at - NOW == at_least
