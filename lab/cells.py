"""Runs cells in a kernel, without a notebook. Needs jupyter_client: runs inside the notebooks' own Python."""

import contextlib
import os
import subprocess

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager


def start(spec, cwd, env=None):
    """Start a kernel from the content of a kernelspec; return its manager."""
    manager = KernelManager()
    manager._kernel_spec = KernelSpec(**spec)
    own = (dict(os.environ) if env is None else env) | spec.get("env", {})
    manager.start_kernel(cwd=str(cwd), env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return manager


@contextlib.contextmanager
def connected(manager):
    """Give a client of the kernel inside the block; the kernel is killed after it if it still runs."""
    client = manager.client()
    client.start_channels()
    try:
        yield client
    finally:
        client.stop_channels()
        with contextlib.suppress(Exception):
            manager.shutdown_kernel(now=True)


def execute(client, code, seconds=120):
    """Run one cell; return its reply's content: status, and the error's name and value if it failed."""
    request = client.execute(code, allow_stdin=False)
    while True:
        reply = client.get_shell_msg(timeout=seconds)
        if reply["parent_header"].get("msg_id") == request:
            return reply["content"]
