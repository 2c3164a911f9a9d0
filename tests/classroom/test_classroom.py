"""A real hub with four learners who run a chapter at the same time, while their answers are collected and graded.

As root on Linux, from the project's folder (a checkout that all users can read, so not below /root):

    npm ci --prefix classroom
    python3 classroom/prepare.py
    .venv/bin/python -m unittest discover -s tests/classroom -v

It creates four users named ormlab-test-N with homes in a new folder, and removes them. Without root, or if something is
missing, it is skipped and says why.
"""

import asyncio
import atexit
import contextlib
import http.cookiejar
import json
import os
import pwd
import shutil
import signal
import socket
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
# Each learner's chapter: one with files, with migrations, with a web server, with a PostgreSQL.
CHAPTERS = {
    "ormlab-test-1": "my_notebooks/01_configuration.ipynb",
    "ormlab-test-2": "my_notebooks/06_migrations.ipynb",
    "ormlab-test-3": "my_notebooks/07_view.ipynb",
    "ormlab-test-4": "my_notebooks/09_out_of_the_notebook.ipynb",
}
LEARNERS = list(CHAPTERS)
WITH_FILES, _, _, WITH_POSTGRESQL = LEARNERS
START = "/lab/tree/my_notebooks/00_start_here.ipynb"
CLASS_GROUPS = [Path("/sys/fs/cgroup", version, "ormlab-class") for version in ("memory", "")]
TOKEN = uuid.uuid4().hex
EXERCISE = "01.1"
MEMORY_MB = 1536

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


class Hub:
    """The hub with its proxy, in its own process group."""

    def __init__(self, folder):
        self.url = f"http://127.0.0.1:{free_port()}"
        config = folder / "config.py"
        config.write_text(CONFIG.format(config=str(ROOT / "classroom" / "jupyterhub_config.py"), token=TOKEN, port=free_port()))
        config.chmod(0o600)
        self.log = folder / "hub.log"
        env = os.environ | {
            "ORMLAB_HUB_STATE": str(folder / "state"),
            "ORMLAB_HUB_URL": self.url,
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

    def ask(self, path, method="GET", body=None, token=TOKEN):
        """Return the status and the response."""
        data = None if body is None and method == "GET" else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.url + path, data, {"Authorization": f"token {token}"}, method=method)
        request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
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
        for name in LEARNERS:
            with contextlib.suppress(OSError):
                self.ask(f"/hub/api/users/{name}/server", "DELETE")
        with contextlib.suppress(AssertionError, OSError, AttributeError):
            self.wait_for(lambda: not any(self.ask(f"/hub/api/users/{name}")[1].get("servers") for name in LEARNERS), 40)
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
            self.process.wait()


class Kernel:
    """A learner's Java kernel, through the hub's proxy, as JupyterLab uses it."""

    @classmethod
    async def start(cls, hub, name, path):
        from tornado.httpclient import HTTPRequest
        from tornado.websocket import websocket_connect

        body = {"path": path, "name": path, "type": "notebook", "kernel": {"name": "java"}}
        status, session = await asyncio.to_thread(hub.ask, f"/user/{name}/api/sessions", "POST", body)
        assert status == 201, (status, session)
        kernel = cls()
        address = f"{hub.url.replace('http', 'ws', 1)}/user/{name}/api/kernels/{session['kernel']['id']}/channels"
        request = HTTPRequest(address, headers={"Authorization": f"token {TOKEN}"})
        kernel.socket = await websocket_connect(request)
        return kernel

    def close(self):
        self.socket.close()

    async def run(self, code, seconds=120):
        """Run a cell; return its status and everything that it showed."""
        identity = uuid.uuid4().hex
        header = {"msg_id": identity, "msg_type": "execute_request", "username": "", "session": identity, "version": "5.3"}
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
        await self.socket.write_message(json.dumps(message))
        status, idle, shown = None, False, []
        while status is None or not idle:
            raw = await asyncio.wait_for(self.socket.read_message(), seconds)
            assert raw is not None, "the kernel's connection was closed"
            said = json.loads(raw)
            if said["parent_header"].get("msg_id") != identity:
                continue
            kind, content = said["msg_type"], said["content"]
            if kind == "execute_reply":
                status = content["status"]
            elif kind == "status":
                idle = content["execution_state"] == "idle"
            elif kind == "stream":
                shown.append(content["text"])
            elif kind in ("execute_result", "display_data"):
                shown.append(content["data"].get("text/plain", ""))
            elif kind == "error":
                shown.append("\n".join(content["traceback"]))
        return status, "".join(shown)


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


