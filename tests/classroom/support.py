"""What the tests of a class share: a hub with its proxy, and system users created for it."""

import atexit
import contextlib
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / ".lab" / "classroom"
CLASS_GROUPS = [Path("/sys/fs/cgroup", version, "ormlab-class") for version in ("memory", "")]
TOKEN = uuid.uuid4().hex
MEMORY_MB = 1536
# Browsers resolve names below localhost to this machine, without DNS.
HUB_NAME = "hub.localhost"
UNCHECKED = ssl.create_default_context()
UNCHECKED.check_hostname, UNCHECKED.verify_mode = False, ssl.CERT_NONE

CONFIG = """
c = get_config()
load_subconfig({config!r})
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{port}"
c.JupyterHub.services = [{{"name": "test", "api_token": {token!r}}}]
c.JupyterHub.load_roles = [{{"name": "test", "services": ["test"],
    "scopes": ["admin:users", "admin:servers", "access:servers", "tokens", "read:hub"]}}]
"""


def why_not():
    """Return what this test lacks, or an empty string."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "starting servers as other users needs root on Linux"
    tools = [tool for tool in ("useradd", "unshare", "setpriv", "git") if not shutil.which(tool)]
    if tools:
        return f"not on PATH: {', '.join(tools)}"
    if not (ROOT / "classroom" / "node_modules").is_dir():
        return "npm ci --prefix classroom has not been run"
    if not (SHARED / "workbook.bundle").exists() or not (ROOT / ".venv" / "bin" / "jupyterhub").exists():
        return "python3 classroom/prepare.py has not been run"
    try:
        import tornado  # noqa: F401
    except ImportError:
        return "run it with .venv/bin/python"
    return ""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def certificate(folder):
    """Make a key and a certificate without a signature of an authority; return their files."""
    key, certificate = str(folder / "hub.key"), str(folder / "hub.crt")
    line = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HUB_NAME}"]
    subprocess.run([*line, "-keyout", key, "-out", certificate], check=True, stderr=subprocess.DEVNULL)
    return key, certificate


class Hub:
    """The hub with its proxy, in its own process group."""

    def __init__(self, folder, learners, subdomains):
        port, scheme = free_port(), "https" if subdomains else "http"
        self.url, self.learners = f"{scheme}://127.0.0.1:{port}", learners
        self.site = f"{scheme}://{HUB_NAME}:{port}" if subdomains else self.url
        config = folder / "config.py"
        config.write_text(CONFIG.format(config=str(ROOT / "classroom" / "jupyterhub_config.py"), token=TOKEN, port=free_port()))
        config.chmod(0o600)
        if subdomains:
            with config.open("a") as more:
                more.write("c.JupyterHub.ssl_key, c.JupyterHub.ssl_cert = {!r}, {!r}\n".format(*certificate(folder)))
        self.log = folder / "hub.log"
        env = os.environ | {
            "ORMLAB_HUB_STATE": str(folder / "state"),
            "ORMLAB_HUB_URL": self.url,
            "ORMLAB_HUB_SUBDOMAINS": self.site if subdomains else "",
            "ORMLAB_HUB_API": f"http://127.0.0.1:{free_port()}",
            "ORMLAB_MEMORY": f"{MEMORY_MB}M",
            "CONFIGPROXY_AUTH_TOKEN": uuid.uuid4().hex,
        }
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [ROOT / ".venv" / "bin" / "jupyterhub", "-f", config],
                cwd=folder,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def site_of(self, name):
        """Return the address of a learner's server: with subdomains, one that no other learner has."""
        return self.site.replace(HUB_NAME, f"{name}.{HUB_NAME}")

    def ask(self, path, method="GET", body=None, token=TOKEN, cookies=""):
        """Return the status and the response. Cookies take the place of the token."""
        name = path.split("/")[2] if path.startswith("/user/") else ""
        host = urllib.parse.urlsplit(self.site_of(name) if name else self.site).netloc
        data = None if body is None and method == "GET" else json.dumps(body or {}).encode()
        allowed = {"Cookie": cookies} if cookies else {"Authorization": f"token {token}"}
        request = urllib.request.Request(self.url + path, data, allowed, method=method)
        request.add_header("Content-Type", "application/json")
        request.add_header("Host", host)
        try:
            with urllib.request.urlopen(request, timeout=60, context=UNCHECKED) as answer:
                text = answer.read()
                return answer.status, json.loads(text) if text[:1] in (b"{", b"[") else text
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()

    def wait_for(self, what, seconds=120):
        end = time.monotonic() + seconds
        while not what():
            if time.monotonic() > end or self.process.poll() is not None:
                raise AssertionError(f"The hub did not get there. Its log ends:\n{self.log.read_text()[-4000:]}")
            time.sleep(0.3)

    def answers(self):
        try:
            return self.ask("/hub/api/")[0] == 200
        except OSError:
            return False

    def begins(self, name):
        """Request a learner's server; return whether the hub starts it. If enough others are starting, it asks to try again
        later.
        """
        status, said = self.ask(f"/hub/api/users/{name}/server", "POST")
        assert status in (201, 202, 429), (status, said)
        return status != 429

    def ready(self, name):
        return bool(self.ask(f"/hub/api/users/{name}")[1]["servers"].get("", {}).get("ready"))

    def stop(self):
        for name in self.learners:
            with contextlib.suppress(OSError):
                self.ask(f"/hub/api/users/{name}/server", "DELETE")
        with contextlib.suppress(AssertionError, OSError, AttributeError):
            self.wait_for(lambda: not any(self.ask(f"/hub/api/users/{name}")[1].get("servers") for name in self.learners), 40)
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
            self.process.wait()


