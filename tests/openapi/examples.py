# SPDX-License-Identifier: GPL-3.0-or-later
"""Real answers made alike, so that the examples in the document change only when the server does."""
import datetime
import re

import yaml

MARK = "  # Written by tests/openapi/walk.py --update from real answers; ids, times and tokens are made alike.\n"

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
FIXED = {
    "accessToken": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoiQ1VTVE9NRVIifQ.3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "refreshToken": "q8J3vYw1m0Zs6bXcN5rT2kLhP9dGfUeA4iOyQ7uVxWE",
    "nextCursor": "y1GkQp8vWzE3OTUyMzQzMDY3ODldAA",
    "rowSum": "5f1c09a7e2b44d18",
    "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
    "otpauthUri": "otpauth://totp/Belanjain:ani%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Belanjain",
    "otp": "492039",
}
BASE = datetime.datetime(2026, 11, 21, 4, 5, 6, 789000)


class Normaliser:
    def __init__(self):
        self.ids = {}
        self.times = {}
        self.digests = {}

    def text(self, value):
        def new_id(match):
            number = self.ids.setdefault(match.group(), len(self.ids) + 1)
            return f"0199a4c0-7b1d-7000-8000-{number:012x}"

        def new_time(match):
            number = self.times.setdefault(match.group(), len(self.times))
            return (BASE + datetime.timedelta(seconds=number)).isoformat(timespec="milliseconds") + "Z"

        def new_digest(match):
            number = self.digests.setdefault(match.group(), len(self.digests) + 1)
            return f"{number:02x}" * 32

        value = DIGEST.sub(new_digest, TIME.sub(new_time, UUID.sub(new_id, value)))
        return re.sub(r'"rowSum":"[0-9a-f]{16}"', f'"rowSum":"{FIXED["rowSum"]}"', value)

    def value(self, value, key=None):
        if isinstance(value, str):
            return FIXED.get(key) or self.text(value)
        if isinstance(value, list):
            if key == "recoveryCodes":
                return [f"{number:04d}-{number * 7:04d}" for number in range(1, len(value) + 1)]
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {self.text(name): self.value(item, name) for name, item in value.items()}
        return value


def shape(value):
    """Names and types without the values."""
    if isinstance(value, dict):
        return {name: shape(item) for name, item in value.items()}
    if isinstance(value, list):
        return [shape(item) for item in value[:1]]
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return type(value).__name__
    return "number"


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True


def is_short(value):
    members = value.values() if isinstance(value, dict) else value
    return len(repr(value)) < 90 and not any(isinstance(member, (dict, list)) for member in members)


Dumper.add_representer(
    dict, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), is_short(value)))
Dumper.add_representer(
    list, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, is_short(value)))


def represent_text(dumper, value):
    # What begins as a number does is a number to some readers of YAML.
    style = "|" if "\n" in value else "'" if value[:1].isdigit() or value[:1] in "+-." else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


Dumper.add_representer(str, represent_text)


def write(path, examples):
    with open(path, encoding="utf-8") as source:
        text = source.read()
    kept = text[:text.index(MARK)]
    section = {"examples": {name: {"value": value} for name, value in sorted(examples.items())}}
    dumped = yaml.dump(section, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=110)
    indented = "".join("  " + line if line.strip() else line for line in dumped.splitlines(True))
    with open(path, "w", encoding="utf-8") as target:
        target.write(kept + MARK + indented)
