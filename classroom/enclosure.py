"""Starts one learner's server, isolated from all other learners; the hub runs this as root.

    enclosure.py --user NAME --port PORT --hub-port PORT --memory MB -- COMMAND...

The server gets its own network, which has only the loopback interface, so no other learner can reach the ports of its
kernels, or of a web server or PostgreSQL in a cell. Two relays are the only connections: from the hub's proxy to the
server's port, and from the server to the hub. The server also gets its own processes, its own /tmp (so no home may be below
it), an empty /run, the learner's user id, and a memory limit for everything that runs in it.
"""

import argparse
import asyncio
import contextlib
import ctypes
import fcntl
import os
import pwd
import signal
import socket
import struct
import sys
from pathlib import Path

CLONE_NEWNET = 0x40000000
PR_SET_PDEATHSIG = 1
SIOCSIFFLAGS = 0x8914
IFF_UP_AND_RUNNING = 0x41
NOBODY = 65534
# Three of these together leave half of the default limit (ORMLAB_MEMORY) to the kernels.
SCRATCH_MB = 256
CONTROL_GROUPS = Path("/sys/fs/cgroup")
CLASS = "ormlab-class"
# The system folders that all users may write to.
PUBLIC = ("/tmp", "/var/tmp", "/dev/shm")
# Enough for a few kernels, a server and a build; an endless loop of forks ends here.
PROCESSES = 1000

_libc = ctypes.CDLL(None, use_errno=True)


def listen(port):
    """Listen on the loopback interface of this process's current network."""
    listener = socket.create_server(("127.0.0.1", port), backlog=128)
    listener.set_inheritable(False)
    return listener


def leave_network():
    """Move into a new network, and turn its loopback interface on."""
    if _libc.unshare(CLONE_NEWNET) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"The system cannot create a separate network ({os.strerror(number)}); run the hub as root")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP_AND_RUNNING))


async def _pump(reader, writer):
    try:
        while block := await reader.read(65536):
            writer.write(block)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()
    except OSError:
        writer.close()  # One side closed the connection; tell the other one.


async def _serve(listener, port):
    async def connected(reader, writer):
        try:
            to_reader, to_writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            writer.close()
            return
        with contextlib.suppress(OSError):
            await asyncio.gather(_pump(reader, to_writer), _pump(to_reader, writer))
        to_writer.close()
        writer.close()

    server = await asyncio.start_server(connected, sock=listener)
    await server.serve_forever()


def relay(listener, port):
    """Forward connections from a listener, which may belong to another network, to a port in this network. Never returns."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    # Set after the change of user, which would reset it.
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    asyncio.run(_serve(listener, port))


def with_doors(port, hub_port):
    """Leave the network of the host; two processes stay there as relays and end with this one."""
    outside = listen(port)
    ours, theirs = socket.socketpair()
    if os.fork() == 0:
        ours.close()
        outside.close()
        _, descriptors, _, _ = socket.recv_fds(theirs, 1, 1)
        if not descriptors:
            os._exit(1)  # The other side closed the connection.
        relay(socket.socket(fileno=descriptors[0]), hub_port)
    theirs.close()
    leave_network()
    inside = listen(hub_port)
    socket.send_fds(ours, [b"!"], [inside.fileno()])
    inside.close()
    ours.close()
    if os.fork() == 0:
        relay(outside, port)
    outside.close()


def control_group(user, root=CONTROL_GROUPS):
    """Return the folder of a learner's control group, and the name of its limit, which depends on the version of control
    groups.
    """
    first = root / "memory"
    if first.is_dir():
        return first / CLASS / user, "memory.limit_in_bytes"
    return root / CLASS / user, "memory.max"


def limit_memory(user, megabytes, root=CONTROL_GROUPS):
    """Put this process and everything that it starts into a control group for the learner; return the group's folder.

    Both versions of control groups are supported. If neither is writable, the message says what is not limited.
    """
    if not megabytes:
        return None
    group, limit = control_group(user, root)
    base = group.parent
    try:
        base.mkdir(exist_ok=True)
        if base.parent == root:
            for folder in (root, base):
                (folder / "cgroup.subtree_control").write_text("+memory")
        group.mkdir(exist_ok=True)
        (group / limit).write_text(str(megabytes * 1024 * 1024))
        (group / "cgroup.procs").write_text(str(os.getpid()))
        return group
    except OSError as error:
        print(
            f"The memory of {user} as a whole is not limited: {error.filename or group}: {error.strerror}. "
            "Each kernel still has its heap limit. Run the hub where it may make control groups (systemd: Delegate=yes).",
            file=sys.stderr,
            flush=True,
        )
        return None


def remove_control_group(user, root=CONTROL_GROUPS):
    """Remove the control group of a learner whose processes have ended; return whether it is gone."""
    group, _ = control_group(user, root)
    with contextlib.suppress(OSError):  # It does not exist, or still contains processes.
        group.rmdir()
    return not group.exists()


def line(user, command):
    """Return the command line that sets up the rest of the enclosure and runs the command as the learner."""
    mounts = [f"mount -t tmpfs -o size={SCRATCH_MB}m,mode=1777,nosuid,nodev none {place}" for place in PUBLIC]
    # Hides sockets and locks of the system's services: learners do not need them, and could fill the memory through
    # /run/lock.
    mounts.append("mount -t tmpfs -o size=1m,mode=755,nosuid,nodev none /run")
    # Without exec: the first process must stay root, because a change of user would undo --kill-child. Everything else ends
    # with it.
    script = " && ".join([*mounts, '"$@"; exit $?'])
    return [
        *("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--ipc"),
        *("sh", "-c", script, "sh"),
        *("prlimit", f"--nproc={PROCESSES}", "--core=0"),
        *("setpriv", f"--reuid={user}", f"--regid={pwd.getpwnam(user).pw_gid}", "--init-groups"),
        *("--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"),
        *command,
    ]


def main(words):
    """Build the enclosure around this process, then become the parent of the command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--user", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--hub-port", type=int, required=True)
    parser.add_argument("--memory", type=int, required=True, metavar="MB")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args(words)
    limit_memory(options.user, options.memory)
    with_doors(options.port, options.hub_port)
    command = line(options.user, options.command)
    os.execvp(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
