"""Fits what kind of name a name is, to annotated names as `sayso eval entities --kinds` lists them.

A log-linear model (multinomial logistic regression) over what is seen of a name; L2, full batch, Adam; no chance enters it.
Features that are seen once, or that hardly weigh, are left out.
"""
from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

KINDS = ("person", "organization", "place", "other")
RATE, STEPS = 0.05, 300
SEEN = 2
"""A feature counts that was seen so often."""
WORDS = ("only ", "first ", "last ", "inside ")
"""Features of a name's own words. Each name is learnt from twice, with them and without: most names of news were never seen."""

Rows = list[tuple[int, list[str]]]


def read(paths: list[Path], without: str | None = None) -> Rows:
    """Each name's kind, as an index of KINDS, and its features; not the names of the kind `without`."""
    rows = (line.split("\t") for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [(KINDS.index(cells[1]), cells[2:]) for cells in rows if cells[1] != without]


def unknown(features: list[str]) -> list[str]:
    """What is seen of the same name where its words are not known."""
    return [f for f in features if not f.startswith(WORDS)]


def fit(rows: Rows, penalty: float) -> dict[str, np.ndarray]:
    """The weights of each feature for each kind."""
    rows = rows + [(kind, unknown(features)) for kind, features in rows]
    counts = Counter(f for _, features in rows for f in features)
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= SEEN))}
    flat = [index[f] for _, features in rows for f in features if f in index]
    offsets = np.cumsum([0] + [sum(f in index for f in features) for _, features in rows])[:-1]
    at, starts, kinds = torch.tensor(flat), torch.tensor(offsets), torch.tensor([k for k, _ in rows])
    weights = torch.zeros(len(index), len(KINDS), requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=RATE)
    for _ in range(STEPS):
        loss = F.cross_entropy(F.embedding_bag(at, weights, starts, mode="sum"), kinds) + penalty * (weights ** 2).sum() / len(rows)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return {f: weights[i].detach().numpy() for f, i in index.items()}


def right(rows: Rows, weights: dict[str, np.ndarray]) -> float:
    """Share of names whose likeliest kind is the annotated one."""
    none = np.zeros(len(KINDS))
    return sum(int(np.argmax(sum((weights.get(f, none) for f in features), none))) == kind for kind, features in rows) / len(rows)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--names", type=Path, nargs="+", required=True, help="tables to fit to")
    p.add_argument("--mentions", type=Path, nargs="*", default=[],
                   help="more of them, whose `other` is left out: GUM calls so whatever is no person, body or place, names or not")
    p.add_argument("--check", type=Path, nargs="*", default=[], help="tables to measure on")
    p.add_argument("--penalty", type=float, default=1.0, help="chosen on CrossNER's dev and sayso's")
    p.add_argument("--least", type=float, default=0.15, help="features whose weights are all smaller are left out")
    p.add_argument("--out", type=Path, required=True, help="name-kinds.tsv")
    o = p.parse_args()
    torch.set_num_threads(1)
    rows = read(o.names) + read(o.mentions, without="other")
    weights = {f: np.round(w, 2) for f, w in fit(rows, o.penalty).items() if np.abs(w).max() >= o.least}
    lines = "".join(f"{f}\t" + "\t".join(f"{v:g}" for v in w) + "\n" for f, w in sorted(weights.items()))
    o.out.write_text(f"# Written by ./build train name-kinds.\n# feature\t" + "\t".join(KINDS) + f"\n{lines}", encoding="utf-8", newline="\n")
    print(f"{len(rows)} names, {len(weights)} features; right on them {right(rows, weights):.3f}, on "
          + ", ".join(f"{path.stem} {right(read([path]), weights):.3f}" for path in o.check))


if __name__ == "__main__":
    main()
