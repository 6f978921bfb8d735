"""What is stored: articles as they were read, and what follows from them, up to date as they come and go."""

from service.store.store import Store

__all__ = ["Store"]
