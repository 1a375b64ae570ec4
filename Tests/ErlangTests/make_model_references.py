#!/usr/bin/env python3
"""Writes ErlangReferences+Patience.swift, +Sources.swift and +Spare.swift in high precision.

    python3 make_model_references.py

Needs mpmath (1.3). M/M/n+G from the integrals of Zeltyn and Mandelbaum (2005), with the closed form
of the integrated survival function of each law; the finite source from its state probabilities;
square-root staffing from the normal law.

A line of +Patience: law (0 constant, 1 uniform from 0, 2 Weibull, 3 log-normal, 4 two exponentials
with weights 0.4 and 0.6, 5 exponential), its two parameters, load, agents, time t; handle time 180.
Then Pr{wait}, at once, abandoned, answered, mean wait of answered, of abandoned, answered within t,
abandoned within t, waiting after t.
A line of +Sources: customers, load of an idle one, agents, time; handle time 180. Then Pr{wait},
mean wait, carried load, mean queue length, Pr{wait <= time}.
A line of +Spare: beta, patience over handle time, Pr{wait} without and with abandonment, the scaled
abandonment.
"""

import mpmath as mp

from make_queue_references import write
from make_references import blocking

mp.mp.prec = 130


def survival(law, p, q):
    """Survival function, its integral from 0, and where it has kinks or is far from smooth."""
    p, q = mp.mpf(p), mp.mpf(q)
    if law == 0:
        return (lambda t: mp.mpf(t < p)), (lambda t: min(t, p)), [p]
    if law == 1:
        return (lambda t: max(0, 1 - t / p)), (lambda t: t - t * t / (2 * p) if t < p else p / 2), [p]
    if law == 2:
        return ((lambda t: mp.exp(-(t / q) ** p)),
                (lambda t: q / p * mp.gammainc(1 / p, 0, (t / q) ** p)), [q])
    if law == 3:
        def integral(t):
            if t == 0:
                return mp.mpf(0)
            z = mp.log(t / p) / q
            return t * mp.ncdf(-z) + p * mp.exp(q * q / 2) * mp.ncdf(z - q)
        return (lambda t: mp.ncdf(-mp.log(t / p) / q) if t else mp.mpf(1)), integral, [p]
    if law == 4:
        u, v = mp.mpf(0.4), mp.mpf(0.6)
        u, v = u / (u + v), v / (u + v)
        return ((lambda t: u * mp.exp(-t / p) + v * mp.exp(-t / q)),
                (lambda t: -u * p * mp.expm1(-t / p) - v * q * mp.expm1(-t / q)), [p, q])
    return (lambda t: mp.exp(-t / p)), (lambda t: -p * mp.expm1(-t / p)), [p]


def general(law, p, q, load, agents, t):
    stay, integral, kinks = survival(law, p, q)
    arrive, serve = mp.mpf(load) / 180, mp.mpf(agents) / 180
    b, rest = blocking(load, agents)
    t = mp.mpf(t)
    height = lambda s: mp.exp(arrive * integral(s) - serve * s)
    # Steps of a few services, until nothing is left.
    points, here, step = [mp.mpf(0)], mp.mpf(0), 6 / mp.sqrt(arrive * serve) * mp.sqrt(agents)
    while here < 5 * step or height(here) > mp.mpf(10) ** -34:
        here += step
        points.append(here)
    graded = [step * mp.mpf(2) ** -k for k in range(1, 90)] if law in (2, 3) else []
    points = sorted(set(points + graded + [k for k in kinks + [t] if k < here]))
    sums = [mp.mpf(0)] * 7
    for low, high in zip(points, points[1:]):
        parts = [lambda s: height(s), lambda s: height(s) * stay(s),
                 lambda s: height(s) * s * stay(s), lambda s: height(s) * integral(s)]
        # Kinks belong to one side.
        mass, kept, wait, spent = [mp.quad(f, [low, high], maxdegree=5) for f in parts]
        sums[0] += mass
        sums[1] += kept
        sums[2] += wait
        sums[3] += spent
        if high <= t:
            sums[4] += kept
            sums[5] += mass
        else:
            sums[6] += mass
    # Pr{below full}/Pr{full} is rest/b; the state in which all are busy weighs 1.
    factor = serve / (rest / b + serve * sums[0])
    idle = rest / b / (rest / b + serve * sums[0])
    gone = factor * (sums[0] - sums[1])
    answered = idle + factor * sums[1]
    return [factor * sums[0], idle, gone, answered, factor * sums[2] / answered,
            factor * (sums[3] - sums[2]) / gone, idle + factor * sums[4],
            factor * (sums[5] - sums[4]) + (1 - stay(t)) * factor * sums[6],
            stay(t) * factor * sums[6]]


@mp.workprec(1200)
def source(customers, load, agents, t):
    def law(count):
        weights = [mp.mpf(1)]
        for k in range(count):
            weights.append(weights[-1] * (count - k) * mp.mpf(load) / min(k + 1, agents))
        total = sum(weights)
        return [w / total for w in weights]
    states, found = law(customers), law(customers - 1)
    mean = agents * mp.mpf(t) / 180
    late = mp.mpf(0)
    term = below = mp.exp(-mean)
    for k, w in enumerate(found[agents:]):
        late += w * below
        term *= mean / (k + 1)
        below += term
    return [sum(found[agents:]),
            sum(w * (k + 1) for k, w in enumerate(found[agents:])) * 180 / agents,
            sum(min(k, agents) * w for k, w in enumerate(states)),
            sum((k - agents) * w for k, w in enumerate(states) if k > agents), 1 - late]


def spare(beta, patience):
    phi, cdf = mp.npdf, mp.ncdf
    hazard = lambda x: phi(x) / cdf(-x)
    beta, root = mp.mpf(beta), mp.sqrt(mp.mpf(patience))
    patient = 1 / (1 + beta * cdf(beta) / phi(beta)) if beta > 0 else mp.mpf(1)
    wait = 1 / (1 + hazard(beta * root) / root / hazard(-beta))
    return [patient, wait, (hazard(beta * root) - beta * root) / root * wait]


if __name__ == "__main__":
    laws = [(0, 60.0, 0.0), (1, 200.0, 0.0), (2, 0.6, 150.0), (2, 2.5, 100.0), (3, 90.0, 0.8),
            (4, 10.0, 300.0), (5, 180.0, 0.0)]
    rows = [law + (load, agents, 20.0) + tuple(general(*law, load, agents, 20.0))
            for law in laws for load, agents in ((5.0, 3), (5.0, 6), (40.0, 36), (40.0, 43))]
    write("patience", rows)
    print(len(rows))
    rows = [(n, load, c, t) + tuple(source(n, load, c, t)) for n in (1, 2, 20, 500)
            for load in (0.01, 0.1, 1.0, 20.0) for c in (1, 3, 18, 100) if c <= n for t in (0.0, 40.0)]
    write("sources", rows)
    rows = [(beta, ratio) + tuple(spare(beta, ratio)) for beta in
            (-8.0, -1.0, -0.25, 0.0, 0.1, 0.5, 1.0, 2.0, 5.0, 20.0) for ratio in (0.01, 0.5, 1.0, 30.0)]
    write("spare", rows)
