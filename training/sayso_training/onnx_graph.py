"""Our networks as ONNX graphs, fp32 or int8, built node by node.

The graph is written out instead of traced so that the three attention projections share one quantisation of their
input, and so that it holds no padding mask: a batch takes windows of one length only. int8 (Jacob et al. 2018): weights
symmetric with a scale a column; activations with one scale a run, which is why a result depends on nothing but its own
window when windows are run one by one. Where the inputs are known, both are rounded for them (`rounding`).
"""
from __future__ import annotations

import math

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .model import HEADS, LINK_WIDTH, WIDTH, AttributionNetwork
from .rounding import Inputs, quantise, quantise_for

CONTRIB = "com.microsoft"


class Graph:
    """Collects nodes and initialisers. `inputs` are those of linear layers by name, as far as they are known to int8."""

    def __init__(self, int8: bool, inputs: dict[str, Inputs] | None = None) -> None:
        self.int8 = int8
        self.inputs = inputs or {}
        self.nodes: list = []
        self.initialisers: list = []
        self._count = 0

    def constant(self, name: str, value: np.ndarray) -> str:
        self.initialisers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str = "", domain: str = "", outputs: int = 1, **attributes):
        self._count += 1
        names = [output or f"{kind}_{self._count}" + (f"_{i}" if outputs > 1 else "") for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, name=f"{kind}_{self._count}", domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """x W + b; weight: [in, out]."""
        if not self.int8:
            product = self.node("MatMul", [x, self.constant(f"{name}.weight", weight)])
            return self.node("Add", [product, self.constant(f"{name}.bias", bias)])
        if known := self.inputs.get(name):
            smoothing = known.smoothing()
            x = self.node("Mul", [x, self.constant(f"{name}.smoothing", 1 / smoothing)])
            table, scale = quantise_for(weight * smoothing[:, None], known.products.numpy() / np.outer(smoothing, smoothing))
        else:
            table, scale = quantise(weight, axis=0)
        inputs = [x, self.constant(f"{name}.weight", table), self.constant(f"{name}.scale", scale[0]), "",
                  self.constant(f"{name}.bias", bias)]
        return self.node("DynamicQuantizeMatMul", inputs, domain=CONTRIB)

    def lookup(self, indices: str, name: str, table: np.ndarray) -> str:
        if not self.int8:
            return self.node("Gather", [self.constant(name, table), indices])
        rows, scale = quantise(table, axis=1)
        low = self.node("Cast", [self.node("Gather", [self.constant(name, rows), indices])], to=TensorProto.FLOAT)
        return self.node("Mul", [low, self.node("Gather", [self.constant(f"{name}.scale", scale), indices])])


def embedded(g: Graph, value: dict[str, np.ndarray], surface: tuple[str, ...]) -> str:
    """The encoder's first layer: word pieces, positions and surface features, normalised."""
    x = g.lookup("pieces", "word", value["word.weight"])
    length = g.node("Gather", [g.node("Shape", ["pieces"]), _long(g, "one", [1])], axis=0)
    zero = _long(g, "zero", [0])
    position = g.node("Slice", [g.constant("position", value["position.weight"]), zero, length, zero])
    x = g.node("Add", [x, position])
    for name in surface:
        x = g.node("Add", [x, g.node("Gather", [g.constant(f"{name}.table", value[f"{name}.weight"]), name])])
    return g.node("LayerNormalization", [x, g.constant("norm.weight", value["norm.weight"]),
                                         g.constant("norm.bias", value["norm.bias"])], axis=-1, epsilon=1e-12)


def encoded(g: Graph, value: dict[str, np.ndarray], x: str, layers: int) -> str:
    """The encoder's further layers; `value` has the names of `AttributionNetwork`'s weights."""
    split = _long(g, "split", [WIDTH] * 3)
    heads = _long(g, "heads", [0, 0, HEADS, WIDTH // HEADS])
    joined = _long(g, "joined", [0, 0, WIDTH])
    for i in range(layers):
        own = lambda part: value[f"layers.{i}.{part}"]
        scale = 1 / math.sqrt(WIDTH // HEADS)
        weight = np.concatenate([own("query.weight").T * scale, own("key.weight").T, own("value.weight").T], 1)
        bias = np.concatenate([own("query.bias") * scale, own("key.bias"), own("value.bias")])
        parts = g.node("Split", [g.linear(x, f"layer{i}.qkv", weight, bias), split], outputs=3, axis=-1)
        q, k, v = (g.node("Transpose", [g.node("Reshape", [p, heads])], perm=perm)
                   for p, perm in zip(parts, ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3])))
        mixed = g.node("MatMul", [g.node("Softmax", [g.node("MatMul", [q, k])], axis=-1), v])
        mixed = g.node("Reshape", [g.node("Transpose", [mixed], perm=[0, 2, 1, 3]), joined])
        x = _add_and_norm(g, x, g.linear(mixed, f"layer{i}.attended", own("attended.weight").T, own("attended.bias")),
                          f"layer{i}.attended", own("attended_norm.weight"), own("attended_norm.bias"))
        inner = g.node("Gelu", [g.linear(x, f"layer{i}.inner", own("inner.weight").T, own("inner.bias"))], domain=CONTRIB)
        x = _add_and_norm(g, x, g.linear(inner, f"layer{i}.outer", own("outer.weight").T, own("outer.bias")),
                          f"layer{i}.outer", own("outer_norm.weight"), own("outer_norm.bias"))
    return x


def build(network: AttributionNetwork, inputs: dict[str, Inputs] | None) -> onnx.ModelProto:
    """The graph, in int8 for such inputs of its linear layers or else in fp32. What goes in and comes out is that of
    `AttributionNetwork`, but that no piece may be padding."""
    value = {k: v.detach().float().numpy() for k, v in network.state_dict().items()}
    g = Graph(inputs is not None, inputs)
    x = encoded(g, value, embedded(g, value, ("case", "quoted", "line_start", "convention")), len(network.layers))
    at = g.node("Unsqueeze", ["first", _long(g, "last", [-1])])
    x = g.node("GatherND", [x, at], batch_dims=1)
    for output, part, factor in (("emissions", "roles", 1.0), ("link_query", "link_query", 1 / math.sqrt(LINK_WIDTH)),
                                 ("link_key", "link_key", 1.0), ("nested_emissions", "nested_roles", 1.0),
                                 ("nested_query", "nested_query", 1 / math.sqrt(LINK_WIDTH)),
                                 ("nested_key", "nested_key", 1.0)):
        product = g.node("MatMul", [x, g.constant(f"{part}.weight", value[f"{part}.weight"].T * np.float32(factor))])
        g.node("Add", [product, g.constant(f"{part}.bias", value[f"{part}.bias"] * np.float32(factor))], output)
    integer, real = TensorProto.INT64, TensorProto.FLOAT
    taken = [helper.make_tensor_value_info(n, integer, ["batch", "pieces"]) for n in ("pieces", "case", "quoted", "line_start")]
    taken += [helper.make_tensor_value_info("convention", integer, ["batch", 1]),
              helper.make_tensor_value_info("first", integer, ["batch", "words"])]
    outputs = [helper.make_tensor_value_info(name, real, ["batch", "words", width])
               for level in (("emissions", "link_query", "link_key"), ("nested_emissions", "nested_query", "nested_key"))
               for name, width in zip(level, (network.roles.out_features, LINK_WIDTH, LINK_WIDTH))]
    return as_model(g, "attribution", taken, outputs)


def as_model(g: Graph, name: str, inputs: list, outputs: list) -> onnx.ModelProto:
    graph = helper.make_graph(g.nodes, name, inputs, outputs, g.initialisers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(CONTRIB, 1)],
                              producer_name="sayso")
    model.ir_version = 8
    return model


def _long(g: Graph, name: str, numbers: list[int]) -> str:
    return g.constant(name, np.array(numbers, np.int64))


def _add_and_norm(g: Graph, x: str, y: str, name: str, scale: np.ndarray, shift: np.ndarray) -> str:
    """Not the fused SkipLayerNormalization, whose kernel is so slow that it took a third of the whole pass."""
    return g.node("LayerNormalization", [g.node("Add", [x, y]), g.constant(f"{name}_norm.weight", scale),
                                         g.constant(f"{name}_norm.bias", shift)], axis=-1, epsilon=1e-12)
