"""Readers of the corpora: PolNeAR (brat standoff), sayso and our own (JSON), and plain news without labels."""
from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from .text import Encoded, WordPiece, encode

ROLES = ("source", "cue", "content")
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
POLNEAR, SAYSO = 0, 1
LEVELS = 2
"""Un-nested attributions, and those inside another one."""
Span = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """One cue with its source and content, as code point spans; `source` may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass
class Marking:
    """What the network learns about each word at one level: its label, and the words of the cues it belongs to."""

    labels: list[int]
    links: list[tuple[int, ...]]


@dataclass
class Article:
    """`levels`: the attributions that no other one holds, then those that lie inside another; None is unknown."""

    name: str
    encoded: Encoded
    levels: list[list[Attribution] | None]
    convention: int = POLNEAR
    markings: list[Marking | None] = field(default_factory=list)


def read_brat(text: str, annotation: str) -> list[Attribution]:
    """Attributions of a PolNeAR .ann file; relations without a cue are left out."""
    spans: dict[str, tuple[str, tuple[Span, ...]]] = {}
    events: list[str] = []
    for line in annotation.split("\n"):
        if re.match(r"T\d+\t", line):
            key, kind, *_ = line.split("\t")
            role, offsets = kind.split(" ", 1)
            spans[key] = role, tuple(sorted(tuple(map(int, o.split())) for o in offsets.split(";")))
        elif re.match(r"E\d+\t", line):
            events.append(line.split("\t")[1])
    found = []
    for event in events:
        parts: dict[str, list[Span]] = {r: [] for r in ROLES}
        for argument in event.split()[1:]:
            role, _, key = argument.partition(":")
            role = re.sub(r"\d+$", "", role).lower()
            if role in parts and key in spans and spans[key][0].lower() == role:
                parts[role].extend(spans[key][1])
        if parts["cue"]:
            found.append(Attribution(*(tuple(sorted(parts[r])) for r in ROLES)))
    return found


def read_sayso(data: dict) -> list[list[Attribution]]:
    """Statements of a sayso file that no other statement holds, and the nested ones.

    Where nested ones overlap, the first keeps its words: a level is a sequence of labels.
    """
    def spans(value) -> tuple[Span, ...]:
        items = [] if value is None else value if isinstance(value, list) else [value]
        return tuple(sorted((i["start"], i["end"]) for i in items))

    levels: list[list[Attribution]] = [[], []]
    taken: set[int] = set()
    for s in data["statements"]:
        found = Attribution(spans(s["source"]), spans(s["cue"]), spans(s["content"]))
        if not found.cue:
            continue
        if s["parent"] is None:
            levels[0].append(found)
            continue
        own = {i for role in (found.source, found.cue, found.content) for a, b in role for i in range(a, b)}
        if not own & taken:
            levels[1].append(found)
            taken |= own
    return levels


def align(article: Article) -> Article:
    """Adds the markings of the levels that are known."""
    article.markings = [None if level is None else mark(article.encoded, level) for level in article.levels]
    return article


def mark(encoded: Encoded, attributions: list[Attribution]) -> Marking:
    """The label of every word and the words of the cues that it belongs to.

    A word takes part once: cue before source before content. A span begins anew at each line start.
    """
    spans = encoded.spans
    starts = {}
    for i, (s, e) in enumerate(spans):
        for c in range(s, e):
            starts[c] = i
    n = len(spans)
    role, begins, links = [0] * n, [False] * n, [set() for _ in range(n)]
    for rank, name in ((3, "content"), (1, "source"), (2, "cue")):
        for a in attributions:
            cue_words = sorted({starts[c] for s, e in a.cue for c in range(s, e) if c in starts})
            if not cue_words:
                continue
            previous = -2
            for s, e in getattr(a, name):
                inside = sorted({starts[c] for c in range(s, e) if c in starts})
                for k in inside:
                    if role[k] != rank:
                        role[k], links[k] = rank, set()
                        begins[k] = k != previous + 1
                    elif k != previous + 1 and k == inside[0]:
                        begins[k] = True
                    links[k].add(cue_words[0])
                    previous = k
    labels = []
    for i in range(n):
        if not role[i]:
            labels.append(0)
            continue
        begin = begins[i] or i == 0 or role[i - 1] != role[i] or encoded.line_start[i]
        labels.append(2 * role[i] - 1 + (0 if begin else 1))
    return Marking(labels, [tuple(sorted(l)) for l in links])


def polnear(root: Path, part: str, tokenizer: WordPiece, without: frozenset[str] = frozenset()) -> list[Article]:
    """Articles of `polnear/train` or `polnear/dev`, the first annotator by name."""
    found = []
    for path in sorted((root / "polnear" / part / "text").glob("*.txt")):
        annotations = sorted((root / "polnear" / part / "attributions").glob(path.stem + "_????.ann"))
        if not annotations or path.stem in without:
            continue
        text = path.read_bytes().decode("utf-8")
        gold = read_brat(text, annotations[0].read_bytes().decode("utf-8"))
        found.append(align(Article(path.stem, encode(text, tokenizer), [gold, None])))
    return found


def sayso(root: Path, split: str, tokenizer: WordPiece) -> list[Article]:
    """Articles of our annotation of real news; names begin with their part, `polnear/` or `ecbplus/`."""
    return annotated(root / "sayso", split, tokenizer, root / "polnear" / "train" / "text")


def written(root: Path, split: str, tokenizer: WordPiece) -> list[Article]:
    """Articles that we wrote, `corpus/` of the repository; names begin with their part, `natural/` or `enriched/`."""
    return annotated(root, split, tokenizer, root)


def annotated(root: Path, split: str, tokenizer: WordPiece, texts: Path) -> list[Article]:
    """Articles of a folder with a SPLIT.tsv; a text that is not beside its annotation is in the folder `texts`."""
    found = []
    for line in (root / "SPLIT.tsv").read_text().splitlines()[1:]:
        name, part = line.split("\t")[:2]
        if part != split:
            continue
        path = root / name
        text_path = path.with_suffix(".txt")
        if not text_path.exists():
            text_path = texts / (path.stem + ".txt")
        text = text_path.read_bytes().decode("utf-8")
        gold = read_sayso(json.loads(path.read_text(encoding="utf-8")))
        found.append(align(Article(name.removesuffix(".json"), encode(text, tokenizer), gold, SAYSO)))
    return found


def held_out(root: Path) -> frozenset[str]:
    """Names of the PolNeAR train articles that are dev in the sayso corpus."""
    lines = (root / "sayso" / "SPLIT.tsv").read_text().splitlines()[1:]
    return frozenset(Path(n).stem for n, part in (l.split("\t") for l in lines) if part == "dev")


def plain_news(root: Path, tokenizer: WordPiece) -> list[Article]:
    """News without labels, for a student to imitate its teachers on: BBC, AllSides, wikiref.

    ECB+ is left out: its later topics are test material of a later comparison.
    """
    texts: list[tuple[str, str]] = []
    for path in sorted((root / "bbc").glob("*/*.txt")):
        texts.append((path.stem, path.read_bytes().decode("utf-8", "replace")))
    for path in sorted((root / "wikiref").glob("*.txt")):
        try:
            texts.append((path.stem, path.read_bytes().decode("utf-8")))
        except UnicodeDecodeError:
            texts.append((path.stem, path.read_bytes().decode("cp1252", "replace")))
    for path in sorted((root / "allsides").glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            event = json.loads(line)
            for side, item in sorted(event["news"].items()):
                if item and item.get("newBody"):
                    body = "\n".join(p for p in item["newBody"] if isinstance(p, str))
                    texts.append((f"{event['id']}-{side}", f"{item.get('newTitle') or ''}\n{body}"))
    found = []
    for name, text in texts:
        encoded = encode(text.replace("\r\n", "\n"), tokenizer)
        if len(encoded) >= 40:
            found.append(Article(name, encoded, [None, None]))
    return found
