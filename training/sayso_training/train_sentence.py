"""Tunes the sentence encoder to tell sentences of one claim from those that only share their subject.

Sentence vectors with in-batch negatives (Reimers and Gurevych 2019; Khosla et al. 2020, "supervised contrastive
learning"), where a batch is of few affairs, so that most negatives speak of the same things, and a logistic loss of all
pairs, so that one threshold serves all affairs. The word table stays as it is.
"""
from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from . import sentence_corpora as corpora
from .corpora import LABELS
from .model import AttributionNetwork, load_base
from .sentence_corpora import Affair
from .sentence_network import encode, pieces_of, vectors
from .text import WordPiece

EMA = 0.995
TEMPERATURE = 0.07


def options() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    p.add_argument("--written", type=Path, required=True, help="the folder of wordings that we wrote, to learn from")
    p.add_argument("--chosen", type=Path, nargs="*", default=[], help="files of wordings to measure on after each epoch")
    p.add_argument("--base", type=Path, required=True, help="the folder of the base encoder")
    p.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the log")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--rate", type=float, default=5e-5)
    p.add_argument("--keep", type=float, default=1.0, help="weight of keeping plain sentences' cosines")
    p.add_argument("--mask", type=float, default=0.05, help="share of pieces read as [MASK]")
    p.add_argument("--threads", type=int, default=2)
    return p.parse_args()


def batches(affairs: list[Affair], random: np.random.Generator) -> Iterator[tuple[list[str], np.ndarray, str]]:
    """An epoch's: of three written affairs together, of an ECB+ topic, of a pool's claims."""
    def joined(parts: list[tuple[list[str], np.ndarray]]) -> tuple[list[str], np.ndarray]:
        texts = [t for part, _ in parts for t in part]
        same, at = np.zeros((len(texts), len(texts)), dtype=np.int8), 0
        for part, known in parts:
            same[at:at + len(part), at:at + len(part)] = known
            at += len(part)
        return texts, same

    found = []
    written = [a for a in affairs if a.kind == "written"]
    random.shuffle(written)
    for start in range(0, len(written), 3):
        found.append((*joined([(a.texts, a.same()) for a in written[start:start + 3]]), "written"))
    for affair in affairs:
        if affair.kind == "written":
            continue
        size, most = (110, len(affair.texts)) if affair.kind == "ecbplus" else (150, 8)
        same = affair.same()
        groups: dict[frozenset[str], list[int]] = {}
        for i in random.permutation(len(affair.texts)):
            groups.setdefault(affair.claims[i], []).append(int(i))
        places: list[int] = []
        for group in (list(groups.values())[i] for i in random.permutation(len(groups))):
            places += group[:most]
            if len(places) >= size:
                found.append(([affair.texts[i] for i in places], same[np.ix_(places, places)], affair.kind))
                places = []
        if len(places) > 20:
            found.append(([affair.texts[i] for i in places], same[np.ix_(places, places)], affair.kind))
    for i in random.permutation(len(found)):
        yield found[i]


def loss_of(cosines: Tensor, same: Tensor, scale: Tensor, bias: Tensor) -> Tensor:
    """Contrastive over each sentence's others, and logistic over all pairs, positives and negatives of equal weight."""
    n = cosines.shape[0]
    others = ~torch.eye(n, dtype=torch.bool)
    positive, negative = (same == 1) & others, (same == 0) & others
    logits = (cosines / TEMPERATURE).masked_fill(~(positive | negative), -1e4)
    logs = logits - torch.logsumexp(logits, 1, keepdim=True)
    has = positive.any(1)
    contrast = -((logs * positive).sum(1)[has] / positive.sum(1)[has]).mean()
    odds = scale * cosines + bias
    pairs = 0.5 * (F.softplus(-odds[positive]).mean() + F.softplus(odds[negative]).sum() / negative.sum().clamp(min=1) * 4)
    return contrast + pairs


