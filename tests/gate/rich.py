#!/usr/bin/env python3
"""Scores statements and naming on the fully annotated reports (gold/seeds-rich.json); prints one line a measure.

usage: rich.py --attest BIN --shared DIR [--errors N] [--json] [--gate]

--gate: exit status 1 where a measure falls below its floor (FLOORS; a floor falls only by hand, with the reason in the same commit).

The data are not part of this repository; where they are absent this says so and exits 0 (nothing measured is no pass).

ACTS maps gold's words for acts to the contract's list. Where the contract has no word, the act is `other` (Attest keeps the finer word in
`detail`); where two of its words fit equally, both are accepted. OUTSIDE holds gold's deeds of force: neither words nor decisions, so no
statements of the contract; they are neither asked for nor, where predicted, held against the prediction.

statements    P, R, F1: a prediction matches a gold statement of the same report when their spans overlap and the acts agree (one to one, best overlap first)
actor         share of the matches whose actor (as written, in full, or the whole it speaks for) has the words of gold's; a pronoun never does;
              where gold names no actor the prediction must name none, or the one whom gold gives as canonical
labels        P, R, F1 of gold's `framing` with device `label` in the outlet's own voice against predictions with device `label` or `title` and voice `own`:
              the spans overlap by half of the shorter. Gold's other mentions of persons, organisations and groups (`entities`) are no framing:
              a prediction that lies on one of them is neither right nor wrong. events: the same for event nouns; distance: so-called, scare quotes
referent      share of the matched labels whose predicted referent is the one that stands for gold's referent (one to one over all reports)
"""
import argparse
import json
import os
import re
import subprocess
import sys

ACTS = {
    "condemn": {"condemn"}, "criticise": {"deplore", "condemn"}, "express_concern": {"deplore"}, "express_shock": {"deplore"},
    "urge": {"urge"}, "call_for_restraint": {"urge"}, "deny": {"deny"}, "dismiss": {"deny"}, "distance": {"deny"},
    "accuse": {"accuse"}, "label": {"accuse"}, "pledge": {"pledge"}, "defend": {"defend"}, "invite": {"invite"},
    "fund": {"fund"}, "donate": {"fund"}, "lift_sanctions": {"lift_sanctions"}, "ease_sanctions": {"lift_sanctions"},
    "establish_body": {"investigate"}, "warn": {"warn"}, "caution": {"warn"}, "condole": {"mourn"}, "verify": {"verify", "confirm"},
    "document": {"confirm", "other"}, "support": {"confirm", "other"},
    # what the contract has no word for
    "decline_to_condemn": {"other"}, "remain_silent": {"other"}, "not_take_responsibility": {"other"}, "praise": {"other", "defend"},
    "welcome": {"other", "defend"}, "endorse_engagement": {"other"}, "signal_engagement": {"other"}, "normalise": {"other"},
    "declare_solidarity": {"other"}, "publish": {"other"}, "organise": {"other"}, "announce": {"other"}, "refuse": {"other"},
    "impose_curfew": {"other"}, "deploy": {"other"}, "incite": {"other", "urge"}, "rally": {"other", "urge"},
}
OUTSIDE = {"attack", "military_operation", "retaliate"}
PRONOUNS = {"he", "she", "it", "they", "who", "whom", "i", "we", "many of whom", "which"}
SMALL = {"the", "a", "an", "of", "and", "for", "s", "to", "in"}


def words(text):
    return {w for w in re.findall(r"\w+", (text or "").casefold()) if w not in SMALL}


def same_name(a, b):
    """Half of the shorter name's words are shared."""
    a, b = words(a), words(b)
    return bool(a and b) and len(a & b) * 2 >= min(len(a), len(b))


def overlap(p, g):
    return max(0, min(p["end"], g["end"]) - max(p["begin"], g["begin"]))


def pair(predicted, gold, likeness):
    """One to one, best first: list of (prediction index, gold index)."""
    found = sorted((-likeness(p, g), i, j) for i, p in enumerate(predicted) for j, g in enumerate(gold) if likeness(p, g) > 0)
    used_p, used_g, out = set(), set(), []
    for _, i, j in found:
        if i not in used_p and j not in used_g:
            used_p.add(i)
            used_g.add(j)
            out.append((i, j))
    return out


def prf(hits, predicted, gold):
    p, r = hits / predicted if predicted else 0.0, hits / gold if gold else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0, "n": gold}


