"""Writes `models/sentence`: the sentence encoder as an int8 graph, with its parity file.

A text's vector is the mean over all its pieces, [CLS] and [SEP] included, scaled to length 1 (Reimers and Gurevych 2019).
"""
from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper

from .corpora import LABELS
from .model import WIDTH, AttributionNetwork, load_base
from .onnx_graph import Graph, as_model, embedded, encoded
from .sentence_network import MOST_PIECES, encode, pieces_of
from .text import WordPiece

PARITY_BOUND = 0.96
"""Least cosine between a parity text's int8 and fp32 vectors."""


def sentence_graph(network: AttributionNetwork, int8: bool) -> onnx.ModelProto:
    """`pieces` [batch, pieces] without padding to `vector` [batch, WIDTH] of length 1."""
    value = {k: v.detach().float().numpy() for k, v in network.state_dict().items()}
    g = Graph(int8)
    x = encoded(g, value, embedded(g, value, ()), len(network.layers))
    mean = g.node("ReduceMean", [x], axes=[1], keepdims=0)
    g.node("LpNormalization", [mean], "vector", axis=-1, p=2)
    return as_model(g, "sentence", [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["batch", "pieces"])],
                    [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["batch", WIDTH])])


def export(base: Path, weights: Path | None, texts: Path, out: Path, version: str) -> None:
    network = AttributionNetwork(len(LABELS))
    load_base(network, base / "model.safetensors")
    if weights:
        network.load_state_dict(torch.load(weights))
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    model = sentence_graph(network, int8=True).SerializeToString()
    (out / "model.onnx").write_bytes(model)
    shutil.copyfile(base / "vocab.txt", out / "vocab.txt")
    settings = {"version": version, "sha256": hashlib.sha256(model).hexdigest(), "width": WIDTH,
                "mostPieces": MOST_PIECES, "parityBound": PARITY_BOUND}
    (out / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    tokenizer = WordPiece(base / "vocab.txt")
    with (out / "parity.jsonl").open("w", encoding="utf-8") as lines:
        for line in texts.open(encoding="utf-8"):
            text = json.loads(line)["text"]
            pieces = pieces_of(text, tokenizer)
            rounded = encode(network, [pieces])[0].astype(float).round(4).tolist()
            lines.write(json.dumps({"text": text, "pieces": pieces, "vector": rounded}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    p = argparse.ArgumentParser(description=__doc__)
    for name in ("base", "texts", "out"):
        p.add_argument(f"--{name}", type=Path, required=True)
    p.add_argument("--weights", type=Path, help="a checkpoint of train_sentence; without it the base encoder as it is")
    p.add_argument("--version", required=True, help="name and number of the weights, for example sentence-1")
    o = p.parse_args()
    export(o.base, o.weights, o.texts, o.out, o.version)
