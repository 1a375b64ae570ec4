"""Reference values for StochasticsTests, by an implementation of their own.

Needs mpmath and numpy. Prints what the tests have pinned; run from anywhere:
    python3 make_references.py
"""

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
    for kind in range(6):
        print(kind, lane(1, 0, "billing", 2, 17, kind))
    print(lane(1, 0, "billing", 2, 17, 4, 1, "bot"))
    print(lane(MASK, 3, "order status", 2**31 - 1, 2**40, 5, 2**24 - 1, "ivr"))


if __name__ == "__main__":
    streams()
