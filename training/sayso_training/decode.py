"""From the network's scores to attributions; the C# `AttributionExtractor` does the same."""
from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .corpora import Attribution, Span
from .crf import viterbi
from .text import Encoded

CONTINUED_CUE = 0.9
"""Share of pointing at an earlier cue from which on a cue span is that cue's further fragment."""
SOURCE = 0.1
"""Share of pointing at a cue that a source needs; a cue takes the one source that points to it most."""
SHARED_CONTENT = 0.5
"""Share of pointing at a cue from which on a content belongs to it beside the cue it points to most."""


@dataclass
class Scores:
    """A document's scores, merged over its windows.

    emissions: [words, labels]. links: for each window its first word, edge weights [words], and log scores
    [words, words] of pointing from one of its words to another.
    """

    emissions: np.ndarray
    links: list[tuple[int, np.ndarray, np.ndarray]]
    transitions: np.ndarray


@dataclass(frozen=True)
class Piece:
    role: int  # 1 source, 2 cue, 3 content
    start: int
    end: int


def pieces(labels: list[int]) -> list[Piece]:
    found, n, i = [], len(labels), 0
    while i < n:
        if labels[i] == 0:
            i += 1
            continue
        role, j = (labels[i] + 1) // 2, i + 1
        while j < n and labels[j] == 2 * role:
            j += 1
        found.append(Piece(role, i, j))
        i = j
    return found


def link_shares(scores: Scores, spans: list[Piece], cues: list[Piece]) -> np.ndarray:
    """[spans, cues]: the share of each span's pointing that goes to each cue; a row sums to one, or to nought where
    no window holds the span and a cue together."""
    heads = [c.start for c in cues]
    total = np.zeros((len(spans), len(cues)))
    weight = np.zeros((len(spans), 1))
    for start, weights, link in scores.links:
        end = start + len(weights)
        here = [k for k, h in enumerate(heads) if start <= h < end]
        if not here:
            continue
        columns = [heads[k] - start for k in here]
        for row, span in enumerate(spans):
            s, e = max(span.start, start), min(span.end, end)
            if s >= e:
                continue
            part = link[s - start:e - start][:, columns]
            part = np.exp(part - part.max(1, keepdims=True))
            part /= part.sum(1, keepdims=True)
            w = weights[s - start:e - start, None]
            total[row, here] += (part * w).sum(0)
            weight[row] += w.sum()
    return np.divide(total, weight, out=np.zeros_like(total), where=weight > 0)


def merge_columns(shares: np.ndarray, head: list[int]) -> np.ndarray:
    """Adds what points to a cue's later fragment to the cue's first one."""
    merged = np.zeros_like(shares)
    for i, h in enumerate(head):
        merged[:, h] += shares[:, i]
    return merged


def decode(document: Encoded, levels: list[Scores]) -> list[tuple[Attribution, int | None]]:
    """All attributions, un-nested ones first, each with the index of the one that holds it."""
    outer = decode_level(document, levels[0])
    found: list[tuple[Attribution, int | None]] = [(a, None) for a in outer]
    for inner in decode_level(document, levels[1]):
        parent = holder(document.text, inner, outer)
        if parent is not None and inner not in outer:
            found.append((inner, parent))
    return found


def holder(text: str, inner: Attribution, outer: list[Attribution]) -> int | None:
    """Which attribution holds another one: whole in its content or in its source, the narrowest of those; failing
    that the content only ("A, citing B, said" has one content and two sources)."""
    own = inner.source + inner.cue + inner.content
    best: tuple[int, int, int] | None = None
    for k, a in enumerate(outer):
        content, source = joined(text, a.content), joined(text, a.source)
        if inside(own, content) or inside(own, source):
            rank = 0
        elif inside(inner.content, content):
            rank = 1
        else:
            continue
        candidate = rank, sum(e - s for s, e in content), k
        best = candidate if best is None else min(best, candidate)
    return None if best is None else best[2]


def joined(text: str, spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    """Spans in order; those with no letter or digit between them are one."""
    found: list[tuple[int, int]] = []
    for s, e in spans:
        if found and not any(c.isalnum() for c in text[found[-1][1]:s]):
            found[-1] = found[-1][0], e
        else:
            found.append((s, e))
    return found


def inside(spans: tuple[Span, ...], zone: list[tuple[int, int]]) -> bool:
    return all(any(a <= s and e <= b for a, b in zone) for s, e in spans)


@dataclass
class Group:
    """The spans of one attribution: its cue's fragments, the source that points to it most, its contents; and the least
    share with which a content points to it."""

    cue: list[Piece] = field(default_factory=list)
    source: Piece | None = None
    content: list[Piece] = field(default_factory=list)
    content_share: float = 1.0

    def attribution(self, document: Encoded) -> Attribution:
        def offsets(parts: list[Piece]) -> tuple[Span, ...]:
            return tuple((document.spans[p.start][0], document.spans[p.end - 1][1]) for p in sorted(parts, key=lambda p: p.start))

        return Attribution(offsets([self.source] if self.source else []), offsets(self.cue), offsets(self.content))


def decode_level(document: Encoded, scores: Scores) -> list[Attribution]:
    """One level's attributions in document order of their cues."""
    return [g.attribution(document) for g in group_level(document, scores)]


def group_level(document: Encoded, scores: Scores) -> list[Group]:
    """One level's groups in document order of their cues. A cue that nothing points to as its content is dropped: on
    dev nine in ten of those are none."""
    if len(document) == 0:
        return []
    labels = viterbi(scores.emissions, scores.transitions, document.line_start)
    spans = pieces(labels)
    cues = [p for p in spans if p.role == 2]
    if not cues:
        return []
    own = link_shares(scores, cues, cues)
    head = list(range(len(cues)))
    for i in range(1, len(cues)):
        best = int(own[i].argmax())
        if best < i and head[best] == best and own[i, best] > CONTINUED_CUE and cues[i].start - cues[best].end < 40:
            head[i] = best
    groups = {i: Group() for i in range(len(cues)) if head[i] == i}
    for i, h in enumerate(head):
        groups[h].cue.append(cues[i])
    sources = [p for p in spans if p.role == 1]
    merged = merge_columns(link_shares(scores, sources, cues), head)
    line = np.cumsum(document.line_start)
    for g in groups:
        # A source stands on its cue's line: of those that people marked two in three thousand do not.
        here = [i for i, s in enumerate(sources) if line[s.start] == line[cues[g].start]]
        best = max(here, key=lambda i: merged[i, g], default=None)
        if best is not None and merged[best, g] >= SOURCE:
            groups[g].source = sources[best]
    contents = [p for p in spans if p.role == 3]
    for row, span in zip(merge_columns(link_shares(scores, contents, cues), head), contents):
        best = int(row.argmax())
        for g in groups:
            if row[g] > 0 and (g == best or row[g] >= SHARED_CONTENT):
                groups[g].content.append(span)
                groups[g].content_share = min(groups[g].content_share, float(row[g]))
    return [g for _, g in sorted(groups.items()) if g.content]
