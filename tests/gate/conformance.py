#!/usr/bin/env python3
"""Runs the conformance sets of web formats: feeds, PDF, robots.txt, web archives.

usage: conformance.py --attest BIN --robots BIN --shared DIR [--failures]

A case passes, or is explained in conformance_explained.txt (lines "SET/CASE: reason"; a reason for a whole kind of cases stands under "SET/kind:KIND"),
or the gate fails. What a case asks that Attest does not keep (an author's address, a link's title) is counted apart. Sets that are absent print
"not measured". The files are other people's: they stay where they are.
"""
import argparse
import base64
import gzip
import html
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
EXPLAINED = os.path.join(HERE, "conformance_explained.txt")


def fold(text):
    """Words alone: markup, entities and white space are written in many ways."""
    text = re.sub(r"<(style|script)\b.*?</\1>", " ", text or "", flags=re.S | re.I)
    return re.sub(r"\W+", " ", html.unescape(re.sub(r"<[^>]*>", " ", text))).strip().casefold()


def extract(attest, path):
    """Lines that `attest extract` writes of one file; None where it crashed."""
    done = subprocess.run([attest, "extract", "--quiet", path], capture_output=True, text=True, timeout=120, check=False)
    if done.returncode not in (0, 1):
        return None
    return [json.loads(line) for line in done.stdout.splitlines()]


FEED_FIELDS = {"title": "title", "title_detail.value": "title", "link": "url", "author": "byline", "author_detail.name": "byline",
               "summary": "text", "summary_detail.value": "text", "content[0].value": "text", "id": "id",
               "published_parsed": "published", "updated_parsed": "modified", "language": "language"}


def feed_value(entry, field):
    if field == "id":
        return entry["input"].split("#", 1)[1]
    return entry.get(field) or ""


def feed_holds(field, want, got):
    if field in ("published", "modified"):
        return got[:10] == "%04d-%02d-%02d" % tuple(want[:3])
    if field == "language":
        return got == str(want)[:2].lower()
    if field in ("url", "id"):
        return got == want
    # What looks like markup in a text is none; and titles may be asked for with their markup.
    plain = re.sub(r"\W+", " ", got).strip().casefold()
    wants = {fold(str(want)), re.sub(r"\W+", " ", str(want)).strip().casefold(), fold(html.unescape(str(want)))}
    return any(w in plain if field == "text" else w == plain for w in wants)


def feeds(attest, folder, scratch):
    rows = []
    for line in gzip.open(os.path.join(folder, "cases.jsonl.gz"), "rt", encoding="utf-8"):
        case = json.loads(line)
        path = os.path.join(scratch, re.sub(r"\W", "_", case["name"]) + ".xml")
        with open(path, "wb") as file:
            file.write(base64.b64decode(case["base64"]))
        got = extract(attest, path)
        if got is None:
            rows.append((case["name"], "crash", "crash", ""))
            continue
        entries = [g for g in got if "error" not in g]
        asked = False
        for where, want in case["expect"]:
            match = re.match(r"(?:entries\[(\d+)\]|feed)\.(.*)$", where)
            if not match:
                continue
            index, name = match.groups()
            field = FEED_FIELDS.get(name) if index else {"title": "outlet", "title_detail.value": "outlet", "language": "language"}.get(name)
            if not field or not str(want).strip():
                continue
            if not index and not entries:
                continue  # what a feed without entries says of itself is told nowhere
            asked = True
            at = int(index or 0)
            value = feed_value(entries[at], field) if at < len(entries) else ""
            if not feed_holds(field, want, value):
                rows.append((case["name"], where, "wrong", f"want {str(want)[:80]!r}, got {value[:80]!r}"))
                break
        else:
            rows.append((case["name"], "", "pass" if asked else "not kept", ""))
    return rows


def pdf(attest, folder, scratch):
    rows = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".pdf"):
            continue
        path = os.path.join(folder, name)
        plain = subprocess.run(["pdftotext", "-q", "-enc", "UTF-8", path, "-"], capture_output=True, text=True, check=False)
        words = re.findall(r"\w+", plain.stdout)
        got = extract(attest, path)
        if got is None or len(got) != 1:
            rows.append((name, "", "crash", ""))
        elif "error" in got[0]:
            wanted = "bad_pdf" if plain.returncode else "empty"
            ok = not words and got[0]["error"]["code"] == wanted
            rows.append((name, "", "pass" if ok else "wrong", got[0]["error"]["code"]))
        else:
            mine = re.findall(r"\w+", got[0]["text"])
            words = [w for w in words if not w.isdigit()]  # page numbers go
            ok = len(set(mine) & set(words)) >= 0.95 * len(set(words)) if words else False
            rows.append((name, "", "pass" if ok else "wrong", f"{len(mine)} words of {len(words)}"))
    return rows


