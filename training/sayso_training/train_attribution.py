"""Trains the attribution network, as a teacher (from labels) or as a student (from teachers and labels)."""
from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from . import corpora, rereading
from .batches import Batch, Target, collate
from .crf import forbid, negative_log_likelihood
from .decode import decode_level
from .model import AttributionNetwork, Level, load_base
from .predict import evaluate, mean, scores
from .rereading import probabilities
from .text import WordPiece
from .windows import MAX_PIECES, windows

EMA = 0.998

Taught = list[np.ndarray | None]
"""For each level the teachers' label probabilities of an article's words, [words, labels]; None where they give none."""


def options() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    p.add_argument("--written", type=Path, help="the folder of the articles that we wrote; their train part is read as sayso's is")
    p.add_argument("--base", type=Path, required=True, help="the folder of the base encoder")
    p.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the log")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--epochs", type=int, default=6)
    p.add_argument("--until", type=int, help="stop after so many epochs of those that the learning rate is planned for")
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--encoder-rate", type=float, default=4e-4)
    p.add_argument("--head-rate", type=float, default=2e-3)
    p.add_argument("--mask", type=float, default=0.12, help="share of input pieces read as [MASK]")
    p.add_argument("--overlap", type=int, default=0, help="pieces that training windows share")
    p.add_argument("--crf", type=float, default=0.5, help="weight of the chain loss against the word loss")
    p.add_argument("--nested", type=float, default=0.0, help="weight of a nested word's loss against an un-nested one's")
    p.add_argument("--sayso-copies", type=int, default=1, help="times an epoch reads the sayso articles")
    p.add_argument("--teachers", type=Path, nargs="*", default=[], help="checkpoints whose mean a student imitates")
    p.add_argument("--nested-teachers", action="store_true", help="the first teacher's nested level, and all by reading again, teach where people marked none")
    p.add_argument("--begin", type=Path, help="checkpoint to begin from instead of the base encoder")
    p.add_argument("--plain", type=int, default=0, help="articles of unlabelled news, for a student")
    p.add_argument("--threads", type=int, default=2)
    return p.parse_args()


def loss_of(network: AttributionNetwork, batch: Batch, o: argparse.Namespace, soft: list[torch.Tensor | None]) -> torch.Tensor:
    """Mean loss a word of the batch, un-nested and `o.nested` times nested; words that are not marked count nought."""
    total = 0.0
    words = batch.mask.sum()
    for level, target, taught, weight in zip(network(*batch.inputs), batch.targets, soft, (1.0, o.nested)):
        share = (batch.mask & target.known[:, None]).sum() / words
        if weight and share > 0:
            total = total + weight * share * level_loss(level, batch, target, o.crf, taught)
    return total


def level_loss(level: Level, batch: Batch, target: Target, crf: float, soft: torch.Tensor | None) -> torch.Tensor:
    """Mean loss a marked word: roles word by word and as a chain, and half the pointers' cross-entropy."""
    mask = batch.mask & target.known[:, None]
    count = mask.sum()
    logs = F.log_softmax(level.emissions, -1)
    if soft is None:
        word = F.nll_loss(logs[mask], target.labels[mask])
    else:
        word = -(soft * logs)[mask].sum() / count
    rows = target.known
    chain = negative_log_likelihood(forbid(level.emissions, batch.line_start)[rows], level.transitions,
                                    target.labels[rows], mask[rows]) / count
    link = level.query @ level.key.transpose(1, 2)
    link = link.masked_fill(~mask[:, None, :], -10000.0)
    pointing = target.links.sum(-1) > 0
    pointer = -(target.links * F.log_softmax(link, -1)).sum(-1)[pointing].mean() if pointing.any() else 0.0
    return (1 - crf) * word + crf * chain + 0.5 * pointer


