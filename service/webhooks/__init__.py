"""Messages to subscribers: signed, delivered, retried."""
