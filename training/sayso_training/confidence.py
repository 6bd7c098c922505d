"""How sure the network is of an attribution, fitted on dev and written into the model's `labels.json`.

A logistic regression (Platt 1999) over log odds of probabilities that the label chain and the pointers give. The C#
`ConfidenceReader` computes the same features; `sayso eval confidence` measures what the user sees.
"""
from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from . import corpora
from .check_parity import load_exported
from .corpora import Article
from .crf import FORBIDDEN, legal_transitions
from .decode import Group, Piece, Scores, group_level
from .metrics import related
from .predict import scores
from .text import WordPiece

MARGIN = 1e-3
"""Probabilities are taken to lie this far from 0 and 1."""
NAMES = ("bias", "cue", "contentBegin", "contentEnd", "contentShare", "source", "noSource", "nested")
LEAST = 0.18
"""What is surer than this is kept. Chosen on dev (README): .3 and .4 lose as much recall as precision they gain."""
PENALTY = 1e-2
STEPS = 50


def marginals(found: Scores, line_start: list[int]) -> np.ndarray:
    """[words, labels]: the probability of each label of each word (forward and backward sums; Rabiner 1989)."""
    n, count = found.emissions.shape
    moves = np.where(legal_transitions(count), np.exp(found.transitions.astype(float)), 0.0)
    emissions = found.emissions.astype(float).copy()
    for i, starts in enumerate(line_start):
        if starts or i == 0:
            emissions[i, 2::2] = FORBIDDEN
    weights = np.exp(emissions - emissions.max(1, keepdims=True))
    forward, backward = np.empty((n, count)), np.ones((n, count))
    for i in range(n):
        forward[i] = (weights[i] if i == 0 else forward[i - 1] @ moves * weights[i])
        forward[i] /= forward[i].sum()
    for i in range(n - 2, -1, -1):
        backward[i] = moves @ (weights[i + 1] * backward[i + 1])
        backward[i] /= backward[i].sum()
    product = forward * backward
    return product / product.sum(1, keepdims=True)


def log_odds(probability: float) -> float:
    p = min(max(probability, MARGIN), 1 - MARGIN)
    return float(np.log(p / (1 - p)))


def features(group: Group, of: np.ndarray, line_start: list[int], nested: bool) -> list[float]:
    """The values of NAMES for one attribution."""
    def begins(p: Piece) -> float:
        return log_odds(of[p.start, 2 * p.role - 1])

    def ends(p: Piece) -> float:
        last = p.end >= len(of) or line_start[p.end]
        return log_odds(1.0 if last else 1 - of[p.end, 2 * p.role])

    source = begins(group.source) if group.source else 0.0
    return [1.0, begins(group.cue[0]), float(np.mean([begins(p) for p in group.content])),
            float(np.mean([ends(p) for p in group.content])), log_odds(group.content_share), source,
            float(group.source is None), float(nested)]


def cases(network, articles: list[Article]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features, whether the attribution is right (as in relation F1), and the number of its article."""
    rows, right, of_article = [], [], []
    for number, (article, levels) in enumerate(zip(articles, scores(network, articles))):
        for nested, (found, gold) in enumerate(zip(levels, article.levels)):
            if gold is None:
                continue
            groups = group_level(article.encoded, found)
            of = marginals(found, article.encoded.line_start) if groups else np.empty((0, 0))
            hits = related(article.encoded.text, [g.attribution(article.encoded) for g in groups], gold)
            for i, group in enumerate(groups):
                rows.append(features(group, of, article.encoded.line_start, bool(nested)))
                right.append(i in hits)
                of_article.append(number)
    return np.array(rows), np.array(right, float), np.array(of_article)


def fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights by Newton's method, all but the bias drawn towards nought a little."""
    weights = np.zeros(rows.shape[1])
    penalty = np.full(len(weights), PENALTY)
    penalty[0] = 0
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (p - right) + penalty * weights
        weights -= np.linalg.solve((rows * (p * (1 - p))[:, None]).T @ rows + np.diag(penalty), gradient)
    return weights


def calibration_error(p: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over ten equal steps of confidence (Guo et al. 2017)."""
    at = np.minimum((p * bins).astype(int), bins - 1)
    return float(sum(abs(p[at == k].mean() - right[at == k].mean()) * (at == k).mean() for k in range(bins) if (at == k).any()))


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--model", type=Path, required=True, help="an exported model; its labels.json gets the weights")
    p.add_argument("--also", type=Path, nargs="*", default=[], help="the same network in other forms: they get them too")
    p.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    o = p.parse_args()
    network, tokenizer = load_exported(o.model), WordPiece(o.model / "vocab.txt")
    articles = corpora.polnear(o.data, "dev", tokenizer) + corpora.sayso(o.data, "dev", tokenizer)
    rows, right, of_article = cases(network, articles)
    held_out = np.empty(len(rows))
    for fold in range(5):
        here = of_article % 5 == fold
        held_out[here] = 1 / (1 + np.exp(-rows[here] @ fit(rows[~here], right[~here])))
    print(f"{len(rows)} attributions of dev, {right.mean():.3f} right; in five folds by article: "
          f"calibration error {calibration_error(held_out, right):.3f}; of {(held_out >= 0.9).mean():.3f} at .9 or more "
          f"{right[held_out >= 0.9].mean():.3f} are right")
    weights = dict(zip(NAMES, (round(float(w), 4) for w in fit(rows, right))))
    for folder in (o.model, *o.also):
        path = folder / "labels.json"
        settings = json.loads(path.read_text(encoding="utf-8")) | {"confidence": weights, "leastConfidence": LEAST}
        path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