def span(item):
    return {"begin": item["span"]["start"], "end": item["span"]["end"]}


def half(p, g):
    shared = overlap(p, g)
    return shared / max(p["end"] - p["begin"], g["end"] - g["begin"]) if shared * 2 >= min(p["end"] - p["begin"], g["end"] - g["begin"]) else 0


def actor_right(p, g):
    wanted = [(g["actor"] or {}).get("text"), (g["actor"] or {}).get("canonical")]
    wanted = [w for w in wanted if w and w.casefold() not in PRONOUNS and not w.startswith("unspecified")]
    said = [x for x in (p.get("actor"), p.get("actor_canonical"), p.get("actor_organisation")) if x and x.casefold() not in PRONOUNS]
    if not said:
        return not (g["actor"] or {}).get("text")
    return any(same_name(a, b) for a in said for b in wanted)


def statements(predictions, gold, errors):
    hits = n_predicted = n_gold = right = 0
    for name, document in gold.items():
        inside = [g for g in document["statements"] if g["act"] not in OUTSIDE]
        deeds = [span(g) for g in document["statements"] if g["act"] in OUTSIDE]
        ps = predictions[name]["statements"]

        def likeness(p, g):
            shared = overlap(p, span(g))
            if not shared or p["act"] not in ACTS[g["act"]]:
                return 0
            return 2 * shared / (p["end"] - p["begin"] + span(g)["end"] - span(g)["begin"]) + (0.3 if actor_right(p, g) else 0)

        pairs = pair(ps, inside, likeness)
        used_p, used_g = {i for i, _ in pairs}, {j for _, j in pairs}
        free = [i for i, p in enumerate(ps) if i not in used_p and p["act"] == "other" and any(overlap(p, d) for d in deeds)]
        hits, n_predicted, n_gold = hits + len(pairs), n_predicted + len(ps) - len(free), n_gold + len(inside)
        for i, j in pairs:
            ok = actor_right(ps[i], inside[j])
            right += ok
            if not ok:
                errors.append(f"actor    {inside[j]['id']}: {ps[i]['actor']!r} for {(inside[j]['actor'] or {}).get('canonical')!r}: {ps[i]['text'][:100]!r}")
        errors.extend(f"missed   {g['id']} {g['act']}: {g['span']['text'][:140]!r}" for j, g in enumerate(inside) if j not in used_g)
        errors.extend(f"spurious {name[:3]} {p['act']}/{p.get('detail')} {p['actor']!r}: {p['text'][:140]!r}"
                      for i, p in enumerate(ps) if i not in used_p and i not in free)
    return prf(hits, n_predicted, n_gold), round(right / hits, 4) if hits else None


FLOORS = {"statements.f1": 0.88, "actor": 0.90, "labels.f1": 0.88, "referent": 0.87, "sixty_million": True, "invitee": True, "leader": 1.0}

KINDS = {"labels": ({"label"}, {"label", "title"}), "events": ({"event_noun"}, {"event_noun"}),
         "distance": ({"scare_quotes", "so-called"}, {"scare_quotes", "so-called"})}


def naming(predictions, gold, kind, errors):
    gold_devices, own_devices = KINDS[kind]
    hits = n_predicted = n_gold = 0
    matched = []
    for name, document in gold.items():
        wanted = [f for f in document["framing"] if f["device"] in gold_devices and f["voice"] == "outlet"]
        others = [{"begin": m["start"], "end": m["end"]} for e in document["entities"] if e["type"] != "place" for m in e["mentions"]]
        if kind == "events":  # other event words of the outlet that gold has, whatever the device
            others = [span(f) for f in document["framing"] if f["voice"] == "outlet"]
            others += [{"begin": h["start"], "end": h["end"]} for h in document["unannotated_harm_words"]]
        ps = [n for n in predictions[name]["naming"] if n.get("device") in own_devices and n["voice"] == "own"]
        pairs = pair(ps, wanted, lambda p, g: half(p, span(g)))
        used_p, used_g = {i for i, _ in pairs}, {j for _, j in pairs}
        neither = {i for i, p in enumerate(ps) if i not in used_p and any(half(p, o) for o in others)}
        hits, n_predicted, n_gold = hits + len(pairs), n_predicted + len(ps) - len(neither), n_gold + len(wanted)
        matched.extend((ps[i]["referent"], wanted[j]["referent"], ps[i]["text"]) for i, j in pairs)
        errors.extend(f"missed   {kind} {g['id']}: {g['text']!r} ({g['referent'][:40]})" for j, g in enumerate(wanted) if j not in used_g)
        errors.extend(f"spurious {kind} {name[:3]}: {p['text']!r} ({p['referent']})" for i, p in enumerate(ps) if i not in used_p and i not in neither)
    counts = {}
    for p, g, _ in matched:
        counts[p, g] = counts.get((p, g), 0) + 1
    stands_for, taken = {}, set()
    for (p, g), _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if p not in stands_for and g not in taken:
            stands_for[p] = g
            taken.add(g)
    errors.extend(f"referent {kind}: {text!r} is {p!r}, gold {g[:50]!r}" for p, g, text in matched if stands_for.get(p) != g)
    right = sum(stands_for.get(p) == g for p, g, _ in matched)
    return prf(hits, n_predicted, n_gold), round(right / len(matched), 4) if matched else None


