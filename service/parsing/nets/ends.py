"""Where sentences end, judged by letters."""

import re
from collections.abc import Sequence

import torch
from stanza.models.tokenization.model import Tokenizer
from stanza.models.tokenization.vocab import Vocab
from torch import Tensor, nn
from torch.nn.functional import logsigmoid

# The letters that are read before a place and after it: enough to know the words there.
_BEFORE, _AFTER = 60, 40
_BATCH = 256
_BLANK = re.compile(r"\s")
# What Stanza's tokenizer reads of a letter beside the letter itself, in its order.
FEATURES = ["space_before", "capitalized", "numeric", "end_of_para", "start_of_para"]


class EndNet:
    """Stanza's tokenizer, asked how surely a sentence ends at a place.

    Its recurrent layers are run here: as Stanza runs them, packed, they take three times as long.
    """

    def __init__(self, net: Tokenizer, vocab: Vocab) -> None:
        self._net = net
        self._vocab = vocab
        self._first, self._second = _Layer(net.rnn), _Layer(net.rnn2)

    def __call__(self, places: Sequence[tuple[str, int]]) -> list[float]:
        """For each paragraph and offset behind a word in it, the log of the odds that a sentence ends there."""
        batches = (places[first : first + _BATCH] for first in range(0, len(places), _BATCH))
        return [odds for batch in batches for odds in self._odds(batch)]

    def _odds(self, places: Sequence[tuple[str, int]]) -> list[float]:
        starts = [max(place - _BEFORE, 0) for _, place in places]
        read = [
            _BLANK.sub(" ", text[start : place + _AFTER]) for start, (text, place) in zip(starts, places, strict=True)
        ]
        is_last = [
            start + len(found) == len(text) for start, found, (text, _) in zip(starts, read, places, strict=True)
        ]
        sizes = torch.tensor([len(found) for found in read])
        last = torch.tensor([place - start - 1 for start, (_, place) in zip(starts, places, strict=True)])
        net, rows = self._net, self._first.everywhere(self._rows(read, starts, is_last), sizes)
        here = rows[torch.arange(len(rows)), last]
        # What is certainly no end of a word says little.
        rows = rows * torch.sigmoid(net.tok_clf(rows) * net.args["hier_invtemp"])
        around = self._second.at(rows, sizes, last)
        word = net.tok_clf(here) + net.tok_clf2(around)
        sentence = net.sent_clf(here) + net.sent_clf2(around)
        ends, goes_on = logsigmoid(word) + logsigmoid(sentence), logsigmoid(word) + logsigmoid(-sentence)
        odds: list[float] = (ends - torch.logaddexp(logsigmoid(-word), goes_on)).squeeze(1).tolist()
        return odds

    def _rows(self, read: Sequence[str], starts: Sequence[int], is_last: Sequence[bool]) -> Tensor:
        letters = torch.zeros(len(read), max(map(len, read)), dtype=torch.long)
        features = torch.zeros(*letters.shape, len(FEATURES))
        for row, (found, start) in enumerate(zip(read, starts, strict=True)):
            letters[row, : len(found)] = torch.tensor([self._vocab.unit2id(letter) for letter in found])
            features[row, : len(found), :3] = torch.tensor([_looks(letter) for letter in found])
            features[row, len(found) - 1, 3] = is_last[row]
            features[row, 0, 4] = start == 0
        return torch.cat([self._net.embeddings(letters), features], 2)


class _Layer:
    """A recurrent layer that reads texts (texts, letters, width) of these sizes in both directions, one by one."""

    def __init__(self, layer: nn.LSTM) -> None:
        self._ahead, self._back = _direction(layer, ""), _direction(layer, "_reverse")

    def everywhere(self, rows: Tensor, sizes: Tensor) -> Tensor:
        """What is seen from each letter."""
        return torch.cat([self._ahead(rows)[0], _turned(self._back(_turned(rows, sizes))[0], sizes)], 2)

    def at(self, rows: Tensor, sizes: Tensor, places: Tensor) -> Tensor:
        """What is seen from one letter of each text: nothing is read beyond it."""
        numbers, left = torch.arange(len(rows)), sizes - 1 - places
        ahead = self._ahead(rows[:, : int(places.max()) + 1])[0][numbers, places]
        back = self._back(_turned(rows, sizes)[:, : int(left.max()) + 1])[0][numbers, left]
        return torch.cat([ahead, back], 1)


def _direction(layer: nn.LSTM, suffix: str) -> nn.LSTM:
    found = nn.LSTM(layer.input_size, layer.hidden_size, batch_first=True)
    weights = layer.state_dict()
    found.load_state_dict({name: weights[name + suffix] for name in found.state_dict()})
    return found.eval()


def _turned(rows: Tensor, sizes: Tensor) -> Tensor:
    """Each text from its last letter to its first; what is behind its end stays there."""
    steps, sizes = torch.arange(rows.shape[1]), sizes.unsqueeze(1)
    order = torch.where(steps < sizes, sizes - 1 - steps, steps)
    return rows.gather(1, order.unsqueeze(2).expand_as(rows))


def _looks(letter: str) -> tuple[float, float, float]:
    return float(letter == " "), float(letter.isupper()), float(letter.isdigit())
