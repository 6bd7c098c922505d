"""Writes `models/attribution`: the int8 graph, its labels and settings, the vocabulary, and the parity file; and the same
network unrounded into another folder, for comparison."""
from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import torch

from . import corpora, decode, windows
from .corpora import LABELS, ROLES, SAYSO, Article
from .model import AttributionNetwork
from .onnx_graph import build
from .predict import scores
from .rounding import Inputs, measured

from .text import WordPiece, encode

CALIBRATION = {"roles": 0.8, "nested_roles": 1.1}
"""Added to the scores of BEGUN, for each of the two levels: spans are begun too seldom by the chain's training, which
counts words and not attributions, most of all where attributions are rare. Chosen on dev (README)."""

BEGUN = ("B-source", "B-cue")

PARITY_BOUND = 1.0
"""Largest difference that int8 may make to one emission of the parity texts; emissions span about ±10."""

MEASURED = 10
"""Every so-manieth article of PolNeAR train is read to see what linear layers get as inputs."""


def calibrated(network: AttributionNetwork) -> AttributionNetwork:
    """The same network, after CALIBRATION."""
    with torch.no_grad():
        for level, amount in CALIBRATION.items():
            for label in BEGUN:
                getattr(network, level).bias[LABELS.index(label)] += amount
    return network.eval()


def export(network: AttributionNetwork, base: Path, texts: Path, out: Path, version: str, inputs: dict[str, Inputs] | None) -> None:
    """The model's folder with its parity file: in int8 for such inputs of linear layers, or in fp32."""
    write(network, base, out, version, inputs)
    tokenizer = WordPiece(base / "vocab.txt")
    lines = [parity_line(network, encode(json.loads(line)["text"], tokenizer)) for line in texts.open(encoding="utf-8")]
    (out / "parity.jsonl").write_text("".join(json.dumps(l, ensure_ascii=False) + "\n" for l in lines), encoding="utf-8")


def write(network: AttributionNetwork, base: Path, out: Path, version: str, inputs: dict[str, Inputs] | None) -> None:
    """What the program loads: graph (in int8 for such inputs, or in fp32), settings, vocabulary."""
    out.mkdir(parents=True, exist_ok=True)
    model = build(network, inputs).SerializeToString()
    (out / "model.onnx").write_bytes(model)
    shutil.copyfile(base / "vocab.txt", out / "vocab.txt")
    settings = {
        "version": version,
        "sha256": hashlib.sha256(model).hexdigest(),
        "roles": ROLES,
        "transitions": rounded(network.transitions), "nestedTransitions": rounded(network.nested_transitions),
        "maxPieces": windows.MAX_PIECES, "maxSegment": windows.MAX_SEGMENT, "minSegment": windows.MIN_SEGMENT,
        "overlap": windows.OVERLAP, "edge": windows.EDGE,
        "continuedCue": decode.CONTINUED_CUE, "source": decode.SOURCE, "sharedContent": decode.SHARED_CONTENT,
        "parityBound": PARITY_BOUND,
    }
    (out / "labels.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def rounded(table: torch.Tensor) -> list[list[float]]:
    return [[round(float(v), 6) for v in row] for row in table.detach()]


def parity_line(network: AttributionNetwork, encoded) -> dict:
    """What the other side must find in one text; the emissions are the fp32 network's."""
    found = scores(network, [Article("", encoded, [None, None], SAYSO)])[0]
    attributions = decode.decode(encoded, found)
    return {
        "text": encoded.text, "words": encoded.spans, "pieces": encoded.pieces, "case": encoded.case,
        "quoted": encoded.quoted, "lineStart": encoded.line_start,
        "windows": [[w.start, w.end] for w in windows.windows(encoded)],
        "emissions": np.round(found[0].emissions.astype(float), 3).tolist(),
        "nestedEmissions": np.round(found[1].emissions.astype(float), 3).tolist(),
        "attributions": [{"source": a.source, "cue": a.cue, "content": a.content, "parent": parent}
                         for a, parent in attributions],
    }


if __name__ == "__main__":
    p = argparse.ArgumentParser(description=__doc__)
    for name in ("checkpoint", "base", "data", "texts", "out"):
        p.add_argument(f"--{name}", type=Path, required=True)
    p.add_argument("--version", required=True, help="name and number of the weights, for example attribution-1")
    p.add_argument("--unrounded", type=Path, help="a folder for the same network in fp32")
    o = p.parse_args()
    made = AttributionNetwork(len(LABELS))
    made.load_state_dict(torch.load(o.checkpoint))
    made = calibrated(made)
    read = corpora.polnear(o.data, "train", WordPiece(o.base / "vocab.txt"))[::MEASURED]
    export(made, o.base, o.texts, o.out, o.version, measured(made, read))
    if o.unrounded:
        write(made, o.base, o.unrounded, f"{o.version}-fp32", inputs=None)