def train(o: argparse.Namespace) -> None:
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    random = np.random.default_rng(o.seed)
    o.out.mkdir(parents=True, exist_ok=True)
    tokenizer = WordPiece(o.base / "vocab.txt")
    articles = corpora.polnear(o.data, "train", tokenizer, corpora.held_out(o.data))
    own = corpora.sayso(o.data, "train", tokenizer)
    if o.written:
        own += corpora.written(o.written, "train", tokenizer)
    dev = {"polnear": corpora.polnear(o.data, "dev", tokenizer), "sayso": corpora.sayso(o.data, "dev", tokenizer)}
    soft: dict[int, Taught] = {}
    plain: list[corpora.Article] = []
    if o.teachers:
        plain = some(corpora.plain_news(o.data, tokenizer), o.plain)
        soft = imitate([load_checkpoint(t) for t in o.teachers], articles + own, plain, o.nested_teachers)
    network = AttributionNetwork(len(corpora.LABELS))
    if o.begin:
        network.load_state_dict(torch.load(o.begin))
    else:
        load_base(network, o.base / "model.safetensors")
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    groups = [{"params": network.encoder_parameters(), "lr": o.encoder_rate, "weight_decay": 0.01},
              {"params": network.head_parameters(), "lr": o.head_rate, "weight_decay": 0.0}]
    dense = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6)
    sparse = torch.optim.SparseAdam([network.word.weight], lr=o.encoder_rate, betas=(0.9, 0.98), eps=1e-6)
    turning = [(g, g["lr"]) for optimizer in (dense, sparse) for g in optimizer.param_groups]
    begun, state, step = 0, o.out / "state.pt", 0
    if state.exists():
        saved = torch.load(state)
        network.load_state_dict(saved["network"])
        dense.load_state_dict(saved["dense"])
        sparse.load_state_dict(saved["sparse"])
        average, begun, step = saved["average"], saved["epoch"] + 1, saved["step"]
        random.bit_generator.state = saved["random"]
    for epoch in range(begun, o.until or o.epochs):
        network.train()
        network.dtype = torch.bfloat16
        clock, running = time.time(), 0.0
        chosen = articles + own * o.sayso_copies + plain
        items = [(a, w) for a in chosen for w in windows(a.encoded, o.overlap, int(random.integers(64, MAX_PIECES + 1)))]
        batches = bucketed(items, o.batch, random)
        for n, part in enumerate(batches):
            progress = (epoch + n / len(batches)) / o.epochs
            scale = min(progress / 0.1, (1 - progress) / 0.9)
            for group, rate in turning:
                group["lr"] = rate * max(scale, 0.002)
            made = collate(part, labelled=True, mask_rate=o.mask, random=random)
            loss = loss_of(network, made, o, soft_of(part, soft, made) if soft else [None] * corpora.LEVELS)
            network.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for g in groups for p in g["params"]], 1.0)
            dense.step()
            sparse.step()
            step += 1
            running += float(loss.detach())
            keep = min(EMA, step / (step + 20))
            with torch.no_grad():
                for k, v in network.state_dict().items():
                    average[k].lerp_(v, 1 - keep)
            if step % 50 == 0:
                print(f"epoch {epoch} step {n + 1}/{len(batches)} loss {running / (n + 1):.4f} "
                      f"{(time.time() - clock) / (n + 1):.2f} s/step", flush=True)
        report(o, epoch, average, dev, time.time() - clock)
        torch.save({"network": network.state_dict(), "dense": dense.state_dict(),
                    "sparse": sparse.state_dict(), "average": average, "epoch": epoch, "step": step, "random": random.bit_generator.state}, o.out / "state.tmp")
        (o.out / "state.tmp").replace(state)


