"""Webhooks in the store, and the outbox of their messages."""
