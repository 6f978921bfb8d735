"""What is remembered: articles as they were read, and what follows from them, kept up to date as they come and go."""

from service.store.store import Store

__all__ = ["Store"]
