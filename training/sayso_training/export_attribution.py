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

from . import decode, windows
from .corpora import LABELS, ROLES, SAYSO, Article
from .model import AttributionNetwork
from .onnx_graph import build
from .predict import scores
from .text import WordPiece, encode

CALIBRATION = {"roles": 0.8, "nested_roles": 1.1}
"""Added to the scores of BEGUN, for each of the two levels: spans are begun too seldom by the chain's training, which
counts words and not attributions, most of all where attributions are rare. Chosen on dev (README)."""

BEGUN = ("B-source", "B-cue")

PARITY_BOUND = 2.0
"""Largest difference that int8 may make to one emission of the parity texts; emissions span about ±10."""


def export(checkpoint: Path, base: Path, texts: Path, out: Path, version: str, unrounded: Path | None) -> None:
    network = AttributionNetwork(len(LABELS))
    network.load_state_dict(torch.load(checkpoint))
    network.eval()
    with torch.no_grad():
        for level, amount in CALIBRATION.items():
            for label in BEGUN:
                getattr(network, level).bias[LABELS.index(label)] += amount
    write(network, base, out, version, int8=True)
    if unrounded:
        write(network, base, unrounded, f"{version}-fp32", int8=False)
    tokenizer = WordPiece(base / "vocab.txt")
    lines = [parity_line(network, encode(json.loads(line)["text"], tokenizer)) for line in texts.open(encoding="utf-8")]
    (out / "parity.jsonl").write_text("".join(json.dumps(l, ensure_ascii=False) + "\n" for l in lines), encoding="utf-8")


def write(network: AttributionNetwork, base: Path, out: Path, version: str, int8: bool) -> None:
    """What the program loads: graph, settings, vocabulary."""
    out.mkdir(parents=True, exist_ok=True)
    model = build(network, int8).SerializeToString()
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
    for name in ("checkpoint", "base", "texts", "out"):
        p.add_argument(f"--{name}", type=Path, required=True)
    p.add_argument("--version", required=True, help="name and number of the weights, for example attribution-1")
    p.add_argument("--unrounded", type=Path, help="a folder for the same network in fp32")
    o = p.parse_args()
    export(o.checkpoint, o.base, o.texts, o.out, o.version, o.unrounded)
