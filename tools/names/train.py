#!/usr/bin/env python3
"""Learns how Latin letters write Arabic ones: data/names/latin_arabic.tsv.

usage: train.py PAIRS.tsv[.gz] > latin_arabic.tsv

PAIRS has a Latin spelling, an Arabic one and a count a line. A joint model of one grapheme pair (1 to 3 Latin letters with their place in
the word, 0 to 2 Arabic letters; Bisani and Ney 2008, order 1) is fitted by three rounds of expectation maximisation: more of them fit
the odd entries of the list. Pairs that have less than 1 % of their grapheme's weight are left out. The same input gives the same bytes.
"""
import collections, gzip, re, sys, unicodedata

LATIN = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
# Arabic letters by the sound that romanisations tell apart; 'a' for those that carry a vowel.
SOUNDS = {"ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "T", "ج": "j", "چ": "S", "ح": "h", "ه": "h", "خ": "x", "د": "d", "ض": "d", "ذ": "z", "ز": "z",
          "ظ": "z", "ژ": "j", "ر": "r", "س": "s", "ص": "s", "ش": "S", "ع": "a", "غ": "g", "گ": "g", "ڨ": "g", "ف": "f", "ڤ": "f", "ق": "k", "ك": "k",
          "ک": "k", "ل": "l", "م": "m", "ن": "n", "و": "w", "ؤ": "w", "ي": "y", "ی": "y", "ا": "a", "أ": "a", "إ": "a", "آ": "a", "ى": "a"}
ROUNDS, LONGEST, KEPT = 3, 3, 0.01


def latin(word):
    word = "".join(LATIN.get(c, c) for c in word.lower())
    return re.sub("[^a-z]", "", "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)))


def read_pairs(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            left, right = line.rstrip("\n").split("\t")[:2]
            x, y = latin(left), "".join(SOUNDS.get(c, "") for c in right)
            if not re.search(r"\d", left) and 2 <= len(x) <= 14 and 1 <= len(y) <= min(12, len(x) + 1):
                yield x, y


def grapheme(x, i, n):
    return ("^" if i == 0 else "") + x[i:i + n] + ("$" if i + n == len(x) else "")


def weights_of(x, y, model, counts):
    """Adds the expected counts of one pair of spellings."""
    forward = [[0.0] * (len(y) + 1) for _ in range(len(x) + 1)]
    forward[0][0] = 1.0
    arcs = []
    for i in range(len(x)):
        for n in range(1, min(LONGEST, len(x) - i) + 1):
            g = grapheme(x, i, n)
            for j in range(len(y) + 1):
                if not forward[i][j]:
                    continue
                for c in range(min(2, len(y) - j) + 1):
                    if c == 2 and n == 1 and x[i] != "x":
                        continue
                    p = (0.03, 0.05, 0.001)[c] * 0.3 ** (n - 1) if model is None else model.get((g, y[j:j + c]), 0)
                    if p:
                        forward[i + n][j + c] += forward[i][j] * p
                        arcs.append((i, j, n, c, (g, y[j:j + c]), p))
    total = forward[len(x)][len(y)]
    if not total:
        return
    backward = [[0.0] * (len(y) + 1) for _ in range(len(x) + 1)]
    backward[len(x)][len(y)] = 1.0
    for i, j, n, c, _, p in reversed(arcs):
        backward[i][j] += p * backward[i + n][j + c]
    for i, j, n, c, pair, p in arcs:
        weight = forward[i][j] * p * backward[i + n][j + c] / total
        if weight > 1e-4:
            counts[pair] += weight


def main(argv):
    if len(argv) != 1:
        sys.exit(__doc__.split("\n\n")[1])
    pairs = list(read_pairs(argv[0]))
    model = None
    for done in range(ROUNDS):
        counts = collections.defaultdict(float)
        for x, y in pairs:
            weights_of(x, y, model, counts)
        model = {pair: n for pair, n in counts.items() if n >= (0.5 if done < 2 else 2)}
        total = sum(model.values())
        model = {pair: n / total for pair, n in model.items()}
    totals = collections.defaultdict(float)
    for (g, _), p in sorted(model.items()):
        totals[g] += p
    for (g, sounds), p in sorted(model.items()):
        if p / totals[g] >= KEPT:
            print(f"{g}\t{sounds}\t{p / totals[g]:.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
