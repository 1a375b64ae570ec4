#!/usr/bin/env python3
"""Writes ErlangReferences+Impatient.swift, +Capacity.swift and +Table.swift in high precision.

    python3 make_queue_references.py

Needs mpmath (1.3). Erlang A and M/M/n/K(+M) from the stationary law of the birth-death chain,
summed state by state with 260 bits; the wait behind k others is a sum of k + 1 exponential times,
whose law is a negative binomial (Poisson without abandonment) sum. Sources integrates a density
instead for Erlang A, and never forms these tails for the others. Numbers are the shortest decimals
that read back as the same double.

A line of +Impatient and +Capacity: load, handle time, patience (0: endless), agents, places
(agents and waiting places; 0: endless), time t, then: blocked of entered; and of those let in:
Pr{wait}, at once, abandoned, answered, mean wait of answered, of abandoned, answered within t,
abandoned within t, waiting after t.
A line of +Table: agents, then the service level at 40 Erlang, 360 s, patience 180 s, within 20 s:
of offered, excluding abandons in time, with them as met, of answered, excluding those within 5 s;
and the same callers under Erlang C.
"""

import itertools
import os

import mpmath as mp

from make_references import blocking

mp.mp.prec = 260
HERE = os.path.dirname(os.path.abspath(__file__))
TINY = mp.mpf(10) ** -70


def queue(load, handle, patience, agents, places, t):
    """All measures by name; `patience` None: endless, `places` None: endless."""
    a, h, t = mp.mpf(load), mp.mpf(handle), mp.mpf(t)
    arrive, serve = a / h, agents / h
    leave = mp.mpf(0) if patience is None else 1 / mp.mpf(patience)
    if agents == 0:
        idle = mp.mpf(0)
    else:
        b, rest = blocking(load, agents)
        idle = rest / b
    # Weights of the states with k waiting over that with none; all agents busy.
    weights = [mp.mpf(1)]
    while places is None or len(weights) <= places - agents:
        k = len(weights)
        weights.append(weights[-1] * arrive / (serve + k * leave))
        if arrive < serve + k * leave and weights[-1] < TINY ** 5 * weights[0]:
            break
    total = idle + sum(weights)
    full = weights[-1] if places is not None and len(weights) == places - agents + 1 else 0
    seen = weights[:-1] if full else weights
    admitted = total - full
    # e^-(leave t), and (1 - that)/leave.
    stay = mp.exp(-leave * t)
    spent = t if leave == 0 else (1 - stay) / leave

    def tails(rate, count):
        """Pr{N > i} and Pr{N <= i} for i = 0 ... count - 1, N negative binomial (Poisson)."""
        terms = [mp.exp(-rate * t)]
        # Where the most likely N is far beyond, no tail is small.
        limit = count + (9_000 if rate * spent / stay < count + 3_000 and stay > 0.03 else 1)
        while len(terms) < limit:
            i = len(terms)
            ratio = (rate + (i - 1) * leave) * spent / i
            terms.append(terms[-1] * ratio)
            if i > count and ratio < 0.99 and terms[-1] < TINY * terms[count]:
                break
        below = list(itertools.accumulate(terms[:count]))
        if len(terms) == limit:
            return [1 - b for b in below], below
        above = list(itertools.accumulate(reversed(terms)))
        return [above[-2 - i] for i in range(count)], below

    answered_tails = tails(serve + leave, len(seen))[0]
    wait_tails = tails(serve, len(seen))[1]
    out = dict(blocked=full / total, wait=mp.mpf(0), abandoned=mp.mpf(0), answered=idle,
               answered_wait=mp.mpf(0), abandoned_wait=mp.mpf(0), answered_in=idle, still=mp.mpf(0))
    mean, spare = mp.mpf(0), mp.mpf(0)
    for k, w in enumerate(seen):
        # A caller who finds k waiting: k + 1 services or departures of others ahead.
        ahead = serve + (k + 1) * leave
        mean += 1 / ahead
        spare += (k + 1) / ahead
        out["wait"] += w
        out["abandoned"] += w * (k + 1) * leave / ahead
        out["answered"] += w * serve / ahead
        out["answered_wait"] += w * serve / ahead * mean
        out["abandoned_wait"] += w * spare / ahead * leave
        out["answered_in"] += w * serve / ahead * answered_tails[k]
        out["still"] += w * stay * wait_tails[k]
    out = {key: value if key == "blocked" else value / admitted for key, value in out.items()}
    still = out["still"]
    result = [out["blocked"], out["wait"], idle / admitted, out["abandoned"], out["answered"],
              out["answered_wait"] / out["answered"] if out["answered"] else mp.mpf(0),
              out["abandoned_wait"] / out["abandoned"] if out["abandoned"] else mp.mpf(0),
              out["answered_in"], still]
    # 78 digits are there, so that the difference keeps enough of them; at 0 nobody is gone yet.
    gone = 1 - out["answered_in"] - still
    result.insert(8, gone if t > 0 and abs(gone) > TINY else mp.mpf(0))
    return result


