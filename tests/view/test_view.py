"""The page that chapter 7b serves, attacked as a stranger might, on SQLite and on PostgreSQL.

The chapter's own cells run in jshell; only the database URL changes. Needs the jars: ./mvnw package -DskipTests.
"""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = ROOT / "notebooks" / "07b_forms_and_their_dangers.ipynb"
JARS = [ROOT / "lib" / "target" / "workbook", ROOT / "workbook" / "target" / "chapters"]
SQLITE = '"sqlite:///forms.sqlite"'
POSTGRESQL = '"postgresql://postgres@localhost:" + io.zonky.test.db.postgres.embedded.EmbeddedPostgres.start().getPort() + "/postgres"'
FORM = "application/x-www-form-urlencoded"
TOKEN = re.compile(r'name="csrf" value="([^"]+)"')
SQL = ["' or '1'='1", "'; drop table users; --", '" or ""="', "\\' or 1=1", "$$; drop table users; $$"]
SCRIPTS = ["<script>alert(1)</script>", '"><img src=x onerror=alert(2)>', "</title><svg/onload=alert(3)>", "{{ 7 * 7 }}"]
TAGS = ("<script", "<img", "<svg")
MORE_THAN_THREADS = 300
IDLE_SECONDS = 30  # The server waits this long for a silent client.
SERVED_SECONDS = IDLE_SECONDS / 2  # If the slow clients had all threads, the first one would be free after the idle timeout.
CUT_OFF_SECONDS = 2 * IDLE_SECONDS
READING = """Thread.getAllStackTraces().values().stream().filter(stack -> Arrays.stream(stack)
.anyMatch(frame -> frame.getClassName().endsWith(".BlockingContentProducer"))).count()""".replace("\n", "")


