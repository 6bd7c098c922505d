"""Fits the weights of a pronoun's candidates to GAP's development cases (Webster et al. 2018), as `sayso eval entities --candidates` lists them.

A log-linear model: the probability of a candidate is the softmax of its score over the case's candidates; cases in which
nobody is meant are left out. L2 on standardised features, full-batch gradient descent with Adam; no chance enters it.
"""
from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

RATE, STEPS, L2 = 0.05, 600, 1e-3


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


def fit(cases: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """Weights of the features as they are."""
    everything = np.concatenate([x for x, _ in cases])
    spread = everything.std(0) + 1e-6
    weights = np.zeros(everything.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        gradient = 2 * L2 * weights
        for x, meant in cases:
            scaled = x / spread
            score = scaled @ weights
            p = np.exp(score - score.max())
            p /= p.sum()
            right = np.where(meant, p, 0)
            gradient += scaled.T @ (p - right / right.sum()) / len(cases)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient ** 2
        weights -= RATE * (mean / (1 - 0.9 ** step)) / (np.sqrt(square / (1 - 0.999 ** step)) + 1e-8)
    return weights / spread


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--candidates", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True, help="antecedents.tsv")
    o = p.parse_args()
    names, cases = read(o.candidates)
    weights = fit(cases)
    rows = "".join(f"{name}\t{weight:.2f}\n" for name, weight in zip(names, weights))
    o.out.write_text(f"# Written by ./build train antecedents.\n{rows}", encoding="utf-8", newline="\n")
    right = sum(bool(meant[np.argmax(x @ weights)]) for x, meant in cases)
    print(f"{len(cases)} cases with somebody meant among the candidates; the likeliest is meant in {right / len(cases):.3f}")


if __name__ == "__main__":
    main()
