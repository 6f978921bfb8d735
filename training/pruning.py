"""A new parser that begins where a trained one stands, with narrower pairwise scorers.

A unit of a scorer's hidden layer matters as much as what goes into it times what comes out of it; the units
that matter most are kept. The last row of a bilinear weight is its bias and stays.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

SCORERS = ("unlabeled", "deprel", "linearization", "distance")


def take_over(model: torch.nn.Module, trained: Mapping[str, Tensor]) -> None:
    """Set the model's values from a trained model with the same inputs and layers."""
    values = dict(trained)
    for scorer in SCORERS:
        width = model.state_dict()[f"{scorer}.W1.weight"].shape[0]
        if width < values[f"{scorer}.W1.weight"].shape[0]:
            values.update(_narrowed(scorer, values, width))
    missing = model.load_state_dict(values, strict=False)
    # The word vectors lie in their own file; everything else must have been there.
    unknown = [name for name in missing.missing_keys if not name.startswith("pretrained_emb")]
    if unknown or missing.unexpected_keys:
        raise ValueError(f"the trained parser has other layers: {unknown} {missing.unexpected_keys}")


def _narrowed(scorer: str, values: Mapping[str, Tensor], width: int) -> dict[str, Tensor]:
    bilinear = values[f"{scorer}.scorer.W_bilin.weight"]
    narrowed = {}
    for side, name in enumerate(("W1", "W2")):
        weight, bias = values[f"{scorer}.{name}.weight"], values[f"{scorer}.{name}.bias"]
        outgoing = bilinear.movedim(side, 0).flatten(1).norm(dim=1)[:-1]
        importance = weight.norm(dim=1) * outgoing
        kept = importance.topk(width).indices.sort().values
        narrowed[f"{scorer}.{name}.weight"] = weight[kept]
        narrowed[f"{scorer}.{name}.bias"] = bias[kept]
        bilinear = bilinear.index_select(side, torch.cat((kept, torch.tensor([bilinear.shape[side] - 1]))))
    narrowed[f"{scorer}.scorer.W_bilin.weight"] = bilinear
    return narrowed
