"""Requests to other servers: articles by URL, webhooks."""
