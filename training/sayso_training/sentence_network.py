"""The sentence encoder: the mean over a text's pieces, [CLS] and [SEP] included, scaled to length 1 (Reimers and Gurevych 2019)."""
from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from .model import AttributionNetwork
from .text import CLASSIFY, SEPARATE, WordPiece, words

MOST_PIECES = 256
"""What the model was made for, [CLS] and [SEP] included; what follows is not read."""


def pieces_of(text: str, tokenizer: WordPiece) -> list[int]:
    found = [p for start, end in words(text) for p in tokenizer.encode(text[start:end])]
    return [tokenizer.ids[CLASSIFY], *found[:MOST_PIECES - 2], tokenizer.ids[SEPARATE]]


def vectors(network: AttributionNetwork, rows: list[list[int]]) -> Tensor:
    """The vectors of texts in pieces, [texts, WIDTH], in the network's type of number."""
    ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.int64)
    for i, row in enumerate(rows):
        ids[i, :len(row)] = torch.tensor(row)
    there = (ids > 0).float()
    x = network.norm(network.word(ids) + network.position(torch.arange(ids.shape[1])).unsqueeze(0))
    for layer in network.layers:
        x = layer(x, (1 - there)[:, None, None, :] * -10000.0, network.dtype)
    return F.normalize((x * there.unsqueeze(-1)).sum(1) / there.sum(1, keepdim=True), dim=-1)


def encode(network: AttributionNetwork, rows: list[list[int]]) -> np.ndarray:
    """The same of many, without gradients, in their order."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    found = np.zeros((len(rows), network.word.weight.shape[1]), dtype=np.float32)
    with torch.no_grad():
        for start in range(0, len(order), 128):
            part = order[start:start + 128]
            found[part] = vectors(network, [rows[i] for i in part]).float().numpy()
    return found
