"""int8 weights of linear layers, and which channels of their inputs are made smaller before int8 rounds them.

One scale holds for the whole input of a layer, and a few channels are five to twenty times larger than the others: then
all the others are rounded to a few steps. Dividing a channel by a factor and multiplying its row of the weights by it
changes nothing in fp32 (SmoothQuant; Xiao et al. 2023). What rounding one weight does to the output is made up for by
the weights that are rounded after it (GPTQ; Frantar et al. 2023).
"""
from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch

from .corpora import Article
from .model import AttributionNetwork
from .predict import scores

STRENGTH = 0.7
"""Power of a channel's size that goes over to the weights: of .5 to 1 what leaves the least error (README)."""
DAMPING = 0.01
"""Of the mean square of an input, added to each: keeps the products invertible (Frantar et al. 2023)."""
STEPS = 127
"""Of int8 to each side of nought."""


class Inputs(NamedTuple):
    """What a linear layer read: the largest size of each channel [in], and the sums of products of channels [in, in]."""

    largest: torch.Tensor
    products: torch.Tensor

    def smoothing(self) -> np.ndarray:
        """[in], each at least 1: by what the input is divided."""
        return ((self.largest / self.largest.median()).clamp(min=1) ** STRENGTH).numpy()


def measured(network: AttributionNetwork, articles: list[Article]) -> dict[str, Inputs]:
    """The inputs of each linear layer of the encoder over some articles, by its name in the graph."""
    found: dict[str, Inputs] = {}

    def measure(name: str):
        def hook(_, inputs) -> None:
            rows = inputs[0].flatten(0, -2)
            here = Inputs(rows.abs().amax(0), rows.T @ rows)
            before = found.get(name, Inputs(here.largest, torch.zeros_like(here.products)))
            found[name] = Inputs(torch.maximum(before.largest, here.largest), before.products + here.products)
        return hook

    hooks = [part.register_forward_pre_hook(measure(f"layer{i}.{name}"))
             for i, layer in enumerate(network.layers)
             for name, part in (("qkv", layer.query), ("attended", layer.attended), ("inner", layer.inner), ("outer", layer.outer))]
    scores(network, articles, batch=1)  # no padding, as in the program
    for hook in hooks:
        hook.remove()
    return found


def quantise(weight: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 of a matrix with one scale for each index of the other axis than `axis`: each weight to the nearest."""
    scale = np.maximum(np.abs(weight).max(axis=axis, keepdims=True) / STEPS, 1e-12).astype(np.float32)
    return np.clip(np.rint(weight / scale), -STEPS, STEPS).astype(np.int8), scale


def quantise_for(weight: np.ndarray, products: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 of [in, out] with a scale a column, so that its product with inputs of those products [in, in] changes
    little: row after row, the largest inputs first, what rounding changed goes into the rows that follow."""
    _, scale = quantise(weight, axis=0)
    order = np.argsort(-np.diagonal(products), kind="stable")
    left = weight[order].astype(np.float64) / scale
    square = products[np.ix_(order, order)].astype(np.float64)
    square += np.eye(len(square)) * DAMPING * np.diagonal(square).mean()
    onward = np.linalg.cholesky(np.linalg.inv(square)).T
    table = np.empty(weight.shape, np.int8)
    for i, row in enumerate(order):
        table[row] = np.clip(np.rint(left[i]), -STEPS, STEPS)
        left[i + 1:] -= np.outer(onward[i, i + 1:], (left[i] - table[row]) / onward[i, i])
    return table, scale
