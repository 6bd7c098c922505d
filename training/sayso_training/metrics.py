"""The metrics of the field over one article's attributions; `sayso eval` computes the same in C#.

Tokens are `\\w+|[^\\w\\s]`. A role's token set of an attribution is all tokens that its fragments touch.
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field

from .corpora import ROLES, Attribution

_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokens(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in _TOKEN.finditer(text)]


@dataclass
class Tally:
    """Counts of true positives, predicted and gold, and the coincidences of two labellings."""

    counts: dict[str, list[int]] = field(default_factory=dict)
    coincidences: Counter = field(default_factory=Counter)

    def add(self, name: str, true: int, predicted: int, gold: int) -> None:
        row = self.counts.setdefault(name, [0, 0, 0])
        for i, v in enumerate((true, predicted, gold)):
            row[i] += v

    def f1(self, name: str) -> float:
        true, predicted, gold = self.counts.get(name, [0, 0, 0])
        return 2 * true / (predicted + gold) if predicted + gold else 0.0

    def precision_recall(self, name: str) -> tuple[float, float]:
        true, predicted, gold = self.counts.get(name, [0, 0, 0])
        return true / max(1, predicted), true / max(1, gold)

    def alpha(self) -> float:
        """Krippendorff's alpha, nominal, of two coders over all tokens (Krippendorff 2011)."""
        totals: Counter = Counter()
        agree = 0
        for (a, b), n in self.coincidences.items():
            totals[a] += n
            totals[b] += n
            agree += 2 * n if a == b else 0
        n = sum(totals.values())
        observed = 1 - agree / n
        expected = 1 - sum(c * (c - 1) for c in totals.values()) / (n * (n - 1))
        return 1 - observed / expected

    def table(self) -> dict[str, float]:
        row = {"alpha": self.alpha(), "relation": self.f1("relation"), "found": self.f1("found")}
        for kind in ("exact", "token"):
            row |= {f"{kind} {r}": self.f1(f"{kind} {r}") for r in ROLES}
        return row


def _sets(units: list[tuple[int, int]], attribution: Attribution) -> dict[str, frozenset[int]]:
    starts, ends = [s for s, _ in units], [e for _, e in units]
    return {r: frozenset(i for s, e in getattr(attribution, r)
                         for i in range(bisect_right(ends, s), bisect_left(starts, e))) for r in ROLES}


def _iou(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 1.0


def match(pairs: list[tuple[float, int, int]]) -> set[int]:
    """The first ones of a greedy one-to-one matching, best pairs first."""
    left, right = set(), set()
    for _, a, b in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
    return left


def candidates(mine: list[dict], theirs: list[dict], same_source: bool) -> list[tuple[float, int, int]]:
    """Pairs whose cues meet and whose contents, and sources if so asked, have half in common; best first wins."""
    pairs = []
    for i, a in enumerate(mine):
        for j, b in enumerate(theirs):
            if not a["cue"] & b["cue"]:
                continue
            content, source = _iou(a["content"], b["content"]), _iou(a["source"], b["source"])
            if content >= 0.5 and (source >= 0.5 or not same_source):
                pairs.append((content + source, i, j))
    return pairs


def related(text: str, predicted: list[Attribution], gold: list[Attribution]) -> set[int]:
    """Indices of the predicted attributions that relation F1 counts as right."""
    units = tokens(text)
    return match(candidates([_sets(units, a) for a in predicted], [_sets(units, a) for a in gold], same_source=True))


def score(tally: Tally, text: str, predicted: list[Attribution], gold: list[Attribution]) -> None:
    """Adds one article to the tally."""
    units = tokens(text)
    mine, theirs = [_sets(units, a) for a in predicted], [_sets(units, a) for a in gold]
    tally.add("relation", len(match(candidates(mine, theirs, same_source=True))), len(mine), len(theirs))
    tally.add("found", len(match(candidates(mine, theirs, same_source=False))), len(mine), len(theirs))
    for role in ROLES:
        a = Counter(s[role] for s in mine if s[role])
        b = Counter(s[role] for s in theirs if s[role])
        tally.add(f"exact {role}", sum((a & b).values()), sum(a.values()), sum(b.values()))
        a, b = (set().union(*(s[role] for s in side)) if side else set() for side in (mine, theirs))
        tally.add(f"token {role}", len(a & b), len(a), len(b))

    def labelling(side: list[dict[str, frozenset[int]]]) -> list[str]:
        labels = ["none"] * len(units)
        for role in ("content", "source", "cue"):
            for s in side:
                for i in s[role]:
                    labels[i] = role
        return labels

    tally.coincidences.update(zip(labelling(mine), labelling(theirs)))
