"""Words, word pieces and surface features of a text, exactly as the C# side makes them.

A *word* is a maximal run of letters, marks, numbers and underscores, or one other visible character
(the WordPiece pre-tokenisation of BERT, Devlin et al. 2019, with the character classes spelled out so that
Python and .NET agree). Every offset is a code point offset over the text as read.
"""
from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

CASE_NONE, CASE_UPPER, CASE_CAPITALISED, CASE_LOWER = range(4)
UNKNOWN, CLASSIFY, SEPARATE, MASK, PAD = "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[PAD]"
MAX_WORD_CHARACTERS = 100


def words(text: str) -> list[tuple[int, int]]:
    """Half-open code point spans of the words of `text`, in order."""
    spans: list[tuple[int, int]] = []
    start = -1
    for i, c in enumerate(text):
        kind = unicodedata.category(c)[0]
        if kind in "LMN" or c == "_":
            if start < 0:
                start = i
            continue
        if start >= 0:
            spans.append((start, i))
            start = -1
        if kind not in "ZC":
            spans.append((i, i + 1))
    if start >= 0:
        spans.append((start, len(text)))
    return spans


def case_of(word: str) -> int:
    """Letter case class of a word: none, upper (two cased letters or more, all upper), capitalised, lower."""
    cased = [c for c in word if c.isupper() or c.islower()]
    if not cased:
        return CASE_NONE
    if len(cased) > 1 and all(c.isupper() for c in cased):
        return CASE_UPPER
    return CASE_CAPITALISED if cased[0].isupper() else CASE_LOWER


class WordPiece:
    """Greedy longest-match-first WordPiece over an uncased vocabulary (Wu et al. 2016)."""

    def __init__(self, vocabulary: Path):
        self.pieces = vocabulary.read_text(encoding="utf-8").split("\n")
        self.ids = {p: i for i, p in enumerate(self.pieces) if p}
        self._cache: dict[str, tuple[int, ...]] = {}

    def encode(self, word: str) -> tuple[int, ...]:
        """Piece ids of one word; never empty."""
        found = self._cache.get(word)
        if found is None:
            found = self._cache[word] = self._encode(word)
        return found

    def _encode(self, word: str) -> tuple[int, ...]:
        folded = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        if not folded or len(folded) > MAX_WORD_CHARACTERS:
            return (self.ids[UNKNOWN],)
        pieces, start = [], 0
        while start < len(folded):
            end = len(folded)
            while end > start:
                piece = self.ids.get(("##" if start else "") + folded[start:end])
                if piece is not None:
                    break
                end -= 1
            if end == start:
                return (self.ids[UNKNOWN],)
            pieces.append(piece)
            start = end
        return tuple(pieces)


@dataclass(frozen=True)
class Encoded:
    """A text as the network reads it; every list has one element a word."""

    text: str
    spans: list[tuple[int, int]]
    pieces: list[tuple[int, ...]]
    case: list[int]
    quoted: list[int]
    line_start: list[int]

    def __len__(self) -> int:
        return len(self.spans)


def encode(text: str, tokenizer: WordPiece) -> Encoded:
    """Words of a text with their pieces, letter case, whether they stand inside quotation marks, and line starts.

    Quotation marks count as inside. The state is reset at every line end, so that a mark that is never closed
    (each paragraph of a long quote opens one) spoils one line at most.
    """
    spans = words(text)
    found = [text[s:e] for s, e in spans]
    line_start = [int(n == 0 or "\n" in text[spans[n - 1][1]:s]) for n, (s, _) in enumerate(spans)]
    return Encoded(text, spans, [tokenizer.encode(w) for w in found], [case_of(w) for w in found],
                   quotation(found, line_start), line_start)


def quotation(words_of: list[str], line_start: list[int]) -> list[int]:
    """Whether each word stands inside quotation marks, which count as inside."""
    quoted, inside = [], False
    for word, new_line in zip(words_of, line_start):
        if new_line:
            inside = False
        here = inside
        if word in "“«":
            inside, here = True, True
        elif word in "”»":
            here, inside = True, False
        elif word == '"':
            here, inside = True, not inside
        quoted.append(int(here))
    return quoted
