"""Windows: the stretches of a document that one encoder pass reads."""
from __future__ import annotations

from dataclasses import dataclass

from .text import Encoded

MAX_PIECES = 254
MAX_SEGMENT = 127
MIN_SEGMENT = 32
OVERLAP = 40
EDGE = 40
_SENTENCE_END = set(".!?")
_CLOSING = set("”\"’')]»")


@dataclass(frozen=True)
class Window:
    """Half-open range of words."""

    start: int
    end: int


def segments(document: Encoded) -> list[tuple[int, int]]:
    """Lines; those of more than MAX_SEGMENT pieces are cut after a sentence end, or where nothing else is left."""
    found: list[tuple[int, int]] = []
    start, size, cut = 0, 0, -1
    n = len(document)
    for i in range(n):
        pieces = len(document.pieces[i])
        if i > start and document.line_start[i]:
            found.append((start, i))
            start, size, cut = i, 0, -1
        elif size + pieces > MAX_SEGMENT and i > start:
            at = cut if cut > start else i
            found.append((start, at))
            start = at
            size = sum(len(p) for p in document.pieces[at:i])
            cut = -1
        size += pieces
        s, e = document.spans[i]
        if size >= MIN_SEGMENT and e - s == 1:
            c = document.text[s]
            if c in _SENTENCE_END or (c in _CLOSING and cut == i):
                cut = i + 1
    if start < n:
        found.append((start, n))
    return found


def windows(document: Encoded, overlap: int = OVERLAP, first: int = MAX_PIECES) -> list[Window]:
    """Whole segments, at most MAX_PIECES pieces a window; the next window starts up to `overlap` pieces back.

    `first` bounds the first window only: training shifts the bounds with it from epoch to epoch.
    """
    parts = segments(document)
    sizes = [sum(len(p) for p in document.pieces[s:e]) for s, e in parts]
    found: list[Window] = []
    i, limit = 0, first
    while i < len(parts):
        j, size = i, 0
        while j < len(parts) and (j == i or size + sizes[j] <= limit):
            size += sizes[j]
            j += 1
        limit = MAX_PIECES
        found.append(Window(parts[i][0], parts[j - 1][1]))
        if j == len(parts):
            break
        back, k = 0, j
        while k - 1 > i and back + sizes[k - 1] <= overlap:
            k -= 1
            back += sizes[k]
        i = k
    return found


def edge_weight(position: int, window: Window, words_in_document: int) -> float:
    """How much a window's opinion on one of its words counts: less towards an edge that is not the document's."""
    left = position - window.start + 1 if window.start > 0 else EDGE
    right = window.end - position if window.end < words_in_document else EDGE
    return min(left, right, EDGE) / EDGE
