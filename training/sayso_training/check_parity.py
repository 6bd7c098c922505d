"""Checks an exported model against its own `parity.jsonl`: what C# checks too, from the same file.

The int8 weights are read back from the graph into the PyTorch network, so that the check also shows that nothing but
the rounding of weights stands between the two (activations stay fp32 here).
"""
from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from . import decode, windows
from .corpora import LABELS, SAYSO, Article
from .model import HEADS, LINK_WIDTH, WIDTH, AttributionNetwork
from .predict import scores
from .text import WordPiece, encode


def load_exported(folder: Path) -> AttributionNetwork:
    """The network with the weights of `model.onnx`, as far as int8 kept them."""
    graph = onnx.load(str(folder / "model.onnx")).graph
    held = {i.name: numpy_helper.to_array(i).astype(np.float32) for i in graph.initializer}
    state = AttributionNetwork(len(LABELS)).state_dict()

    def table(name: str) -> np.ndarray:
        inverse = held.get(f"{name}.smoothing", np.ones(1, np.float32))
        return held[f"{name}.weight"] * held[f"{name}.scale"] * inverse[:, None]

    found: dict[str, np.ndarray] = {
        "word.weight": held["word"] * held["word.scale"], "position.weight": held["position"],
        "norm.weight": held["norm.weight"], "norm.bias": held["norm.bias"],
    }
    for name in ("case", "quoted", "line_start", "convention"):
        found[f"{name}.weight"] = held[f"{name}.table"]
    root = np.sqrt(WIDTH // HEADS).astype(np.float32)
    for i in range(sum(k.startswith("layers.") and k.endswith(".query.weight") for k in state)):
        weights = np.split(table(f"layer{i}.qkv"), 3, axis=1)
        biases = np.split(held[f"layer{i}.qkv.bias"], 3)
        for part, weight, bias, factor in zip(("query", "key", "value"), weights, biases, (root, 1, 1)):
            found[f"layers.{i}.{part}.weight"], found[f"layers.{i}.{part}.bias"] = weight.T * factor, bias * factor
        for part in ("attended", "outer"):
            found[f"layers.{i}.{part}.weight"] = table(f"layer{i}.{part}").T
            found[f"layers.{i}.{part}.bias"] = held[f"layer{i}.{part}.bias"]
            found[f"layers.{i}.{part}_norm.weight"] = held[f"layer{i}.{part}_norm.weight"]
            found[f"layers.{i}.{part}_norm.bias"] = held[f"layer{i}.{part}_norm.bias"]
        found[f"layers.{i}.inner.weight"] = table(f"layer{i}.inner").T
        found[f"layers.{i}.inner.bias"] = held[f"layer{i}.inner.bias"]
    for part, factor in (("roles", 1.0), ("link_query", np.sqrt(LINK_WIDTH)), ("link_key", 1.0), ("nested_roles", 1.0),
                         ("nested_query", np.sqrt(LINK_WIDTH)), ("nested_key", 1.0)):
        found[f"{part}.weight"] = held[f"{part}.weight"].T * np.float32(factor)
        found[f"{part}.bias"] = held[f"{part}.bias"] * np.float32(factor)
    settings = json.loads((folder / "labels.json").read_text())
    found["transitions"] = np.array(settings["transitions"], np.float32)
    found["nested_transitions"] = np.array(settings["nestedTransitions"], np.float32)
    network = AttributionNetwork(len(LABELS))
    network.load_state_dict({k: torch.from_numpy(np.ascontiguousarray(found[k])) for k in state})
    return network.eval()


def check(folder: Path) -> list[str]:
    """What differs, in words; empty when all agrees."""
    network, tokenizer = load_exported(folder), WordPiece(folder / "vocab.txt")
    settings = json.loads((folder / "labels.json").read_text())
    faults, worst = [], 0.0
    for number, line in enumerate((folder / "parity.jsonl").open(encoding="utf-8"), 1):
        want = json.loads(line)
        encoded = encode(want["text"], tokenizer)
        same = {"words": encoded.spans, "pieces": encoded.pieces, "case": encoded.case, "quoted": encoded.quoted,
                "lineStart": encoded.line_start,
                "windows": [(w.start, w.end) for w in windows.windows(encoded)]}
        faults += [f"line {number}: {k} differ" for k, v in same.items() if json.loads(json.dumps(v)) != want[k]]
        found = scores(network, [Article("", encoded, [None, None], SAYSO)])[0]
        for level, name in zip(found, ("emissions", "nestedEmissions")):
            worst = max(worst, float(np.abs(level.emissions - np.array(want[name])).max()))
        decode.decode(encoded, found)
    if worst > settings["parityBound"]:
        faults.append(f"emissions differ by {worst:.3f}, more than {settings['parityBound']}")
    print(f"largest difference of an emission: {worst:.3f} (bound {settings['parityBound']})")
    return faults


if __name__ == "__main__":
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--model", type=Path, required=True)
    problems = check(p.parse_args().model)
    print("\n".join(problems) or "parity holds")
    raise SystemExit(bool(problems))
