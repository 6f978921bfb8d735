"""How right the service is: `python -m bench.accuracy`, or `make accuracy`.

Reads the labelled articles of the folder `shared` beside the repository where it is there, the seeds where it is not,
prints the figures and keeps them in `accuracy.md`, and for the service itself in `service/accuracy.json`.
"""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.answers import Analyses, Answers, analysed, tell_progress
from bench.calibration import Judgement, calibration_error
from bench.floor import nearest_names
from bench.options import measuring_options
from bench.parses import stanza_parser
from bench.polnear import judgements, polnear_scores, read_labelled
from bench.report import accuracy_record, accuracy_report
from bench.scorers import gold_scores, indirect_scores, load_scorers, story_scores, unread_calibration, unread_scores
from bench.seeds import seeds_scores
from bench.stored_answers import stored
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.version import build_of

ROOT = Path(__file__).parent.parent
_SEEDS, _SEEDS_GOLD = ROOT / "seeds", ROOT / "tests" / "seeds.gold.json"
# What the service says about itself at /version.
_RECORD = ROOT / "service" / "accuracy.json"
_US_NEWS = Path("polnear") / "dev.jsonl"


def measure(analyses: Analyses, shared: Path) -> Mapping[str, float]:
    """The figures by their keys; those of the seeds alone where the folder does not exist."""
    if not shared.is_dir():
        return _keyed("seeds", seeds_scores(analyses, _SEEDS_GOLD, _SEEDS))
    scorers = load_scorers(shared / "eval")
    return {
        **_keyed("seeds", gold_scores(scorers, analyses, shared / "gold" / "seeds.json", _SEEDS)),
        **_keyed("unread", unread_scores(scorers, analyses)),
        **_keyed("world", gold_scores(scorers, analyses, shared / "gold" / "dev")),
        **_keyed(
            "indirect", indirect_scores(scorers, analyses, shared / "gold" / "indirect-dev", shared / "gold" / "dev")
        ),
        **_keyed("us", polnear_scores(scorers.attribution, analyses, read_labelled(shared / _US_NEWS))),
        **_keyed("real", story_scores(scorers, analyses, shared / "gold" / "stories")),
        **_keyed("planted", story_scores(scorers, analyses, shared / "gold" / "planted")),
        **_keyed("stories", story_scores(scorers, analyses, shared / "gold" / "conflicts")),
    }


def judge_confidences(analyses: Analyses, shared: Path) -> tuple[Judgement, ...]:
    """Each confidence beside the labels; none if the folder does not exist."""
    if not shared.is_dir():
        return ()
    return judgements(load_scorers(shared / "eval").attribution, analyses, read_labelled(shared / _US_NEWS))


def main() -> None:
    """Measure the service and the floor, print the report and keep it."""
    options = measuring_options(__doc__, Path(__file__).with_suffix(".md"))
    models = Settings.from_environment().models
    with TemporaryDirectory() as folder:
        # Two ways lead from one parse to the figures.
        parser = stanza_parser(models, cache=options.cache or Path(folder))
        figures, judged = _measured(Answers(analysed(UseCases(parser)), tell_progress), options.shared)
        through_store, _ = _measured(Answers(stored(parser), tell_progress), options.shared)
    check_equal(figures, through_store)
    report = accuracy_report(figures, measure(nearest_names, options.shared), judged)
    options.output.write_text(report, encoding="utf-8")
    _RECORD.write_text(accuracy_record(figures, build_of(models)), encoding="utf-8")
    print(report)


def check_equal(figures: Mapping[str, float], through_store: Mapping[str, float]) -> None:
    """Ends the measurement, and keeps nothing, where what is stored is not what is answered at once."""
    wrong = [
        f"{key}: {value}, but {through_store[key]}" for key, value in figures.items() if through_store[key] != value
    ]
    if wrong:
        raise SystemExit("Through the store, figures are others:\n" + "\n".join(wrong))


def _measured(answers: Answers, shared: Path) -> tuple[Mapping[str, float], tuple[Judgement, ...]]:
    """All figures, and the judgements that the calibration's rests on."""
    judged = judge_confidences(answers, shared)
    figures = measure(answers, shared)
    if not judged:
        return figures, judged
    unread = unread_calibration(load_scorers(shared / "eval"), answers)
    return {**figures, "unread.calibration": unread, "us.calibration": calibration_error(judged)}, judged


def _keyed(corpus: str, scores: Mapping[str, float]) -> dict[str, float]:
    return {f"{corpus}.{name}": value for name, value in scores.items()}


if __name__ == "__main__":
    main()
