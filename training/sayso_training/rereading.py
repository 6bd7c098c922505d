"""Contents read again by themselves: what is un-nested there is nested in the article.

A teacher of nested attributions that costs a second pass, so the student's encoder learns from it and the program never
runs it. PolNeAR's thousands of un-nested attributions say so what people's few nested ones cannot.
"""
from __future__ import annotations

import numpy as np

from .corpora import SAYSO, Article, Attribution
from .decode import Scores
from .model import AttributionNetwork
from .predict import scores
from .text import Encoded, quotation

SHARE = 0.25
"""How much reading again counts beside the nested level's own opinion. On sayso's dev, with the shipped weights: found
.563 at 0, .586 at .25, .561 at .35, .473 at .5."""
SHORTEST = 5
"""Words: shorter contents hold no attribution."""
_OPENING, _CLOSING = set("“\"«,"), set("”\"»,")
_NEVER = -1e4

Reading = tuple[list[int], list[Scores]]
"""The words that a content has in the article, and each network's un-nested scores of them."""


def content_of(article: Encoded, attribution: Attribution) -> tuple[list[int], Encoded] | None:
    """A content's words, without the marks around it, as a text of its own; None where it is too short."""
    at = [i for i, (s, e) in enumerate(article.spans) if any(a <= s and e <= b for a, b in attribution.content)]
    while at and article.text[article.spans[at[0]][0]] in _OPENING:
        at = at[1:]
    while at and article.text[article.spans[at[-1]][0]] in _CLOSING:
        at = at[:-1]
    if len(at) < SHORTEST:
        return None
    begins = [int(k == 0 or bool(article.line_start[i])) for k, i in enumerate(at)]
    spans = [article.spans[i] for i in at]
    return at, Encoded(article.text, spans, [article.pieces[i] for i in at], [article.case[i] for i in at],
                       quotation([article.text[s:e] for s, e in spans], begins), begins)


def read_again(networks: list[AttributionNetwork], articles: list[Article], outer: list[list[Attribution]]) -> list[list[Reading]]:
    """Each article's contents, read by each network by our own convention."""
    jobs = [(n, made) for n, (article, attributions) in enumerate(zip(articles, outer)) for a in attributions
            if (made := content_of(article.encoded, a))]
    texts = [Article("", encoded, [None, None], SAYSO) for _, (_, encoded) in jobs]
    read = [scores(network, texts, batch=32) for network in networks]
    found: list[list[Reading]] = [[] for _ in articles]
    for k, (n, (at, _)) in enumerate(jobs):
        found[n].append((at, [r[k][0] for r in read]))
    return found


def nested(own: Scores, readings: list[Reading], share: float = SHARE) -> Scores:
    """The nested level's own scores with those of reading again mixed in, inside contents; emissions are log probabilities."""
    mixed = probabilities(own.emissions)
    again, times = np.zeros_like(mixed), np.zeros((len(mixed), 1), mixed.dtype)
    links = list(own.links)
    for at, found in readings:
        again[at] += np.mean([probabilities(s.emissions) for s in found], 0)
        times[at] += 1
        links += [placed(at, share / (1 - share), *link) for s in found for link in s.links]
    here = times[:, 0] > 0
    mixed[here] = (1 - share) * mixed[here] + share * again[here] / times[here]
    return Scores(np.log(np.maximum(mixed, 1e-7)), links, own.transitions)


def placed(at: list[int], share: float, start: int, weights: np.ndarray, link: np.ndarray) -> tuple[int, np.ndarray, np.ndarray]:
    """One window's pointing within a content, as pointing within the article; words between its fragments have no part."""
    words = at[start:start + len(weights)]
    size = words[-1] + 1 - words[0]
    local = [i - words[0] for i in words]
    wide, counted = np.full((size, size), _NEVER, np.float32), np.zeros(size, np.float32)
    wide[np.ix_(local, local)] = link
    counted[local] = np.maximum(weights, 1e-3) * share
    return words[0], counted, wide


def probabilities(emissions: np.ndarray) -> np.ndarray:
    e = np.exp(emissions - emissions.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)
