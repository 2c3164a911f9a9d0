"""JupyterLab as lab.py starts it, with a spare kernel: opened, taken, restarted, killed, stopped.

Runs inside the notebooks' own Python, after lab.py has set the project up: .venv/bin/python -m unittest discover -s
tests/spare
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

import psutil
from jupyter_client import BlockingKernelClient

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from lab import kernel, opening, spare, training_cells  # noqa: E402
from lab.project import here  # noqa: E402

PATIENCE = 120
TOKEN = "0123456789abcdef"
FIRST_QUERY = training_cells.read(ROOT / "bench" / "startup" / "first_query.jsh")
NOTHING_LEFT = """\
var session = (jdk.jshell.JShell) org.dflib.jjava.kernel.JavaNotebookStatics.kernel().getJShell();
var seen = session.snippets().map(s -> s.source())
    .filter(s -> !s.contains("session") && !s.startsWith("import java.") && !s.contains("org.dflib")).toList() + " " + System.getProperty("ormlab.warm-up");
if (!seen.equals("[] null")) throw new IllegalStateException(seen);
"""


def eventually(look, seconds=PATIENCE):
    """Call a function until it returns something; return that."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = look()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"not within {seconds} s")


@unittest.skipIf(os.name == "nt", "asks for processes as Unix has them")
class SpareTest(unittest.TestCase):
    FLAGS = ()

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.root = Path(holder.name).resolve()
        for name in ("my_notebooks", "elsewhere"):
            (self.root / name).mkdir()
        (self.root / "lib" / "target").mkdir(parents=True)
        (self.root / "lib" / "target" / "workbook").symlink_to(here().jars)
        self.runtime = self.root / "runtime"
        line = opening.command(here(), sys.executable, 0, False, here().own_notebooks)
        line = [part for part in line if "root_dir" not in part and "port_retries" not in part]
        line += [f"--ServerApp.root_dir={self.root}", f"--IdentityProvider.token={TOKEN}", "--SpareKernels.quiet_seconds=1", *self.FLAGS]
        env = kernel.environment(here()) | {"JUPYTER_RUNTIME_DIR": str(self.runtime), "JUPYTER_CONFIG_DIR": str(self.root / "config")}
        self.log = open(self.root / "server.log", "w+")
        self.addCleanup(self.log.close)
        self.server = subprocess.Popen(line, cwd=ROOT, env=env, stdout=self.log, stderr=self.log, start_new_session=True)
        self.addCleanup(self.end)
        self.url = eventually(self.address)

    def address(self):
        """Return the server's URL once it responds."""
        for info in self.runtime.glob("jpserver-*.json"):
            with contextlib.suppress(OSError, ValueError):
                self.url = json.loads(info.read_text())["url"]
                self.ask("GET", "api/status")
                return self.url
        return None

    def end(self):
        javas = self.javas()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.server.pid, signal.SIGTERM)
        try:
            self.server.wait(20)
        finally:
            for process in javas:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()

    def javas(self):
        """Return the kernels' processes."""
        try:
            return [p for p in psutil.Process(self.server.pid).children() if p.status() != "zombie" and kernel.MAIN in p.cmdline()]
        except psutil.NoSuchProcess:
            return []

    def spares(self):
        return [p for p in self.javas() if spare.WARM_UP in p.cmdline()]

    def ask(self, method, where, **content):
        request = urllib.request.Request(self.url + where, method=method, data=json.dumps(content).encode())
        request.add_header("Authorization", f"token {TOKEN}")
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read() or "null")

    def open(self, path):
        """Open a notebook as the page does; return its kernel's id."""
        session = self.ask("POST", "api/sessions", path=path, name="", type="notebook", kernel={"name": "java"})
        return session["kernel"]["id"]

    @contextlib.contextmanager
    def connected(self, kernel_id):
        client = BlockingKernelClient(connection_file=str(self.runtime / f"kernel-{kernel_id}.json"))
        client.load_connection_file()
        client.start_channels()
        try:
            client.kernel_info(reply=True, timeout=PATIENCE)
            yield client
        finally:
            client.stop_channels()

    def run_cells(self, kernel_id, *cells):
        """Run cells; return the last reply's content."""
        with self.connected(kernel_id) as client:
            for cell in cells:
                reply = client.execute(cell, reply=True, timeout=PATIENCE, allow_stdin=False)["content"]
                self.assertEqual(reply["status"], "ok", (cell, reply))
        return reply

    def quiet_spare(self, taken=()):
        """Wait for a spare kernel that has finished its work and was not taken yet; return its process."""
        process = eventually(lambda: [p for p in self.spares() if p not in taken])[0]
        spent = []

        def rests():
            spent.append(sum(process.cpu_times()[:2]))
            time.sleep(1)
            return spent[-1] > 1 and sum(process.cpu_times()[:2]) - spent[-1] < (0.1 if not spare.GO_ON_WITHOUT_SERVER else 0.001)

        eventually(rests)
        return process

    def test_two_notebooks_get_a_ready_kernel_without_traces_of_the_warm_up(self):
        taken = []
        for name in ("one", "two"):
            ready = self.quiet_spare(taken)
            taken.append(ready)
            began = time.monotonic()
            kernel_id = self.open(f"my_notebooks/{name}.ipynb")
            self.assertEqual(self.run_cells(kernel_id, NOTHING_LEFT)["execution_count"], 1)
            self.run_cells(kernel_id, *(cell.replace("first.sqlite", f"{name}.sqlite") for cell in FIRST_QUERY))
            print(f"{name}: {time.monotonic() - began:.2f} s to the first query, connecting twice", file=sys.stderr)
            self.assertTrue(ready.is_running())
        eventually(lambda: len(self.javas()) == 3)
        self.assertEqual({file.stem for file in (self.root / "my_notebooks").iterdir()}, {"one", "two"})

    def test_a_notebook_in_another_folder_gets_a_kernel_that_works_there(self):
        ready = self.quiet_spare()
        kernel_id = self.open("elsewhere/three.ipynb")
        where = f'if (!System.getProperty("user.dir").equals("{self.root}/elsewhere")) throw new IllegalStateException();'
        self.run_cells(kernel_id, where)
        self.assertIn(ready, self.spares())
        self.assertEqual(len(self.javas()), 2)

    def test_a_restart_takes_the_spare_kernel_and_interrupt_and_shutdown_work(self):
        self.quiet_spare()
        kernel_id = self.open("my_notebooks/one.ipynb")
        self.run_cells(kernel_id, "int x = 1;")
        old = [p for p in self.javas() if p not in self.spares()] or self.javas()
        ready = eventually(lambda: [p for p in self.spares() if p not in old])[0]
        self.ask("POST", f"api/kernels/{kernel_id}/restart")
        self.run_cells(kernel_id, "int x = 2;")
        self.assertFalse(old[0].is_running())
        self.assertTrue(ready.is_running())
        with self.connected(kernel_id) as client:
            request = client.execute("Thread.sleep(60_000);")
            time.sleep(1)
            self.ask("POST", f"api/kernels/{kernel_id}/interrupt")
            self.assertEqual(client.get_shell_msg(timeout=20)["parent_header"]["msg_id"], request)
        began = time.monotonic()
        self.ask("DELETE", f"api/kernels/{kernel_id}")
        self.assertFalse(ready.is_running())
        self.assertLess(time.monotonic() - began, 10)

    def test_a_killed_spare_is_replaced_and_a_killed_kernel_comes_back(self):
        ready = self.quiet_spare()
        ready.kill()
        again = eventually(lambda: [p for p in self.spares() if p != ready])[0]
        kernel_id = self.open("my_notebooks/one.ipynb")
        self.run_cells(kernel_id, "1 + 1")
        again.kill()
        eventually(lambda: [p for p in self.javas() if p not in self.spares()])
        self.run_cells(kernel_id, "1 + 1")

    def test_no_process_stays_behind_a_server_that_is_killed_or_stopped(self):
        for number in (signal.SIGKILL, signal.SIGTERM):
            self.quiet_spare()
            self.run_cells(self.open("my_notebooks/one.ipynb"), "1 + 1")
            javas = self.javas() if len(self.javas()) > 1 else [*self.javas(), *eventually(self.spares)]
            self.server.send_signal(number)
            self.server.wait(20)
            eventually(lambda javas=javas: not any(process.is_running() and process.status() != "zombie" for process in javas), 20)
            if number == signal.SIGKILL:
                self.setUp()


class NoMemoryTest(SpareTest):
    """With a limit that no machine reaches, there is no spare kernel."""

    FLAGS = ("--SpareKernels.start_megabytes=100000000",)

    def test_without_memory_none_is_started_and_a_notebook_gets_its_own(self):
        self.run_cells(self.open("my_notebooks/one.ipynb"), "1 + 1")
        time.sleep(3)
        self.assertEqual(self.spares(), [])
        self.assertEqual(len(self.javas()), 1)


for inherited in [name for name in vars(SpareTest) if name.startswith("test_")]:
    setattr(NoMemoryTest, inherited, None)


if __name__ == "__main__":
    unittest.main()
