#!/usr/bin/env python3
"""Scores entities across reports against the fully annotated reports (gold/seeds-rich.json); prints one line a measure.

usage: rich_entities.py --attest BIN --shared DIR [--errors N] [--json]

A mention inside a longer one of the same entity is no other: either may be found.
entities   B-cubed P, R, F1 of the dossier's `entities` over gold's mentions that were found: a predicted mention and a gold mention of the same
           report are one where their spans overlap by half of the longer, one to one, best overlap first (as the incidents are scored over
           the claims that were found). `found`: share of gold's mentions that are. `named`: the same over gold's mentions that hold a capital
           letter past their first word or article; there what was not found stands alone and counts against recall
spellings  share of gold's spellings of places and of the armed group that fall into one entity each
apart      share of gold's do-not-merge pairs that are not one entity
"""
import argparse
import json
import os
import re
import subprocess
import sys


def predicted(attest, folder):
    """By report: predicted mentions as (begin, end, entity)."""
    done = subprocess.run([attest, "dossier", "--quiet", "--format", "json", folder], capture_output=True, check=False)
    case = json.loads(done.stdout)
    key = {r["id"]: os.path.basename(r["input"]) for r in case["reports"]}
    out, names = {}, {}
    for e in case["entities"]:
        names[e["id"]] = e["name"]
        for a in e["aliases"]:
            out.setdefault(key[a["report"]], []).append((a["begin"], a["end"], e["id"]))
    return out, names


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def matches(mine, gold):
    """One to one: (index in mine, index in gold), best overlap first."""
    found = []
    for i, p in enumerate(mine):
        for j, g in enumerate(gold):
            common, longest = overlap(p, g), max(p[1] - p[0], g[1] - g[0])
            if 2 * common >= longest:
                found.append((-common / longest, i, j))
    used_i, used_j, out = set(), set(), []
    for _, i, j in sorted(found):
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            out.append((i, j))
    return out


def b_cubed(items):
    p = sum(sum(x[0] == y[0] for y in items if x[1] == y[1]) / sum(x[1] == y[1] for y in items) for x in items) / (len(items) or 1)
    r = sum(sum(x[1] == y[1] for y in items if x[0] == y[0]) / sum(x[0] == y[0] for y in items) for x in items) / (len(items) or 1)
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0, "n": len(items)}


def named(text):
    return bool(re.search(r"[A-ZÀ-Þ]", re.sub(r"^(The|A|An|Another|Many|One|Several|Other|Her|His)\b", "", text)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attest", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    path = os.path.join(args.shared, "gold", "seeds-rich.json")
    if not os.path.exists(path):
        print("rich_entities: gold/seeds-rich.json is absent: nothing measured")
        return 0
    with open(path, encoding="utf-8") as file:
        rich = json.load(file)
    mine, names = predicted(args.attest, os.path.join(args.shared, "corpus", "seeds"))
    found, strict, total, where = [], [], 0, {}
    for doc, d in rich["documents"].items():
        spans = [(m["start"], m["end"], e["key"], m["text"]) for e in d["entities"] for m in e["mentions"]]
        pairs = {spans[j]: mine.get(doc, [])[i] for i, j in matches(mine.get(doc, []), spans)}
        inside = lambda a, b: a != b and a[2] == b[2] and b[0] <= a[0] and a[1] <= b[1]
        gold = [g for g in spans if not any(inside(g, other) for other in spans)]
        total += len(gold)
        for j, g in enumerate(gold):
            got = next((pairs[s] for s in [g] + [s for s in spans if inside(s, g)] if s in pairs), None)
            where[(doc, g[0], g[1])] = got[2] if got else None
            if got:
                found.append((g[2], got[2], doc, g[3]))
            if named(g[3]):
                strict.append((g[2], got[2] if got else ("alone", doc, j), doc, g[3]))
    out = {"entities": b_cubed(found), "named": b_cubed(strict), "found": round(len(found) / total, 4)}

    def entity(doc, begin, end):
        """The predicted entity whose mention overlaps a span most."""
        best = max(mine.get(doc, []), key=lambda p: overlap(p, (begin, end)) / max(p[1] - p[0], end - begin), default=None)
        return best[2] if best and overlap(best, (begin, end)) else None

    keys = {"BANIYAS": r"^Ban[iy]+as$", "TARTUS": r"^Tarto?us$", "HTS": r"^(HTS|Ha[iy]'?at Tahrir al-Sham( \(HTS\))?)$"}
    spelled = {k: {e for g, e, _, text in found if g == k and re.match(spelling, text)} for k, spelling in keys.items()}
    out["spellings"] = round(sum(len(v) == 1 for v in spelled.values()) / len(keys), 4)
    pairs = rich["cross_document"]["do_not_merge"]
    apart = []
    for pair in pairs:
        a, b = (entity(pair[s]["doc"], pair[s]["start"], pair[s]["end"]) for s in "ab")
        apart.append(a is None or b is None or a != b)
        if args.errors and not apart[-1]:
            print("merged", pair["a"]["text"], "|", pair["b"]["text"], "as", a, names.get(a))
    out["apart"] = round(sum(apart) / len(pairs), 4)
    if args.errors:
        by_gold, by_mine = {}, {}
        for g, e, doc, text in found:
            by_gold.setdefault(g, {}).setdefault(e, []).append(doc[:3] + " " + text)
            by_mine.setdefault(e, {}).setdefault(g, []).append(doc[:3] + " " + text)
        for g, v in sorted(by_gold.items(), key=lambda kv: -sum(map(len, kv[1].values())))[:args.errors]:
            if len(v) > 1:
                print("split", g, {str(names.get(k, k)): t[:4] for k, t in v.items()})
        for e, v in sorted(by_mine.items(), key=lambda kv: -sum(map(len, kv[1].values())))[:args.errors]:
            if len(v) > 1:
                print("lumped", names.get(e), {k: t[:4] for k, t in v.items()})
        missing = sorted({(x[2][:3], x[3]) for x in strict if isinstance(x[1], tuple)})
        print("not found", missing[:args.errors * 3])
    print(json.dumps(out) if args.json else "\n".join(f"{k:10} {v}" for k, v in out.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
