"""Names of persons, organisations and places."""

from collections.abc import Sequence

import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from stanza.models.ner.model import NERTagger
from torch import Tensor

from service.parsing.nets.packing import Packing
from service.parsing.nets.word_rows import WordRows, letter_rows, start, vector_rows


class NameNet:
    """Stanza's tagger of names."""

    def __init__(self, net: NERTagger, vectors: Pretrain) -> None:
        self._net = net
        self._vectors = vectors
        self._rows = WordRows(self._word_rows, net.taggerlstm.lstm.input_size)

    def __call__(self, words: Sequence[str], sentences: Packing) -> list[str]:
        """The tag of each word: "O", or how it stands in a name (B, I, E, S) with the kind of name."""
        net = self._net
        begin = start(net.taggerlstm_h_init, net.taggerlstm_c_init, sentences)
        hidden, _ = net.taggerlstm.lstm(sentences.pack(self._rows(words)), begin)
        best = best_paths(net.tag_clfs[0](hidden.data), net.crits[0]._transitions, sentences.batch_sizes.tolist())
        # A name tagger may choose a number that its list keeps for padding: it means no name, as for Stanza.
        numbers = sentences.unpack(best).clamp(min=VOCAB_PREFIX_SIZE)
        return [tag for (tag,) in net.vocab["tag"].unmap(numbers.unsqueeze(1).tolist())]

    def _word_rows(self, words: Sequence[str]) -> Tensor:
        net = self._net
        letters = letter_rows(net.charmodel, [net.vocab["char"].map(word) for word in words])
        rows = torch.cat([vector_rows(self._vectors, words), letters], 1)
        return rows if net.input_transform is None else net.input_transform(rows)


def best_paths(scores: Tensor, transitions: Tensor, batch_sizes: Sequence[int]) -> Tensor:
    """The numbers of the tags with the highest sum of scores and transitions in each sequence (Viterbi).

    `scores` (words, tags) and the answer (words) stand in the order of `Packing.pack`.
    """
    steps = torch.split(scores, list(batch_sizes))
    total = steps[0]
    came_from: list[Tensor] = []
    for step in steps[1:]:
        best, origin = (total[: len(step)].unsqueeze(2) + transitions).max(1)
        # Sequences that have ended keep their totals.
        total = torch.cat([best + step, total[len(step) :]])
        came_from.append(origin)
    chosen = total.argmax(1)
    path = [chosen]
    for origin in reversed(came_from):
        earlier = origin.gather(1, chosen[: len(origin)].unsqueeze(1)).squeeze(1)
        path[-1] = chosen[: len(origin)]
        chosen = torch.cat([earlier, chosen[len(origin) :]])
        path.append(chosen)
    return torch.cat(path[::-1])
