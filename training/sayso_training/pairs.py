"""Fits the weights by which two statements are taken to be of one claim, to pairs as `sayso eval claims --pairs` lists them.

Logistic regression; each file counts as much as another, and in each the pairs of one claim as much as the others. L2 on
standardised features, full-batch gradient descent with Adam; no chance enters it.
"""
from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from .adam import descend

RATE, STEPS = 0.05, 1500


def read(path: Path) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The features' names, the features [pairs, features] and whether a pair is of one claim [pairs]."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    return lines[0].split("\t")[2:], np.array([[float(v) for v in row[2:]] for row in rows]), np.array([row[1] == "1" for row in rows])


def fit(tables: list[tuple[np.ndarray, np.ndarray]], l2: float) -> tuple[float, np.ndarray]:
    """The bias, and the weights of the features as they are."""
    x, y = np.concatenate([t[0] for t in tables]), np.concatenate([t[1] for t in tables]).astype(float)
    share = np.concatenate([np.where(same, 0.5 / max(1, same.sum()), 0.5 / max(1, (~same).sum())) for _, same in tables]) / len(tables)
    spread = x.std(0) + 1e-6
    scaled = np.column_stack([x / spread, np.ones(len(x))])

    def gradient(weights: np.ndarray) -> np.ndarray:
        error = share * (1 / (1 + np.exp(-(scaled @ weights))) - y)
        return scaled.T @ error + 2 * l2 * np.append(weights[:-1], 0)

    weights = descend(gradient, scaled.shape[1], RATE, STEPS)
    return float(weights[-1]), weights[:-1] / spread


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--pairs", type=Path, required=True, nargs="+")
    p.add_argument("--l2", type=float, default=1e-4)
    p.add_argument("--out", type=Path, required=True, help="pairs.tsv")
    o = p.parse_args()
    tables = [read(path) for path in o.pairs]
    names = tables[0][0]
    bias, weights = fit([(x, y) for _, x, y in tables], o.l2)
    rows = "".join(f"{name}\t{weight:.2f}\n" for name, weight in zip(["bias", *names], [bias, *weights]))
    o.out.write_text(f"# Written by ./build train claims.\n{rows}", encoding="utf-8", newline="\n")
    for path, (_, x, y) in zip(o.pairs, tables):
        score = bias + x @ weights
        order = np.argsort(-score, kind="stable")
        hits = np.cumsum(y[order])
        f1 = 2 * hits / (np.arange(1, len(hits) + 1) + y.sum())
        print(f"{path.stem}: {len(y)} pairs, {int(y.sum())} of one claim; best F1 {f1.max():.3f} from {score[order][f1.argmax()]:.2f} on")


if __name__ == "__main__":
    main()
