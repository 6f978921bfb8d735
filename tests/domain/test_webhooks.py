"""Webhooks as values."""

from service.domain.webhooks import Event, NewWebhook


def test_the_secret_is_in_no_log():
    webhook = NewWebhook("w", "https://news.example", (Event.JOB_FINISHED,), 0.0, secret="whsec_abc")
    assert "whsec_abc" not in repr(webhook)
