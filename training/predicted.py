"""Tags and lemmas as the pipeline will see them. A parser trained on gold ones trusts them too much.

A tagger is surer on the text that it was trained on than on new text; hiding some words from it brings its
accuracy on the training part down to that on new text. Lemmas come from dictionaries of the other parts of
the treebank.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.utils import unsort
from stanza.models.lemma.trainer import Trainer as Lemmatizer
from stanza.models.pos.data import Dataset
from stanza.models.pos.trainer import Trainer as Tagger
from stanza.utils.conll import CoNLL

from training.treebank import Sentence, read_treebank, write_treebank

N_FOLDS = 10
BATCH_SENTENCES = 100


def retag(path: Path, tagger: Tagger, pretrain: Pretrain, *, noise: float = 0.0) -> float:
    """Replace the tags of a file by the tagger's, with noise where asked, and answer how many were right."""
    _set_noise(tagger, noise)
    tags = predicted_tags(path, tagger, pretrain)
    sentences = read_treebank(path)
    retagged = tuple(
        tuple(replace(word, pos=tag) for word, tag in zip(sentence, row, strict=True))
        for sentence, row in zip(sentences, tags, strict=True)
    )
    write_treebank(path, retagged)
    n_words = sum(map(len, sentences))
    n_changed = sum(a != b for a, b in zip(chain(*sentences), chain(*retagged), strict=True))
    return 1 - n_changed / n_words


def predicted_tags(path: Path, tagger: Tagger, pretrain: Pretrain) -> list[list[str]]:
    """The tagger's tag of every word of the file, sentence by sentence."""
    document = CoNLL.conll2doc(str(path))
    dataset = Dataset(document, tagger.args, pretrain, vocab=tagger.vocab, evaluation=True)
    tags: list[list[str]] = []
    order: list[int] = []
    with torch.no_grad():
        for batch in dataset.to_loader(batch_size=BATCH_SENTENCES):
            order.extend(batch.idx)
            tags.extend([word[0] for word in sentence] for sentence in tagger.predict(batch))
    return list(unsort(tags, order))


def lemmatize_apart(sentences: Sequence[Sentence], gold: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Each tenth of the sentences with the lemmas that a dictionary of the other nine gives."""
    size = -(-len(gold) // N_FOLDS)
    lemmatized: list[Sentence] = []
    for start in range(0, len(gold), size):
        others = chain(gold[:start], gold[start + size :])
        lemmatized.extend(lemmatize(sentences[start : start + size], dictionary(others)))
    return tuple(lemmatized)


def dictionary(sentences: Iterable[Sentence]) -> Lemmatizer:
    """A dictionary lemmatizer of these sentences."""
    lemmatizer = Lemmatizer(args={"dict_only": True})
    lemmatizer.train_dict([(word.text, word.pos, word.lemma) for sentence in sentences for word in sentence])
    return lemmatizer


def lemmatize(sentences: Sequence[Sentence], lemmatizer: Lemmatizer) -> tuple[Sentence, ...]:
    """The sentences with the lemmas of a dictionary, looked up by word and tag."""
    return tuple(
        tuple(
            replace(word, lemma=lemma or "_")
            for word, lemma in zip(
                sentence, lemmatizer.predict_dict([(word.text, word.pos) for word in sentence]), strict=True
            )
        )
        for sentence in sentences
    )


def _set_noise(tagger: Tagger, word_dropout: float) -> None:
    """Hide this part of the words from the tagger even while it predicts."""
    tagger.model.train(mode=False)
    hidden_words = tagger.model.worddrop
    hidden_words.dropprob = word_dropout
    # Stanza's predict() switches everything to evaluation; this layer alone must not follow.
    hidden_words.train = lambda _mode=True: hidden_words
    hidden_words.training = word_dropout > 0
