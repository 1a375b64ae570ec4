"""Makes FitReferences.swift: maximum likelihood fits by SciPy, independent of the code under test.

    python3 make_fit_references.py > FitReferences.swift

Densities and survival functions are scipy.stats'; the likelihood is climbed by Nelder-Mead over the
families' own parameters (not those of the code under test), then by Newton steps in 40 digits
(mpmath). Data: remission times of 6-MP patients in weeks, Freireich et al. (1963), as in Klein and
Moeschberger (2003), table 1.1; and a complete sample of 40 numbers written down here.
"""

import numpy as np
import mpmath as mp
from scipy import optimize

mp.mp.dps = 40
ended = [6, 6, 6, 7, 10, 13, 16, 22, 23]
censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
complete = [12, 17, 21, 25, 28, 31, 34, 38, 41, 45, 48, 52, 55, 59, 64, 68, 73, 77, 82, 88,
            93, 99, 105, 112, 119, 127, 136, 145, 156, 167, 180, 195, 212, 232, 256, 285, 321, 369,
            438, 560]


def weibull(p):
    k, lam = p
    return (lambda x: mp.log(k / lam) + (k - 1) * mp.log(x / lam) - (x / lam) ** k,
            lambda x: -(x / lam) ** k)


def log_normal(p):
    s, m = p
    return (lambda x: -mp.log(x * s * mp.sqrt(2 * mp.pi)) - ((mp.log(x) - m) / s) ** 2 / 2,
            lambda x: mp.log(mp.erfc((mp.log(x) - m) / s / mp.sqrt(2)) / 2))


def gamma(p):
    k, t = p
    return (lambda x: (k - 1) * mp.log(x) - x / t - k * mp.log(t) - mp.loggamma(k),
            lambda x: mp.log(mp.gammainc(k, x / t, mp.inf, regularized=True)))


def hyper(p):
    q, m = p  # share of the short kind; each kind has half of the mean
    a, b = 2 * q / m, 2 * (1 - q) / m
    return (lambda x: mp.log(q * a * mp.exp(-a * x) + (1 - q) * b * mp.exp(-b * x)),
            lambda x: mp.log(q * mp.exp(-a * x) + (1 - q) * mp.exp(-b * x)))


def scenario(name, p):
    """Mean and second parameter as a scenario has them."""
    if name == "weibull":
        k, lam = p
        return lam * mp.gamma(1 + 1 / k), k
    if name == "logNormal":
        s, m = p
        return mp.exp(m + s * s / 2), mp.sqrt(mp.expm1(s * s))
    if name == "gamma":
        k, t = p
        return k * t, 1 / mp.sqrt(k)
    q, m = p
    return m, mp.sqrt((1 + (2 * q - 1) ** 2) / (1 - (2 * q - 1) ** 2))


def fit(name, law, start, ended, censored):
    def height(p):
        density, survival = law(p)
        return sum(density(mp.mpf(x)) for x in ended) + sum(survival(mp.mpf(x)) for x in censored)

    def loss(p):
        if min(p[0], 1) <= 0 or (name != "logNormal" and p[1] <= 0) or (name == "hyper" and p[0] >= 1):
            return 1e9
        return float(-height([mp.mpf(float(v)) for v in p]))

    mp.mp.dps = 20
    top = optimize.minimize(loss, start, method="Nelder-Mead",
                            options={"xatol": 1e-5, "fatol": 1e-9, "maxiter": 400}).x
    mp.mp.dps = 40
    p = mp.matrix([mp.mpf(float(v)) for v in top])
    f = lambda a, b: height([a, b])
    for _ in range(4):
        g = mp.matrix([mp.diff(f, (p[0], p[1]), (1, 0)), mp.diff(f, (p[0], p[1]), (0, 1))])
        xx, xy, yy = (mp.diff(f, (p[0], p[1]), n) for n in [(2, 0), (1, 1), (0, 2)])
        h = mp.matrix([[xx, xy], [xy, yy]])
        p = p - h ** -1 * g
    cov = (-h) ** -1
    # The delta method takes the covariance to the scenario's parameters.
    j = mp.matrix(2, 2)
    for row in range(2):
        for column in range(2):
            order = (1, 0) if column == 0 else (0, 1)
            j[row, column] = mp.diff(lambda a, b: scenario(name, [a, b])[row], (p[0], p[1]), order)
    errors = j * cov * j.T
    mean, form = scenario(name, [p[0], p[1]])
    return mean, form, mp.sqrt(errors[0, 0]), mp.sqrt(errors[1, 1]), height([p[0], p[1]])


def number(x):
    return mp.nstr(x, 14, min_fixed=-20, max_fixed=20)


print("// Made by make_fit_references.py.\n")
print("/// A fit by SciPy and mpmath.")
print("struct FitReference {\n  let family: String\n  let mean: Double\n  let form: Double")
print("  let meanError: Double\n  let formError: Double\n  let logLikelihood: Double\n")
print("  static let remission: [Double] = " + str([float(x) for x in ended]))
print("  static let remissionCensored: [Double] = [")
print("    " + ", ".join(str(float(x)) for x in censored) + ",\n  ]")
print("  static let complete: [Double] = [")
for i in range(0, 40, 10):
    print("    " + ", ".join(str(float(x)) for x in complete[i:i + 10]) + ",")
print("  ]\n")
for title, e, c, families in [
        ("ofRemission", ended, censored,
         [("weibull", weibull, [1.3, 33]), ("logNormal", log_normal, [1, 3.3]),
          ("gamma", gamma, [1.4, 25])]),
        ("ofComplete", complete, [],
         [("weibull", weibull, [1.1, 130]), ("logNormal", log_normal, [1, 4.4]),
          ("gamma", gamma, [1.4, 100])]),
        ("ofMixture", [1, 2, 2, 3, 4, 5, 6, 8, 10, 14, 20, 35, 60, 90, 150], [3, 7, 12, 40, 200],
         [("hyperExponential", hyper, [0.9, 45])])]:
    print(f"  static let {title}: [FitReference] = [")
    for name, law, start in families:
        values = [number(v) for v in fit(name, law, start, e, c)]
        print(f"    FitReference(\n      family: \"{name}\", mean: {values[0]}, form: {values[1]},")
        print(f"      meanError: {values[2]}, formError: {values[3]},\n      logLikelihood: {values[4]}),")
    print("  ]")
print("}")
