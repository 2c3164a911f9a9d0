"""A learner opens a page that another learner's server made, in a real browser, where each learner has a host name.

Needs what test_classroom.py needs, Chromium, and npm ci --prefix tests/browser.
"""

import json
import os
import pwd
import shutil
import subprocess
import unittest
from pathlib import Path

from support import ROOT, ClassTest, why_not

VICTIM, ATTACKER = "ormlab-test-1", "ormlab-test-2"
# The attacker's server is in the attacker's hands: it shows a page without any protection, and notes each visit.
CONFIG = """
import sys
sys.path.insert(0, {folder!r})
get_config().ServerApp.extra_services = ["trap"]
"""
TRAP = """
import json
from tornado import web

class Trap(web.RequestHandler):
    def get(self):
        with open({seen!r}, "a") as seen:
            print(json.dumps([self.request.uri, self.request.headers.get("Cookie", "")]), file=seen)
        self.write("<!doctype html><title>Trap</title><body></body>")

default_handlers = [("/trap/.*", Trap)]
"""


def what_is_missing():
    if not (ROOT / "tests" / "browser" / "node_modules").is_dir():
        return "npm ci --prefix tests/browser has not been run"
    tools = [tool for tool in ("node", "openssl") if not shutil.which(tool)]
    if tools:
        return f"not on PATH: {', '.join(tools)}"
    return why_not()


@unittest.skipIf(what_is_missing(), what_is_missing())
class SubdomainsTest(ClassTest):
    LEARNERS = (VICTIM, ATTACKER)
    SUBDOMAINS = True

    @classmethod
    def prepare_homes(cls):
        home, user = cls.homes / ATTACKER, pwd.getpwnam(ATTACKER)
        cls.seen = home / "seen"
        folder = home / ".jupyter"
        folder.mkdir()
        (folder / "jupyter_server_config.py").write_text(CONFIG.format(folder=str(folder)))
        (folder / "trap.py").write_text(TRAP.format(seen=str(cls.seen)))
        for path in (folder, *folder.iterdir()):
            os.chown(path, user.pw_uid, user.pw_gid)

    def ask(self, path, method="GET", body=None):
        status, said = self.hub.ask(path, method, body)
        self.assertLess(status, 300, said)
        return said

    def possessions(self):
        """Return what an attack would change: files, terminals, tokens, servers."""
        files = self.ask(f"/user/{VICTIM}/api/contents")["content"]
        terminals = self.ask(f"/user/{VICTIM}/api/terminals")
        tokens = self.ask(f"/hub/api/users/{VICTIM}/tokens")["api_tokens"]
        return (
            sorted(one["name"] for one in files),
            [one["name"] for one in terminals],
            [one["id"] for one in tokens if one["oauth_client"] == "JupyterHub"],
            list(self.ask(f"/hub/api/users/{VICTIM}")["servers"]),
        )

    def test_a_learner_who_opens_another_ones_page_loses_nothing(self):
        kernel = self.ask(f"/user/{VICTIM}/api/kernels", "POST", {"name": "java"})["id"]
        self.ask(f"/user/{VICTIM}/api/terminals", "POST")
        before = self.possessions()
        words = {"hub": self.hub.site, "own": self.hub.site_of(VICTIM), "other": self.hub.site_of(ATTACKER)}
        words |= {"victim": VICTIM, "attacker": ATTACKER, "kernel": kernel}
        line = [shutil.which("node"), Path(__file__).with_name("attack.js"), json.dumps(words)]
        done = subprocess.run(line, capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stderr)
        outcome = json.loads(done.stdout)
        own = [f"read /user/{VICTIM}/api/{one}" for one in ("contents", "kernels")]
        sockets = [f"socket /api/kernels/{kernel}/channels", "socket /terminals/websocket/1", "socket /api/events/subscribe"]
        # The attempts are right: from a page of the victim's own they succeed …
        self.assertEqual(outcome.pop("control"), own + sockets)
        # … and from the attacker's page none of them does.
        self.assertEqual(outcome, {attempt: [] for attempt in outcome})
        self.assertEqual(self.possessions(), before)
        visits = [json.loads(line) for line in self.seen.read_text().splitlines()]
        self.assertGreater(len(visits), 5)
        for address, cookies in visits:
            self.assertNotIn("code=", address)
            self.assertNotRegex(cookies, f"login|jupyterhub-user-{VICTIM}")
        # What the browser sent to the attacker's server opens nothing.
        leaked = max((cookies for _, cookies in visits), key=len)
        self.assertIn("jupyterhub-session-id=", leaked)
        for path in (f"/user/{VICTIM}/api/contents", "/hub/api/user", f"/hub/api/users/{VICTIM}"):
            self.assertEqual(self.hub.ask(path, cookies=leaked)[0], 403, path)


if __name__ == "__main__":
    unittest.main()
