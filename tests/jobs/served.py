"""A service in a thread that reads its batches as soon as they are there; its parser finds no sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from werkzeug.serving import make_server

from service.application.dependencies import Dependencies
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.jobs.batches import Batches
from service.jobs.line_worker import LineWorker
from tests.services import NoParser, new_store, service_app
from tests.threaded import in_a_thread


@contextmanager
def serving_batches(settings: Settings, *, is_read: bool = True) -> Iterator[str]:
    """The service's URL; its store lies in the folder of the seeds. Unless batches are to be read, nobody does."""
    store = new_store(settings.seeds)
    work = LineWorker(store, NoParser)
    readers: list[Thread] = []

    def read() -> None:
        while store.leases.is_waiting():
            work.read_line(lambda: None)

    def wake() -> None:
        if is_read:
            readers.append(Thread(target=read))
            readers[-1].start()

    dependencies = Dependencies(store=store, batches=Batches(store, wake, max_lines=1000))
    app = service_app(settings, UseCases(NoParser(), dependencies=dependencies))
    with in_a_thread(make_server("127.0.0.1", 0, app, threaded=True)) as url:
        yield url
    for each in readers:
        each.join()
    store.close()
