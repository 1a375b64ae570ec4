"""Reference values for StochasticsTests, by an implementation of their own.

Needs mpmath and numpy. Prints what the tests have pinned; run from anywhere:
    python3 make_references.py
    python3 make_references.py quantiles > ../QuantileReferences.swift
"""

import sys

import mpmath as mp
import numpy as np

MASK = (1 << 64) - 1


def philox(counter, key):
    c, k = list(counter), list(key)
    for index in range(10):
        if index:
            k = [(k[0] + 0x9E3779B97F4A7C15) & MASK, (k[1] + 0xBB67AE8584CAA73B) & MASK]
        a, b = c[0] * 0xD2E7470EE14C6C93, c[2] * 0xCA5A826395121157
        c = [(b >> 64) ^ c[1] ^ k[0], b & MASK, (a >> 64) ^ c[3] ^ k[1], a & MASK]
    return c


def stream(name):
    h = 0xCBF29CE484222325
    for byte in name.encode():
        h = ((h ^ byte) * 0x100000001B3) & MASK
    h = ((h ^ (h >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    h = ((h ^ (h >> 27)) * 0x94D049BB133111EB) & MASK
    return h ^ (h >> 31)


def lane(seed, replication, name, day, issue, kind, occurrence=0, tool=None):
    counter = [stream(name), day << 32 | kind << 24 | occurrence, issue, stream(tool) if tool else 0]
    return [((x >> 12) + 0.5) * 2.0**-52 for x in philox(counter, [seed, replication])]


def streams():
    g = np.random.Philox(key=np.array([7, 9], dtype=np.uint64),
                         counter=np.array([4, 3, 2, 1], dtype=np.uint64))
    print("numpy", g.random_raw(4), philox([5, 3, 2, 1], [7, 9]))
    for name in ["", "billing", "order status", "Ärger"]:
        print(repr(name), hex(stream(name)))
    for kind in [*range(7), 16, 17, 24, 25, 26, 27, 32, 33, 40, 48, 49, 50]:
        print(kind, lane(1, 0, "billing", 2, 17, kind))
    print(lane(1, 0, "billing", 2, 17, 4, 1, "bot"))
    print(lane(MASK, 3, "order status", 2**31 - 1, 2**40, 5, 2**24 - 1, "ivr"))


def gamma_log_quantile(shape, logit):
    """ln x with P(shape, x) = u for the given logit of u; bisection on ln x, then Newton."""
    k = mp.mpf(shape)
    u = 1 / (1 + mp.exp(-mp.mpf(logit)))
    v = 1 / (1 + mp.exp(mp.mpf(logit)))

    def excess(y):
        x = mp.exp(y)
        leading = k * y - x - mp.loggamma(k)
        if u < v:
            series = mp.hyp1f1(1, k + 1, x) / k if x < k + 60 else None
            return leading + mp.log(series) - mp.log(u)
        return mp.log(v) - mp.log(mp.gammainc(k, x, mp.inf, regularized=True))

    # The lower start leaves out the series, the upper one is the sub-gamma bound.
    if u < v:
        low = (mp.log(u) + mp.loggamma(k + 1)) / k
        high = mp.log(k + 1)
    else:
        s = -mp.log(v)
        low = (mp.log(mp.mpf(1) / 2) + mp.loggamma(k + 1)) / k
        high = mp.log(k + mp.sqrt(2 * k * s) + s) + mp.mpf(1) / 100
    return mp.findroot(excess, (low, high), solver="anderson", tol=mp.mpf(10) ** -45)


def gammas():
    mp.mp.dps = 40
    for cv in [0.01, 0.1, 0.5, 0.7, 1, 1.5, 3, 10, 100]:
        k = 1 / (cv * cv)
        row = [float(gamma_log_quantile(k, logit)) for logit in LOGITS]
        print(f"    ({cv}, {row}),")


def pins():
    mp.mp.dps = 40
    for u in PROBABILITIES:
        u = mp.mpf(u)
        z = mp.sqrt(2) * mp.erfinv(2 * u - 1)
        e = -mp.log(1 - u)
        variance = mp.log(1 + mp.mpf(0.9) ** 2)
        shape = 1 / mp.mpf(0.7) ** 2
        logit = mp.log(u / (1 - u))
        print("    (")
        print(f"      {float(u)},")
        print(f"      [{float(180 * e)}, {float(mp.exp(mp.log(240) - variance / 2 + mp.sqrt(variance) * z))},")
        print(f"       {float(300 / shape * mp.exp(gamma_log_quantile(shape, logit)))},")
        print(f"       {float(180 / mp.gamma(1 + 1 / mp.mpf(0.8)) * e ** (1 / mp.mpf(0.8)))},")
        print(f"       {float(180 / mp.gamma(1 + 1 / mp.mpf(2.5)) * e ** (1 / mp.mpf(2.5)))}]")
        print("    ),")


def bisected(survival, upper, size):
    """x with survival(x) = upper, by bisection in ln x: slow, and of no method of ours."""
    low, high = mp.log(size) - 60, mp.log(size) + 60
    for _ in range(190):
        middle = (low + high) / 2
        if survival(mp.exp(middle)) > upper:
            low = middle
        else:
            high = middle
    return mp.exp((low + high) / 2)


def hyper_exponential(mean, cv):
    c = mp.mpf(cv)
    p = (1 + mp.sqrt((c * c - 1) / (c * c + 1))) / 2
    q = 1 - p

    def quantile(u, v):
        return bisected(lambda x: p * mp.exp(-2 * p * x / mean) + q * mp.exp(-2 * q * x / mean), v, mean)

    return quantile


def gamma(mean, k):
    return lambda u, v: mean / k * mp.exp(gamma_log_quantile(k, mp.log(u / v)))


def log_normal(mean, cv):
    variance = mp.log(1 + mp.mpf(cv) ** 2)

    def quantile(u, v):
        z = mp.sqrt(2) * (mp.erfinv(2 * u - 1) if u < 0.5 else -mp.erfinv(2 * v - 1))
        return mp.exp(mp.log(mean) - variance / 2 + mp.sqrt(variance) * z)

    return quantile


def weibull(mean, shape):
    k = mp.mpf(shape)
    return lambda u, v: mean / mp.gamma(1 + 1 / k) * (-mp.log(v)) ** (1 / k)


def triangular(a, m, b):
    def quantile(u, v):
        if u * (b - a) < m - a:
            return a + mp.sqrt(u * (b - a) * (m - a))
        return b - mp.sqrt(v * (b - a) * (b - m))

    return quantile


# The laws of `Law.all`, in its order.
LAWS = [
    ("constant 45", lambda u, v: mp.mpf(45)),
    ("exponential 180", lambda u, v: -180 * mp.log(v)),
    ("log-normal 240, 0.9", log_normal(240, 0.9)),
    ("log-normal 240, 0.05", log_normal(240, 0.05)),
    ("gamma 300, 0.7", gamma(300, 1 / mp.mpf(0.7) ** 2)),
    ("gamma 300, 1.6", gamma(300, 1 / mp.mpf(1.6) ** 2)),
    ("gamma 1, 0.06", gamma(1, 1 / mp.mpf(0.06) ** 2)),
    ("Erlang 240, 3", gamma(240, mp.mpf(3))),
    ("Erlang 600, 40", gamma(600, mp.mpf(40))),
    ("Weibull 180, 0.8", weibull(180, 0.8)),
    ("Weibull 180, 2.5", weibull(180, 2.5)),
    ("hyperexponential 240, 1", hyper_exponential(240, 1)),
    ("hyperexponential 240, 1.01", hyper_exponential(240, 1.01)),
    ("hyperexponential 240, 1.5", hyper_exponential(240, 1.5)),
    ("hyperexponential 180, 3", hyper_exponential(180, 3)),
    ("hyperexponential 180, 20", hyper_exponential(180, 20)),
    ("hyperexponential 180, 100", hyper_exponential(180, 100)),
    ("uniform 30 to 90", lambda u, v: 30 + 60 * u),
    ("triangular 60, 90, 300", triangular(60, 90, 300)),
    ("triangular 0, 0, 300", triangular(0, 0, 300)),
    ("triangular 30, 90, 90", triangular(30, 90, 90)),
]

LOWER = [2.0**-53, 1e-9, 1e-6, 1e-4, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1 - 1e-6]

UPPER = [1e-6, 1e-9, 1e-14, 1e-30]


def quantiles():
    """`QuantileReferences.swift`."""
    mp.mp.dps = 60
    print("/// Probabilities not to exceed a time, of the first values of a row of `quantileReferences`.")
    print(f"let lowerProbabilities: [Double] = {LOWER}")
    print()
    print("/// Probabilities to exceed a time, of the last values of a row.")
    print(f"let upperProbabilities: [Double] = {UPPER}")
    print()
    print("/// Quantiles to all digits, by law. From `References/make_references.py quantiles`.")
    print("let quantileReferences: [String: [Double]] = [")
    for name, quantile in LAWS:
        row = [quantile(mp.mpf(u), 1 - mp.mpf(u)) for u in LOWER]
        row += [quantile(1 - mp.mpf(v), mp.mpf(v)) for v in UPPER]
        print(f'  "{name}": {[float(x) for x in row]},')
    print("]")


PROBABILITIES = [2.0**-53, 1e-6, 0.1, 0.5, 0.8191045453836946, 0.999, 1 - 2.0**-53]

LOGITS = [-38.125, -27.62, -13.8, -7.1, -3.3, -1.4, -0.3, 0.2, 0.7, 1.9, 4.6, 9.15, 18.3, 27.7, 36.5, 39.9]


if __name__ == "__main__":
    if sys.argv[1:] == ["quantiles"]:
        quantiles()
    else:
        streams()
        gammas()
        pins()
