"""The encoder in training: names and trees in turn, as `training/descent.py` asks."""

from __future__ import annotations

import logging
import random
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

import torch

from service.parsing.nets.multitask import Labels, MultitaskNet
from service.parsing.nets.pieces import Pieces
from service.parsing.nets.reading import TextReader
from service.parsing.nets.windows import Batch, pack
from training.descent import take_step
from training.encoder.examples import (
    Example,
    NamedSentence,
    RawSentence,
    Window,
    example_windows,
    named_examples,
    tree_examples,
)
from training.encoder.losses import annotation_loss
from training.encoder.measures import names_measure, read_all, tree_measures
from training.encoder.ranges import measure_ranges
from training.encoder.teaching import Lesson, Teachers, taught_loss
from training.treebank import Sentence

logger = logging.getLogger("training")
# Sentences of each kind that tell how large the numbers are.
_RANGED = 600
T = TypeVar("T")

# Pieces that are hidden while the encoder learns, so that it looks at what stands around a word.
_HIDDEN = 0.03
# Layers that begin with nothing learn faster than those that were pretrained.
_NEW_SHARE = 8.0


@dataclass(frozen=True, slots=True)
class Texts:
    """The annotated sentences of one part; raw ones, of which a teacher must say something, may stand beside them."""

    named: Sequence[NamedSentence]
    trees: Sequence[Sentence]
    raw: Sequence[RawSentence] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """How an encoder learns: pieces in a window, windows in a batch; `teachers`, if there are any."""

    most_pieces: int = 120
    n_windows: int = 16
    device: str = "cpu"
    teachers: Teachers | None = None


class EncoderLearner:
    """A net, its batches, and the mean of the figures of names, tags and heads on the development part."""

    def __init__(
        self, net: MultitaskNet, pieces: Pieces, labels: Labels, texts: tuple[Texts, Texts], course: Course
    ) -> None:
        self._net = net.to(course.device)
        self.model: torch.nn.Module = self._net
        self._pieces, self._labels, self._course = pieces, labels, course
        self._train, dev = texts
        self._dev = named_examples(dev.named, labels), tree_examples(dev.trees, labels)
        new = [*self._new_parameters()]
        numbers = {id(parameter) for parameter in new}
        old = [parameter for parameter in net.parameters() if id(parameter) not in numbers]
        self._optimizer = torch.optim.AdamW(
            [{"params": old, "share": 1.0}, {"params": new, "share": _NEW_SHARE}],
            lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True,
        )  # fmt: skip

    def optimizers(self) -> Iterable[torch.optim.Optimizer]:
        """What takes the steps."""
        return (self._optimizer,)

    def batches(self) -> Iterator[object]:
        """One pass over names and trees, a batch of either; the windows begin elsewhere in each pass."""
        # Drawn here, since a run that goes on begins with other chance (training/descent.py).
        chance = random.Random(random.getrandbits(32))
        named = named_examples(_turned(self._train.named, chance), self._labels)
        trees = tree_examples(_turned(self._train.trees, chance), self._labels, chance)
        raw = [Example(words) for words in _turned(self._train.raw, chance)] if self._course.teachers else []
        batches = [batch for examples in (named, trees, raw) for batch in self._batches_of(examples, chance)]
        chance.shuffle(batches)
        return iter(batches)

    def update(self, batch: object) -> float:
        """Take one step."""
        learned = cast("list[Window]", batch)
        self.model.train()
        course = self._course
        packed = pack([[example.words for example in window] for window in learned], self._pieces).to(course.device)
        with torch.autocast(course.device, torch.bfloat16):
            rows = self._net.rows(self._hide(packed))
            loss = annotation_loss(self._net, rows, learned)
            if course.teachers is not None:
                loss = loss + taught_loss(self._net, rows, Lesson.of(course.teachers, packed, learned))
        return take_step(loss, self.model, self._optimizer)

    def score(self) -> float:
        """The mean of the F measure of names, of right tags and of right heads with their relations."""
        read = TextReader(deepcopy(self._net).cpu().eval(), self._pieces, self._labels)
        named, trees = (read_all(read, part, self._labels) for part in self._dev)
        gold_named, gold_trees = self._dev
        names = names_measure(named, gold_named, self._labels)
        persons = names_measure(named, gold_named, self._labels, "PERSON")
        tags, heads, labelled = tree_measures(trees, gold_trees)
        logger.info(
            "names %.2f PERSON %.2f UPOS %.2f UAS %.2f LAS %.2f",
            *(100 * figure for figure in (names, persons, tags, heads, labelled)),
        )
        return (names + tags + labelled) / 3

    def save(self, path: Path) -> None:
        """Write the net in half precision, with its size, with what its numbers count and with how large they are."""
        self._measure_ranges()
        weights = {name: weight.half() for name, weight in self.model.state_dict().items()}
        size, labels = asdict(self._net.encoder.size), asdict(self._labels)
        torch.save({"size": size, "labels": labels, "pieces": self._pieces.known, "model": weights}, path)

    def _measure_ranges(self) -> None:
        """On texts to learn from; what annotation there is, is not looked at."""
        named = [[word for word, _ in sentence] for sentence in self._train.named[:_RANGED]]
        trees = [[word.text for word in sentence] for sentence in self._train.trees[:_RANGED]]
        measured = deepcopy(self._net).cpu().eval()
        measure_ranges(
            measured, TextReader(measured, self._pieces, self._labels), [*named, *trees, *self._train.raw[:_RANGED]]
        )
        self._net.load_state_dict(measured.state_dict())

    def _batches_of(self, examples: Sequence[Example], chance: random.Random) -> list[list[Window]]:
        found = [*example_windows(examples, self._pieces, self._course.most_pieces)]
        chance.shuffle(found)
        n = self._course.n_windows
        return [found[start : start + n] for start in range(0, len(found), n)]

    def _hide(self, batch: Batch) -> Batch:
        is_hidden = torch.rand(batch.pieces.shape, device=batch.pieces.device) < _HIDDEN
        is_hidden &= batch.is_piece & (batch.pieces != self._pieces.first)
        return replace(batch, pieces=torch.where(is_hidden, self._pieces.hidden, batch.pieces))

    def _new_parameters(self) -> Iterator[torch.nn.Parameter]:
        net = self._net
        for part in (net.names, net.tags, net.trees, net.encoder.shapes, net.encoder.rest):
            yield from part.parameters()


def _turned(sentences: Sequence[T], chance: random.Random) -> list[T]:
    """The sentences from a random one on, and then those before it."""
    start = chance.randrange(max(len(sentences), 1))
    return [*sentences[start:], *sentences[:start]]
