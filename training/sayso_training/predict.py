"""Runs a network over whole articles and merges its windows."""
from __future__ import annotations

import numpy as np
import torch

from .batches import collate
from .corpora import LEVELS, Article, Attribution
from .decode import Scores, decode_level
from .metrics import Tally, score
from .model import AttributionNetwork
from .windows import OVERLAP, edge_weight, windows


def scores(network: AttributionNetwork, articles: list[Article], convention: int | None = None,
           overlap: int = OVERLAP, batch: int = 16) -> list[list[Scores]]:
    """Merged scores of each article at each level. `convention` overrides the articles' own."""
    jobs = [(n, w) for n, a in enumerate(articles) for w in windows(a.encoded, overlap)]
    jobs.sort(key=lambda j: j[1].end - j[1].start)
    labels = network.roles.out_features
    sums = [[np.zeros((len(a.encoded), labels), np.float32) for _ in range(LEVELS)] for a in articles]
    weights = [np.zeros((len(a.encoded), 1), np.float32) for a in articles]
    links: list[list[list]] = [[[] for _ in range(LEVELS)] for _ in articles]
    network.eval()
    with torch.no_grad():
        for at in range(0, len(jobs), batch):
            part = jobs[at:at + batch]
            made = collate([(articles[n], w) for n, w in part], labelled=False, convention=convention)
            levels = network(*made.inputs)
            pointing = [level.query @ level.key.transpose(1, 2) for level in levels]
            for row, (n, w) in enumerate(part):
                size = w.end - w.start
                total = len(articles[n].encoded)
                edge = np.array([edge_weight(i, w, total) for i in range(w.start, w.end)], np.float32)
                weights[n][w.start:w.end] += edge[:, None]
                for k, level in enumerate(levels):
                    sums[n][k][w.start:w.end] += level.emissions[row, :size].numpy() * edge[:, None]
                    links[n][k].append((w.start, edge, pointing[k][row, :size, :size].numpy()))
    transitions = [t.detach().numpy().copy() for t in (network.transitions, network.nested_transitions)]
    return [[Scores(s[k] / np.maximum(w, 1e-9), sorted(l[k], key=lambda x: x[0]), transitions[k])
             for k in range(LEVELS)] for s, w, l in zip(sums, weights, links)]


def mean(members: list[Scores]) -> Scores:
    """Mean emissions and transitions of several networks; their link opinions side by side."""
    return Scores(np.mean([m.emissions for m in members], 0), [l for m in members for l in m.links],
                  np.mean([m.transitions for m in members], 0))


def evaluate(articles: list[Article], found: list[list[Scores]], level: int = 0) -> tuple[Tally, list[list[Attribution]]]:
    """The figures of one level by itself, and what was decoded."""
    tally, predicted = Tally(), []
    for article, s in zip(articles, found):
        predicted.append(decode_level(article.encoded, s[level]))
        if article.levels[level] is not None:
            score(tally, article.encoded.text, predicted[-1], article.levels[level])
    return tally, predicted
