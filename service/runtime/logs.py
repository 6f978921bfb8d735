"""Log lines in JSON, everybody's: gunicorn's, Flask's, ours. The one file that knows structlog.

Code logs with `logging`, and what is known of the request under way stands on each line.
"""

from typing import Any

from structlog.contextvars import bind_contextvars, clear_contextvars, merge_contextvars
from structlog.processors import JSONRenderer, TimeStamper, format_exc_info
from structlog.stdlib import ExtraAdder, ProcessorFormatter, add_log_level, add_logger_name

_STEPS = (merge_contextvars, add_log_level, add_logger_name, ExtraAdder(), TimeStamper(fmt="iso"), format_exc_info)


def log_config() -> dict[str, Any]:
    """All log lines to standard output, for `logging.config.dictConfig`."""
    json = {
        "()": ProcessorFormatter,
        "foreign_pre_chain": _STEPS,
        "processors": (ProcessorFormatter.remove_processors_meta, JSONRenderer()),
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": json},
        "handlers": {"lines": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"}},
        "root": {"level": "INFO", "handlers": ["lines"]},
        "loggers": {
            "gunicorn.error": {"handlers": [], "propagate": True},
            # The service has a line of its own for each request, which says more.
            "gunicorn.access": {"handlers": [], "propagate": False},
            # It logs its plugins at each start, and the database at each readiness check.
            "alembic": {"level": "WARNING"},
            # It logs each message.
            "huey": {"level": "WARNING"},
        },
    }


def log_with(**known: str) -> None:
    """From here on, in this context, log lines carry these fields and those of no request before."""
    clear_contextvars()
    bind_contextvars(**known)
