#!/usr/bin/env python3
"""The quality gate: scores the built program on the evaluation sets and compares each measure with its pinned floor.

usage: gate.py --attest BIN --shared DIR [--sets a,b] [--pin]

floors.json: {"run" | "run_text": {SET: {"command": the command under test, "floors": {"FILE:dotted.measure": floor}}}}, FILE being a score
file that the runner leaves in EVAL_OUT. A set whose data are absent prints "not measured", a command that is not built prints "not yet";
neither is a pass, and the closing line counts them. --pin rewrites each floor to today's measure less a small slack, never lower than
it was: a floor falls only by hand, with the reason in the same commit.
"""
import argparse
import json
import math
import os
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FLOORS = os.path.join(HERE, "floors.json")
SLACK = 0.005
LONGEST = 900  # seconds that a set may take: some thirty times what the slowest takes


def built(attest, command):
    """Whether the program knows the command."""
    help_text = subprocess.run([attest, "--help"], capture_output=True, text=True, check=False).stdout
    return any(line.split()[:1] == [command] for line in help_text.splitlines())


def measure(scores, dotted):
    """The value at a dotted path; an interval's value where it has one; None where there is none."""
    for key in dotted.split("."):
        scores = scores.get(key) if isinstance(scores, dict) else None
    return scores.get("value") if isinstance(scores, dict) else scores


def run_set(runner, attest, name, out):
    """Runs one set; gives the runner's output. One that stands still is ended, with all that it started; its measures are then below."""
    started = subprocess.Popen([runner, attest, name], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               env={**os.environ, "EVAL_OUT": out}, start_new_session=True)
    try:
        return started.communicate(timeout=LONGEST)[0]
    except subprocess.TimeoutExpired:
        os.killpg(started.pid, signal.SIGKILL)
        return started.communicate()[0] + f"\n{name}: ended after {LONGEST} s without an answer"


def check(spec, out, pin):
    """Rows (measure, floor, value, ok) of one set; pins in place where asked."""
    rows = []
    for key, floor in spec["floors"].items():
        file, dotted = key.split(":")
        path = os.path.join(out, file + ".json")
        try:
            with open(path, encoding="utf-8") as scores:
                value = measure(json.load(scores), dotted)
        except (OSError, ValueError):
            value = None
        if pin and value is not None:
            floor = spec["floors"][key] = max(floor, math.floor((value - SLACK) * 1000) / 1000)
        rows.append((key, floor, value, value is not None and value >= floor))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attest", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--sets", default="")
    parser.add_argument("--pin", action="store_true")
    args = parser.parse_args()
    wanted = set(filter(None, args.sets.split(",")))
    with open(FLOORS, encoding="utf-8") as file:
        floors = json.load(file)
    counts = {"held": 0, "below": 0, "not measured": 0, "not yet": 0}
    if not os.path.isdir(args.shared):
        print(f"gate: {args.shared} is absent: nothing measured (set ATTEST_SHARED)")
    for runner, sets in floors.items():
        for name, spec in sets.items():
            if wanted and name not in wanted:
                continue
            path = os.path.join(args.shared, "eval", runner)
            if not os.path.exists(path):
                print(f"{name:10} not measured")
                counts["not measured"] += 1
                continue
            if not built(args.attest, spec["command"]):
                print(f"{name:10} not yet ({spec['command']})")
                counts["not yet"] += 1
                continue
            with tempfile.TemporaryDirectory() as out:
                said = run_set(path, args.attest, name, out)
                if f"{name}: not under" in said:
                    print(f"{name:10} not measured")
                    counts["not measured"] += 1
                    continue
                rows = check(spec, out, args.pin)
                for key, floor, value, ok in rows:
                    shown = "-" if value is None else f"{value:.4f}"
                    print(f"{name:10} {key:44} {shown:>8}  floor {floor:<6} {'' if ok else 'BELOW'}")
                    counts["held" if ok else "below"] += 1
                if not all(row[3] for row in rows):
                    print("    " + said.strip().replace("\n", "\n    "))
    if args.pin:
        with open(FLOORS, "w", encoding="utf-8") as file:
            json.dump(floors, file, indent=1)
            file.write("\n")
    print("gate: " + ", ".join(f"{n} {what}" for what, n in counts.items()))
    return 1 if counts["below"] else 0


if __name__ == "__main__":
    sys.exit(main())
