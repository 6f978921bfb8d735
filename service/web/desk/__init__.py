"""The desk: pages over the store for editors, who look up, compare and judge there."""

from service.web.desk import articles, conflicts, judgements, searching, signing, speakers, statements
from service.web.desk.blueprint import desk

__all__ = ["articles", "conflicts", "desk", "judgements", "searching", "signing", "speakers", "statements"]
