#!/usr/bin/env python3
"""Writes ErlangReferences+Lost.swift and +Waiting.swift: Erlang B and C in high precision.

    python3 make_references.py

Needs mpmath (1.3). The blocking probability comes from the finite sum
1/B = 1 + n/a + n(n - 1)/a² + … + n!/aⁿ with 200 bits, not from the recursion in Sources; Erlang C
from C = n·B/(n - a·(1 - B)). Numbers are the shortest decimals that read back as the same double.

A line of Erlang B: load, servers, blocking probability, carried load.
A line of Erlang C: load, handle time, agents, waiting time t, C, 1 - C, Pr{W <= t}, Pr{W > t},
average speed of answer, mean queue length.
"""

import math
import os

import mpmath as mp

mp.mp.prec = 200
HERE = os.path.dirname(os.path.abspath(__file__))


def blocking(load, servers):
    """B, and 1 - B from its own sum, so that neither cancels."""
    load = mp.mpf(load)
    term = mp.mpf(1)
    rest = mp.mpf(0)
    for k in range(servers):
        term = term * (servers - k) / load
        rest += term
        if term < rest * mp.mpf(2) ** -190:
            break
    return 1 / (1 + rest), rest / (1 + rest)


def counts(load):
    found = {math.ceil(load * f) for f in (0.1, 0.5, 0.9, 1, 1.1, 1.5, 3, 10)}
    found |= {math.floor(load + b * math.sqrt(load)) for b in (-2, -1, 0, 0.5, 1, 2, 5, 10, 20, 35)}
    found |= {math.floor(load) + 1}
    return sorted(n for n in found if 1 <= n <= 100_000)


def main():
    loads = [1e-6, 0.001, 0.1, 0.75, 1.0, 4.461, 20.0, 99.5, 500.0, 1000.0 / 3, 4999.9, 25000.0,
             60000.25, 99000.0, 99999.5, 120000.0]
    lost, waiting = [], []
    for load in loads:
        for n in counts(load):
            b, carried = blocking(load, n)
            if b < mp.mpf("1e-300"):
                continue
            lost.append((load, n, float(b), float(mp.mpf(load) * carried)))
            if n <= load or (n > 3 * load + 10):
                continue
            a, h = mp.mpf(load), mp.mpf(180)
            c = n * b / (n - a * (1 - b))
            decay = (n - a) / h
            for t in ((0.0, 20.0, 600.0) if n < 200 else (5.0,)):
                beyond = c * mp.exp(-decay * t)
                if beyond < mp.mpf("1e-300"):
                    continue
                waiting.append((load, 180.0, n, t, float(c), float(1 - c), float(1 - beyond),
                                float(beyond), float(c / decay), float(c * a / (n - a))))
    for name, rows in (("lost", lost), ("waiting", waiting)):
        path = os.path.join(HERE, "ErlangReferences+%s.swift" % name.capitalize())
        with open(path, "w") as out:
            out.write("// Written by make_references.py; do not edit.\n\n")
            out.write("extension ErlangReferences {\n")
            out.write("  static let %s = ErlangReferences(\n    \"\"\"\n" % name)
            for row in rows:
                # The longest rows go over two lines; a backslash joins them again.
                words = [repr(x) for x in row]
                text = " ".join(words[:5]) + (" \\\n    " if len(words) > 5 else "")
                out.write("    %s%s\n" % (text, " ".join(words[5:])))
            out.write("    \"\"\")\n}\n")
    print(len(lost), len(waiting))


if __name__ == "__main__":
    main()
