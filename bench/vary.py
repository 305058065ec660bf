#!/usr/bin/env python3
"""Makes many reports out of a few, for measuring how linking grows: one JSON object a line.

usage: vary.py FOLDER COUNT > many.jsonl

FOLDER holds reports as JSON objects (title, outlet, published, text). Each report made takes sentences of two of them, moves every day by one
shift within ten years, swaps towns by one of many orders, changes the numbers and four of ten of the longer plain words, so that it tells
of other happenings in other words, as reports do that are no copies; one in twenty is a copy of the one before it under another outlet.
The same COUNT gives the same bytes. The figures say nothing about quality.
"""
import datetime
import json
import os
import random
import re
import sys

TOWNS = """Aleppo Damascus Homs Hama Latakia Tartus Idlib Daraa Raqqa Hasakah Qamishli Palmyra Douma Harasta Afrin Manbij Azaz Jarablus Kobani Salamiyah
Jisr al-Shughur Maarat al-Numan Saraqib Binnish Baniyas Jableh Zabadani Madaya Qusayr Rastan Talbiseh Mayadin Tabqa Darayya Quneitra Nawa Busra Inkhil""".split()
TOWNS = [t for t in TOWNS if t[0].isupper() and t not in ("Jisr", "Maarat")]
MONTHS = "January February March April May June July August September October November December".split()
HARM = re.compile(r"kill|dead|death|die|wound|injur|victim|civil|people|person|children|women|soldier|fighter|missing|detain|abduct|displac|bomb|strike|shell|attack|blast|explo|shot|gun", re.I)
DAY = re.compile(r"\b(\d{1,2}) (" + "|".join(MONTHS) + r"),? (\d{4})\b|\b(" + "|".join(MONTHS) + r") (\d{1,2}),? (\d{4})\b")


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?])\s+", text) if s]


def shifted(day, days):
    return day + datetime.timedelta(days=days)


def move_days(text, days):
    def one(m):
        d, month, y = (m[1], m[2], m[3]) if m[1] else (m[5], m[4], m[6])
        try:
            day = shifted(datetime.date(int(y), MONTHS.index(month) + 1, int(d)), days)
        except (ValueError, OverflowError):
            return m[0]
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return DAY.sub(one, text)


def change_words(text, towns, vocabulary, rng):
    out = []
    for word in text.split(" "):
        core = word.strip(".,;:\"'()")
        if core in towns:
            word = word.replace(core, towns[core])
        elif core.isdigit() and 2 < int(core) < 1000:
            word = word.replace(core, str(max(3, round(int(core) * rng.uniform(0.5, 1.8)))))
        elif len(core) >= 6 and core.islower() and core.isalpha() and not HARM.search(core) and rng.random() < 0.4:
            word = word.replace(core, rng.choice(vocabulary))
        out.append(word)
    return " ".join(out)


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    reports = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            reports.append(json.load(file))
    vocabulary = sorted({w for r in reports for w in re.findall(r"\b[a-z]{6,}\b", r["text"]) if not HARM.search(w)})
    before = None
    for i in range(count):
        rng = random.Random(i)
        if before and i % 20 == 19:
            report = dict(before, id=f"v{i}", outlet="relay" + str(i % 7))
        else:
            base, other = rng.choice(reports), rng.choice(reports)
            days = rng.randrange(3650) - 1825
            towns = dict(zip(TOWNS, rng.sample(TOWNS, len(TOWNS))))
            own, theirs = sentences(base["text"]), sentences(other["text"])
            keep = [s for s in own if rng.random() < 0.7] + [s for s in theirs if rng.random() < 0.15]
            text = change_words(move_days(" ".join(keep or own), days), towns, vocabulary, rng)
            day = shifted(datetime.date.fromisoformat(base["published"][:10]), days)
            report = {"id": f"v{i}", "title": None, "outlet": base["outlet"] + str(i % 5), "published": day.isoformat(), "text": text}
            before = report
        print(json.dumps(report))


if __name__ == "__main__":
    main()
