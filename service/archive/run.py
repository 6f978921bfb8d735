"""`quotes archive`: from files of articles to tables of who said what and where the reports disagree, in steps."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial

from service.archive import output
from service.archive.comparing.comparison import compare_archive
from service.archive.comparing.parts import article_part
from service.archive.engine import INTEGER, NATIVE, TEXT, Frame, Type, col, frame_of, use_runner
from service.archive.reading.inputs import Piece, pieces_of
from service.archive.reading.reading import analyses, close_readers
from service.archive.reading.submissions import repeats, submitted
from service.archive.report import Progress, Report, Tell, report_of
from service.archive.steps import Steps, Table, joined
from service.archive.workers import close_workers, open_workers
from service.config.settings import Settings
from service.errors import StoreError
from service.version import build_of

_PIECES = {"kind": TEXT, "paths": Type.list(TEXT), "start": INTEGER, "end": INTEGER}
# Articles that a worker reads in one step: some minutes' work, of which a run that is broken off loses one step.
_ARTICLES = 100
# Articles whose ids are in memory at one time.
_NAMED = 100_000


@dataclass(frozen=True, slots=True)
class ArchiveOptions:
    """How an archive is read; `is_resumed` where a run that was broken off goes on."""

    runner: str = NATIVE
    n_workers: int = 1
    is_resumed: bool = False


def run_archive(settings: Settings, location: str, folder: str, options: ArchiveOptions, tell: Tell) -> Report:
    """Read and compare the articles at a location, and write what was found to a folder.

    Raises ArticleError if there are no articles, StoreError if the folder holds another run.
    """
    use_runner(options.runner)
    steps = Steps(folder)
    pieces = _begun(steps, settings, location, options)
    articles = _submitted(steps, settings, location, pieces)
    tell(f"{sum(table.n_rows for table in articles):,} articles found")
    repeated = _repeats(steps, joined(articles))
    try:
        read = _read(steps, settings, (articles, repeated), options.n_workers, tell)
    finally:
        close_readers()
    steps.on_done = lambda name, table: tell(f"{name}: {table.n_rows:,} rows in {table.seconds:.1f} s")
    open_workers(options.n_workers)
    try:
        compared = compare_archive(steps, read)
    finally:
        close_workers()
    errors = steps.table("errors", lambda: output.errors(joined(articles).frame(), repeated.frame(), read.frame()))
    return report_of(compared, read, errors)


def _begun(steps: Steps, settings: Settings, location: str, options: ArchiveOptions) -> Sequence[Piece]:
    """The pieces of the input, as they were when the run began."""
    run = {"input": location, "build": asdict(build_of(settings.models)), "max_characters": settings.max_characters}
    if not options.is_resumed and not steps.is_empty():
        raise StoreError("The folder holds a run already: go on with it by --resume, or choose another folder.")
    noted = steps.note("run")
    if noted is None:
        pieces = list(pieces_of(location))
        steps.write_note("run", {**run, "pieces": [asdict(piece) for piece in pieces]})
        return pieces
    changed = [name for name, value in run.items() if noted[name] != value]
    if changed:
        raise StoreError(f"The run in this folder was begun with another {' and another '.join(changed)}.")
    return [Piece(each["kind"], tuple(each["paths"]), each["start"], each["end"]) for each in noted["pieces"]]


def _submitted(steps: Steps, settings: Settings, location: str, pieces: Sequence[Piece]) -> list[Table]:
    return [
        steps.table(f"submitted/{number:06d}", partial(_of_piece, settings, location, piece))
        for number, piece in enumerate(pieces)
    ]


def _of_piece(settings: Settings, location: str, piece: Piece) -> Frame:
    row = piece.kind, list(piece.paths), piece.start, piece.end
    return submitted(frame_of([row], _PIECES), location, settings.max_characters)


def _repeats(steps: Steps, articles: Table) -> Table:
    """The articles whose id an earlier one has, looked for among some of the articles after the other."""
    n_parts = articles.n_rows // _NAMED + 1
    some = (articles.frame().where(article_part(n_parts) == part) for part in range(n_parts))
    return steps.table("submitted/repeats", *(partial(repeats, each) for each in some))


def _read(
    steps: Steps, settings: Settings, articles: tuple[Sequence[Table], Table], n_workers: int, tell: Tell
) -> Table:
    """What was read, a share of a piece after the other."""
    submitted_tables, repeated = articles
    progress = Progress(tell, sum(table.n_rows for table in submitted_tables))
    read = []
    for number, table in enumerate(submitted_tables):
        n_shares = max(1, round(table.n_rows / (_ARTICLES * n_workers)))
        for share in range(n_shares):
            name = f"read/{number:06d}-{share:04d}"
            is_new = steps.done(name) is None
            wanted = _share(table, repeated, share, n_shares)
            read.append(steps.table(name, partial(analyses, wanted, settings, n_workers)))
            progress.done(read[-1], is_new=is_new)
    return joined(read)


def _share(table: Table, repeated: Table, share: int, n_shares: int) -> Frame:
    """Articles of this share that are read: each id once."""
    wanted = table.frame().where(col("article").not_null() & (col("share") % n_shares == share))
    return wanted.join(repeated.frame().select("source", "place"), on=["source", "place"], how="anti")
