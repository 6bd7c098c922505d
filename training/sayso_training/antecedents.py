"""Fits the weights by which one of a pronoun's candidates is chosen, to cases as `sayso eval entities --candidates` (pronouns of GAP's
development part, Webster et al. 2018) or `sayso eval statements --candidates` (sources that are pronouns or describe a person) lists them.

A log-linear model: the probability of a candidate is the softmax of its score over the case's candidates; cases in which
nobody is meant are left out. L2 on standardised features, full-batch gradient descent with Adam; no chance enters it.
"""
from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from .adam import descend

RATE, STEPS = 0.05, 600


def read(path: Path) -> tuple[list[str], list[tuple[np.ndarray, np.ndarray]]]:
    """The features' names, and of each case with somebody meant: features [candidates, features] and who is meant [candidates]."""
    lines = path.read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")[3:]
    cases: dict[str, list[list[str]]] = {}
    for line in lines[1:]:
        cells = line.split("\t")
        cases.setdefault(cells[0], []).append(cells)
    found = [(np.array([[float(v) for v in row[3:]] for row in rows]), np.array([row[1] == "1" for row in rows])) for rows in cases.values()]
    return names, [case for case in found if case[1].any()]


def fit(cases: list[tuple[np.ndarray, np.ndarray]], l2: float) -> np.ndarray:
    """Weights of the features as they are."""
    everything = np.concatenate([x for x, _ in cases])
    spread = everything.std(0) + 1e-6

    def gradient(weights: np.ndarray) -> np.ndarray:
        slope = 2 * l2 * weights
        for x, meant in cases:
            scaled = x / spread
            score = scaled @ weights
            p = np.exp(score - score.max())
            p /= p.sum()
            right = np.where(meant, p, 0)
            slope += scaled.T @ (p - right / right.sum()) / len(cases)
        return slope

    weights = descend(gradient, everything.shape[1], RATE, STEPS)
    return weights / spread


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--candidates", type=Path, required=True, nargs="+")
    p.add_argument("--l2", type=float, default=1e-3)
    p.add_argument("--out", type=Path, required=True, help="antecedents.tsv, speakers.tsv")
    o = p.parse_args()
    tables = [read(path) for path in o.candidates]
    names, cases = tables[0][0], [case for _, cases in tables for case in cases]
    weights = fit(cases, o.l2)
    rows = "".join(f"{name}\t{weight:.2f}\n" for name, weight in zip(names, weights))
    o.out.write_text(f"# Written by ./build train {o.out.stem}.\n{rows}", encoding="utf-8", newline="\n")
    right = sum(bool(meant[np.argmax(x @ weights)]) for x, meant in cases)
    print(f"{len(cases)} cases with somebody meant among the candidates; the likeliest is meant in {right / len(cases):.3f}")


if __name__ == "__main__":
    main()
