"""Where sentences end, judged by letters."""

import re
from collections.abc import Sequence

import torch
from stanza.models.tokenization.model import Tokenizer
from stanza.models.tokenization.vocab import Vocab

# The letters that are read before a place and after it: enough to know the words there.
_BEFORE, _AFTER = 60, 40
_BATCH = 256
_BLANK = re.compile(r"\s")
# What Stanza's tokenizer reads of a letter beside the letter itself, in its order.
FEATURES = ["space_before", "capitalized", "numeric", "end_of_para", "start_of_para"]


class EndNet:
    """Stanza's tokenizer, asked how surely a sentence ends at a place."""

    def __init__(self, net: Tokenizer, vocab: Vocab) -> None:
        self._net = net
        self._vocab = vocab

    def __call__(self, places: Sequence[tuple[str, int]]) -> list[float]:
        """For each paragraph and offset behind a word in it, the log of the odds that a sentence ends there."""
        cuts = [(max(place - _BEFORE, 0), place, text) for text, place in places]
        # The longest first, as the net reads them.
        order = sorted(range(len(cuts)), key=lambda number: len(_letters(*cuts[number])), reverse=True)
        odds = [0.0] * len(cuts)
        for first in range(0, len(order), _BATCH):
            numbers = order[first : first + _BATCH]
            predictions = self._predict([cuts[number] for number in numbers])
            for number, row in zip(numbers, predictions, strict=True):
                start, place, _ = cuts[number]
                odds[number] = float(row[place - start - 1, 2] - row[place - start - 1, :2].logsumexp(0))
        return odds

    def _predict(self, cuts: Sequence[tuple[int, int, str]]) -> torch.Tensor:
        lengths = [len(_letters(*cut)) for cut in cuts]
        letters = torch.zeros(len(cuts), lengths[0], dtype=torch.long)
        features = torch.zeros(len(cuts), lengths[0], len(FEATURES))
        for row, (start, place, text) in enumerate(cuts):
            read = _letters(start, place, text)
            letters[row, : len(read)] = torch.tensor([self._vocab.unit2id(letter) for letter in read])
            features[row, : len(read), :3] = torch.tensor([_looks(letter) for letter in read])
            features[row, len(read) - 1, 3] = start + len(read) == len(text)
            features[row, 0, 4] = start == 0
        predictions: torch.Tensor = self._net(letters, features, lengths)
        return predictions


def _letters(start: int, place: int, text: str) -> str:
    return _BLANK.sub(" ", text[start : place + _AFTER])


def _looks(letter: str) -> tuple[float, float, float]:
    return float(letter == " "), float(letter.isupper()), float(letter.isdigit())
