#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every call of resources/openapi.yaml against the running server.

    walk.py --program belanjain-marketplace --document resources/openapi.yaml [--update]

Each answer, whatever the story is about, must have a documented status, headers, content type and problem code,
and a body that its schema takes without a member too many. In the end every call has been answered in every
documented way but those named below, and every example in the document has the members of the real answer.
--update writes the examples anew. In Python because the one JSON Schema 2020-12 validator that Debian has is
python3-jsonschema; the server runs as a process of its own on a free port.
"""
import argparse
import sys
from urllib.parse import urlsplit

from document import Document, is_json
from examples import Normaliser, shape, write
from market import Client, Market
from nastiness import be_nasty
from refusals import refuse_everything
from stories import tell_everything

# Answers that no story can bring about: two calls at once, a broken or a busy server, another machine.
NOT_PROVOKED_STATUSES = {500, 503}
FROM_ANOTHER_MACHINE = ("metrics", 403)
NOT_PROVOKED_CODES = {"idempotency_in_progress", "conflict", "internal", "unavailable", "draining"}

# Described, but not served yet.
NOT_YET = set()


def without_nulls(value):
    if isinstance(value, dict):
        return {name: without_nulls(item) for name, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if isinstance(value, list) else value


class Walk:
    def __init__(self, document, market):
        self.document = document
        self.market = market
        self.wrong = []
        self.answered = set()  # (operation, status)
        self.codes = set()  # (operation, status, code)
        self.examples = {}

    def lock(self, email):
        """What only an operator can do."""
        self.market.run("user", "lock", "--email", email)

    def client(self, token=None):
        return Client(self, token)

    def witness(self, method, target, headers, body, reply):
        """Looks at one exchange."""
        op = self.document.find(method, urlsplit(target).path)
        where = f"{method} {target} -> {reply.status}"
        if op is None:
            self.judge_stray(where, reply)
            return
        if reply.status != 405:
            self.wrong += [f"{where} ({op.id}): {w}" for w in
                           self.document.judge(op, reply.status, reply.headers, reply.body)]
        self.answered.add((op.id, reply.status))
        value = None
        kind = reply.headers.get("content-type", "").split(";")[0]
        if is_json(kind):
            value = reply.json
            if reply.status >= 400:
                self.codes.add((op.id, reply.status, value.get("code")))
        elif reply.body and not kind.startswith("image/"):
            value = reply.body.decode()
        if reply.status < 300 and body is not None and not isinstance(body, bytes):
            self.judge_request(op, where, body)
        self.keep_examples(op, reply, body, value)

    def judge_stray(self, where, reply):
        if reply.status not in (404, 405):
            self.wrong.append(f"{where}: no such call is documented")
        problem = self.document.complaints({"$ref": "#/components/schemas/Problem"}, reply.json)
        self.wrong += [f"{where}: {w}" for w in problem]

    def judge_request(self, op, where, body):
        if "requestBody" not in op.node:
            self.wrong.append(f"{where}: a body is taken that is not documented")
            return
        schema = op.node["requestBody"]["content"]["application/json"]["schema"]
        if self.document.complaints(schema, body, loose=True):
            # null stands for a field that is left out.
            self.wrong += [f"{where}, request: {w}" for w in
                           self.document.complaints(schema, without_nulls(body), loose=True)]

    def keep_examples(self, op, reply, body, value):
        """The first real answer becomes the example that the document names there."""
        response = op.response(reply.status) or {}
        kind = reply.headers.get("content-type", "").split(";")[0]
        if value is not None:
            self.keep(response.get("content", {}).get(kind, {}), value)
        if reply.status < 300 and body is not None and not isinstance(body, bytes) and "requestBody" in op.node:
            self.keep(op.node["requestBody"]["content"].get("application/json", {}), body)

    def keep(self, media, value):
        for example in media.get("examples", {}).values():
            name = example["$ref"].rsplit("/", 1)[1]
            if name not in self.examples:
                # Each by itself, so that a new story changes no other example.
                self.examples[name] = Normaliser().value(value)

    def finish(self):
        for op in self.document.operations:
            for status in op.statuses() - NOT_PROVOKED_STATUSES:
                if (op.id, status) == FROM_ANOTHER_MACHINE:
                    continue
                if (op.id, status) not in self.answered:
                    codes = set(op.response(status).get("x-problem-codes", []))
                    if not codes or codes - NOT_PROVOKED_CODES:
                        self.wrong.append(f"{op.id}: nothing was answered with {status}")
                    continue
                for code in op.response(status).get("x-problem-codes", []):
                    if code not in NOT_PROVOKED_CODES and (op.id, status, code) not in self.codes:
                        self.wrong.append(f"{op.id}: {status} {code} did not come up")

    def expect_examples(self):
        """Wherever JSON goes in or comes out there is one."""
        for op in self.document.operations:
            places = [(str(status), op.response(status)) for status in op.statuses() - NOT_PROVOKED_STATUSES]
            for place, node in places + [("request", op.node.get("requestBody", {}))]:
                codes = set(node.get("x-problem-codes", []))
                if codes and not codes - NOT_PROVOKED_CODES:
                    continue
                for kind, media in node.get("content", {}).items():
                    if is_json(kind) and "examples" not in media and op.id != "getOpenApi":
                        self.wrong.append(f"{op.id} {place}: names no example")

    def named_examples(self):
        names = {}

        def look(node):
            if isinstance(node, dict):
                media = node.get("content")
                for kind in media.values() if isinstance(media, dict) else ():
                    for example in kind.get("examples", {}).values():
                        names[example["$ref"].rsplit("/", 1)[1]] = kind.get("schema")
                for child in node.values():
                    look(child)
            elif isinstance(node, list):
                for child in node:
                    look(child)

        look({key: value for key, value in self.document.root.items()})
        return names

    def compare_examples(self):
        stored = self.document.root["components"].get("examples", {})
        named = self.named_examples()
        for name, schema in named.items():
            if name not in self.examples:
                self.wrong.append(f"example {name}: no answer of that kind came")
            elif name not in stored:
                self.wrong.append(f"example {name} is missing; run with --update")
            else:
                value = stored[name]["value"]
                if shape(value) != shape(self.examples[name]):
                    self.wrong.append(f"example {name} is not what the server answers; run with --update")
                self.wrong += [f"example {name}: {w}" for w in self.document.complaints(schema, value)]
        self.wrong += [f"example {name} is named nowhere" for name in stored.keys() - named.keys()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--document", required=True)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    document = Document(arguments.document)
    document.operations = [op for op in document.operations if op.id not in NOT_YET]
    market = Market(arguments.program)
    try:
        walk = Walk(document, market)
        samples = tell_everything(walk)
        refuse_everything(walk, samples)
        be_nasty(walk, samples)
        walk.wrong += ["doctor: " + line for line in market.invariants_broken()]
    finally:
        market.close()
    walk.finish()
    walk.expect_examples()
    if arguments.update:
        write(arguments.document, walk.examples)
    else:
        walk.compare_examples()
    unique = list(dict.fromkeys(walk.wrong))
    for complaint in unique:
        print("WRONG", complaint)
    print(f"{len(document.operations)} calls, {len(walk.answered)} kinds of answers, {len(walk.examples)} examples")
    return 1 if unique else 0


if __name__ == "__main__":
    sys.exit(main())
