#!/usr/bin/env python3
"""Plants edited copies of reports among the originals and scores how well reuse of text is found.

usage: planted.py --attest BIN --shared DIR [--copies N] [--kinds a,b] [--json] [--errors N]

Originals: DIR/corpus/fakes. Each kind is one case: all originals and N copies, each under another outlet, a day later: `verbatim`; `trimmed` (a
run of 30 to 60 % of the sentences); `reordered` (sentences shuffled); `edited` (6 % of words left out, 6 % replaced, 4 % put in, one sentence in
ten left out); `replaced` (20 % of words replaced by words of other reports).
A copy is found when a `shared_text` edge joins it to its original. An edge from a copy to another report is false unless the original itself
shares text with that report (a run of eight words, or 5 % of its runs of four: counted here, not by the program under test).
`false_alarms`: of the pairs of originals in one incident that share no such text, how many an edge of `shared_text` or `shared_quote` joins.
"""
import argparse
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile

KINDS = ["verbatim", "trimmed", "reordered", "edited", "replaced"]


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?])\s+", text) if s]


def edit(words, rate_out, rate_new, rate_in, vocabulary, rng):
    out = []
    for word in words:
        if rng.random() < rate_out:
            continue
        out.append(rng.choice(vocabulary) if rng.random() < rate_new else word)
        if rng.random() < rate_in:
            out.append(rng.choice(vocabulary))
    return out


def copy_of(text, kind, vocabulary, rng):
    parts = sentences(text)
    if kind == "trimmed":
        keep = max(1, round(len(parts) * rng.uniform(0.3, 0.6)))
        first = rng.randrange(len(parts) - keep + 1)
        return " ".join(parts[first:first + keep])
    if kind == "reordered":
        rng.shuffle(parts)
        return " ".join(parts)
    if kind == "edited":
        parts = [p for p in parts if rng.random() >= 0.1] or parts
        return " ".join(" ".join(edit(p.split(), 0.06, 0.06, 0.04, vocabulary, rng)) for p in parts)
    if kind == "replaced":
        return " ".join(edit(text.split(), 0, 0.2, 0, vocabulary, rng))
    return text


def runs(text, size):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i:i + size]) for i in range(len(words) - size + 1)}


class Overlap:
    """Whether two originals share text, by their runs of words."""

    def __init__(self, texts):
        self.four = {k: runs(t, 4) for k, t in texts.items()}
        self.eight = {k: runs(t, 8) for k, t in texts.items()}

    def share(self, a, b):
        fewer = min(len(self.four[a]), len(self.four[b])) or 1
        return bool(self.eight[a] & self.eight[b]) or len(self.four[a] & self.four[b]) >= 0.05 * fewer


def edges(attest, folder):
    """Pairs of inputs that share text, and those that share quotations; incidents as sets of inputs."""
    done = subprocess.run([attest, "dossier", "--quiet", "--format", "json", folder], capture_output=True, check=False)
    case = json.loads(done.stdout)
    key = {r["id"]: os.path.splitext(os.path.basename(r["input"]))[0] for r in case["reports"]}
    out = {"shared_text": set(), "shared_quote": set()}
    for d in case["dependencies"]:
        if d["signal"] in out and d["to"] in key:
            out[d["signal"]].add(frozenset((key[d["from"]], key[d["to"]])))
    return out, [sorted({key[m["report"]] for m in i["members"]}) for i in case["incidents"] if not i.get("kind") == "war total"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attest", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--copies", type=int, default=150)
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    folder = os.path.join(args.shared, "corpus", "fakes")
    reports = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            reports[os.path.splitext(name)[0]] = json.load(file)
    texts = {k: r["text"] for k, r in reports.items()}
    overlap = Overlap(texts)
    vocabulary = [w for t in texts.values() for w in t.split()]
    result = {}
    for kind in args.kinds.split(","):
        rng = random.Random(kind)
        chosen = rng.sample([k for k in sorted(texts) if len(texts[k].split()) >= 50], args.copies)
        with tempfile.TemporaryDirectory() as scratch:
            for k, r in reports.items():
                with open(os.path.join(scratch, k + ".json"), "w", encoding="utf-8") as file:
                    json.dump(r, file)
            for k in chosen:
                r = dict(reports[k], id="copy-" + k, outlet="copywire", text=copy_of(texts[k], kind, vocabulary, rng))
                with open(os.path.join(scratch, "copy-" + k + ".json"), "w", encoding="utf-8") as file:
                    json.dump(r, file)
            found, incidents = edges(args.attest, scratch)
        hits = false = 0
        for pair in sorted(found["shared_text"], key=sorted):
            copies = [k for k in pair if k.startswith("copy-")]
            if not copies:
                continue
            others = [k for k in pair if k != copies[0]]
            source, other = copies[0][5:], others[0].removeprefix("copy-")
            if source == other:
                hits += 1
            elif not overlap.share(source, other):
                false += 1
                if args.errors:
                    print("false", kind, source, other)
        for k in chosen:
            if frozenset((k, "copy-" + k)) not in found["shared_text"] and args.errors:
                print("missed", kind, k, len(texts[k].split()))
        p, r = hits / ((hits + false) or 1), hits / len(chosen)
        result[kind] = {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / ((p + r) or 1), 4)}
    both = found["shared_text"] | found["shared_quote"]
    pairs = {frozenset(p) for i in incidents for p in itertools.combinations([k for k in i if not k.startswith("copy-")], 2)}
    unrelated = [p for p in pairs if not overlap.share(*sorted(p))]
    alarms = sorted((p for p in unrelated if p in both), key=sorted)
    for p in alarms[:args.errors]:
        print("alarm", *sorted(p), "quote" if p in found["shared_quote"] else "text")
    result["unrelated"] = {"pairs": len(unrelated), "false_alarms": round(len(alarms) / (len(unrelated) or 1), 4)}
    print(json.dumps(result) if args.json else "\n".join(f"{k:10} {v}" for k, v in result.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
