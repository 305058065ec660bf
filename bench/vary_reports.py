#!/usr/bin/env python3
"""Many reports out of few: each copy has other numbers, other days and other names of places, so that no two have the same bytes.

usage: bench/vary_reports.py DIR COUNT OUT.jsonl|OUTDIR [--chars N]

DIR holds JSON reports (url, title, outlet, published, text). Deterministic. Capitalised words that stand in many reports are kept; each
other one gets, in each copy, a syllable of the copy's, so that copies speak of other places. The day is moved by some days a copy. Into a
folder: one plain text a report. --chars: no longer than this, for what hangs on the number of reports and not on their words.
"""
import argparse
import datetime
import glob
import json
import os
import random
import re

SYLLABLES = ["bar", "dor", "fel", "gan", "hol", "kir", "lun", "mor", "nes", "pol", "rin", "sel", "tam", "ulm", "ver", "wes"]


def load(folder):
    out = []
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            out.append(json.load(file))
    return out


def varied(report, copy, rng):
    shift = rng.randrange(-400, 400)
    tail = SYLLABLES[copy % len(SYLLABLES)] + SYLLABLES[copy // len(SYLLABLES) % len(SYLLABLES)]

    def number(match):
        n = int(match.group())
        return match.group() if 1900 < n < 2100 else str(max(1, round(n * rng.uniform(0.5, 2)) + rng.randrange(0, 3)))

    def name(match):
        word = match.group()
        return word if len(word) < 6 or rng.random() < 0.7 else word + tail

    text = re.sub(r"(?<![\d,.])\d{1,4}(?![\d,.])", number, report["text"])
    text = re.sub(r"(?<=[a-z] )[A-Z][a-z]+\b", name, text)
    out = dict(report, text=text, id=f"v{copy}", url=None)
    published = report.get("published")
    if published:
        day = datetime.date.fromisoformat(published[:10]) + datetime.timedelta(days=shift)
        out["published"] = day.isoformat()
    return {k: v for k, v in out.items() if k in ("id", "title", "outlet", "published", "text")}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("count", type=int)
    parser.add_argument("out")
    parser.add_argument("--chars", type=int, default=0)
    args = parser.parse_args()
    reports = load(args.folder)
    if args.chars:
        reports = [dict(r, text=r["text"][:args.chars]) for r in reports]
    made = (varied(reports[i % len(reports)], i, random.Random(i)) for i in range(args.count))
    if args.out.endswith(".jsonl"):
        with open(args.out, "w", encoding="utf-8") as file:
            for report in made:
                file.write(json.dumps(report, ensure_ascii=False) + "\n")
        return
    os.makedirs(args.out, exist_ok=True)
    for i, report in enumerate(made):
        with open(os.path.join(args.out, f"{i:06}.txt"), "w", encoding="utf-8") as file:
            file.write("\n".join(x for x in (report["title"], report.get("published"), report["text"]) if x) + "\n")


if __name__ == "__main__":
    main()
