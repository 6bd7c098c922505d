#!/usr/bin/env python3
"""How far two annotators of the same articles agree: `corpus/agreement.py` compares `second/` with what stands in
`natural/` and `enriched/`.

Statements of the two are paired one to one, greedily by the overlap of cue and content; a pair's cues share a character
and its contents (or, where either has none, its cues) overlap. Found is the F1 of pairs; source, where both have the
same or none, counts the intersection over union of at least .5, as `sayso eval statements` does. The values of paired
statements are compared as written; quantities and times by overlapping spans in
paired contents. The second annotator was not told the dates of publication, so that values of times are not compared.
"""
import json
from pathlib import Path

ROOT = Path(__file__).parent


def spans(value) -> list[tuple[int, int]]:
    items = [] if value is None else value if isinstance(value, list) else [value]
    return [(i["start"], i["end"]) for i in items]


def characters(value) -> set[int]:
    return {c for start, end in spans(value) for c in range(start, end)}


def overlap(a, b) -> float:
    left, right = characters(a), characters(b)
    return len(left & right) / len(left | right) if left | right else 1.0


def pairs(first: list[dict], second: list[dict]) -> list[tuple[dict, dict]]:
    scored = []
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            cue = overlap(a["cue"], b["cue"])
            content = overlap(a["content"], b["content"]) if a["content"] and b["content"] else cue
            if cue > 0 and content > 0:
                scored.append((cue + content, -i, -j))
    taken_first, taken_second, found = set(), set(), []
    for _, i, j in sorted(scored, reverse=True):
        if i not in taken_first and j not in taken_second:
            taken_first.add(i)
            taken_second.add(j)
            found.append((first[-i], second[-j]))
    return found


def f1(right: int, first: int, second: int) -> float:
    return 2 * right / (first + second) if first + second else 1.0


def values(pairs_of: list[tuple[dict, dict]], key: str, same) -> tuple[int, int, int]:
    """Values of one kind in paired statements: (right in both, of the first, of the second)."""
    right = total_first = total_second = 0
    for a, b in pairs_of:
        left, free = a[key], list(b[key])
        total_first, total_second = total_first + len(left), total_second + len(free)
        for value in left:
            match = next((o for o in free if overlap(value, o) > 0 and same(value, o)), None)
            if match is not None:
                free.remove(match)
                right += 1
    return right, total_first, total_second


def main() -> None:
    counts = {"first": 0, "second": 0}
    paired: list[tuple[dict, dict]] = []
    articles = 0
    for file in sorted((ROOT / "second").glob("*.json")):
        original = next(p for part in ("natural", "enriched") if (p := ROOT / part / file.name).exists())
        assert original.with_suffix(".txt").read_bytes() == file.with_suffix(".txt").read_bytes(), file.name
        first = json.loads(original.read_text(encoding="utf-8"))["statements"]
        second = json.loads(file.read_text(encoding="utf-8"))["statements"]
        counts["first"] += len(first)
        counts["second"] += len(second)
        paired += pairs(first, second)
        articles += 1
    n = len(paired)
    print(f"articles {articles}, statements {counts['first']} and {counts['second']}, paired {n}")
    print(f"found F1\t{f1(n, counts['first'], counts['second']):.3f}")
    nested = [[s for s in (a, b)] for a, b in paired if a["parent"] or b["parent"]]
    print(f"nested in both, of nested in either\t{sum(bool(a['parent']) and bool(b['parent']) for a, b in nested) / max(1, len(nested)):.3f}")
    print(f"source\t{sum(overlap(a['source'], b['source']) >= .5 for a, b in paired) / n:.3f}")
    print(f"cue, exact\t{sum(spans(a['cue']) == spans(b['cue']) for a, b in paired) / n:.3f}")
    print(f"content, exact\t{sum(spans(a['content']) == spans(b['content']) for a, b in paired) / n:.3f}")
    for key in ("stance", "certainty", "polarity"):
        print(f"{key}\t{sum(a[key] == b[key] for a, b in paired) / n:.3f}")
    names = lambda s: [h["name"].lower() for h in s["chain"]]
    print(f"chain, names in order\t{sum(names(a) == names(b) for a, b in paired) / n:.3f}")
    long = [(a, b) for a, b in paired if len(a["chain"]) > 1 or len(b["chain"]) > 1]
    print(f"chain of two or more in either, names in order ({len(long)})\t{sum(names(a) == names(b) for a, b in long) / max(1, len(long)):.3f}")
    print(f"chain, length\t{sum(len(a['chain']) == len(b['chain']) for a, b in paired) / n:.3f}")
    print(f"speaker\t{sum((a['speaker'] or '').lower() == (b['speaker'] or '').lower() for a, b in paired) / n:.3f}")
    number = lambda a, b: all(a.get(k) == b.get(k) for k in ("value", "low", "high", "unit"))
    for key, same in (("quantities", number), ("times, of one type", lambda a, b: a["type"] == b["type"])):
        right, first, second = values(paired, key.split(",")[0], same)
        print(f"{key}, right F1 ({first} and {second})\t{f1(right, first, second):.3f}")


if __name__ == "__main__":
    main()
