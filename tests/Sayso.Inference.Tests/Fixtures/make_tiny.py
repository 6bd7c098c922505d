"""Writes tiny-fp32 and tiny-int8: untrained networks of the real one's form, a few kilobytes each.

With them the fast tests follow a text through the whole of inference. tiny-fp32 must agree with PyTorch to the third
decimal, attributions included; tiny-int8 shows that a result depends on nothing but its document.

    PYTHONPATH=training python3 tests/Sayso.Inference.Tests/Fixtures/make_tiny.py
"""
from __future__ import annotations

import string
import tempfile
from pathlib import Path

import torch

from sayso_training import model

model.WIDTH, model.INNER, model.HEADS, model.LAYERS, model.POSITIONS = 16, 32, 2, 2, 256
WORDS = ["the", "a", "of", "to", "and", "in", "that", "was", "it", "he", "she", "said", "says", "told", "mayor", "minister",
         "board", "memo", "union", "not", "##s", "##ed", "##ing", "##er", "##or"]
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *string.ascii_lowercase, *string.digits, *".,:;!?\"'()-“”‘’",
          *("##" + c for c in string.ascii_lowercase + string.digits), *WORDS]
model.VOCABULARY = len(PIECES)

from sayso_training import batches, export_attribution  # noqa: E402  (after the sizes are set)

batches.CLASSIFY_ID, batches.SEPARATE_ID = PIECES.index("[CLS]"), PIECES.index("[SEP]")


SEED = 103
SPREAD = {"roles": 1.5, "transitions": 0.5}
"""Standard deviations of the weights, 0.3 elsewhere: with these the labels are many and varied."""
MORE_OFTEN = 0.3
"""Added to the scores of labels that begin an attribution, so that there are more of them."""
LIKE = {"nested_transitions": "transitions"} | {
    f"nested_{ours}.{part}": f"{theirs}.{part}" for part in ("weight", "bias")
    for ours, theirs in (("roles", "roles"), ("query", "link_query"), ("key", "link_key"))}


def network() -> model.AttributionNetwork:
    torch.manual_seed(SEED)
    made = model.AttributionNetwork(len(export_attribution.LABELS))
    with torch.no_grad():
        for name, value in made.state_dict().items():
            if "norm" not in name:
                value.normal_(std=SPREAD.get(name.split(".")[0], 0.3))
        # Heads of their own would hardly ever put an attribution inside another: these err like the un-nested ones.
        for name, value in made.state_dict().items():
            if name in LIKE:
                value.mul_(0.4).add_(made.state_dict()[LIKE[name]])
        for label in export_attribution.BEGUN:
            made.roles.bias[export_attribution.LABELS.index(label)] += MORE_OFTEN
    return made


def main() -> None:
    here = Path(__file__).parent
    texts = here.parents[2] / "training" / "parity_texts.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        (base / "vocab.txt").write_text("".join(p + "\n" for p in PIECES), encoding="utf-8")
        for name, inputs, bound in (("tiny-fp32", None, 0.002), ("tiny-int8", {}, 4.0)):
            export_attribution.PARITY_BOUND = bound
            export_attribution.export(network(), base, texts, here / name, name, inputs)


if __name__ == "__main__":
    main()