def some(plain: list[corpora.Article], count: int) -> list[corpora.Article]:
    """That many articles spread over all of them, every other one to be read by our own convention."""
    chosen = [plain[i * len(plain) // count] for i in range(count)]
    for article in chosen[1::2]:
        article.convention = corpora.SAYSO
    return chosen


def bucketed(items: list, size: int, random: np.random.Generator, spread: int = 12) -> list[list]:
    """Random batches of windows of like length: shuffled, then sorted within stretches of `spread` batches."""
    items = [items[i] for i in random.permutation(len(items))]
    batches = []
    for at in range(0, len(items), size * spread):
        near = sorted(items[at:at + size * spread], key=lambda i: i[1].end - i[1].start)
        batches += [near[i:i + size] for i in range(0, len(near), size)]
    return [batches[i] for i in random.permutation(len(batches))]


def report(o: argparse.Namespace, epoch: int, average: dict, dev: dict[str, list[corpora.Article]], seconds: float) -> None:
    """Scores the averaged weights on both dev parts, logs a line and keeps the weights."""
    network = AttributionNetwork(len(corpora.LABELS))
    network.load_state_dict(average)
    network.dtype = torch.bfloat16
    row: dict = {"epoch": epoch, "seconds": round(seconds)}
    for name, articles in dev.items():
        found = scores(network, articles)
        row[name] = {k: round(v, 4) for k, v in evaluate(articles, found)[0].table().items()}
        if name == "sayso":
            row["nested"] = {k: round(v, 4) for k, v in evaluate(articles, found, 1)[0].table().items()}
    print(json.dumps(row), flush=True)
    with (o.out / "log.jsonl").open("a") as log:
        log.write(json.dumps(row) + "\n")
    torch.save(average, o.out / f"epoch-{epoch}.pt")


def load_checkpoint(path: Path) -> AttributionNetwork:
    network = AttributionNetwork(len(corpora.LABELS))
    network.load_state_dict(torch.load(path))
    network.dtype = torch.bfloat16
    return network.eval()


def imitate(teachers: list[AttributionNetwork], labelled: list[corpora.Article], plain: list[corpora.Article],
            nested: bool) -> dict[int, Taught]:
    """The teachers' probabilities of each article's labels, by its id(), for the levels that are imitated.

    Where people marked nothing, the teachers' decoded attributions become the marking. Nested ones that people marked are
    learnt from people only; with `nested`, the rest from the first teacher's nested level and all teachers' reading of the
    contents again.
    """
    soft: dict[int, Taught] = {}
    for group in (labelled, plain):
        for at in range(0, len(group), 100):
            part = group[at:at + 100]
            found = [scores(t, part) for t in teachers]
            merged = [(mean([f[n][0] for f in found]), found[0][n][1]) for n in range(len(part))]
            for article, (un_nested, _) in zip(part, merged):
                if article.levels[0] is None:
                    article.levels[0] = decode_level(article.encoded, un_nested)
            again = rereading.read_again(teachers, part, [a.levels[0] for a in part]) if nested else [[]] * len(part)
            for article, (un_nested, inner), readings in zip(part, merged, again):
                taught: Taught = [probabilities(un_nested.emissions).astype(np.float16), None]
                if nested and article.levels[1] is None:
                    inner = rereading.nested(inner, readings)
                    article.levels[1] = decode_level(article.encoded, inner)
                    taught[1] = probabilities(inner.emissions).astype(np.float16)
                soft[id(article)] = taught
                corpora.align(article)
            print(f"imitating: {at + len(part)}/{len(group)}", flush=True)
    return soft


def soft_of(part: list, soft: dict[int, Taught], made: Batch) -> list[torch.Tensor | None]:
    """What each word's labels are to be, a level: the teachers' opinion, or what people marked where they give none."""
    targets: list[torch.Tensor | None] = []
    for level in range(corpora.LEVELS):
        taught = [soft[id(article)][level] for article, _ in part]
        if all(t is None for t in taught):
            targets.append(None)
            continue
        target = np.eye(len(corpora.LABELS), dtype=np.float32)[made.targets[level].labels.numpy()]
        for row, (t, (_, window)) in enumerate(zip(taught, part)):
            if t is not None:
                target[row, :window.end - window.start] = t[window.start:window.end]
        targets.append(torch.from_numpy(target))
    return targets


if __name__ == "__main__":
    train(options())
