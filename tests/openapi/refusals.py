# SPDX-License-Identifier: GPL-3.0-or-later
"""What every call refuses alike, tried on every call of the document."""
import json
from urllib.parse import urlencode

from document import METHODS
from market import fresh_id


class Sample:
    """One good call: who makes it, with what."""

    def __init__(self, client, path=None, query=None, body=None):
        self.client = client
        self.path = path or {}
        self.query = query or {}
        self.body = body

    def target(self, op, **other):
        path = op.path
        for name, value in {**self.path, **other}.items():
            path = path.replace("{" + name + "}", value)
        return path + ("?" + urlencode(self.query) if self.query else "")


def refuse_everything(walk, samples):
    """`samples` gives a Sample by operation id, `nobody`, and a client by role."""
    for op in walk.document.operations:
        sample = samples.get(op.id)
        if sample is None:
            walk.wrong.append(f"{op.id}: no story tells how it is called")
            continue
        refuse_strangers(walk, samples, op, sample)
        if 404 in op.statuses() and "{" in op.path:
            refuse_unknown_rows(op, sample)
        if "requestBody" in op.node and "application/json" in op.node["requestBody"]["content"]:
            refuse_bodies(op, sample)
        if op.method == "POST":
            refuse_keys(op, sample)
        refuse_parameters(op, sample)
        use_tags(op, sample)
    refuse_methods(walk, samples)


def refuse_strangers(walk, samples, op, sample):
    nobody = samples["nobody"]
    target = sample.target(op)
    if op.takes_token():
        nobody.call(op.method, target, sample.body, {"Authorization": "Bearer x.y.z"}, expect=401, code="invalid_token")
    if op.role() is not None:
        nobody.call(op.method, target, sample.body, expect=401, code="unauthorized")
    if op.role():
        other = samples["SELLER" if op.role() == "CUSTOMER" else "CUSTOMER"]
        other.call(op.method, target, sample.body, expect=403, code="forbidden")


def refuse_unknown_rows(op, sample):
    for name in sample.path:
        for unknown in (fresh_id(), "nonsense", "%20"):
            sample.client.call(op.method, sample.target(op, **{name: unknown}), sample.body, expect=404, code="not_found")


def refuse_bodies(op, sample):
    target = sample.target(op)
    call = sample.client.call
    typed = {"Content-Type": "application/json"}
    good = json.dumps(sample.body).encode()
    for body in (b"", b"{", b"null", b'"x"', b"\xff", good + b" x", b"[" * 70 + b"]" * 70):
        call(op.method, target, body, typed, expect=400, code="malformed_json")
    call(op.method, target, good, {"Content-Type": "text/plain"}, expect=415, code="unsupported_media_type")
    call(op.method, target, good, {"Content-Type": "application/jsonp"}, expect=415)
    call(op.method, target, good, {**typed, "Content-Encoding": "gzip"}, expect=415)
    call(op.method, target, b" " * 1_100_000, typed, expect=413, code="too_large")
    schema = op.node["requestBody"]["content"]["application/json"]["schema"]
    schema = op.document.resolve(schema)
    if schema.get("type") == "array":
        call(op.method, target, [{}], expect=400, code="invalid_request")
        return
    for name in (schema.get("oneOf") or [schema])[0].get("required", []):
        missing = {key: value for key, value in sample.body.items() if key != name}
        reply = call(op.method, target, missing, expect=400, code="invalid_request")
        assert [error["code"] for error in reply.json["errors"] if error["field"].split(".")[0] == name] == ["missing"], reply.body
    for name in sample.body:
        reply = call(op.method, target, {**sample.body, name: [[True]]}, expect=400, code="invalid_request")
        assert any(error["field"].split(".")[0].split("[")[0] == name for error in reply.json["errors"]), reply.body


def refuse_keys(op, sample):
    target = sample.target(op)
    for key in ("", "k" * 201):
        sample.client.call("POST", target, sample.body, {"Idempotency-Key": key}, expect=400,
                           code="invalid_idempotency_key")


def refuse_parameters(op, sample):
    bad = {"limit": ["0", "-1", "101" if op.id not in ("pullRows",) else "2001", "x", ""], "page": ["0", "1.5"],
           "cursor": ["x", "", "eyJ9"]}
    known = {parameter["name"]: parameter for parameter in op.parameters("query")}
    for name, values in bad.items():
        for value in values if name in known else ():
            target = Sample(sample.client, sample.path, {**sample.query, name: value}).target(op)
            reply = sample.client.call(op.method, target, expect=400, code="invalid_request")
            assert [error["field"] for error in reply.json["errors"]] == [name], reply.body
    for name, parameter in known.items():
        if "enum" in parameter["schema"] or parameter["schema"].get("type") in ("integer", "boolean"):
            target = Sample(sample.client, sample.path, {**sample.query, name: "maybe"}).target(op)
            sample.client.call(op.method, target, expect=400, code="invalid_request")
        if parameter.get("required"):
            query = {key: value for key, value in sample.query.items() if key != name}
            sample.client.call(op.method, Sample(sample.client, sample.path, query).target(op), expect=400)
    if "cursor" in known:
        both = Sample(sample.client, sample.path, {**sample.query, "page": "1", "cursor": "x"}).target(op)
        sample.client.call(op.method, both, expect=400)


def use_tags(op, sample):
    target = sample.target(op)
    if 304 in op.statuses():
        reply = sample.client.call("GET", target, expect=200)
        tag = reply.headers["etag"]
        for tags in (tag, "*", '"other", W/' + tag):
            again = sample.client.call("GET", target, headers={"If-None-Match": tags}, expect=304)
            assert again.headers["etag"] == tag
        sample.client.call("GET", target, headers={"If-None-Match": '"other"'}, expect=200)
    if 412 in op.statuses():
        for tags in ('"v999999"', 'W/"v1"', "v1", ""):
            sample.client.call(op.method, target, sample.body, {"If-Match": tags}, expect=412,
                               code="precondition_failed")


def refuse_methods(walk, samples):
    paths = {}
    for op in (op for op in walk.document.operations if op.id in samples):
        paths.setdefault(op.path, []).append(op)
    for path, ops in paths.items():
        allowed = {op.method for op in ops}
        for method in [name.upper() for name in METHODS] + ["OPTIONS", "TRACE", "BREW"]:
            target = samples[ops[0].id].target(ops[0])
            # ".../images/order" could be an image's id too.
            if method in allowed or walk.document.find(method, target.split("?")[0]):
                continue
            reply = samples[ops[0].id].client.call(method, target, expect=405)
            told = {name.strip() for name in reply.headers.get("allow", "").split(",")}
            expected = allowed | ({"HEAD"} if "GET" in allowed else set())
            if told != expected:
                walk.wrong.append(f"{method} {path}: Allow is {sorted(told)} instead of {sorted(expected)}")