def tell_memory(name, when):
    """Print a learner's memory: of processes, of files (including their /tmp, and what can be dropped), and the maximum so
    far.
    """
    group = control_group(name)
    if group is None:
        return
    stat = dict(line.split() for line in (group / "memory.stat").read_text().splitlines())
    own, files = (int(stat.get(f"total_{old}", stat.get(new, 0))) >> 20 for old, new in (("rss", "anon"), ("cache", "file")))
    peak = next((group / one for one in ("memory.max_usage_in_bytes", "memory.peak") if (group / one).exists()), None)
    most = int(peak.read_text()) >> 20 if peak else "?"
    print(f"\n{name} {when}: {own} MB and {files} MB of files; at most {most} MB", end=" ", file=sys.stderr)


def processes_of(name):
    """Return the processes of a user."""
    done = subprocess.run(["ps", "-o", "pid=,args=", "-u", name], stdout=subprocess.PIPE, text=True)
    return done.stdout.splitlines()


@unittest.skipIf(why_not(), why_not())
class ClassroomTest(unittest.TestCase):
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
        for name in LEARNERS:
            subprocess.run(["userdel", name], stderr=subprocess.DEVNULL)  # Left over from a run that was killed.
            cls.addClassCleanup(remove_user, name)
            subprocess.run(["useradd", "-K", "HOME_MODE=0700", "-m", "-d", cls.homes / name, "-s", "/bin/bash", name], check=True)
        cls.hub = Hub(cls.folder)
        cls.addClassCleanup(cls.hub.stop)
        cls.hub.wait_for(cls.hub.answers)
        for name in LEARNERS:
            cls.hub.ask(f"/hub/api/users/{name}", "POST")
            cls.hub.wait_for(lambda name=name: cls.hub.begins(name))
        for name in LEARNERS:
            cls.hub.wait_for(lambda name=name: cls.hub.ready(name))
            tell_memory(name, "a server without a kernel")

    def own(self, name):
        return self.homes / name / "ormlab"

    def together(self, work):
        async def everybody():
            return await asyncio.gather(*(work(name) for name in LEARNERS))

        return asyncio.run(everybody())

    async def kernel(self, name, path="my_notebooks/scratch.ipynb"):
        return await Kernel.start(self.hub, name, path)

    async def cell(self, kernel, code):
        status, shown = await kernel.run(code)
        self.assertEqual(status, "ok", shown)
        return shown.strip()

    def test_a_each_learner_has_a_copy_and_may_not_change_what_is_shared(self):
        for name in LEARNERS:
            with self.subTest(name):
                own, user = self.own(name), pwd.getpwnam(name)
                self.assertEqual({path.lstat().st_uid for path in (self.homes / name).rglob("*")}, {user.pw_uid})
                self.assertTrue((own / CHAPTERS[name]).is_file())
                self.assertEqual(os.readlink(own / "lib" / "target"), str(ROOT / "lib" / "target"))
                for place in ("lib/target/workbook", ".lab/archives", ".venv/bin"):
                    tried = subprocess.run(["test", "-w", ROOT / place], user=user.pw_uid, group=user.pw_gid, extra_groups=[])
                    self.assertNotEqual(tried.returncode, 0, place)

    def test_b_four_run_a_chapter_while_answers_are_graded(self):
        answer = {}
        for number, name in enumerate(LEARNERS):
            self.hand_in(name, right=number % 2 == 0)

        async def chapter(name):
            _, notebook = await asyncio.to_thread(self.hub.ask, f"/user/{name}/api/contents/{CHAPTERS[name]}?content=1")
            kernel = await self.kernel(name, CHAPTERS[name])
            done = 0
            for cell in notebook["content"]["cells"]:
                if cell["cell_type"] == "code":
                    status, shown = await kernel.run(cell["source"])
                    fails = "raises-exception" in cell["metadata"].get("tags", [])
                    self.assertEqual(status, "error" if fails else "ok", f"{name}: {cell['source']}\n{shown}")
                    done += 1
            kernel.close()
            tell_memory(name, f"after {CHAPTERS[name]}")
            return done

        async def all_of_it():
            return await asyncio.gather(asyncio.to_thread(self.grade), *(chapter(name) for name in LEARNERS))

        grades, *cells = asyncio.run(all_of_it())
        self.assertTrue(all(count > 10 for count in cells), cells)
        for number, name in enumerate(LEARNERS):
            answer[name] = "passed" if number % 2 == 0 else "to do"
        self.assertEqual(grades, answer)

    def hand_in(self, name, right):
        """Write an answer as the learner does, through the server: the solution, or the given text."""
        exercise = next((ROOT / "exercises" / "catalogue").glob(f"{EXERCISE}-*"))
        source = exercise / ("solution" if right else "stub")
        for file in source.rglob("*.java"):
            package = file.read_text().split("package ", 1)[1].split(";", 1)[0]
            place = f"exercises/src/main/java/{package}"
            target = self.own(name) / place
            user = pwd.getpwnam(name)
            subprocess.run(["mkdir", "-p", target], check=True, user=user.pw_uid, group=user.pw_gid, extra_groups=[])
            body = {"type": "file", "format": "text", "content": file.read_text()}
            status, said = self.hub.ask(f"/user/{name}/api/contents/{place}/{file.name}", "PUT", body)
            self.assertIn(status, (200, 201), said)

    def grade(self):
        """Collect and grade as the instructor does; return the verdicts."""
        collected, written = self.folder / "answers", self.folder / "grades.json"
        groups = subprocess.run(["groupadd", "-f", "ormlab-test"], check=False)
        self.assertEqual(groups.returncode, 0)
        self.addCleanup(subprocess.run, ["groupdel", "ormlab-test"], stderr=subprocess.DEVNULL)
        for name in LEARNERS:
            subprocess.run(["usermod", "-a", "-G", "ormlab-test", name], check=True)
        for line in (
            [sys.executable, ROOT / "classroom" / "collect.py", collected, "--group", "ormlab-test"],
            [sys.executable, ROOT / "lab.py", "grade-all", collected, "--exercise", EXERCISE, "--json", written, "--seconds", "180"],
        ):
            done = subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            self.assertEqual(done.returncode, 0, done.stdout)
        return {one["submission"]: one["exercises"][0]["verdict"] for one in json.loads(written.read_text())}

    def test_c_learners_cannot_reach_each_other_s_files_port_processes_or_server(self):
        async def look(names):
            first, second = names
            mine, other = await self.kernel(first), await self.kernel(second)
            serve = "var s = new java.net.ServerSocket(0, 9, java.net.InetAddress.getLoopbackAddress()); s.getLocalPort()"
            port = await self.cell(mine, serve)
            knock = f'new java.net.Socket("127.0.0.1", {port}).isConnected()'
            self.assertEqual(await self.cell(mine, knock), "true")  # Its owner reaches it …
            status, shown = await other.run(knock)
            self.assertEqual(status, "error")
            self.assertIn("Connection refused", shown)  # … but other learners do not.
            await self.cell(mine, 'java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/mine"), "secret")')
            exists = 'java.nio.file.Files.exists(java.nio.file.Path.of("/tmp/mine"))'
            self.assertEqual([await self.cell(mine, exists), await self.cell(other, exists)], ["true", "false"])
            common = 'java.util.stream.Stream.of("/run", "/run/lock", "/var/lock").anyMatch(d -> java.nio.file.Files.isWritable(java.nio.file.Path.of(d)))'
            self.assertEqual(await self.cell(mine, common), "false")
            database = self.own(first) / "my_notebooks/playground/notes.sqlite"
            self.assertTrue(database.is_file())
            for place in (self.homes / first, self.own(first) / CHAPTERS[first], database):
                status, shown = await other.run(f'java.nio.file.Files.readAllBytes(java.nio.file.Path.of("{place}"))')
                self.assertEqual(status, "error")
                self.assertIn("AccessDeniedException", shown)
            processes = 'ProcessHandle.allProcesses().filter(p -> p.pid() != 1).map(p -> p.info().user().orElse("?")).distinct().toList()'
            self.assertEqual(await self.cell(other, processes), f"[{second}]")
            mine.close()
            other.close()

        asyncio.run(look((WITH_FILES, LEARNERS[1])))
        _, made = self.hub.ask(f"/hub/api/users/{LEARNERS[1]}/tokens", "POST", {"note": "a learner's own"})
        self.assertEqual(self.hub.ask(f"/user/{LEARNERS[1]}/api/contents", token=made["token"])[0], 200)
        self.assertEqual(self.hub.ask(f"/user/{LEARNERS[0]}/api/contents", token=made["token"])[0], 403)

    def test_d_learners_cannot_reach_each_other_s_postgresql(self):
        async def look():
            mine, other = await self.kernel(WITH_POSTGRESQL, CHAPTERS[WITH_POSTGRESQL]), await self.kernel(WITH_FILES)
            address = (await self.cell(mine, "Server.url()")).replace("postgres@", "")
            knock = f'java.sql.DriverManager.getConnection("jdbc:{address}", "postgres", "").isValid(9)'
            self.assertEqual(await self.cell(mine, knock), "true")
            await self.cell(other, "%classpath ../lib/target/workbook/*.jar")
            status, shown = await other.run(knock)
            self.assertEqual(status, "error")
            self.assertRegex(shown, "Connection to localhost:[0-9]+ refused")
            mine.close()
            other.close()

        asyncio.run(look())

    def test_e_memory_is_limited(self):
        async def fill(name):
            kernel = await self.kernel(name)
            status, shown = await kernel.run("var much = new byte[900][]; for (int i = 0; i < 900; i++) much[i] = new byte[1 << 20];")
            self.assertEqual(status, "error")
            self.assertIn("OutOfMemoryError", shown)
            # The kernel is still running, and uses the archive.
            arguments = "java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()"
            shown = await self.cell(kernel, arguments)
            kernel.close()
            return shown

        flags = asyncio.run(fill(LEARNERS[3]))
        self.assertIn(f"{ROOT}/.lab/archives/", flags)
        for name in LEARNERS:
            group = control_group(name)
            if group is None:
                self.skipTest("this system lets nobody make control groups; each kernel has its heap limit")
            limit = "memory.max" if (group / "memory.max").exists() else "memory.limit_in_bytes"
            self.assertEqual(int((group / limit).read_text()), MEMORY_MB << 20)
            self.assertGreater(len((group / "cgroup.procs").read_text().split()), 2)
            tell_memory(name, "in the end")

    def test_f_a_restart_keeps_what_the_learner_wrote(self):
        name = LEARNERS[2]
        place = f"/user/{name}/api/contents/{CHAPTERS[name]}"
        notebook = self.hub.ask(place)[1]
        notebook["content"]["cells"][0]["source"] = "# Mine"
        self.assertEqual(self.hub.ask(place, "PUT", {k: notebook[k] for k in ("type", "format", "content")})[0], 200)
        self.hub.ask(f"/hub/api/users/{name}/server", "DELETE")
        self.hub.wait_for(lambda: not self.hub.ask(f"/hub/api/users/{name}")[1]["servers"])
        self.assertEqual(processes_of(name), [])
        self.assertIsNone(control_group(name))
        self.hub.ask(f"/hub/api/users/{name}/server", "POST")
        self.hub.wait_for(lambda: self.hub.ready(name))
        self.assertEqual(self.hub.ask(place)[1]["content"]["cells"][0]["source"], "# Mine")

    def test_g_the_link_for_the_class_leads_each_learner_to_their_own_copy(self):
        for name in LEARNERS[:2]:
            cookies = http.cookiejar.CookieJar()
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
            login = browser.open(f"{self.hub.url}/hub/user-redirect{START}", timeout=60)
            self.assertEqual(urllib.parse.urlsplit(login.url).path, "/hub/login")
            form = {"username": name, "password": "any", "_xsrf": next(one.value for one in cookies if one.name == "_xsrf")}
            page = browser.open(login.url, urllib.parse.urlencode(form).encode(), timeout=60)
            self.assertEqual(urllib.parse.urlsplit(page.url).path, f"/user/{name}{START}")
            self.assertIn(b"<title>JupyterLab", page.read())


if __name__ == "__main__":
    unittest.main()
