"""Plain models from their files, as Stanza writes them, without the optimizers that its own loading makes."""

from collections.abc import Sequence
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.depparse.model import GraphParser
from stanza.models.lemma.trainer import Trainer as Lemmatizer
from stanza.models.ner.model import NERTagger
from stanza.models.ner.vocab import MultiVocab as NameVocab
from stanza.models.pos.model import Tagger
from stanza.models.pos.tag_columns import tag_columns_from_config
from stanza.models.pos.vocab import MultiVocab as TagVocab
from stanza.models.tokenization.model import Tokenizer
from stanza.models.tokenization.vocab import Vocab as LetterVocab

from service.errors import ModelError
from service.parsing.annotation import Annotation
from service.parsing.nets.ends import FEATURES, EndNet
from service.parsing.nets.names import NameNet
from service.parsing.nets.packing import Packing
from service.parsing.nets.tags import TagNet
from service.parsing.nets.trees import TreeNet

# What a saved model says of itself that a plain one must say.
_PLAIN = {"charlm": False, "bert_model": None, "char": True, "pretrain": True}
_PLAIN_OF: dict[str, dict[str, Any]] = {
    "pos": _PLAIN,
    "depparse": {
        **_PLAIN, "use_upos": True, "use_xpos": False, "use_ufeats": False,
        "use_arc_embedding": False, "linearization": True, "distance": True,
    },
    "ner": {**_PLAIN, "lowercase": True, "emb_finetune": False, "char_lowercase": False},
    "lemma": {"dict_only": True},
    "tokenize": {"charlm": False, "feat_funcs": FEATURES, "use_mwt": False},
}  # fmt: skip

Saved = dict[str, Any]


def load_plain_models(folder: Path) -> "PlainModels | None":
    """The models of a folder that has one plain file for each processor; None if it has not.

    Raises ModelError if a file is not a model.
    """
    paths = {name: folder / f"{name}.pt" for name in (*_PLAIN_OF, "pretrain")}
    if not all(path.is_file() for path in paths.values()):
        return None
    try:
        saved = {name: torch.load(paths[name], map_location="cpu", weights_only=True) for name in _PLAIN_OF}
        is_plain = all(
            saved[name]["config"].get(key) == value for name, plain in _PLAIN_OF.items() for key, value in plain.items()
        )
        return PlainModels(saved, Pretrain(str(paths["pretrain"])), folder) if is_plain else None
    except (OSError, RuntimeError, KeyError, ValueError, UnpicklingError) as error:
        raise ModelError(f"the models in {folder} cannot be loaded: {error}") from error


class PlainModels:
    """The models of a folder, run by the nets beside this file; `saved` is what its files hold."""

    def __init__(self, saved: dict[str, Saved], vectors: Pretrain, folder: Path) -> None:
        self._tags = TagNet(_tagger(saved["pos"], vectors), vectors)
        self._trees = TreeNet(_parser(saved["depparse"], vectors), vectors)
        self._names = NameNet(_name_tagger(saved["ner"]), vectors)
        self._ends = EndNet(*_tokenizer(saved["tokenize"]))
        self._lemmas = Lemmatizer(args={}, model_file=str(folder / "lemma.pt"))

    def annotate(self, sentences: Sequence[Sequence[str]]) -> list[Annotation]:
        """See `Annotator.annotate`."""
        words = [word for sentence in sentences for word in sentence]
        lengths = [len(sentence) for sentence in sentences]
        packing = Packing(lengths)
        tags = self._tags(words, packing)
        lemmas = self._lemmas.predict_dict(zip(words, tags, strict=True))
        heads, relations = self._trees(words, lemmas, tags, lengths)
        entities = self._names(words, packing)
        rows = zip(lemmas, tags, heads, relations, entities, strict=True)
        return [
            Annotation(lemma, tag, head - 1 if head else None, relation, entity)
            for lemma, tag, head, relation, entity in rows
        ]

    def end_odds(self, places: Sequence[tuple[str, int]]) -> list[float]:
        """See `Annotator.end_odds`."""
        return self._ends(places)


def _tagger(saved: Saved, vectors: Pretrain) -> Tagger:
    config = {**saved["config"], "tag_columns": tag_columns_from_config(saved["config"].get("tag_columns"))}
    vocab = TagVocab.load_state_dict(saved["vocab"])
    net = Tagger(config, vocab, emb_matrix=vectors.emb, share_hid=config["share_hid"])
    return _with_weights(net, saved)


def _parser(saved: Saved, vectors: Pretrain) -> GraphParser:
    net = GraphParser(saved["config"], TagVocab.load_state_dict(saved["vocab"]), emb_matrix=vectors.emb)
    return _with_weights(net, saved)


def _name_tagger(saved: Saved) -> NERTagger:
    net = _with_weights(NERTagger(saved["config"], NameVocab.load_state_dict(saved["vocab"])), saved)
    # The word vectors are those that all nets share.
    net.word_emb = None
    return net


def _tokenizer(saved: Saved) -> tuple[Tokenizer, LetterVocab]:
    config = saved["config"]
    net = Tokenizer(config, config["vocab_size"], config["emb_dim"], config["hidden_dim"], 0.0, 0.0)
    return _with_weights(net, saved), LetterVocab.load_state_dict(saved["vocab"])


def _with_weights(net: Any, saved: Saved) -> Any:  # noqa: ANN401 - Stanza has no types
    """The net with its weights, ready to run; the word vectors are not among them."""
    net.load_state_dict(saved["model"], strict=False)
    return net.eval()