def robots(program, folder, scratch):
    path = os.path.join(folder, "cases.jsonl")
    done = subprocess.run([program], stdin=open(path, "rb"), capture_output=True, text=True, check=False)
    cases = [json.loads(line) for line in open(path, encoding="utf-8")]
    answers = done.stdout.split()
    rows = []
    for i, case in enumerate(cases):
        got = answers[i] if i < len(answers) else "none"
        ok = got == ("allowed" if case["allowed"] else "refused")
        rows.append((f"{case['test']}:{i + 1}", case["test"], "pass" if ok else "wrong", f"{case['agent']!r} {case['url']!r} {got}"))
    return rows


# What a careful reading of each archive finds: pages and texts that can be read, and faults that must be told.
ARCHIVES = {
    "jwarc/cc.warc.gz": (1, 0), "jwarc/gzip_extra_sl.warc.gz": (0, 0),
    "py-wacz/example-collection-with-lists.warc": (6, 0), "py-wacz/example-collection.warc": (1, 0), "py-wacz/example-iana.warc": (6, 0),
    "py-wacz/example-resource.warc.gz": (1, 0), "py-wacz/example-warcinfo-metadata.warc": (1, 0),
    "py-wacz/invalid_example_1.wacz": (0, 1), "py-wacz/invalid_signed_example_1.wacz": (1, 1), "py-wacz/valid_example_1.wacz": (1, 0),
    "py-wacz/valid_example_2.wacz": (1, 0), "py-wacz/valid_signed_example_1.wacz": (1, 0),
    "warcio/bad.arc": (0, 1), "warcio/example-bad-non-chunked.warc.gz": (1, 0), "warcio/example-bad.warc.gz.bad": (1, 0),
    "warcio/example-digest.warc": (0, 0), "warcio/example-iana.org-chunked.warc": (1, 0), "warcio/example-resource.warc.gz": (1, 0),
    "warcio/example-space-in-target-uri.warc.gz": (0, 0), "warcio/example-space-in-url.arc": (1, 0), "warcio/example-trunc.warc": (0, 1),
    "warcio/example-wget-bad-target-uri.warc.gz": (1, 0), "warcio/example-wrong-chunks.warc.gz": (1, 0), "warcio/example.arc": (1, 0),
    "warcio/example.arc.gz": (1, 0), "warcio/example.warc": (1, 0), "warcio/example.warc.gz": (1, 0), "warcio/post-test.warc.gz": (0, 0),
}


def warc(attest, folder, scratch):
    rows = []
    for name, (pages, faults) in ARCHIVES.items():
        got = extract(attest, os.path.join(folder, name))
        if got is None:
            rows.append((name, "", "crash", ""))
            continue
        read = [g for g in got if "error" not in g]
        broken = [g["error"]["code"] for g in got if "error" in g and g["error"]["code"] != "empty"]
        ok = len(read) == pages and (len(broken) >= faults if faults else not broken)
        rows.append((name, "", "pass" if ok else "wrong", f"{len(read)} pages of {pages}; {broken}"))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attest", required=True)
    parser.add_argument("--robots", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--failures", action="store_true", help="print every case that fails, the explained ones too")
    args = parser.parse_args()
    explained = {}
    with open(EXPLAINED, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                case, reason = line.rstrip("\n").split(": ", 1)
                explained[case] = reason
    bad = 0
    used = set()
    print(f"{'set':8} {'cases':>6} {'pass':>6} {'explained':>10} {'not kept':>9} {'fail':>6}")
    for name, run, program in (("feeds", feeds, args.attest), ("pdf", pdf, args.attest), ("robots", robots, args.robots), ("warc", warc, args.attest)):
        folder = os.path.join(args.shared, "data", "conformance", name)
        if not os.path.isdir(folder):
            print(f"{name:8} not measured")
            continue
        with tempfile.TemporaryDirectory() as scratch:
            rows = run(program, folder, scratch)
        counts = {"pass": 0, "not kept": 0, "explained": 0, "fail": 0}
        for case, kind, result, why in rows:
            keys = [k for k in (f"{name}/{case}", f"{name}/kind:{kind}") if k in explained]
            if result not in counts:
                result = "explained" if keys else "fail"
                used.update(keys[:1])
                if args.failures or result == "fail":
                    print(f"    {result}: {name}/{case} {kind} {why}")
            counts[result] += 1
        bad += counts["fail"]
        print(f"{name:8} {len(rows):6} {counts['pass']:6} {counts['explained']:10} {counts['not kept']:9} {counts['fail']:6}")
        for case in sorted(k for k in explained if k.startswith(name + "/") and k not in used):
            print(f"    explained, and passes now: {case}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