def in_parts(network: AttributionNetwork, rows: list[list[int]], parts: int = 3) -> Tensor:
    """The vectors of texts in their order, those of like length computed together: padding costs as much as words."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    size = -(-len(order) // parts)
    found = torch.cat([vectors(network, [rows[i] for i in order[k:k + size]]) for k in range(0, len(order), size)])
    return found[torch.from_numpy(np.argsort(order))]


def average_precision(cosines: np.ndarray, same: np.ndarray) -> float:
    order = np.argsort(-cosines, kind="stable")
    hits = same[order] == 1
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())


def best_f1(cosines: np.ndarray, same: np.ndarray) -> tuple[float, float]:
    order = np.argsort(-cosines, kind="stable")
    hits = np.cumsum(same[order] == 1)
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + hits[-1])
    return float(f1.max()), float(cosines[order][f1.argmax()])


def measure(network: AttributionNetwork, sets: dict[str, list[Affair]], tokenizer: WordPiece) -> dict[str, list[float]]:
    """Average precision, and the best F1 with its cosine, over the pairs of each set's affairs."""
    found = {}
    for name, affairs in sets.items():
        cosines, same = [], []
        for affair in affairs:
            v = encode(network, [pieces_of(t, tokenizer) for t in affair.texts])
            i, j = np.triu_indices(len(affair.texts), 1)
            known = affair.same()[i, j]
            cosines.append((v @ v.T)[i, j][known >= 0])
            same.append(known[known >= 0])
        c, s = np.concatenate(cosines), np.concatenate(same)
        found[name] = [round(x, 4) for x in (average_precision(c, s), *best_f1(c, s))]
    return found


def train(o: argparse.Namespace) -> None:
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    random = np.random.default_rng(o.seed)
    o.out.mkdir(parents=True, exist_ok=True)
    tokenizer = WordPiece(o.base / "vocab.txt")
    affairs = corpora.written(o.written) + corpora.ecbplus(o.data / "ecbplus", 1, 25) \
        + corpora.emergent(o.data / "emergent", range(0, 6)) + corpora.allsides(o.data / "allsides")
    sets = {p.stem: corpora.written(p) for p in o.chosen}
    sets["ecbplus"] = corpora.ecbplus(o.data / "ecbplus", 26, 35)
    sets["emergent"] = corpora.emergent(o.data / "emergent", range(6, 8))
    network = AttributionNetwork(len(LABELS))
    load_base(network, o.base / "model.safetensors")
    network.word.weight.requires_grad_(False)
    plain = [pieces_of(t, tokenizer) for t in corpora.plain(o.data, 4000)]
    before = encode(network, plain) if o.keep else None
    log = (o.out / "log.jsonl").open("a")

    def tell(**what: object) -> None:
        print(json.dumps(what), flush=True)
        print(json.dumps(what), file=log, flush=True)

    tell(epoch=0, **measure(network, sets, tokenizer))
    scale, bias = nn.Parameter(torch.tensor(12.0)), nn.Parameter(torch.tensor(-7.0))
    encoder = [*network.norm.parameters(), *network.position.parameters(), *network.layers.parameters()]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": o.rate, "weight_decay": 0.01},
                                   {"params": [scale, bias], "lr": 1e-2, "weight_decay": 0.0}], betas=(0.9, 0.98), eps=1e-6)
    rates = [g["lr"] for g in optimizer.param_groups]
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    for epoch in range(o.epochs):
        network.train()
        network.dtype = torch.bfloat16
        clock, running, work = time.time(), [], list(batches(affairs, random))
        for n, (texts, same, kind) in enumerate(work):
            progress = (epoch + n / len(work)) / o.epochs
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * max(min(progress / 0.1, (1 - progress) / 0.9), 0.01)
            rows = [masked(pieces_of(t, tokenizer), tokenizer, o.mask, random) for t in texts]
            v = in_parts(network, rows)
            loss = loss_of(v @ v.T, torch.from_numpy(same), scale, bias) * (0.3 if kind == "allsides" else 1)
            if before is not None:
                chosen = random.choice(len(plain), 32, replace=False)
                now = vectors(network, [plain[i] for i in chosen])
                then = torch.from_numpy(before[chosen])
                loss = loss + o.keep * 10 * F.mse_loss(now @ now.T, then @ then.T)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(encoder, 1.0)
            optimizer.step()
            running.append(loss.item())
            decay = min(EMA, 1 - 1 / (1 + epoch * len(work) + n))
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    average[name].lerp_(value, 1 - decay)
        network.eval()
        network.dtype = torch.float32
        kept = {k: v.clone() for k, v in network.state_dict().items()}
        network.load_state_dict(average)
        tell(epoch=epoch + 1, loss=round(float(np.mean(running)), 4), scale=round(scale.item(), 2), bias=round(bias.item(), 2),
             seconds=round(time.time() - clock), **measure(network, sets, tokenizer))
        torch.save(average, o.out / f"epoch-{epoch + 1}.pt")
        network.load_state_dict(kept)


def masked(pieces: list[int], tokenizer: WordPiece, share: float, random: np.random.Generator) -> list[int]:
    mask = tokenizer.ids["[MASK]"]
    return [mask if 0 < i < len(pieces) - 1 and random.random() < share else p for i, p in enumerate(pieces)]


if __name__ == "__main__":
    train(options())
