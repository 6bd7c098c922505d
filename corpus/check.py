#!/usr/bin/env python3
"""Checks the corpus beside this file: the form of the files, offsets, slices, parents, closed sets, the split.

Prints a line for each fault, then totals for each split and kind. Exit code 1 if there is a fault.
"""
import collections
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
CLOSED = {
    "stance": "assert deny confirm dismiss decline not-deny estimate promise demand ask warn praise criticize".split(),
    "certainty": "certain probable possible unknown".split(),
    "polarity": "positive negative".split(),
    "source_form": "name pronoun description none".split(),
}
KINDS = "named anonymous collective document outlet".split()
RELATIONS = "says cites quotes releases intercepts writes believes".split()


def read(path: Path) -> tuple[dict, list[str]]:
    """An article, and whether its file is in the one form that all have: keys in alphabetical order, an indent of one."""
    written = path.read_text(encoding="utf-8")
    article = json.loads(written)
    form = json.dumps(article, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    return article, [] if written == form else ["keys are not in alphabetical order, or the indent is not one"]


def spans(statement: dict, role: str) -> list[dict]:
    value = statement[role]
    return [] if value is None else [value] if isinstance(value, dict) else value


def faults(article: dict, text: str) -> list[str]:
    found, ids = [], {s["id"] for s in article["statements"]}
    parents = {s["id"]: s["parent"] for s in article["statements"]}
    if len(ids) != len(article["statements"]):
        found.append("two statements have one id")
    for s in article["statements"]:
        marked = spans(s, "source") + spans(s, "cue") + spans(s, "content") + s["quantities"] + s["times"]
        found += [f"{s['id']}: ‘{m['text']}’ is not at [{m['start']}, {m['end']})" for m in marked
                  if text[m["start"]:m["end"]] != m["text"] or not m["text"]]
        found += [f"{s['id']}: {key} ‘{s[key]}’" for key, words in CLOSED.items() if s[key] not in words]
        if not s["cue"] or not s["chain"]:
            found.append(f"{s['id']}: no cue or no chain")
        found += [f"{s['id']}: hop {h}" for h in s["chain"]
                  if h["kind"] not in KINDS or h.get("relation", "says") not in RELATIONS or not h["name"]]
        if s["parent"] is not None and s["parent"] not in ids:
            found.append(f"{s['id']}: parent {s['parent']} is not there")
        seen, at = set(), s["id"]
        while at is not None and at not in seen:
            seen.add(at)
            at = parents.get(at)
        if at is not None:
            found.append(f"{s['id']}: holds itself")
        if s["stance"] in ("demand", "ask", "decline", "not-deny") and s["certainty"] != "unknown":
            found.append(f"{s['id']}: {s['stance']} and {s['certainty']}")
    for entity in article["entities"]:
        found += [f"{entity['name']}: mention {m}" for m in entity["mentions"] if not 0 <= m[0] < m[1] <= len(text)]
    return found


def main() -> int:
    rows = [line.split("\t") for line in (HERE / "SPLIT.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    listed = {file for file, _ in rows}
    there = {str(p.relative_to(HERE)) for p in HERE.glob("*/*.json")}
    second = {name for name in there if name.startswith("second/")}
    bad = [f"{name}: in one of SPLIT.tsv and the folders only" for name in listed ^ (there - second)]
    for name in sorted(second):
        text = (HERE / name).with_suffix(".txt").read_bytes().decode("utf-8")
        article, form = read(HERE / name)
        bad += [f"{name}: {fault}" for fault in form + faults(article, text)]
    totals: dict[tuple[str, str], collections.Counter] = collections.defaultdict(collections.Counter)
    for file, split in rows:
        article, form = read(HERE / file)
        text = (HERE / file).with_suffix(".txt").read_text(encoding="utf-8")
        bad += [f"{file}: {fault}" for fault in form + faults(article, text)]
        count = totals[split, file.split("/")[0]]
        count["articles"] += 1
        count["words"] += len(text.split())
        for s in article["statements"]:
            count["statements"] += 1
            count["nested"] += s["parent"] is not None
            count["chains of two or more"] += len(s["chain"]) > 1
            count[s["stance"]] += 1
    for fault in bad:
        print(fault)
    for key, count in sorted(totals.items()):
        print(*key, "·", ", ".join(f"{name} {n}" for name, n in count.items()))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
