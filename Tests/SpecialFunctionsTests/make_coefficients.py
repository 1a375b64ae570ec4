#!/usr/bin/env python3
"""Prints the polynomial coefficients in Sources/SpecialFunctions, with their errors.

    python3 make_coefficients.py

Needs mpmath (1.3). Interpolation at Chebyshev nodes, whose error is within a small factor of the
best polynomial's.
"""

from fractions import Fraction

import mpmath as mp

mp.mp.dps = 60


def show(name, coefficients, error):
    print("%s: error 2^%.1f" % (name, mp.log(error, 2)))
    print("  " + ", ".join(float(c).hex() for c in coefficients))


def fit(name, function, low, high, count):
    polynomial, error = mp.chebyfit(function, [low, high], count, error=True)
    show(name, polynomial[::-1], error)


def exponential_beyond_linear(r):
    if abs(r) < mp.mpf("1e-12"):
        return mp.mpf(1) / 2 + r / 6 + r * r / 24
    return (mp.expm1(r) - r) / r**2


def artanh_beyond_linear(z):
    if abs(z) < mp.mpf("1e-20"):
        return mp.mpf(2) / 3 + 2 * z / 5
    s = mp.sqrt(z)
    return (2 * mp.atanh(s) / s - 2) / z


def artanh_tail(z):
    if abs(z) < mp.mpf("1e-15"):
        return mp.mpf(1) / 5 + z / 7
    s = mp.sqrt(z)
    return ((mp.atanh(s) / s - 1) / z - mp.mpf(1) / 3) / z


def log_gamma_beside_two(t):
    if abs(t) < mp.mpf("1e-25"):
        return 1 - mp.euler + (mp.zeta(2) - 1) / 2 * t
    return mp.loggamma(2 + t) / t


def mills(u):
    x = 4 * (1 + u) / (1 - u)
    return (1 + x) * mp.erfc(x / mp.sqrt(2)) / 2 * mp.exp(x * x / 2)


def chebyshev_series(function, count, nodes=80):
    angles = [mp.pi * (k + mp.mpf(1) / 2) / nodes for k in range(nodes)]
    values = [function(mp.cos(a)) for a in angles]
    series = [
        2 / mp.mpf(nodes) * sum(v * mp.cos(j * a) for v, a in zip(values, angles))
        for j in range(count)
    ]
    series[0] /= 2
    return series


def temme_series(count):
    """c0 and c1 of DLMF 8.12.11 as exact power series in eta."""
    # mu = lambda - 1 solves mu*mu' = eta*(1 + mu).
    mu = [Fraction(0), Fraction(1)]
    for n in range(2, count + 4):
        known = sum(mu[i] * (n + 1 - i) * mu[n + 1 - i] for i in range(2, n))
        mu.append((mu[n - 1] - known) / (n + 1))
    # eta/mu
    inverse = [Fraction(1)]
    for n in range(1, count + 3):
        inverse.append(-sum(mu[k + 1] * inverse[n - k] for k in range(1, n + 1)))
    first = inverse[1:]
    second = [(n + 2) * first[n + 2] - inverse[n + 1] / 12 for n in range(count)]
    return first[:count], second


def main():
    half = mp.log(2) / 2 * mp.mpf("1.0005")
    fit("exponentialBeyondLinear/r²", exponential_beyond_linear, -half, half, 11)
    root = mp.sqrt(2)
    square = ((root - 1) / (root + 1)) ** 2 * mp.mpf("1.001")
    fit("artanhBeyondLinear/z", artanh_beyond_linear, 0, square, 7)
    fit("artanhTail", artanh_tail, 0, square, 8)
    fit("logGammaBesideTwo/t", log_gamma_beside_two, -mp.mpf(1) / 2, mp.mpf(1) / 2, 19)
    series = chebyshev_series(mills, 26)
    show("millsRatio", series[:25], abs(series[25]))

    first, second = temme_series(7)
    print("c0: " + ", ".join(float(c).hex() for c in first))
    print("c1: " + ", ".join(float(c).hex() for c in second[:3]))


if __name__ == "__main__":
    main()
