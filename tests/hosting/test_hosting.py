"""Runs what Binder and a development container run. Afterwards, their Jupyter has the kernel, and the first cells work.

Each runs in a copy of the checkout, with `.venv` in place of the environment that they would have created. Run it with
`.venv/bin/python`, after `python3 lab.py check` or another first start has created `.venv`.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIRST = "00_start_here.ipynb"
CELLS = """
import json, sys
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="java", cwd=sys.argv[1])
shown = []
def show(message):
    content = message["content"]
    if message["msg_type"] == "stream": shown.append(content["text"])
    elif message["msg_type"] == "execute_result": shown.append(content["data"]["text/plain"])
try:
    statuses = [client.execute_interactive(cell, timeout=120, output_hook=show)["content"]["status"] for cell in json.load(sys.stdin)]
finally:
    client.stop_channels()
    manager.shutdown_kernel()
print(json.dumps([statuses, "".join(shown)]))
"""


def ready():
    """Return whether this Python is the notebooks' own."""
    return sys.platform.startswith("linux") and Path(sys.prefix) == ROOT / ".venv"


@unittest.skipUnless(ready(), "run it with .venv/bin/python, on Linux")
class HostingTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = Path(tempfile.mkdtemp(prefix="ormlab-hosting-"))
        cls.addClassCleanup(shutil.rmtree, cls.holder, ignore_errors=True)
        cls.copy = cls.holder / "ormlab"
        line = ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True).stdout.split("\0")
        for name in filter(lambda one: one and (ROOT / one).exists(), names):
            (cls.copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, cls.copy / name)
        cls.python = cls.environment(cls.holder / "environment")

    @staticmethod
    def environment(folder):
        """Create what Binder creates from environment.yml, with the packages of `.venv`."""
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        ours = next(Path(sys.prefix).glob("lib/python*/site-packages"))
        (next(folder.glob("lib/python*/site-packages")) / "borrowed.pth").write_text(f"{ours}\n")
        kernels = Path("share", "jupyter", "kernels")
        shutil.copytree(Path(sys.prefix) / kernels, folder / kernels)
        return folder

    def run_in_copy(self, line, **env):
        clean = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "JUPYTER_PATH", "PYTHONPATH")}
        done = subprocess.run(
            line, cwd=self.copy, env=clean | env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def first_cells(self, data):
        """Run the first cells of the first chapter with the kernel in a Jupyter data folder; return their output."""
        cells = json.loads((self.copy / "my_notebooks" / FIRST).read_text(encoding="utf-8"))["cells"]
        sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"][:4]
        flags = "java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()"
        env = os.environ | {"JUPYTER_PATH": str(data)}
        line = [sys.executable, "-c", CELLS, str(self.copy / "my_notebooks")]
        done = subprocess.run(line, env=env, input=json.dumps([*sources, flags]), capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        statuses, shown = json.loads(done.stdout.splitlines()[-1])
        self.assertEqual(set(statuses), {"ok"}, shown)
        self.assertIn(f"-XX:SharedArchiveFile={self.copy}/.lab/archives/", shown)
        return shown

    def test_binder_s_post_build_gives_its_environment_the_kernel(self):
        self.run_in_copy(["./postBuild"], NB_PYTHON_PREFIX=str(self.python))
        shown = self.first_cells(self.python / "share" / "jupyter")
        self.assertIn("-Xmx768m", shown)  # Binder gives a reader 1 to 2 GB in total.

    def test_the_container_s_command_gives_its_user_the_kernel(self):
        command = json.loads((self.copy / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))["postCreateCommand"]
        home = self.holder / "home"
        home.mkdir()
        venv = {"VIRTUAL_ENV": str(self.python), "PATH": f"{self.python}/bin:{os.environ['PATH']}"}
        cache = {"MAVEN_USER_HOME": str(Path.home() / ".m2"), "MAVEN_ARGS": f"-Dmaven.repo.local={Path.home()}/.m2/repository"}
        self.run_in_copy(["sh", "-c", command], HOME=str(home), **venv, **cache)
        self.first_cells(home / ".local" / "share" / "jupyter")


if __name__ == "__main__":
    unittest.main()
