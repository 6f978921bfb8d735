"""Requests that can be repeated."""

from service.domain.queries import IdempotentRequest


def test_a_request_with_a_key_can_be_known_again():
    assert IdempotentRequest.named("k", "d") == IdempotentRequest("k", "d")


def test_a_request_without_a_key_cannot():
    assert IdempotentRequest.named(None, "d") is None
