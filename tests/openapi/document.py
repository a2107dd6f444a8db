# SPDX-License-Identifier: GPL-3.0-or-later
"""The OpenAPI document, and what it says of one exchange with the server."""
import copy
import json
import re

import yaml
from jsonschema import Draft202012Validator, FormatChecker

METHODS = ("get", "put", "post", "delete", "patch")
PROBLEM = "application/problem+json"


def load(path):
    with open(path, encoding="utf-8") as source:
        return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def is_json(kind):
    return kind == "application/json" or kind.endswith("+json")


def strict(node):
    """A copy of a schema in which an object has no members that are not named."""
    if isinstance(node, list):
        return [strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    copied = {key: strict(value) for key, value in node.items()}
    if isinstance(copied.get("properties"), dict) and copied.get("type") == "object":
        copied.setdefault("additionalProperties", False)
    return copied


class Operation:
    def __init__(self, document, path, method, node):
        self.document = document
        self.path = path
        self.method = method.upper()
        self.id = node["operationId"]
        self.node = node
        self.pattern = re.compile("^" + re.sub(r"\\{\w+\\}", "([^/]+)", re.escape(path)) + "$")

    def parameters(self, place):
        return [p for p in map(self.document.resolve, self.node.get("parameters", [])) if p["in"] == place]

    def statuses(self):
        return {int(status) for status in self.node["responses"]}

    def response(self, status):
        node = self.node["responses"].get(str(status))
        return None if node is None else self.document.resolve(node)

    def role(self):
        """None when anybody may call; else "" for whoever is signed in, or the role."""
        return None if {} in self.node["security"] else self.node.get("x-role", "")

    def takes_token(self):
        return any("bearer" in way for way in self.node["security"])


class Document:
    def __init__(self, path):
        self.root = load(path)
        # Parsed text shares nothing with the original, so both may be changed apart.
        self.strict_schemas = strict(copy.deepcopy(self.root["components"]["schemas"]))
        self.operations = [
            Operation(self, path_, method, node)
            for path_, item in self.root["paths"].items()
            for method, node in item.items()
            if method in METHODS
        ]
        self.validators = {}

    def resolve(self, node):
        while isinstance(node, dict) and "$ref" in node:
            target = self.root
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node

    def operation(self, name):
        return next(op for op in self.operations if op.id == name)

    def find(self, method, path):
        """Literal segments are preferred over parameters, as the server does it."""
        fitting = [op for op in self.operations if op.method == method and op.pattern.match(path)]
        return min(fitting, key=lambda op: op.path.count("{"), default=None)

    def complaints(self, schema, value, loose=False):
        key = (json.dumps(schema, sort_keys=True), loose)
        if key not in self.validators:
            schemas = self.root["components"]["schemas"] if loose else self.strict_schemas
            root = {"components": {"schemas": schemas}, "allOf": [schema if loose else strict(schema)]}
            self.validators[key] = Draft202012Validator(root, format_checker=FormatChecker())
        return [f"{error.json_path}: {error.message}" for error in self.validators[key].iter_errors(value)]

    def judge(self, op, status, headers, body):
        """What is wrong with an answer; `headers` have lower-case names, `body` is bytes."""
        response = op.response(status)
        if response is None:
            return [f"status {status} is not documented"]
        wrong = []
        for name, header in response.get("headers", {}).items():
            header = self.resolve(header)
            value = headers.get(name.lower())
            if value is None:
                if header.get("required"):
                    wrong.append(f"header {name} is missing")
            elif header["schema"].get("type") != "integer":
                wrong += [f"header {name}: {w}" for w in self.complaints(header["schema"], value)]
            elif not value.isdigit() or self.complaints(header["schema"], int(value)):
                wrong.append(f"header {name}: {value}")
        named = {name.lower() for name in response.get("headers", {})}
        wrong += [f"header {name} is not documented" for name in ("etag", "location", "retry-after")
                  if name in headers and name not in named]
        content = response.get("content")
        if content is None:
            return wrong + ([f"a body of {len(body)} bytes where none is documented"] if body else [])
        kind = headers.get("content-type", "").split(";")[0].strip()
        if kind not in content:
            return wrong + [f"content type {kind!r} is not documented"]
        if not is_json(kind):
            return wrong
        try:
            value = json.loads(body)
        except ValueError as error:
            return wrong + [f"the body is no JSON: {error}"]
        wrong += self.complaints(content[kind]["schema"], value, loose=op.id == "getOpenApi")
        if kind == PROBLEM:
            if value.get("status") != status:
                wrong.append(f"the problem says status {value.get('status')}")
            if value.get("code") not in response["x-problem-codes"]:
                wrong.append(f"code {value.get('code')!r} is not documented")
        return wrong
