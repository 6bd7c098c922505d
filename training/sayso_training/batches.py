"""Windows of articles as tensors."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .corpora import LEVELS, Article
from .windows import Window

CLASSIFY_ID, SEPARATE_ID, MASK_ID = 101, 102, 103


@dataclass
class Target:
    """known: [batch], whether a row is marked at this level. labels: [batch, words]. links: [batch, words, words]."""

    known: Tensor
    labels: Tensor
    links: Tensor


@dataclass
class Batch:
    """inputs: the network's, in its order. mask: [batch, words]. targets: one a level, for training."""

    inputs: tuple[Tensor, ...]
    mask: Tensor
    line_start: Tensor
    targets: list[Target]


def collate(items: list[tuple[Article, Window]], labelled: bool, mask_rate: float = 0.0,
            random: np.random.Generator | None = None, convention: int | None = None) -> Batch:
    """One batch, padded to its longest window. With `mask_rate`, that share of the pieces is read as [MASK]."""
    rows, longest, most = [], 0, 0
    for article, window in items:
        e = article.encoded
        pieces, features, first = [CLASSIFY_ID], [(0, 0, 0)], []
        for i in range(window.start, window.end):
            first.append(len(pieces))
            for k, piece in enumerate(e.pieces[i]):
                pieces.append(piece)
                features.append((e.case[i], e.quoted[i], e.line_start[i] if k == 0 else 0))
        pieces.append(SEPARATE_ID)
        features.append((0, 0, 0))
        rows.append((pieces, features, first))
        longest, most = max(longest, len(pieces)), max(most, len(first))
    b = len(items)
    piece = np.zeros((b, longest), np.int64)
    feature = np.zeros((3, b, longest), np.int64)
    first = np.zeros((b, most), np.int64)
    mask = np.zeros((b, most), bool)
    starts = np.zeros((b, most), np.int64)
    kinds = np.zeros((b, 1), np.int64)
    for r, ((article, window), (p, f, w)) in enumerate(zip(items, rows)):
        piece[r, :len(p)] = p
        feature[:, r, :len(p)] = np.asarray(f).T
        first[r, :len(w)] = w
        mask[r, :len(w)] = True
        starts[r, :len(w)] = article.encoded.line_start[window.start:window.end]
        kinds[r] = article.convention if convention is None else convention
    if mask_rate and random is not None:
        hidden = (random.random(piece.shape) < mask_rate) & (piece > SEPARATE_ID)
        piece[hidden] = MASK_ID
    inputs = tuple(torch.from_numpy(a) for a in (piece, feature[0], feature[1], feature[2], kinds, first))
    targets = [target(items, level, b, most) for level in range(LEVELS)] if labelled else []
    return Batch(inputs, torch.from_numpy(mask), torch.from_numpy(starts), targets)


def target(items: list[tuple[Article, Window]], level: int, rows: int, words: int) -> Target:
    known = np.zeros(rows, bool)
    labels = np.zeros((rows, words), np.int64)
    links = np.zeros((rows, words, words), np.float32)
    for r, (article, window) in enumerate(items):
        marking = article.markings[level]
        if marking is None:
            continue
        known[r] = True
        labels[r, :window.end - window.start] = marking.labels[window.start:window.end]
        for i in range(window.start, window.end):
            cues = [c for c in marking.links[i] if window.start <= c < window.end]
            for c in cues:
                links[r, i - window.start, c - window.start] = 1 / len(cues)
    return Target(torch.from_numpy(known), torch.from_numpy(labels), torch.from_numpy(links))
