"""Heads and relations."""

from collections.abc import Iterator, Sequence

import torch
from stanza.models.common.biaffine import DeepBiaffineScorer
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.vocab import ROOT_ID, VOCAB_PREFIX_SIZE
from stanza.models.depparse.model import GraphParser
from torch import Tensor
from torch.nn.functional import logsigmoid, pad, relu, softplus

from service.parsing.nets.arborescence import best_tree
from service.parsing.nets.packing import Packing
from service.parsing.nets.word_rows import WordRows, letter_rows, start, vector_rows

# Words whose relations are scored at once: each takes 20 kB meanwhile.
_AT_ONCE = 500


class TreeNet:
    """Stanza's graph parser. A relation is scored for the head that a word has, not for all that it might have."""

    def __init__(self, net: GraphParser, vectors: Pretrain) -> None:
        self._net = net
        self._vectors = vectors
        self._root = self._form_rows([ROOT_ID], vectors.emb[[ROOT_ID]], [[ROOT_ID]])
        self._rows = WordRows(self._word_rows, self._root.shape[1])

    def __call__(
        self, words: Sequence[str], lemmas: Sequence[str], tags: Sequence[str], lengths: Sequence[int]
    ) -> tuple[list[int], list[str]]:
        """Each word's head, counted from 1 in its sentence and 0 for the root, and its relation.

        `lengths` has the number of words of each sentence.
        """
        # The nets read a root before the words of each sentence.
        sizes = torch.tensor(lengths) + 1
        roots = sizes.cumsum(0) - sizes
        is_word = torch.ones(int(sizes.sum()), dtype=torch.bool)
        is_word[roots] = False
        hidden = self._hidden(self._inputs(words, lemmas, tags, is_word), Packing(sizes.tolist()))
        trees = (best_tree(scores.double().numpy()) for scores in self._arc_scores(hidden, sizes.tolist()))
        heads = [head for tree in trees for head in tree]
        governors = roots.repeat_interleave(sizes - 1) + torch.tensor(heads)
        return heads, self._relations(hidden[is_word], hidden[governors])

    def _inputs(self, words: Sequence[str], lemmas: Sequence[str], tags: Sequence[str], is_word: Tensor) -> Tensor:
        net = self._net
        forms = self._root.repeat(len(is_word), 1)
        forms[is_word] = self._rows(words)
        numbers = torch.full((2, len(is_word)), ROOT_ID)
        numbers[:, is_word] = torch.tensor([net.vocab["lemma"].map(lemmas), net.vocab["upos"].map(tags)])
        known, letters = forms.tensor_split([forms.shape[1] - net.trans_char.out_features], dim=1)
        return torch.cat([known, net.lemma_emb(numbers[0]), net.upos_emb(numbers[1]), letters], 1)

    def _hidden(self, inputs: Tensor, sentences: Packing) -> Tensor:
        net = self._net
        begin = start(net.parserlstm_h_init, net.parserlstm_c_init, sentences)
        hidden, _ = net.parserlstm(sentences.pack(inputs), None, begin)
        return sentences.unpack(hidden.data)

    def _arc_scores(self, hidden: Tensor, sizes: list[int]) -> Iterator[Tensor]:
        """For each sentence, how well each word (column) does as the head of each word (row); the root is first."""
        scorers = (self._net.unlabeled, self._net.linearization, self._net.distance)
        for arcs, order, distance in zip(*(_pair_scores(scorer, hidden, sizes) for scorer in scorers), strict=True):
            places = torch.arange(len(arcs))
            offsets = places - places.unsqueeze(1)
            arcs += logsigmoid(order * offsets.sign())
            arcs -= ((offsets.abs() - 1 - softplus(distance)) ** 2 / 2 + 1).log()
            yield arcs.fill_diagonal_(-torch.inf)

    def _relations(self, dependents: Tensor, heads: Tensor) -> list[str]:
        pieces = zip(torch.split(dependents, _AT_ONCE), torch.split(heads, _AT_ONCE), strict=True)
        numbers = torch.cat([self._best_relations(*piece) for piece in pieces]) + VOCAB_PREFIX_SIZE
        relations: list[str] = self._net.vocab["deprel"].unmap(numbers.tolist())
        return relations

    def _best_relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        left, right = _sides(self._net.deprel, dependents, heads)
        bilinear = self._net.deprel.scorer.W_bilin
        by_head = (left @ bilinear.weight.flatten(1)).view(len(left), *bilinear.weight.shape[1:])
        scores: Tensor = (right.unsqueeze(1) @ by_head).squeeze(1) + bilinear.bias
        return scores.argmax(1)

    def _word_rows(self, words: Sequence[str]) -> Tensor:
        vocab = self._net.vocab
        letters = [vocab["char"].map(word) for word in words]
        return self._form_rows(vocab["word"].map(words), vector_rows(self._vectors, words), letters)

    def _form_rows(self, words: Sequence[int], vectors: Tensor, letters: Sequence[Sequence[int]]) -> Tensor:
        net = self._net
        parts = (net.trans_pretrained(vectors), net.word_emb(torch.tensor(words)))
        return torch.cat([*parts, net.trans_char(letter_rows(net.charmodel, letters))], 1)


def _sides(scorer: DeepBiaffineScorer, dependents: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
    """What a biaffine scorer multiplies, a 1 after each row."""
    left, right = relu(scorer.W1(dependents)), relu(scorer.W2(heads))
    return pad(left, (0, 1), value=1.0), pad(right, (0, 1), value=1.0)


def _pair_scores(scorer: DeepBiaffineScorer, hidden: Tensor, sizes: list[int]) -> Iterator[Tensor]:
    """For each sentence, the score of each word (row) with each word (column)."""
    left, right = _sides(scorer, hidden, hidden)
    bilinear = scorer.scorer.W_bilin
    rows, columns = torch.split(left @ bilinear.weight[:, :, 0], sizes), torch.split(right, sizes)
    return (row @ column.T + bilinear.bias for row, column in zip(rows, columns, strict=True))
