"""Linear-chain CRF over BIO labels: loss by a parallel scan, decoding by Viterbi (Rabiner 1989)."""
from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

FORBIDDEN = -10000.0


def legal_transitions(labels: int) -> np.ndarray:
    """[from, to]: I-x only after B-x or I-x. Labels are O, then B and I of each role in turn."""
    legal = np.ones((labels, labels), dtype=bool)
    for to in range(2, labels, 2):
        legal[:, to] = False
        legal[to - 1, to] = legal[to, to] = True
    return legal


def forbid(emissions: Tensor, line_start: Tensor) -> Tensor:
    """Emissions with I-labels ruled out where a line starts. emissions: [batch, words, labels]."""
    inside = torch.zeros(emissions.shape[-1])
    inside[2::2] = FORBIDDEN
    return emissions + line_start.unsqueeze(-1).to(emissions.dtype) * inside


def negative_log_likelihood(emissions: Tensor, transitions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    """Sum over the batch of -log p(labels | emissions). mask: [batch, words] bool, true from the first word on.

    The partition function is a product of matrices in the log semiring, multiplied pairwise as a tree: log2(words)
    steps instead of one a word.
    """
    count = emissions.shape[-1]
    legal = torch.from_numpy(legal_transitions(count))
    allowed = transitions.masked_fill(~legal, FORBIDDEN)
    steps = allowed + emissions[:, 1:, None, :]
    identity = torch.full((count, count), FORBIDDEN).fill_diagonal_(0.0)
    steps = torch.where(mask[:, 1:, None, None], steps, identity)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, identity.expand(steps.shape[0], 1, count, count)], 1)
        steps = torch.logsumexp(steps[:, 0::2, :, :, None] + steps[:, 1::2, None, :, :], dim=3)
    first = emissions[:, 0]
    total = first if steps.shape[1] == 0 else torch.logsumexp(first[:, :, None] + steps[:, 0], dim=1)
    partition = torch.logsumexp(total, dim=1)
    chosen = torch.gather(emissions, 2, labels.unsqueeze(-1)).squeeze(-1)
    moves = allowed[labels[:, :-1], labels[:, 1:]]
    score = (chosen * mask).sum(1) + (moves * mask[:, 1:]).sum(1)
    return (partition - score).sum()


def viterbi(emissions: np.ndarray, transitions: np.ndarray, line_start: list[int]) -> list[int]:
    """Best legal label sequence; emissions [words, labels]. A span never crosses a line start."""
    n, count = emissions.shape
    allowed = np.where(legal_transitions(count), transitions, FORBIDDEN)
    scores = emissions.astype(np.float64).copy()
    for i, starts in enumerate(line_start):
        if starts:
            scores[i, 2::2] = FORBIDDEN
    best = scores[0]
    back = np.zeros((n, count), dtype=np.int64)
    for i in range(1, n):
        ways = best[:, None] + allowed
        back[i] = ways.argmax(0)
        best = ways.max(0) + scores[i]
    label = int(best.argmax())
    path = [label]
    for i in range(n - 1, 0, -1):
        label = int(back[i, label])
        path.append(label)
    return path[::-1]