def write(name, rows):
    path = os.path.join(HERE, "ErlangReferences+%s.swift" % name.capitalize())
    with open(path, "w") as out:
        out.write("// Written by make_queue_references.py; do not edit.\n\n")
        out.write("extension ErlangReferences {\n")
        out.write("  static let %s = ErlangReferences(\n    \"\"\"\n" % name)
        for row in rows:
            words = [repr(float(x)) if isinstance(x, mp.mpf) else repr(x) for x in row]
            lines = [" ".join(words[i:i + 4]) for i in range(0, len(words), 4)]
            out.write("    " + " \\\n    ".join(lines) + "\n")
        out.write("    \"\"\")\n}\n")


def impatient():
    rows = []
    for load in (1e-3, 0.75, 5.0, 40.0, 333.25, 5000.0, 99000.5):
        counts = sorted({int(load * f) for f in (0, 0.02, 0.5, 0.9, 1, 1.05, 1.3)} | {1})
        for agents in counts:
            for patience in (0.018, 3.0, 60.0, 180.0, 2000.0, 1e6):
                ratio = patience / 180.0
                x, y = load * ratio, agents * ratio
                # States that matter, and digits that cost.
                if max(x - y, 0) + 20 * x ** 0.5 > 8000 or (load > 1000 and patience not in (60.0, 2000.0)):
                    continue
                for t in (0.0, 20.0, 3 * patience) if load == 5.0 else (20.0,):
                    if agents and (agents / 180.0 + 1 / patience) * t > 40000 / (1 + ratio):
                        continue
                    rows.append((load, 180.0, patience, agents, 0, t)
                                + tuple(queue(load, 180.0, patience, agents, None, t)))
    return rows


def capacity():
    rows = []
    for load in (0.75, 5.0, 40.0, 333.25):
        for agents in sorted({int(load * f) for f in (0.5, 1, 1.3)} - {0} | {1}):
            for extra in (0, 1, 7, 60, 400):
                for patience in (3.0, 180.0, 20000.0, None):
                    for t in ((0.0, 20.0, 700.0) if extra == 7 else (20.0,)):
                        if t == 700.0 and (agents * 4 + 9 > 600 or patience == 3.0):
                            continue
                        rows.append((load, 180.0, patience or 0.0, agents, agents + extra, t)
                                    + tuple(queue(load, 180.0, patience, agents, agents + extra, t)))
    return rows


def table():
    rows = []
    for agents in range(41, 47):
        at = lambda t: queue(40.0, 360.0, 180.0, agents, None, t)
        answered, gone = at(20.0)[7], at(20.0)[8]
        b = blocking(40.0, agents)[0]
        c = agents * b / (agents - 40 * (1 - b))
        patient = 1 - c * mp.exp(-(agents - 40) * mp.mpf(20) / 360)
        rows.append((agents, answered, answered / (1 - gone), answered + gone,
                     answered / at(20.0)[4], answered / (1 - at(5.0)[8]), patient))
    return rows


if __name__ == "__main__":
    for name, make in (("table", table), ("impatient", impatient), ("capacity", capacity)):
        rows = make()
        write(name, rows)
        print(name, len(rows))
