"""Opens the workbook in JupyterLab, only on this machine and protected by its token."""

import os
import signal
import subprocess

from lab import archive, kernel, loopback, reading
from lab.project import WINDOWS

START = "00_start_here.ipynb"
# JupyterLab's own list, which this setting replaces.
HIDDEN = ("__pycache__", "*.pyc", "*.pyo", ".DS_Store", "*~", "*.so", "*.dylib")


def command(project, python, port, browser, folder, spare=True):
    """Return JupyterLab's command line. Settings are flags, so no configuration file is written.

    The original notebooks are hidden, because readers would confuse them with their copies.
    """
    hidden = HIDDEN if folder == project.notebooks else (*HIDDEN, project.notebooks.name)
    line = [
        str(python),
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={project.root}",
        f"--ServerApp.ip={loopback.ADDRESS}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=50",
        f"--LabApp.default_url=/lab/tree/{folder.name}/{START}",
        *(f"--ContentsManager.hide_globs={name}" for name in hidden),
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--ServerApp.answer_yes=True",
        "--log-level=WARN",
        "--LabApp.log_level=WARN",
    ]
    if not WINDOWS and os.geteuid() == 0:
        line.append("--allow-root")  # For containers: the server is only reachable from this machine and requires its token.
    if spare:
        line += ["--ServerApp.kernel_manager_class=lab.spare.SpareKernels", f"--SpareKernels.folder={folder.name}"]
    return line if browser else [*line, "--ServerApp.open_browser=False"]


def open_workbook(project, ready, port=8888, browser=True, originals=False, spare=True):
    """Run JupyterLab until Ctrl-C; meanwhile, make the archive if it is missing."""
    folder = project.notebooks if originals else reading.lay_out(project)
    archive.start_making(project, ready.python, ready.archive)
    print("Opening JupyterLab; Ctrl-C in this window stops it.", flush=True)
    _stop_as_by_ctrl_c("SIGTERM", "SIGHUP")
    server = subprocess.Popen(
        command(project, ready.python, port, browser, folder, spare),
        cwd=project.root,
        env=kernel.environment(project),
        **({} if WINDOWS else {"start_new_session": True}),
    )
    return wait(server)


def _stop_as_by_ctrl_c(*names):
    """Make a closed window or a kill stop the server too, which would otherwise keep running unnoticed."""
    for name in names:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def wait(server):
    """Wait for the server and return its exit code; Ctrl-C stops it and its kernels, a second Ctrl-C at once."""
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
