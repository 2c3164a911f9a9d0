"""The address at which this machine reaches itself; JupyterLab and its kernels need it."""

import socket

from lab.problem import Problem

ADDRESS = "127.0.0.1"


def require():
    """Raise a Problem if programs here cannot listen on the address."""
    try:
        with socket.socket(socket.AF_INET) as probe:
            probe.bind((ADDRESS, 0))
    except OSError as error:
        raise Problem(
            f"JupyterLab cannot listen on {ADDRESS}: {error.strerror}.",
            "JupyterLab and its kernels talk to each other over IPv4 on this machine only. Switch the loopback interface and IPv4 on, then start again.",
        ) from error
