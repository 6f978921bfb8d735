"""Parts of speech."""

from collections.abc import Sequence

import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.pos.model import Tagger
from torch import Tensor
from torch.nn.functional import relu

from service.parsing.nets.packing import Packing
from service.parsing.nets.word_rows import WordRows, letter_rows, start, vector_rows


class TagNet:
    """Stanza's tagger, for universal tags alone."""

    def __init__(self, net: Tagger, vectors: Pretrain) -> None:
        self._net = net
        self._vectors = vectors
        self._rows = WordRows(self._word_rows, net.taggerlstm.input_size)

    def __call__(self, words: Sequence[str], sentences: Packing) -> list[str]:
        """The tag of each word."""
        net = self._net
        begin = start(net.taggerlstm_h_init, net.taggerlstm_c_init, sentences)
        hidden, _ = net.taggerlstm(sentences.pack(self._rows(words)), None, begin)
        scores = net.upos_clf(relu(net.upos_hid(hidden.data)))
        tags: list[str] = net.vocab["upos"].unmap(sentences.unpack(scores).argmax(1).tolist())
        return tags

    def _word_rows(self, words: Sequence[str]) -> Tensor:
        net = self._net
        known = net.word_emb(torch.tensor(net.vocab["word"].map(words)))
        vectors = net.trans_pretrained(vector_rows(self._vectors, words))
        return torch.cat(
            [
                known,
                vectors,
                net.trans_char(letter_rows(net.charmodel, [net.vocab["char"].map(word) for word in words])),
            ],
            1,
        )
