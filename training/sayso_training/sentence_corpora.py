"""Sentences with the claims that they are of, for teaching which ones mean one thing: ECB+, Emergent, AllSides and wordings of our own."""
from __future__ import annotations

import csv
import hashlib
import json
import re
import struct
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SHARED_EVENTS = 0.6
"""Share of the events of the sentence with fewer from which two sentences are of one claim; as `eval claims` has it."""


@dataclass(frozen=True)
class Affair:
    """Sentences that are compared with each other; `kind` names the corpus."""

    kind: str
    name: str
    texts: list[str]
    claims: list[frozenset[str]]

    def same(self) -> np.ndarray:
        """[texts, texts]: 1 where two are of one claim, 0 where of two, -1 where it is not said."""
        n = len(self.texts)
        found = np.full((n, n), -1, dtype=np.int8)
        for i, a in enumerate(self.claims):
            for j, b in enumerate(self.claims):
                shared = len(a & b)
                if shared >= SHARED_EVENTS * min(len(a), len(b)):
                    found[i, j] = 1
                elif shared == 0:
                    found[i, j] = 0
        return found


def written(path: Path) -> list[Affair]:
    """Our own wordings: lines of matter, claim and words between tabs; a file, or all of a folder."""
    matters: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for file in sorted(path.glob("*.tsv")) if path.is_dir() else [path]:
        for line in file.read_text(encoding="utf-8").splitlines():
            matter, claim, text = line.split("\t")
            matters[f"{file.stem}/{matter}"].append((claim, text))
    return [Affair("written", name, [t for _, t in rows], [frozenset([c]) for c, _ in rows]) for name, rows in matters.items()]


def ecbplus(root: Path, first: int, last: int) -> list[Affair]:
    """ECB+ (Cybulska and Vossen 2014): the annotated sentences of some topics, with the chains of events in them."""
    topics: dict[int, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for folder in sorted((root / "test_parsing").iterdir()):
        topic = int(re.match(r"\d+", folder.name)[0])
        if not first <= topic <= last:
            continue
        sentences: dict[tuple[str, str], tuple[list[str], set[str]]] = {}
        path = folder / "annotation" / "original" / f"{folder.name}.conll"
        for line in path.read_text(encoding="utf-8").splitlines():
            row = line.split("\t")
            if line.startswith("#") or len(row) < 5 or row[0].split("/")[1:2] != [folder.name]:
                continue
            text, events = sentences.setdefault((row[0], row[1]), ([], set()))
            text.append(row[3])
            events |= {label.strip(" ()") for label in row[-1].split("|") if label.strip(" ()").startswith("ACT")}
        topics[topic] += [(" ".join(text), frozenset(events)) for text, events in sentences.values() if events]
    return [Affair("ecbplus", str(t), [s for s, _ in rows], [e for _, e in rows]) for t, rows in sorted(topics.items())]


def emergent(root: Path, folds: range) -> list[Affair]:
    """Emergent (Ferreira and Vlachos 2016): claims and the headlines of their articles; one affair, of all claims of the folds."""
    seen: dict[tuple[str, str], None] = {}
    with (root / "url-versions-2015-06-14-clean.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if _fold(row["claimId"]) in folds:
                for text in (row["claimHeadline"], row["articleHeadline"]):
                    if text:
                        seen[row["claimId"], text] = None
    return [Affair("emergent", "all", [t for _, t in seen], [frozenset([c]) for c, _ in seen])]


def allsides(root: Path) -> list[Affair]:
    """AllSides: headlines of three outlets on one event, which are of one claim more often than not; silver, for teaching alone."""
    rows: list[tuple[str, str]] = []
    for path in sorted(root.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            event = json.loads(line)
            for _, item in sorted(event["news"].items()):
                if item and item.get("newsTitle"):
                    rows.append((str(event["id"]), item["newsTitle"]))
    return [Affair("allsides", "all", [t for _, t in rows], [frozenset([e]) for e, _ in rows])]


def plain(root: Path, most: int) -> list[str]:
    """Sentences of news, to keep the vectors of what nothing is taught about where they were."""
    def found() -> Iterator[str]:
        for path in sorted((root / "bbc").glob("*/*.txt")):
            for line in path.read_bytes().decode("utf-8", "replace").splitlines():
                yield from (s for s in re.split(r"(?<=[.!?])\s+", line) if 20 < len(s) < 300)
    sentences = list(found())
    return sentences[::max(1, len(sentences) // most)][:most]


def _fold(claim: str) -> int:
    """The same tenth as the program's: a hash of length-prefixed UTF-16."""
    fields = b"".join(struct.pack("<i", len(raw)) + raw for raw in (s.encode("utf-16-le") for s in ("fold", claim)))
    return int(hashlib.sha256(fields).hexdigest()[:4], 16) % 10