def chapter(address):
    """Return the chapter's cells as one script for jshell, without what only works in a notebook."""
    cells = (cell for cell in json.loads(CHAPTER.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code")
    sources = ("".join(cell["source"]) for cell in cells)
    script = "\n".join(one for one in sources if not re.match(r"%|grade\(|new Frame", one))
    # jshell takes a line for complete if it could be, so continuation lines are joined, without the comments between them.
    script = re.sub(r"(?m)[ \t]+// [^\"\n]*$", "", script)
    script = re.sub(r"\n\s*(?=[.]\w|&& )", " ", script)
    script = re.sub(r"(?m)^(@\w+(?:\(.*\))?)\n", r"\1 ", script)
    if script.count(SQLITE) != 1:
        raise AssertionError(f"The chapter does not open {SQLITE} once.")
    return script.replace(SQLITE, address)


class Page:
    """A jshell that serves the page."""

    def __init__(self, address):
        self.folder = tempfile.mkdtemp(prefix="ormlab-view-")
        jars = os.pathsep.join(str(jar) for folder in JARS for jar in sorted(folder.glob("*.jar")))
        self.script = Path(self.folder, "chapter.jsh")
        tell = '\nSystem.out.println("\\nSERVES " + Site.at("/").getPort());\n'
        self.script.write_text(chapter(address) + tell, encoding="utf-8")
        self.log = open(Path(self.folder, "log"), "w+", encoding="utf-8")
        # It continues to read after the script, until its input ends.
        self.process = subprocess.Popen(
            ["jshell", "--class-path", jars, "-R-Xmx256m", str(self.script), "-"],
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def port(self, seconds=180):
        """Wait until the last cell has run; return the page's port."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            found = re.search(r"SERVES (\d+)", self.said())
            if found:
                return int(found[1])
            time.sleep(0.3)
        raise AssertionError(f"The chapter's page was not served. jshell said:\n{self.said()}")

    def said(self):
        return Path(self.log.name).read_text(encoding="utf-8", errors="replace")

    def users(self):
        """Query the number of stored users."""
        users = self.number("db.query(User.class).count()")
        self.process.stdin.write("db.closeSession();\n")
        self.process.stdin.flush()
        return users

    def reading_threads(self):
        """Count the threads that wait until more of a form arrives."""
        return self.number(READING)

    def number(self, expression):
        """Evaluate a number in a cell after the chapter's."""
        before = len(re.findall(r"NUMBER \d+", self.said()))
        self.process.stdin.write(f'System.out.println("\\nNUMBER " + {expression});\n')
        self.process.stdin.flush()
        for _ in range(200):
            found = re.findall(r"NUMBER (\d+)", self.said())
            if len(found) > before:
                return int(found[-1])
            time.sleep(0.1)
        raise AssertionError(self.said()[-2000:])

    def stop(self):
        self.process.stdin.close()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Visitor:
    """A minimal browser: keeps its cookie, and finds the form's token."""

    def __init__(self, port, cookie=""):
        self.port, self.cookie = port, cookie

    def ask(self, method, path, body=None, kind=FORM, headers=()):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            sent = dict(headers) | ({"Cookie": self.cookie} if self.cookie else {}) | ({"Content-Type": kind} if body is not None else {})
            connection.request(method, path, body, sent)
            reply = connection.getresponse()
            given = reply.getheader("Set-Cookie")
            if given:
                self.cookie = given.split(";")[0]
            return reply.status, reply.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def get(self, path):
        return self.ask("GET", path)

    def token(self):
        return TOKEN.search(self.get("/")[1])[1]

    def post(self, path="/", **fields):
        return self.ask("POST", path, urllib.parse.urlencode(fields))

    def submit(self, name):
        return self.post(name=name, csrf=self.token())


@unittest.skipUnless(all(any(place.glob("*.jar")) for place in JARS) and shutil.which("jshell"), "not built: ./mvnw package -DskipTests")
class ViewOnSqliteTest(unittest.TestCase):
    ADDRESS = SQLITE

    @classmethod
    def setUpClass(cls):
        cls.page = Page(cls.ADDRESS)
        cls.addClassCleanup(cls.page.stop)
        cls.port = cls.page.port()

    def visitor(self, cookie=""):
        return Visitor(self.port, cookie)

    def raw(self, text, seconds=20):
        """Send what no well-behaved client would send; return everything until the server closes the connection."""
        with socket.create_connection(("127.0.0.1", self.port), seconds) as connection:
            try:
                connection.sendall(text.encode("ascii"))
                return b"".join(iter(lambda: connection.recv(65536), b"")).decode("utf-8", "replace")
            except (ConnectionResetError, BrokenPipeError):
                return ""

    def request(self, line, *headers):
        return self.raw("\r\n".join([f"{line} HTTP/1.1", "Host: x", "Connection: close", *headers, "", ""]))

    def assert_served(self):
        began = time.monotonic()
        self.assertEqual(self.visitor().get("/")[0], 200)
        self.assertLess(time.monotonic() - began, SERVED_SECONDS)

    def test_sql_in_any_field_is_only_text(self):
        before, visitor = self.page.users(), self.visitor()
        for sql in SQL:
            with self.subTest(sql):
                self.assertEqual(visitor.submit(sql)[0], 303)
                self.assertIn("Pleased to meet you", visitor.get("/index")[1])
                self.assertEqual(visitor.submit(sql)[0], 303)
                self.assertIn("Happy to see you again", visitor.get("/index")[1])
                quoted = urllib.parse.quote(sql, safe="")
                self.assertEqual(visitor.get(f"/users?page={quoted}")[0], 200)
                self.assertIn(visitor.get(f"/users/{quoted}")[0], (400, 404))
                self.assertEqual(visitor.post(name="x", csrf=sql)[0], 403)
                self.assertEqual(self.visitor("JSESSIONID=x'or'1'='1").get("/")[0], 200)
        self.assertEqual(visitor.get("/users/1%20or%201=1")[0], 404)
        self.assertEqual(self.page.users(), before + len(SQL))

    def test_a_stored_or_reflected_script_is_shown_but_not_run(self):
        visitor = self.visitor()
        for script in SCRIPTS:
            self.assertEqual(visitor.submit(script)[0], 303)
            quoted = urllib.parse.quote(script, safe="")
            lists = [f"/users?page={number}" for number in range(1, 6)]
            for path in ("/index", *lists, f"/users/{quoted}", f"/{quoted}", f"/users?page={quoted}"):
                with self.subTest(path):
                    body = visitor.get(path)[1]
                    self.assertFalse([tag for tag in TAGS if tag in body], body)
                    self.assertNotIn("<h1>Hello, 49", body)
        everything = "".join(visitor.get(f"/users?page={number}")[1] for number in range(1, 6))
        self.assertIn("&lt;script&gt;", everything)
        self.assertIn("{{ 7 * 7 }}", everything)

    def test_a_post_without_our_token_is_forbidden(self):
        before, visitor = self.page.users(), self.visitor()
        visitor.get("/")
        self.assertEqual(visitor.post(name="mallory")[0], 403)
        self.assertEqual(visitor.post(name="mallory", csrf="")[0], 403)
        self.assertEqual(visitor.post(name="mallory", csrf="guessed")[0], 403)
        self.assertEqual(visitor.post(name="mallory", csrf=self.visitor().token())[0], 403)
        self.assertEqual(self.visitor().post(name="mallory", csrf=visitor.token())[0], 403)
        self.assertEqual(visitor.get("/?name=mallory&csrf=" + visitor.token())[0], 200)  # A link changes nothing.
        self.assertEqual(self.page.users(), before)

    def test_a_session_id_that_the_server_did_not_issue_is_not_accepted(self):
        visitor = self.visitor("JSESSIONID=chosen-by-me")
        visitor.submit("amy")
        self.assertNotIn("chosen", visitor.cookie)
        self.assertNotIn("amy", self.visitor("JSESSIONID=chosen-by-me").get("/")[1])

    def test_a_planted_session_shows_its_owner_only_the_name(self):
        """Nobody signs in on this page, so the session id stays the same; in the example, signing in changes it."""
        attacker = self.visitor()
        attacker.token()
        victim = self.visitor(attacker.cookie)
        victim.submit("ben")
        self.assertIn("Hello, ben!", attacker.get("/index")[1])
        self.assertIn("Hello, Stranger!", self.visitor().get("/index")[1])

    def test_a_path_cannot_reach_a_file(self):
        for path in (
            "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/users/..%2f..%2fetc/passwd",
            "//etc/passwd",
            "/forms.sqlite",
            "/..;/x",
        ):
            with self.subTest(path):
                reply = self.request(f"GET {path}")
                self.assertRegex(reply, r"^HTTP/1.1 (400|404) ")
                self.assertNotIn("root:", reply)

    def test_requests_that_are_too_large_are_refused(self):
        visitor = self.visitor()
        for length in (65, 10_000, 100_000):
            status, body = visitor.submit("x" * length)
            self.assertEqual(status, 200)
            self.assertIn(f"A name has at most 64 characters; this one has {length}.", body)
        self.assertEqual(visitor.submit("x" * 3_000_000)[0], 413)
        self.assertRegex(self.request("GET /", "X-Large: " + "x" * 100_000), r"^HTTP/1.1 431 ")
        self.assertRegex(self.request("GET /?" + "x" * 100_000), r"^HTTP/1.1 414 ")
        self.assert_served()

    def test_invalid_utf8_breaks_nothing(self):
        before = self.page.users()
        status, body = self.visitor().submit("zero \0 byte")
        # Both databases reject it: an error without any detail, and nothing is stored.
        self.assertEqual(status, 500)
        self.assertNotIn("Exception", body)
        self.assertEqual(self.page.users(), before)
        for path in ("/users?page=%zz", "/users/%00", "/users/%ff"):
            self.assertRegex(self.request(f"GET {path}"), r"^HTTP/1.1 (200|400|404) ")
        self.assert_served()

    def test_a_wrong_method_is_405(self):
        for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
            self.assertRegex(self.request(f"{method} /"), r"^HTTP/1.1 405 ", method)
        self.assertRegex(self.request("TRACE /"), r"^HTTP/1.1 40[45] ")
        visitor = self.visitor()
        self.assertEqual(visitor.post("/users", csrf=visitor.token())[0], 405)
        self.assertEqual(visitor.post("/users")[0], 403)

    def test_slow_clients_do_not_block_others(self):
        """More unfinished forms than Jetty has threads, and as many unfinished headers."""
        form = f"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\nContent-Length: 99\r\n\r\nna".encode()
        slow = []
        try:
            for _ in range(MORE_THAN_THREADS):
                for beginning in (form, b"GET / HTTP/1.1\r\nHo"):
                    connection = socket.create_connection(("127.0.0.1", self.port), 10)
                    slow.append(connection)
                    connection.sendall(beginning)
            for _ in range(3):
                for connection in slow:
                    connection.sendall(b"s")
                self.assert_served()
                self.assertEqual(self.visitor().submit("patient")[0], 303)
                self.assertEqual(self.page.reading_threads(), 0)
        finally:
            for connection in slow:
                connection.close()

    def test_a_silent_client_is_disconnected(self):
        began = time.monotonic()
        reply = self.raw("GET / HTTP/1.1\r\nHo", CUT_OFF_SECONDS)
        self.assertLess(time.monotonic() - began, CUT_OFF_SECONDS)
        self.assertNotIn("200 OK", reply)


class ViewOnPostgresqlTest(ViewOnSqliteTest):
    ADDRESS = POSTGRESQL


if __name__ == "__main__":
    unittest.main()