def sixty_million(predictions):
    """The donation with amount, currency, donor and recipient, in any report."""
    return any(s["act"] == "fund" and (s.get("amount") or {}).get("value") == 60000000 and s["amount"].get("currency") == "EUR"
               and re.search(r"Berlin|German", s["actor"] or "") and re.search(r"government|rulers", s["target"] or "")
               for p in predictions.values() for s in p["statements"])


def invitee(dossier):
    texts = {(s["report"], s["id"]): s.get("text") or "" for s in dossier["statements"]}
    for c in dossier["contradictions"]:
        said = [texts.get((b["report"], b["statement"]), "") for b in c["between"]]
        if c["about"] == "invitee" and any("Shaibani" in t for t in said) and any("Sharaa" in t for t in said):
            return True
    return False


def leader(dossier):
    """Share of the leader's gold names that one referent of the naming table holds."""
    wanted = {"syria's interim president ahmed al-sharaa", "president al-sharaa", "interim president ahmed al-sharaa",
              "abu muhammad al-jolani", "al-jolani", "ahmed al-sharaa", "sharaa", "al-sharaa", "interim president"}
    flat = lambda t: re.sub(r"[“”\"*]", "", t.replace("’", "'")).casefold()
    best = 0
    for row in dossier["naming"]:
        names = {flat(n["text"]) for n in row["names"]}
        best = max(best, sum(any(w in n for n in names) for w in wanted) / len(wanted))
    return round(best, 4)


def run(attest, arguments):
    done = subprocess.run([attest, *arguments], capture_output=True, timeout=900, check=False)
    return done.stdout.decode("utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attest", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--gate", action="store_true")
    args = parser.parse_args()
    path = os.path.join(args.shared, "gold", "seeds-rich.json")
    if not os.path.exists(path):
        print(f"rich: {path} is absent: nothing measured")
        return 0
    with open(path, encoding="utf-8") as file:
        gold = json.load(file)["documents"]
    inputs = [os.path.join(args.shared, "corpus", "seeds", name) for name in sorted(gold)]
    lines = [json.loads(line) for line in run(args.attest, ["analyze", "--quiet", *inputs]).splitlines()]
    predictions = {os.path.basename(o["input"]): o for o in lines}
    dossier = json.loads(run(args.attest, ["dossier", "--quiet", "--format", "json", *inputs]))
    errors, out = [], {}
    out["statements"], out["actor"] = statements(predictions, gold, errors)
    for kind in KINDS:
        out[kind], referent = naming(predictions, gold, kind, errors)
        if kind == "labels":
            out["referent"] = referent
    out["sixty_million"], out["invitee"], out["leader"] = sixty_million(predictions), invitee(dossier), leader(dossier)
    for line in errors[:args.errors]:
        print(line)
    if args.json:
        print(json.dumps(out))
        return 0
    for key, value in out.items():
        if isinstance(value, dict):
            value = "  ".join(f"{k} {v}" for k, v in value.items())
        print(f"{key:16} {value}")
    below = 0
    for key, floor in FLOORS.items() if args.gate else []:
        value = out
        for part in key.split("."):
            value = value[part]
        if value is None or value < floor:
            print(f"{key} {value} is BELOW its floor {floor}")
            below = 1
    return below


if __name__ == "__main__":
    sys.exit(main())
