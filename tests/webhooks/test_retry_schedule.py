"""The schedule of attempts."""

from datetime import timedelta

from service.webhooks.retry_schedule import wait_after

DAY = timedelta(days=1)


def _waits(message_id: str) -> list[timedelta]:
    found = (wait_after(n_failures, message_id) for n_failures in range(1, 100))
    return [wait for wait in found if wait is not None]


def test_waits_grow_and_end_after_some_days():
    waits = _waits("msg_1")
    assert waits == sorted(waits)
    assert timedelta(seconds=5) <= waits[0] <= timedelta(seconds=6)
    assert 3 * DAY < sum(waits, timedelta()) < 4 * DAY
    assert wait_after(len(waits) + 1, "msg_1") is None


def test_a_message_always_waits_the_same():
    assert _waits("msg_1") == _waits("msg_1")


def test_messages_that_fail_together_spread():
    firsts = {wait_after(3, f"msg_{number}") for number in range(100)}
    assert len(firsts) == 100
    assert max(firsts) - min(firsts) > timedelta(minutes=4)
    assert timedelta(minutes=30) <= min(firsts)
    assert max(firsts) <= timedelta(minutes=36)
