"""Writes the table by which C# folds letters as `WordPiece` does, without a Unicode library at run time.

A line is the code point of a lower-case character and those of what is left of its canonical decomposition (Unicode
Standard Annex 15, NFD) without non-spacing marks, in hexadecimal as in the Unicode Character Database. Hangul syllables decompose by arithmetic and are left out, as is what folds to itself.

    python -m sayso_training.folding > src/Sayso.Core/Text/folding.txt
"""
from __future__ import annotations

import sys
import unicodedata

HANGUL = range(0xAC00, 0xD7A4)


def fold(character: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", character.lower()) if unicodedata.category(c) != "Mn")


def table() -> dict[str, str]:
    """Characters that lower-casing alone does not fold; U+0130 is the one whose lower case is two characters."""
    found = {}
    for code in range(sys.maxunicode + 1):
        c = chr(code)
        if code in HANGUL or unicodedata.category(c) in ("Cs", "Mn") or (c.lower() != c and len(c.lower()) == 1):
            continue
        folded = fold(c)
        if folded and folded != c:
            found[c] = folded
    return found


if __name__ == "__main__":
    for c, folded in table().items():
        print(*(f"{ord(each):04X}" for each in c + folded))
