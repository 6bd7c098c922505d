"""Full-batch gradient descent with Adam (Kingma and Ba 2015), for the small models whose weights the program reads from tables."""
from __future__ import annotations

from collections.abc import Callable

import numpy as np


def descend(gradient: Callable[[np.ndarray], np.ndarray], size: int, rate: float, steps: int) -> np.ndarray:
    """The weights, [size], after so many steps from nought; no chance enters it."""
    weights = np.zeros(size)
    mean, square = np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        slope = gradient(weights)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope ** 2
        weights -= rate * (mean / (1 - 0.9 ** step)) / (np.sqrt(square / (1 - 0.999 ** step)) + 1e-8)
    return weights
