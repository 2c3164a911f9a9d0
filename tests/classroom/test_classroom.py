"""A real hub with four learners who run a chapter at the same time, while their answers are collected and graded.

As root on Linux, from the project's folder (a checkout that all users can read, so not below /root):

    npm ci --prefix classroom
    python3 classroom/prepare.py
    .venv/bin/python -m unittest discover -s tests/classroom -v

It creates four users named ormlab-test-N with homes in a new folder, and removes them. Without root, or if something is
missing, it is skipped and says why.
"""

import asyncio
import http.cookiejar
import json
import os
import pwd
import subprocess
import sys
import unittest
import urllib.parse
import urllib.request
import uuid

from support import MEMORY_MB, ROOT, TOKEN, ClassTest, control_group, processes_of, why_not

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
EXERCISE = "01.1"


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


@unittest.skipIf(why_not(), why_not())
class ClassroomTest(ClassTest):
    LEARNERS = LEARNERS

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for name in LEARNERS:
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
