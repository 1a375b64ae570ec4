#!/usr/bin/env python3
"""Writes References/*.swift: arguments, correctly rounded values and what rounding lost.

    python3 make_references.py            # write the stored references

Needs mpmath (1.3). Every value is computed with 250 bits or more, from the definition or from a
formula other than the one in Sources, and the quantiles by Newton's method on it. A line holds
the arguments, the rounded value and the residual (exact value minus rounded value), each as the
16 hexadecimal digits of a double, so that errors well below one unit in the last place show.
"""

import math
import os
import random
import struct
import sys

import mpmath as mp

mp.mp.prec = 250
HERE = os.path.dirname(os.path.abspath(__file__))
HALF = mp.mpf(1) / 2


def rounded(value):
    """The double nearest to value, subnormals included (mpmath alone does not round those)."""
    exponent = max(mp.frexp(value)[1] - 53, -1074)
    return math.ldexp(int(mp.nint(mp.ldexp(value, -exponent))), exponent)


def digits(number):
    return "%016x" % struct.unpack("<Q", struct.pack("<d", number))


def normal_cumulative(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def normal_density(x):
    return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


def gamma_tails(a, x):
    """P and Q by the series for P; Q with so many bits that the subtraction does not matter."""
    with mp.workprec(900):
        lower = mp.exp(a * mp.log(x) - x - mp.loggamma(a + 1)) * mp.hyp1f1(1, a + 1, x)
        return lower, 1 - lower


def gamma_lower(a, x):
    return gamma_tails(a, x)[0]


def gamma_upper(a, x):
    return gamma_tails(a, x)[1]


def beta_series(a, b, x, y):
    front = mp.loggamma(a + b) - mp.loggamma(a + 1) - mp.loggamma(b)
    front += a * mp.log(x) + b * mp.log(y)
    return mp.exp(front) * mp.hyp2f1(a + b, 1, a + 1, x, maxterms=10**6)


def beta(a, b, x, y=None):
    with mp.workprec(600):
        y = 1 - x if y is None else y
        if x <= a / (a + b):
            return beta_series(a, b, x, y)
        return 1 - beta_series(b, a, y, x)


def student_cumulative(t, n):
    with mp.workprec(600):
        square = t * t
        tail = beta(n / 2, HALF, n / (n + square), square / (n + square)) / 2
        return tail if t < 0 else 1 - tail


def student_density(t, n):
    front = mp.loggamma((n + 1) / 2) - mp.loggamma(n / 2) - mp.log(n * mp.pi) / 2
    return mp.exp(front - (n + 1) / 2 * mp.log(1 + t * t / n))


def solved(cumulative, density, target, lower, upper):
    """The root of cumulative(x) = target in lower...upper: bisection, then Newton's method."""
    lower, upper = mp.mpf(lower), mp.mpf(upper)
    with mp.workprec(80):
        while upper - lower > abs(upper) * mp.mpf("1e-9"):
            middle = (lower + upper) / 2
            if cumulative(middle) < target:
                lower = middle
            else:
                upper = middle
    x = (lower + upper) / 2
    for _ in range(4):
        x -= (cumulative(x) - target) / density(x)
    return x


def normal_quantile(p):
    return solved(normal_cumulative, normal_density, p, -39, 39)


def gamma_quantile(a, p):
    def density(x):
        return mp.exp((a - 1) * mp.log(x) - x - mp.loggamma(a))

    upper = a + 40 * mp.sqrt(a) + 40
    while upper > 1e-280 and gamma_lower(a, upper / 10) > p:
        upper /= 10
    return solved(lambda x: gamma_lower(a, x), density, p, 0, upper)


def student_quantile(p, n):
    bound = mp.mpf(1)
    while student_cumulative(-bound, n) > min(p, 1 - p):
        bound *= 4
    return solved(
        lambda t: student_cumulative(t, n), lambda t: student_density(t, n), p, -bound, bound)


source = random.Random(20240229)
uniform = source.uniform


def log_uniform(low, high):
    return math.exp(uniform(math.log(low), math.log(high)))


def signed(x):
    return source.choice((-1, 1)) * x


def neighbours(*centers):
    return [x for c in centers for x in (math.nextafter(c, -math.inf), c, math.nextafter(c, math.inf))]


def columns(function, points):
    """Only points whose value is finite and not zero as a double."""
    kept = []
    for point in points:
        point = point if isinstance(point, tuple) else (point,)
        value = function(*[mp.mpf(x) for x in point])
        if abs(value) > mp.ldexp(1, -1074) and abs(value) < mp.ldexp(1, 1024) * (1 - mp.ldexp(1, -54)):
            near = rounded(value)
            kept.append((*point, near, rounded(value - mp.mpf(near)) if value != near else 0.0))
    return kept


def tables():
    ln2 = math.log(2)
    yield "exp", mp.exp, (
        [uniform(-745, 709.78) for _ in range(120)] + [uniform(-1, 1) for _ in range(60)]
        + [signed(log_uniform(1e-320, 1)) for _ in range(30)] + [uniform(-745, -700) for _ in range(20)]
        + [(k + 0.5) * ln2 * (1 + signed(1e-9)) for k in range(-12, 12)]
        + neighbours(0.0, 1.0, 709.782712893384, -708.3964185322641, -745.1332191019411))
    yield "log", mp.log, (
        [log_uniform(1e-307, 1e308) for _ in range(100)] + [uniform(0.5, 2) for _ in range(80)]
        + [1 + signed(log_uniform(1e-15, 1e-2)) for _ in range(40)]
        + [log_uniform(1e-322, 1e-308) for _ in range(20)] + [2.0**-k for k in (1, 2, 52, 53, 1022, 1074)]
        + neighbours(math.sqrt(0.5), math.sqrt(2), 0.5, 2.0)
        + [1 - 2**-53, 1 + 2**-52, 5e-324, 2.2250738585072014e-308, sys.float_info.max])
    yield "expm1", mp.expm1, (
        [uniform(-45, 45) for _ in range(80)] + [uniform(-1, 1) for _ in range(100)]
        + [signed(log_uniform(1e-320, 1e-3)) for _ in range(40)] + [uniform(36, 41) for _ in range(20)]
        + [(k + 0.5) * ln2 * (1 + signed(1e-9)) for k in range(-8, 60, 3)]
        + neighbours(40.0, -40.0, 709.782712893384) + [2.0**-54, 2.0**-53, 5e-324, -5e-324])
    yield "log1p", mp.log1p, (
        [log_uniform(1e-15, 1e300) for _ in range(80)] + [uniform(-1, 1) for _ in range(100)]
        + [signed(log_uniform(1e-320, 1e-3)) for _ in range(40)]
        + [-1 + log_uniform(1e-16, 1e-1) for _ in range(30)]
        + neighbours(math.sqrt(2) - 1, math.sqrt(0.5) - 1) + [2.0**-54, 2.0**-53, -1 + 2.0**-53, 5e-324])
    yield "power", mp.power, (
        [(b, uniform(-744, 709) / math.log(b)) for b in (log_uniform(1e-300, 1e300) for _ in range(80))]
        + [(b, uniform(-744, 709) / math.log(b)) for b in (uniform(0.5, 2) for _ in range(80))]
        + [(uniform(0, 1), uniform(0, 4)) for _ in range(60)]
        + [(float(b), float(e)) for b in (2, 3, 10) for e in (-2, -1, 0.5, 1, 2, 3, 10, 100, 300)]
        + [(5e-324, 0.5), (5e-324, 1.0), (1e-310, -0.7), (sys.float_info.max, 1.0),
           (1 - 2.0**-53, 1e18), (1 + 2.0**-52, -1e18), (1 + 2.0**-52, 3e18)])
    yield "normalCumulative", normal_cumulative, (
        [uniform(-38.4, 8.3) for _ in range(100)] + [uniform(-3, 3) for _ in range(60)]
        + [signed(log_uniform(1e-300, 1e-3)) for _ in range(10)] + [0.0, -1.0, 1.0, -1.96, 4.0, -4.0])
    yield "normalQuantile", normal_quantile, (
        [uniform(0, 1) for _ in range(80)] + [log_uniform(1e-300, 0.5) for _ in range(60)]
        + [0.5 + signed(log_uniform(1e-16, 1e-2)) for _ in range(20)] + neighbours(0.075, 0.925)
        + [1 - 2.0**-53, 1 - 2.0**-30, 5e-324, 0.975, 0.025, math.exp(-25)])
    yield "logGamma", mp.loggamma, (
        [log_uniform(1e-300, 1e300) for _ in range(60)] + [uniform(0, 10) for _ in range(120)]
        + [1 + signed(log_uniform(1e-12, 0.1)) for _ in range(20)]
        + [2 + signed(log_uniform(1e-12, 0.1)) for _ in range(20)]
        + neighbours(0.5, 1.5, 2.5, 8.0) + [1e5, 1e6, 171.0, 5e-324])

    def shapes(low, high, count):
        return [log_uniform(low, high) for _ in range(count)]

    def about(a):
        return abs(a + source.gauss(0, 4) * math.sqrt(a)) if a > 10 else log_uniform(1e-3, 60)

    yield "regularizedGammaLower", gamma_lower, (
        [(a, about(a)) for a in shapes(0.01, 1e4, 120)] + [(1.0, 1.0), (8.0, 8.0), (0.5, 1e-10)])
    yield "regularizedGammaUpper", gamma_upper, (
        [p for p in ((a, about(a)) for a in shapes(0.01, 1e4, 200)) if p[1] >= p[0] + 1] + [(3.0, 80.0)])
    yield "gammaQuantile", gamma_quantile, (
        [(a, uniform(0, 1) ** source.choice((1, 1, 6))) for a in shapes(0.05, 1e4, 80)]
        + [(0.5, 0.95), (1.0, 0.5), (10.0, 1 - 1e-12), (2.0, 1e-200)])
    yield "regularizedBeta", beta, [
        (a, b, x)
        for a, b in zip(shapes(0.1, 1e4, 120), shapes(0.1, 1e4, 120))
        for x in [a / (a + b) + source.gauss(0, 3) * math.sqrt(a * b / (a + b + 1)) / (a + b)]
        if 1e-8 < x < 1]
    yield "studentCumulative", student_cumulative, (
        [(source.gauss(0, 3) * source.choice((1, 1, 4)), n) for n in shapes(0.5, 1e4, 100)]
        + [(-1e100, 1.0), (1.0, 1.0), (-2.5, 1e4)])
    yield "studentQuantile", student_quantile, (
        [(uniform(0, 1) ** source.choice((1, 1, 6)), n) for n in shapes(0.5, 1e4, 60)]
        + [(p, float(n)) for p in (0.6, 0.95, 0.975, 0.9995) for n in (1, 2, 3, 9, 29, 99)]
        + [(0.5 + 1e-9, 5.0), (1e-30, 3.0)])


def main():
    folder = os.path.join(HERE, "References")
    os.makedirs(folder, exist_ok=True)
    for name, function, points in tables():
        title = name[0].upper() + name[1:]
        rows = [" ".join(digits(x) for x in row) for row in columns(function, points)]
        with open(os.path.join(folder, "References+%s.swift" % title), "w") as out:
            out.write("// Written by make_references.py; do not edit.\n\nextension References {\n")
            out.write("  static let %s = References(\n    \"\"\"\n" % name)
            out.writelines("    %s\n" % row for row in rows)
            out.write("    \"\"\")\n}\n")
        print(title, len(rows))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
