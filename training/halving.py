"""Models at half precision on disk: `python -m training.halving FROM TO`.

Stanza copies the values into single precision as it loads, so nothing runs slower. Of a name tagger whose
word vectors were never trained the table of their changes is left out: it is all zeros.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

# What only a training that goes on would read.
TRAINING_ONLY = ("optimizer_state_dict", "scheduler_state_dict")
DELTA_VECTORS = "delta_emb.weight"


def halve(source: Path, target: Path) -> None:
    """Write the model at half precision, without what the pipeline never reads."""
    saved = torch.load(source, map_location="cpu", weights_only=True)
    for name in TRAINING_ONLY:
        saved.pop(name, None)
    values = saved["model"]
    if DELTA_VECTORS in values and not values[DELTA_VECTORS].any():
        del values[DELTA_VECTORS], saved["vocab"]["delta"]
    saved["model"] = {name: value.half() if value.dtype == torch.float32 else value for name, value in values.items()}
    target.parent.mkdir(parents=True, exist_ok=True)
    torch.save(saved, target, _use_new_zipfile_serialization=False)


def main() -> None:
    """Halve one file and say what it saved."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    halve(options.source, options.target)
    before, after = (path.stat().st_size / 1e6 for path in (options.source, options.target))
    print(f"- {options.target.name}: {before:.1f} MB at single, {after:.1f} MB at half precision")


if __name__ == "__main__":
    main()
