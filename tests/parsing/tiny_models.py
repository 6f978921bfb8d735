"""Models that know nothing: Stanza's own classes, a few random weights, built and saved in a second."""

import json
from pathlib import Path
from typing import Any

import torch
from stanza.models import lemmatizer, ner_tagger, parser, tagger, tokenizer
from stanza.models.common.char_model import CharacterLanguageModel
from stanza.models.common.doc import Document
from stanza.models.common.pretrain import Pretrain, PretrainedWordVocab
from stanza.models.common.vocab import CharVocab
from stanza.models.depparse.data import Dataset as Trees
from stanza.models.depparse.trainer import GraphTrainer
from stanza.models.lemma.trainer import Trainer as Lemmatizer
from stanza.models.lemma.vocab import MultiVocab as LemmaVocab
from stanza.models.ner.data import DataLoader as Names
from stanza.models.ner.trainer import Trainer as NameTagger
from stanza.models.pos.data import Dataset as Tags
from stanza.models.pos.trainer import Trainer as Tagger
from stanza.models.tokenization.trainer import Trainer as Tokenizer
from stanza.models.tokenization.vocab import Vocab as LetterVocab
from stanza.resources.common import DEFAULT_RESOURCES_VERSION, get_md5

from service.parsing.nets.ends import FEATURES

# Options of Stanza's training commands.
Changes = dict[str, Any]

_ROWS = (
    # word, lemma, tag, fine tag, head, relation, name
    ("Ann", "Ann", "PROPN", "NNP", 2, "nsubj", "S-PERSON"),
    ("spoke", "speak", "VERB", "VBD", 0, "root", "O"),
    ("in", "in", "ADP", "IN", 4, "case", "O"),
    ("Oslo", "Oslo", "PROPN", "NNP", 2, "obl", "S-GPE"),
    (".", ".", "PUNCT", ".", 2, "punct", "O"),
)
_FIELDS = ("text", "lemma", "upos", "xpos", "head", "deprel", "ner")
_LETTERS = "\n abcdefghijklmnopqrstuvwxyzAO.,’"
_SIZE = 4
_SIZES = (
    "hidden_dim", "char_hidden_dim", "deep_biaff_hidden_dim", "deep_biaff_output_dim",
    "composite_deep_biaff_hidden_dim", "word_emb_dim", "char_emb_dim", "tag_emb_dim", "transformed_dim",
    "emb_dim", "pos_dim",
)  # fmt: skip


# What makes each processor's model read nothing but word vectors and letters.
_PLAIN: dict[str, Changes] = {
    "lemma": {"dict_only": True},
    "depparse": {"use_xpos": False, "use_ufeats": False},
    "ner": {"emb_finetune": False},
}
# Stanza's default packages for English (stanza.resources.default_packages) and what they need.
_OFFICIAL = {
    "pretrain": "conll17",
    "forward_charlm": "1billion",
    "backward_charlm": "1billion",
    "pos": "combined_charlm",
    "lemma": "combined_charlm",
    "depparse": "combined_charlm",
    "ner": "ontonotes-ww-multi_charlm",
}
_NEEDED = ("pretrain", "forward_charlm", "backward_charlm")


