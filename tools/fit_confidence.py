#!/usr/bin/env python3
"""Fits the logistic table of `confidence` (lang/en/confidence.toml) and prints the reliability of held-out documents.

usage: fit_confidence.py MATCHED.jsonl [--write lang/en/confidence.toml]

MATCHED.jsonl holds one object a claim: {"document", "features": [...], "right": 0 or 1}, as the caller matched the program's claims with gold
(docs/quality.md says with which sets). Features are those of src/know/confidence.h. Every second document fits, the others are held out; the table that
is written is fitted on all. Gradient descent with a small ridge from a fixed start: the same input gives the same table.
"""
import json
import math
import sys
import zlib

EXAMPLE = ("base", "effect.killed", "how.passive")  # what "Three traders were killed in Dorvan." rests on


def probability(weights, features):
    return 1 / (1 + math.exp(-sum(weights.get(f, 0.0) for f in features)))


def fit(rows, rounds=300, ridge=2.0):
    names = sorted({f for _, features, _ in rows for f in features})
    weights = dict.fromkeys(names, 0.0)
    counts = {n: 1 + sum(n in features for _, features, _ in rows) for n in names}
    for _ in range(rounds):
        slope = {n: -ridge * weights[n] * (n != "base") for n in names}
        for _, features, right in rows:
            error = right - probability(weights, features)
            for f in features:
                slope[f] += error
        for n in names:
            weights[n] += 2.0 * slope[n] / (counts[n] + ridge)
    return weights


def reliability(weights, rows):
    bins = {}
    for _, features, right in rows:
        p = min(0.99, max(0.01, probability(weights, features)))
        edge = 0.5 if p < 0.6 else math.floor(p * 10) / 10
        bins.setdefault(edge, []).append((p, right))
    return [(edge, len(b), sum(p for p, _ in b) / len(b), sum(r for _, r in b) / len(b)) for edge, b in sorted(bins.items())]


def main(argv):
    rows = []
    with open(argv[0], encoding="utf-8") as file:
        for line in file:
            o = json.loads(line)
            rows.append((o["document"], o["features"], o["right"]))
    held = [r for r in rows if zlib.crc32(r[0].encode()) % 2]
    for edge, n, said, was in reliability(fit([r for r in rows if r not in held]), held):
        print(f"{edge:.1f}  {n:6}  said {said:.3f}  was {was:.3f}")
    if "--write" in argv:
        with open(argv[argv.index("--write") + 1], "w", encoding="utf-8") as out:
            out.write("# The logistic table of `confidence` (src/know/confidence.h), written by tools/fit_confidence.py from development sets. `words`: features.\n")
            weights = {name: round(weight, 2) for name, weight in fit(rows).items()}
            expected = math.floor(probability(weights, EXAMPLE) * 100) / 100
            example = f'{{text = "Three traders were killed in Dorvan.", expect = ["confidence={expected:.2f}"]}}'
            for name, weight in sorted(weights.items()):
                out.write(f'\n[[rule]]\nid = "{name}"\nwords = ["{name}"]\nlogit = "{weight:.2f}"\nexamples = [{example}]\n')
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
