"""Who said it, what that person is, and where the reports disagree: quotations of news articles over HTTP."""

from service.app import create_app

__all__ = ["create_app"]
