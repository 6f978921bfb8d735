"""gunicorn's configuration, by the service's own settings: `gunicorn --config python:service.gunicorn`.

The app is never loaded before the fork: torch starts OpenMP threads, and a fork after that hangs.
"""

from service.settings import Settings

_settings = Settings.from_environment()

worker_class = "gthread"
workers = _settings.workers
# Whatever the settings: some are left for health checks while all places for parsing are taken.
threads = max(_settings.threads, _settings.parses + 2)
preload_app = False
# A worker's threads may be at work for as long as a request may; then it is given time to end them.
graceful_timeout = _settings.seconds + 5
timeout = _settings.seconds + 30
# Nothing here asks for runtime control, and a plain user has no folder for the socket.
control_socket_disable = True
accesslog = "-"
