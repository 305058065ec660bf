#!/usr/bin/env python3
"""Makes many reports out of a few, for measuring how linking grows: one JSON object a line.

usage: vary.py FOLDER COUNT > many.jsonl

FOLDER holds reports as JSON objects (title, outlet, published, text). What is made resembles an archive of one country's war: twenty reports a
day, so that more reports are more days and more incidents, not more reports of the same ones. Incidents have sizes with a long tail (most
are told by one or two reports, a few by dozens). An incident takes one report's text, its own day, order of towns, figures and half of the
longer plain words; each report on it leaves out some sentences, takes some of another incident's, rounds figures otherwise and puts other
words for another third, so that it tells the same in other words, as reports do that are no copies; one in twenty is a copy of the one
before it under another outlet. The first lines of a larger COUNT are those of a smaller. The figures say nothing about quality.
"""
import datetime
import json
import os
import random
import re
import sys

A_DAY = 20
FIRST_DAY = datetime.date(2011, 6, 1)
LARGEST = 150  # reports on one incident
TOWNS = """Aleppo Damascus Homs Hama Latakia Tartus Idlib Daraa Raqqa Hasakah Qamishli Palmyra Douma Harasta Afrin Manbij Azaz Jarablus Kobani
Salamiyah Saraqib Binnish Baniyas Jableh Zabadani Madaya Qusayr Rastan Talbiseh Mayadin Tabqa Darayya Quneitra Nawa Busra Inkhil Atarib Ariha
Kafranbel Harem Salqin Sarmin Hajin Dhiban Shaddadi Izra Jasim Tafas Sanamayn Yabrud Nabk Qara Rankus Dumayr Adra Mahin Qaryatayn Sukhnah Masyaf
Morek Khattab Safita Qardaha Amuda Malikiyah Darbasiyah Muadamiya Arbin Zamalka Saqba Kafr Hamouriyah Misraba Haffah""".split()
MONTHS = "January February March April May June July August September October November December".split()
KEPT = re.compile(r"kill|dead|death|die|wound|injur|victim|civil|people|person|children|women|soldier|fighter|missing|detain|abduct|displac|bomb|strike|shell|attack|"
                  r"blast|explo|shot|gun|report|accord|claim|announc|confirm|since|after|before|during|least|about|among|other", re.I)
MONTH = "(" + "|".join(m[:3] + "(?:" + m[3:] + ")?" for m in MONTHS) + r")\.?"
DAY = re.compile(r"\b(\d{1,2}) " + MONTH + r"(?:,? (\d{4}))?\b|\b" + MONTH + r" (\d{1,2})(?:,? (\d{4}))?\b")


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?])\s+", text) if s]


def move_days(text, base, days):
    """Every day named in the text, moved; the year is the report's where none stands. Its figure is glued to the month, so that it is none of the numbers."""
    def one(m):
        d, month, y = (m[1], m[2], m[3]) if m[1] else (m[5], m[4], m[6])
        try:
            day = datetime.date(int(y or base.year), [n[:3] for n in MONTHS].index(month[:3]) + 1, int(d)) + datetime.timedelta(days=days)
        except (ValueError, OverflowError):
            return m[0]
        return f"{MONTHS[day.month - 1]}\u00a0{day.day}" + (f",\u00a0{day.year}" if y else "")
    return DAY.sub(one, text)


class Words:
    """Other words for the longer plain ones: one mapping for an incident, another for each report on it."""

    def __init__(self, rng, vocabulary, share):
        self.rng, self.vocabulary, self.share, self.known = rng, vocabulary, share, {}

    def of(self, word):
        if word not in self.known:
            self.known[word] = self.rng.choice(self.vocabulary) if self.rng.random() < self.share else word
        return self.known[word]


def change_words(text, towns, mappings, figures, rng):
    out = []
    for word in text.split(" "):
        core = word.strip(".,;:\"'()")
        if core in towns:
            word = word.replace(core, towns[core])
        elif core.isdigit() and 2 < int(core) < 1000:
            n = max(3, round(int(core) * figures.setdefault(core, rng.uniform(0.5, 1.8))))
            word = word.replace(core, str(n if rng.random() < 0.7 else n + rng.randrange(1, 2 + n // 5)))
        elif len(core) >= 5 and core.islower() and core.isalpha() and not KEPT.search(core):
            other = core
            for m in mappings:
                other = m.of(other)
            word = word.replace(core, other)
        out.append(word)
    return " ".join(out)


def incident(number, first, reports, vocabulary):
    """The reports on one incident, as texts with outlet and day; `first` is the number of the first report."""
    rng = random.Random(number)
    base = rng.choice(reports)
    day = FIRST_DAY + datetime.timedelta(days=first // A_DAY + rng.randrange(-2, 3))
    told = datetime.date.fromisoformat(base["published"][:10])
    towns = dict(zip(TOWNS, rng.sample(TOWNS, len(TOWNS))))
    words, figures = Words(rng, vocabulary, 0.5), {}
    for _ in range(min(LARGEST, int(rng.paretovariate(1.2)))):
        other = rng.choice(reports)
        own = sentences(base["text"])
        keep = [s for s in own if rng.random() < 0.7] + [s for s in sentences(other["text"]) if rng.random() < 0.15]
        mappings = (words, Words(rng, vocabulary, 0.33))
        text = change_words(move_days(" ".join(keep or own), told, (day - told).days), towns, mappings, figures, rng).replace("\u00a0", " ")
        published = day + datetime.timedelta(days=rng.choice((0, 0, 0, 1, 2)))
        yield {"title": None, "outlet": rng.choice(reports)["outlet"] + str(rng.randrange(5)), "published": published.isoformat(), "text": text}


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    reports = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            reports.append(json.load(file))
    vocabulary = sorted({w for r in reports for w in re.findall(r"\b[a-z]{5,}\b", r["text"]) if not KEPT.search(w)})
    made = number = 0
    while made < count:
        number += 1
        for report in incident(number, made, reports, vocabulary):
            for copy in (False, True) if made % 20 == 18 else (False,):
                if made == count:
                    return
                outlet = "relay" + str(made % 7) if copy else report["outlet"]
                print(json.dumps(dict(report, id=f"v{made}-{number}", outlet=outlet)))
                made += 1


if __name__ == "__main__":
    main()
