"""Averages the weights of checkpoints that were tuned from one another (Wortsman et al. 2022, "Model soups")."""
from __future__ import annotations

import argparse
from pathlib import Path

import torch


def average(paths: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of each tensor over the checkpoints, which must have the same ones."""
    weights = [torch.load(path) for path in paths]
    return {name: sum(w[name] for w in weights) / len(weights) for name in weights[0]}


if __name__ == "__main__":
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoints", type=Path, nargs="+")
    p.add_argument("--out", type=Path, required=True)
    o = p.parse_args()
    torch.save(average(o.checkpoints), o.out)
