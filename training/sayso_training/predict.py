"""Runs a network over whole articles and merges its windows."""
from __future__ import annotations

import numpy as np
import torch

from .batches import collate
from .corpora import Article, Attribution
from .decode import Scores, decode
from .metrics import Tally, score
from .model import AttributionNetwork
from .windows import OVERLAP, edge_weight, windows


def scores(network: AttributionNetwork, articles: list[Article], convention: int | None = None,
           overlap: int = OVERLAP, batch: int = 16) -> list[Scores]:
    """Merged scores of each article. `convention` overrides the articles' own."""
    jobs = [(n, w) for n, a in enumerate(articles) for w in windows(a.encoded, overlap)]
    jobs.sort(key=lambda j: j[1].end - j[1].start)
    labels = network.roles.out_features
    sums = [np.zeros((len(a.encoded), labels), np.float32) for a in articles]
    weights = [np.zeros((len(a.encoded), 1), np.float32) for a in articles]
    links: list[list] = [[] for _ in articles]
    network.eval()
    with torch.no_grad():
        for at in range(0, len(jobs), batch):
            part = jobs[at:at + batch]
            made = collate([(articles[n], w) for n, w in part], labelled=False, convention=convention)
            emissions, query, key = network(*made.inputs)
            link = query @ key.transpose(1, 2)
            for row, (n, w) in enumerate(part):
                size = w.end - w.start
                total = len(articles[n].encoded)
                edge = np.array([edge_weight(i, w, total) for i in range(w.start, w.end)], np.float32)
                sums[n][w.start:w.end] += emissions[row, :size].numpy() * edge[:, None]
                weights[n][w.start:w.end] += edge[:, None]
                links[n].append((w.start, edge, link[row, :size, :size].numpy()))
    transitions = network.transitions.detach().numpy().copy()
    return [Scores(s / np.maximum(w, 1e-9), sorted(l, key=lambda x: x[0]), transitions)
            for s, w, l in zip(sums, weights, links)]


def ensemble(members: list[list[Scores]]) -> list[Scores]:
    """Mean emissions and transitions of several networks; their link opinions side by side."""
    return [Scores(np.mean([m.emissions for m in same], 0), [l for m in same for l in m.links],
                   np.mean([m.transitions for m in same], 0)) for same in zip(*members)]


def evaluate(articles: list[Article], found: list[Scores]) -> tuple[Tally, list[list[Attribution]]]:
    tally, predicted = Tally(), []
    for article, s in zip(articles, found):
        predicted.append(decode(article.encoded, s))
        score(tally, article.encoded.text, predicted[-1], article.attributions)
    return tally, predicted