def build_models(folder: Path, changes: dict[str, Changes] | None = None) -> Path:
    """A folder with a file for each processor; `changes` to their options make them others."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    vectors = _save_vectors(folder / "pretrain.pt")
    save_tokenizer(folder / "tokenize.pt")
    for processor, save in _SAVE.items():
        options = {**_PLAIN.get(processor, {}), **(changes or {}).get(processor, {})}
        save(folder / f"{processor}.pt", vectors, options)
    (folder / "resources.json").write_text("{}", "utf-8")
    return folder


def build_mirror(folder: Path) -> Path:
    """What `stanza.download("en")` downloads from: models that read letters with language models in both directions."""
    torch.manual_seed(1)
    paths = {name: folder / "en" / name / f"{package}.pt" for name, package in _OFFICIAL.items()}
    for path in paths.values():
        path.parent.mkdir(parents=True)
    for way in ("forward", "backward"):
        _save_letter_model(paths[f"{way}_charlm"], is_forward=way == "forward")
    letters = {f"charlm_{way}_file": str(paths[f"{way}_charlm"]) for way in ("forward", "backward")}
    vectors = _save_vectors(paths["pretrain"])
    for processor, save in _SAVE.items():
        save(paths[processor], vectors, {"charlm": True, **letters})
    resources = json.dumps({"en": _resources(paths), "url": "unused"})
    (folder / f"resources_{DEFAULT_RESOURCES_VERSION}.json").write_text(resources, "utf-8")
    return folder


def _resources(paths: dict[str, Path]) -> dict[str, Any]:
    needs = [{"model": name, "package": _OFFICIAL[name]} for name in _NEEDED]
    models = {
        name: {package: {"md5": get_md5(paths[name]), **({} if name in _NEEDED else {"dependencies": needs})}}
        for name, package in _OFFICIAL.items()
    }
    # Packages that there are, and that need not be downloaded.
    others = {name: {"combined": {"md5": ""}} for name in ("tokenize", "mwt")}
    processors = {name: package for name, package in _OFFICIAL.items() if name not in _NEEDED}
    packages = {"default": {"tokenize": "combined", "mwt": "combined", **processors}}
    return {"lang_name": "English", **others, **models, "packages": packages}


def _document() -> Document:
    return Document([[dict(zip(_FIELDS, row, strict=True), id=number) for number, row in enumerate(_ROWS, start=1)]])


def _options(module: Any, changes: Changes) -> Changes:
    """The options that a training command of Stanza's has when it is given none, made small."""
    options = module.parse_args([])
    small = {name: _SIZE for name in _SIZES if name in options}
    return {**options, **small, "shorthand": "en_tiny", "lang": "en", "device": "cpu", "word_cutoff": 0, **changes}


def _save_vectors(path: Path) -> Pretrain:
    words = PretrainedWordVocab([row[0].lower() for row in _ROWS], lang="en")
    vectors = torch.randn(len(words), _SIZE)
    torch.save({"vocab": words.state_dict(), "emb": vectors}, path)
    return Pretrain(str(path))


def _save_letter_model(path: Path, *, is_forward: bool) -> None:
    options = {"char_emb_dim": _SIZE, "char_hidden_dim": _SIZE, "char_num_layers": 1, "char_rec_dropout": 0}
    letters = {"char": CharVocab([list(_LETTERS)])}
    CharacterLanguageModel({**options, "char_dropout": 0}, letters, is_forward_lm=is_forward).save(str(path))


def save_tokenizer(path: Path) -> None:
    """A tokenizer of random weights."""
    letters = LetterVocab([[(letter, 0) for letter in _LETTERS]], lang="en")
    options = {"feat_funcs": FEATURES, "feat_dim": len(FEATURES), "vocab_size": len(letters), "use_mwt": False}
    Tokenizer(args=_options(tokenizer, options), vocab=letters, device="cpu").save(str(path))


def _save_tagger(path: Path, vectors: Pretrain, changes: Changes) -> None:
    options = _options(tagger, changes)
    vocab = Tags.init_vocab([_document()], options)
    Tagger(args=options, vocab=vocab, pretrain=vectors, device="cpu").save(str(path))


def save_lemmatizer(path: Path, changes: Changes) -> None:
    """A lemmatizer that knows the words above."""
    vocab = LemmaVocab({"char": CharVocab([list(_LETTERS)]), "pos": CharVocab([[row[2] for row in _ROWS]])})
    sizes = {"vocab_size": len(vocab["char"]), "pos_vocab_size": len(vocab["pos"])}
    trainer = Lemmatizer(args=_options(lemmatizer, {**sizes, **changes}), vocab=vocab, device="cpu")
    trainer.train_dict([(row[0], row[2], row[1]) for row in _ROWS])
    trainer.save(str(path))


def _save_lemmatizer(path: Path, _: Pretrain, changes: Changes) -> None:
    save_lemmatizer(path, changes)


def _save_parser(path: Path, vectors: Pretrain, changes: Changes) -> None:
    options = _options(parser, changes)
    vocab = Trees(_document(), options, vectors).vocab
    GraphTrainer(args=options, vocab=vocab, pretrain=vectors, device="cpu").save(str(path))


def _save_names(path: Path, vectors: Pretrain, changes: Changes) -> None:
    options = _options(ner_tagger, changes)
    vocab = Names(_document(), 1, options, vectors).vocab
    NameTagger(args=options, vocab=vocab, pretrain=vectors, device="cpu").save(str(path))


_SAVE = {"pos": _save_tagger, "lemma": _save_lemmatizer, "depparse": _save_parser, "ner": _save_names}