def remove_user(name):
    """Remove a learner, whose home is removed with the folder; report what the hub has left behind."""
    left = processes_of(name)
    assert not left, f"Processes of {name} were left behind:\n" + "\n".join(left)
    assert control_group(name) is None, f"The control group of {name} was left behind."
    subprocess.run(["userdel", name], check=True, stderr=subprocess.DEVNULL)


def remove_class_groups():
    """Remove the parent of the learners' control groups, which is empty by then."""
    for group in CLASS_GROUPS:
        if group.is_dir():
            group.rmdir()


def control_group(name):
    """Return the folder of a learner's control group, or None."""
    for place in CLASS_GROUPS:
        group = place / name
        if (group / "memory.stat").exists():
            return group
    return None


def processes_of(name):
    """Return the processes of a user."""
    done = subprocess.run(["ps", "-o", "pid=,args=", "-u", name], stdout=subprocess.PIPE, text=True)
    return done.stdout.splitlines()


class ClassTest(unittest.TestCase):
    """A hub whose learners' servers are running."""

    LEARNERS = ()
    SUBDOMAINS = False

    @classmethod
    def setUpClass(cls):
        # Also when the test is terminated, because users and servers must not stay.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        atexit.register(cls.doClassCleanups)
        # Not below /tmp, because each learner has a separate /tmp.
        cls.folder = Path(tempfile.mkdtemp(prefix="ormlab-class-", dir="/home"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.folder.chmod(0o755)
        cls.homes = cls.folder / "homes"
        cls.homes.mkdir()
        cls.addClassCleanup(remove_class_groups)
        for name in cls.LEARNERS:
            subprocess.run(["userdel", name], stderr=subprocess.DEVNULL)  # Left over from a run that was killed.
            cls.addClassCleanup(remove_user, name)
            subprocess.run(["useradd", "-K", "HOME_MODE=0700", "-m", "-d", cls.homes / name, "-s", "/bin/bash", name], check=True)
        cls.prepare_homes()
        cls.hub = Hub(cls.folder, cls.LEARNERS, cls.SUBDOMAINS)
        cls.addClassCleanup(cls.hub.stop)
        cls.hub.wait_for(cls.hub.answers)
        for name in cls.LEARNERS:
            cls.hub.ask(f"/hub/api/users/{name}", "POST")
            cls.hub.wait_for(lambda name=name: cls.hub.begins(name))
        for name in cls.LEARNERS:
            cls.hub.wait_for(lambda name=name: cls.hub.ready(name))

    @classmethod
    def prepare_homes(cls):
        """Write what learners have in their homes before their servers start."""
