"""Processes that read: each can be ended, whatever code it hangs in, and its place is free at once."""
