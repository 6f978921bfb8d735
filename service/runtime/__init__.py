"""The process: gunicorn, the supervisor, logs, metrics, traces."""
