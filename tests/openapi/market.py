# SPDX-License-Identifier: GPL-3.0-or-later
"""The real server as a process of its own, and people who call it."""
import gzip
import http.client
import json
import os
import shutil
import subprocess
import tempfile
import time
import uuid

PASSWORD = "tulip lantern 42"


class Market:
    """belanjain-marketplace on a free port, with a database in a folder that goes away with it."""

    def __init__(self, program):
        self.folder = tempfile.mkdtemp(prefix="belanjain-openapi-")
        port_file = os.path.join(self.folder, "port")
        self.program = program
        self.database = self.new_database()
        self.process = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0", "--port-file", port_file, "--database", self.database,
             "--data-dir", self.folder],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            self.close()
            raise SystemExit("the server does not start")
        self.port = int(line.strip().rsplit(":", 1)[1])

    def new_database(self):
        """A file, or a database in the cluster of tests/support/postgresql when the environment says so."""
        self.cluster = os.environ.get("BELANJAIN_TEST_POSTGRESQL") \
            if os.environ.get("BELANJAIN_TEST_DATABASE") == "postgresql" else None
        if not self.cluster:
            return "sqlite:" + os.path.join(self.folder, "market.db")
        self.name = "walk_" + uuid.uuid4().hex
        self.psql(f"CREATE DATABASE {self.name}")
        return f"postgresql:///{self.name}?user=belanjain&host={self.cluster}"

    def psql(self, statement):
        subprocess.run(["psql", "-h", self.cluster, "-U", "belanjain", "-d", "postgres", "-qc", statement], check=True)

    def run(self, *arguments):
        """Another subcommand on the same database."""
        subprocess.run([self.program, *arguments, "--database", self.database], check=True, stdout=subprocess.DEVNULL)

    def invariants_broken(self):
        """What the doctor finds, a line each."""
        done = subprocess.run([self.program, "doctor", "--database", self.database], capture_output=True, text=True)
        return (done.stdout + done.stderr).splitlines() if done.returncode else []

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.cluster:
            self.psql(f"DROP DATABASE {self.name} WITH (FORCE)")
        shutil.rmtree(self.folder, ignore_errors=True)


class Reply:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = {name.lower(): value for name, value in headers}
        self.body = gzip.decompress(body) if self.headers.get("content-encoding") == "gzip" else body
        self.size = len(body)

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        return self.json["code"]


def fresh_id():
    """A UUID of version 7."""
    stamp = int(time.time() * 1000)
    random = uuid.uuid4().int & ((1 << 74) - 1)
    value = stamp << 80 | 7 << 76 | (random >> 62) << 64 | 2 << 62 | (random & ((1 << 62) - 1))
    return str(uuid.UUID(int=value))


class Client:
    """Sends requests over one connection; the walk looks at every answer."""

    def __init__(self, walk, token=None):
        self.walk = walk
        self.token = token
        self.connection = None

    def raw(self, method, target, body=None, headers=None):
        headers = {"Accept-Language": "en", **(headers or {})}
        if self.token and "Authorization" not in headers:
            headers["Authorization"] = "Bearer " + self.token
        for attempt in (1, 2):
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.walk.market.port, timeout=30)
            try:
                self.connection.request(method, target, body, headers)
                answer = self.connection.getresponse()
                return Reply(answer.status, answer.getheaders(), answer.read())
            except (http.client.HTTPException, ConnectionError):
                self.connection.close()
                self.connection = None
                if attempt == 2:
                    raise
        return None

    def call(self, method, target, body=None, headers=None, expect=None, code=None):
        """`body` is sent as JSON unless it is bytes. A status or a code that is not the expected is noted."""
        headers = dict(headers or {})
        sent = body
        if body is not None and not isinstance(body, bytes):
            sent = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        reply = self.raw(method, target, sent, headers)
        self.walk.witness(method, target, headers, body, reply)
        told = f"{method} {target} with {str(body)[:200]}: {reply.body[:300]!r}"
        if expect is not None and reply.status != expect:
            self.walk.wrong.append(f"{reply.status} instead of {expect}: {told}")
        elif code is not None and reply.code != code:
            self.walk.wrong.append(f"{reply.code} instead of {code}: {told}")
        return reply

    def get(self, target, expect=200, **more):
        return self.call("GET", target, expect=expect, **more)

    def post(self, target, body=None, expect=201, **more):
        return self.call("POST", target, body, expect=expect, **more)

    def put(self, target, body, expect=200, **more):
        return self.call("PUT", target, body, expect=expect, **more)

    def patch(self, target, body, expect=200, **more):
        return self.call("PATCH", target, body, expect=expect, **more)

    def delete(self, target, body=None, expect=204, **more):
        return self.call("DELETE", target, body, expect=expect, **more)
