"""The attribution network: a six-layer BERT encoder with surface features, a role head and a link head.

Encoder: MiniLM (Wang et al. 2020) as in sentence-transformers/all-MiniLM-L6-v2. Roles: BIO emissions of a
linear-chain CRF (Lafferty et al. 2001). Links: a bilinear pointer from each word to the first word of its cue
(Dozat and Manning 2017, without the tanh layers). Both exist twice: for un-nested attributions and for those that lie
inside another one's content or source ("layered" sequence labelling; Alex et al. 2007).
"""
from __future__ import annotations

import json
import math
import struct
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

LAYERS, WIDTH, HEADS, INNER = 6, 384, 12, 1536
LINK_WIDTH = 128
VOCABULARY, POSITIONS = 30522, 512


class Linear(nn.Linear):
    """x Wᵀ + b in the type of x: bfloat16 while training (four times fp32's speed here), fp32 elsewhere."""

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.weight.to(x.dtype), self.bias.to(x.dtype))


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query = Linear(WIDTH, WIDTH)
        self.key = Linear(WIDTH, WIDTH)
        self.value = Linear(WIDTH, WIDTH)
        self.attended = Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = Linear(WIDTH, INNER)
        self.outer = Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor, dtype: torch.dtype) -> Tensor:
        """x: [batch, pieces, WIDTH] fp32; bias: [batch, 1, 1, pieces], 0 or very negative at padding."""
        b, s, _ = x.shape
        low = x.to(dtype)

        def heads(part: Linear) -> Tensor:
            return part(low).view(b, s, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = (heads(self.query) * (1 / math.sqrt(WIDTH // HEADS))) @ heads(self.key).transpose(2, 3)
        mixed = torch.softmax(scores + bias.to(dtype), dim=-1) @ heads(self.value)
        mixed = mixed.transpose(1, 2).reshape(b, s, WIDTH)
        x = self.attended_norm(x + self.attended(mixed).to(x.dtype))
        inner = F.gelu(self.inner(x.to(dtype)))
        return self.outer_norm(x + self.outer(inner).to(x.dtype))


class Level(NamedTuple):
    """One level's scores of a batch: emissions [batch, words, labels], link queries and keys, and the transitions."""

    emissions: Tensor
    query: Tensor
    key: Tensor
    transitions: Tensor


class AttributionNetwork(nn.Module):
    """Word emissions and link vectors of a batch of windows.

    Inputs, all int64: `pieces`, `case`, `quoted`, `line_start` [batch, pieces]; `convention` [batch, 1] (whose way of
    marking: 0 PolNeAR, 1 sayso); `first` [batch, words]: where each word's first piece stands; padding piece id 0.
    Outputs, fp32, for un-nested and then for nested attributions: emissions [batch, words, labels]; link queries and
    keys [batch, words, LINK_WIDTH].
    """

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(4, WIDTH)
        self.quoted = nn.Embedding(2, WIDTH)
        self.line_start = nn.Embedding(2, WIDTH)
        self.convention = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.roles = nn.Linear(WIDTH, labels)
        self.link_query = nn.Linear(WIDTH, LINK_WIDTH)
        self.link_key = nn.Linear(WIDTH, LINK_WIDTH)
        self.transitions = nn.Parameter(torch.zeros(labels, labels))
        self.nested_roles = nn.Linear(WIDTH, labels)
        self.nested_query = nn.Linear(WIDTH, LINK_WIDTH)
        self.nested_key = nn.Linear(WIDTH, LINK_WIDTH)
        self.nested_transitions = nn.Parameter(torch.zeros(labels, labels))
        for table in (self.case, self.quoted, self.line_start, self.convention):
            nn.init.zeros_(table.weight)
        for part in (self.roles, self.link_query, self.link_key, self.nested_roles, self.nested_query, self.nested_key):
            nn.init.normal_(part.weight, std=0.02)
            nn.init.zeros_(part.bias)
        self.dtype = torch.float32

    def forward(self, pieces: Tensor, case: Tensor, quoted: Tensor, line_start: Tensor, convention: Tensor,
                first: Tensor) -> tuple[Level, Level]:
        positions = torch.arange(pieces.shape[1], device=pieces.device).unsqueeze(0)
        word = F.embedding(pieces, self.word.weight, sparse=self.training)
        x = word + self.position(positions) + self.case(case) + self.quoted(quoted) \
            + self.line_start(line_start) + self.convention(convention)
        x = self.norm(x)
        bias = (pieces == 0).to(x.dtype)[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias, self.dtype)
        x = torch.gather(x, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
        scale = 1 / math.sqrt(LINK_WIDTH)
        return (Level(self.roles(x), self.link_query(x) * scale, self.link_key(x), self.transitions),
                Level(self.nested_roles(x), self.nested_query(x) * scale, self.nested_key(x), self.nested_transitions))

    def head_parameters(self) -> list[nn.Parameter]:
        names = ("roles.", "link_", "transitions", "nested_", "case.", "quoted.", "line_start.", "convention.")
        return [p for n, p in self.named_parameters() if n.startswith(names)]

    def encoder_parameters(self) -> list[nn.Parameter]:
        """All but the heads and the word pieces' table, whose gradients are sparse."""
        others = {id(p) for p in self.head_parameters()} | {id(self.word.weight)}
        return [p for p in self.parameters() if id(p) not in others]


def read_safetensors(path: Path) -> dict[str, np.ndarray]:
    """fp32 tensors of a safetensors file (8-byte little-endian header length, JSON header, raw tensors)."""
    raw = path.read_bytes()
    size = struct.unpack("<Q", raw[:8])[0]
    header = json.loads(raw[8:8 + size])
    body = memoryview(raw)[8 + size:]
    return {name: np.frombuffer(body[slice(*item["data_offsets"])], dtype=np.float32).reshape(item["shape"])
            for name, item in header.items() if name != "__metadata__" and item["dtype"] == "F32"}


def load_base(network: AttributionNetwork, path: Path) -> None:
    """Fills the encoder from the base weights; the token type embedding (always 0 here) joins the positions."""
    base = read_safetensors(path)

    def put(target: Tensor, name: str) -> None:
        target.copy_(torch.from_numpy(base[name].copy()))

    with torch.no_grad():
        put(network.word.weight, "embeddings.word_embeddings.weight")
        put(network.position.weight, "embeddings.position_embeddings.weight")
        network.position.weight += torch.from_numpy(base["embeddings.token_type_embeddings.weight"][0].copy())
        put(network.norm.weight, "embeddings.LayerNorm.weight")
        put(network.norm.bias, "embeddings.LayerNorm.bias")
        names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
                 "attended": "attention.output.dense", "attended_norm": "attention.output.LayerNorm",
                 "inner": "intermediate.dense", "outer": "output.dense", "outer_norm": "output.LayerNorm"}
        for i, layer in enumerate(network.layers):
            for ours, theirs in names.items():
                part = getattr(layer, ours)
                put(part.weight, f"encoder.layer.{i}.{theirs}.weight")
                put(part.bias, f"encoder.layer.{i}.{theirs}.bias")
