"""What a net knows of a word without its sentence: computed once for each distinct word, then remembered."""

from collections.abc import Callable, Sequence

import torch
from stanza.models.common.char_model import CharacterModel
from stanza.models.common.pretrain import Pretrain
from torch import Tensor

from service.parsing.nets.packing import Packing

# More than the words of a window (stanza_parser.py), so that the words of a window are remembered together.
_CAPACITY = 12_000


class WordRows:
    """A row of numbers for each word, made by `compute`; a full cache is emptied."""

    def __init__(self, compute: Callable[[Sequence[str]], Tensor], width: int, *, capacity: int = _CAPACITY) -> None:
        self._compute = compute
        self._capacity = capacity
        self._places: dict[str, int] = {}
        self._rows = torch.empty(capacity, width)

    def __call__(self, words: Sequence[str]) -> Tensor:
        """The rows of the words, (words, width)."""
        unknown = [word for word in dict.fromkeys(words) if word not in self._places]
        if len(self._places) + len(unknown) > self._capacity:
            self._places.clear()
            unknown = list(dict.fromkeys(words))
        if unknown:
            first = len(self._places)
            self._rows[first : first + len(unknown)] = self._compute(unknown)
            self._places.update((word, place) for place, word in enumerate(unknown, start=first))
        return self._rows[torch.tensor([self._places[word] for word in words])]


def vector_rows(vectors: Pretrain, words: Sequence[str]) -> Tensor:
    """The word vectors, those of unknown words alike."""
    rows: Tensor = vectors.emb[torch.tensor(vectors.vocab.map([word.lower() for word in words]))]
    return rows


def letter_rows(net: CharacterModel, words: Sequence[Sequence[int]]) -> Tensor:
    """What the character net (Stanza's CharacterModel) says about words, given as the numbers of their letters."""
    lengths = [len(word) for word in words]
    packing = Packing(lengths)
    letters = net.char_emb(torch.tensor([letter for word in words for letter in word]))
    begin = start(net.charlstm_h_init, net.charlstm_c_init, packing)
    output, (last, _) = net.charlstm.lstm(packing.pack(letters), begin)
    if not net.attn:
        return packing.unsort(last.transpose(0, 1).flatten(1))
    weighted = packing.unpack(output.data * torch.sigmoid(net.char_attn(output.data)))
    word_of = torch.arange(len(words)).repeat_interleave(torch.tensor(lengths))
    return torch.zeros(len(words), weighted.shape[1]).index_add_(0, word_of, weighted)


def start(hidden: Tensor, cell: Tensor, packing: Packing) -> tuple[Tensor, Tensor]:
    """The learned state in which a recurrent net begins, once for each sequence."""
    n = packing.n_sequences
    return hidden.expand(-1, n, -1).contiguous(), cell.expand(-1, n, -1).contiguous()
