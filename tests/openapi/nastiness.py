# SPDX-License-Identifier: GPL-3.0-or-later
"""Values that nobody sane sends, in every place where a value can go: nothing may break."""
import copy
from urllib.parse import quote, urlencode

NASTY = [None, True, 0, -1, 1.5, 1e300, 10**18, -(2**63), "", " ", "x" * 10_000, "\u0007\u200b\u202e", "😀" * 60, "'; DROP TABLE users; --",
         "%s%n", "../../etc/passwd", "<script>", [], [[]], {}, {"x": [1]}, [None], ["", ""], [{}]]
# Control characters in a target are refused before anybody knows the call.
NASTY_TEXTS = [value for value in NASTY if isinstance(value, str) and "\u0007" not in value] + ["\u200b\u202e", "0", "-1", "1e3", "９", "true", "null", "2026-02-30", "2026-01-01T00:00:00",
               "99999-01-01", "0000-00-00", "x" * 3000]
ENDLESS = {"events"}


def places(value, path=()):
    """Every place in a body, the outermost first."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in members:
        yield path + (key,)
        yield from places(member, path + (key,))


def with_value(body, path, value):
    copied = copy.deepcopy(body)
    target = copied
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    return copied


def be_nasty(walk, samples):
    for op in walk.document.operations:
        sample = samples.get(op.id)
        if sample is None or op.id in ENDLESS:
            continue
        for path in places(sample.body) if isinstance(sample.body, (dict, list)) else ():
            for value in NASTY:
                expect_no_harm(walk, op, sample.client, sample.target(op), with_value(sample.body, path, value))
        for parameter in op.parameters("query"):
            for value in NASTY_TEXTS:
                query = {**sample.query, parameter["name"]: value}
                target = sample.target(op).split("?")[0] + "?" + urlencode(query, quote_via=quote)
                expect_no_harm(walk, op, sample.client, target, sample.body)


def expect_no_harm(walk, op, client, target, body):
    reply = client.call(op.method, target, body)
    if reply.status >= 500:
        walk.wrong.append(f"{reply.status} to {op.method} {target[:200]} with {str(body)[:300]}")
