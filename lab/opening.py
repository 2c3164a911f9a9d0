"""Opens the workbook in JupyterLab, on this machine only, with its token on."""

import os
import signal
import subprocess

from lab import archive, kernel
from lab.project import WINDOWS

START = "notebooks/00_start_here.ipynb"


def command(project, python, port, browser):
    """Return JupyterLab's start line. Settings go by flags, so no configuration file is written."""
    line = [
        str(python),
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={project.root}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=50",
        f"--LabApp.default_url=/lab/tree/{START}",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--ServerApp.answer_yes=True",
        "--log-level=WARN",
        "--LabApp.log_level=WARN",
    ]
    if not WINDOWS and os.geteuid() == 0:
        line.append("--allow-root")  # Containers: the server is for this machine only and asks for its token.
    return line if browser else [*line, "--ServerApp.open_browser=False"]


def open_workbook(project, ready, port=8888, browser=True):
    """Run JupyterLab until Ctrl-C; the archive is made beside it if it is not there."""
    archive.start_making(project, ready.python, ready.archive)
    print("Opening JupyterLab; Ctrl-C in this window stops it.", flush=True)
    _stop_as_by_ctrl_c("SIGTERM", "SIGHUP")
    server = subprocess.Popen(
        command(project, ready.python, port, browser),
        cwd=project.root,
        env=kernel.environment(project),
        **({} if WINDOWS else {"start_new_session": True}),
    )
    return wait(server)


def _stop_as_by_ctrl_c(*names):
    """A closed window or a kill stops the server too; otherwise it would stay behind unseen."""
    for name in names:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def wait(server):
    """Wait for the server and return its exit code; Ctrl-C stops it and its kernels, a second one at once."""
    try:
        return server.wait()
    except KeyboardInterrupt:
        print("\nStopping JupyterLab and its kernels …", flush=True)
    try:
        server.terminate()
        server.wait(15)
    except (KeyboardInterrupt, subprocess.TimeoutExpired):
        server.kill()
        server.wait()
    return 0
