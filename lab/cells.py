"""Runs cells in a kernel without a notebook. Needs jupyter_client, so it runs inside the notebooks' own Python."""

import contextlib
import os
import queue
import subprocess
import time

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager


def start(spec, cwd, env=None):
    """Start a kernel from a kernelspec's content; return its manager."""
    manager = KernelManager()
    manager._kernel_spec = KernelSpec(**spec)
    own = (dict(os.environ) if env is None else env) | spec.get("env", {})
    manager.start_kernel(cwd=str(cwd), env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return manager


@contextlib.contextmanager
def connected(manager):
    """Provide a function that runs one cell, for a with block; afterwards the kernel is killed if it is still running."""
    client = manager.client()
    client.start_channels()
    try:
        yield lambda code, seconds=120: execute(manager, client, code, seconds)
    finally:
        client.stop_channels()
        with contextlib.suppress(Exception):
            manager.shutdown_kernel(now=True)


def execute(manager, client, code, seconds):
    """Run one cell; return the content of its reply: the status, and the error's name and value if it failed.

    A kernel that ends while the cell runs has the status "ended", because it cannot reply.
    """
    request = client.execute(code, allow_stdin=False)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(queue.Empty):
            reply = client.get_shell_msg(timeout=1)
            if reply["parent_header"].get("msg_id") == request:
                return reply["content"]
        if manager.provisioner.process.poll() is not None:
            return {"status": "ended", "evalue": f"exit code {manager.provisioner.process.returncode}"}
    raise TimeoutError(f"A cell gave no result within {seconds} s: {code.splitlines()[0]}")
