"""The encoder learns what it is shown, of a teacher too, and goes on when it was interrupted."""

from itertools import chain, islice
from pathlib import Path

import pytest

from service.parsing.nets.loading import load_net
from service.parsing.nets.reading import TextReader
from tests.parsing.nets.small import LABELS, PIECES, small_net
from tests.training.encoder.small import NAMED, TREES
from training.descent import Schedule, descend, set_seed
from training.encoder.examples import labels_of, named_examples, tree_examples
from training.encoder.learning import Course, EncoderLearner, Texts
from training.encoder.measures import names_measure, read_all, tree_measures
from training.encoder.teaching import Teachers

pytestmark = pytest.mark.slow

_TEXTS = Texts(NAMED, TREES)
_RAW = Texts(
    (),
    (),
    (
        *(tuple(word for word, _ in sentence) for sentence in NAMED),
        *(tuple(word.text for word in sentence) for sentence in TREES),
    ),
)


def _learner(texts: Texts = _TEXTS, teachers: Teachers | None = None) -> EncoderLearner:
    set_seed(1, n_threads=1)
    course = Course(most_pieces=12, n_windows=2, teachers=teachers)
    return EncoderLearner(small_net(), PIECES, LABELS, (texts, _TEXTS), course)


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A net that has seen the sentences often."""
    output = tmp_path_factory.mktemp("encoder") / "encoder.pt"
    descend(_learner(), Schedule(100, 3e-3, n_warmup=10, evaluate_every=50), output)
    return output


def test_names_tags_and_heads_are_learned_at_once(learned: Path):
    gold = named_examples(NAMED, LABELS), tree_examples(TREES, LABELS)
    read = TextReader(*load_net(learned))
    found = [read_all(read, part, LABELS) for part in gold]
    assert names_measure(found[0], gold[0], LABELS) == 1
    assert tree_measures(found[1], gold[1]) == (1, 1, 1)


def test_the_labels_are_those_of_the_annotation():
    assert labels_of(NAMED, TREES) == LABELS


def test_an_interrupted_run_goes_on(learned: Path):
    """The checkpoint beside the output has it all: no step is taken twice."""
    after = descend(_learner(), Schedule(120, 3e-3, n_warmup=10, evaluate_every=60), learned)
    assert list(after) == [0, 50, 100, 120]
    assert after[120] == 1


def test_a_teacher_shows_what_no_annotation_says(learned: Path):
    """Heads and names, from texts without any."""
    net = load_net(learned)[0]
    learner = _learner(_RAW, Teachers(net, net))
    _take_steps(learner, 250)
    assert learner.score() == 1


def test_one_teacher_shows_names_and_another_heads(learned: Path):
    """A net that has learned nothing shows no names, and what is learned of heads is right all the same."""
    learner = _learner(_RAW, Teachers(of_names=small_net().eval(), of_trees=load_net(learned)[0]))
    _take_steps(learner, 250)
    read = TextReader(learner.model.eval(), PIECES, LABELS)
    named, trees = named_examples(NAMED, LABELS), tree_examples(TREES, LABELS)
    assert tree_measures(read_all(read, trees, LABELS), trees) == (1, 1, 1)
    assert names_measure(read_all(read, named, LABELS), named, LABELS) < 1


def test_each_pass_takes_every_sentence_once():
    learner = _learner()
    sentences = [example.words for batch in learner.batches() for window in batch for example in window]
    shown = [tuple(word for word, _ in sentence) for sentence in NAMED]
    shown += [tuple(word.text for word in sentence) for sentence in TREES]
    assert sorted(sentences) == sorted(shown)


def _take_steps(learner: EncoderLearner, n_steps: int) -> None:
    (optimizer,) = learner.optimizers()
    for group in optimizer.param_groups:
        group["lr"] = 3e-3 * group["share"]
    for batch in islice(chain.from_iterable(learner.batches() for _ in range(n_steps)), n_steps):
        learner.update(batch)
