"""Confines a program: limits what it may use, see and write.

On Linux, if the system lets a user create namespaces, the program gets its own file system, in which everything except a
small scratch space in memory is read-only and none of the user's files appear. It has no network except the loopback
interface, sees no other processes, and has no privileges. Elsewhere, only its time, memory and output are limited.
`bounded` limits the memory and number of all its processes together, if control groups are available.
"""

import contextlib
import glob
import os
import shlex
import shutil
import signal
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

from lab import bounded

SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/etc/alternatives")
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
TOOLS = ("unshare", "setpriv", "prlimit", "mount", "umount", "pivot_root", "sh")
NOBODY = 65534
SCRATCH = "/scratch"

# Mounts one folder after the other; then the old root is unmounted, and all privileges are dropped. The program cannot execute what it
# writes. It cannot put anything else in place of a folder that is read-only: `pin` makes each folder above it a mount, which the system
# does not rename, and only /tmp and the scratch space can be written. It has no /proc, where it could read and write its own memory; the
# program loader needs only one link of it.
SCRIPT = """
set -e
{{ {loopback}; }} 2>/dev/null || true
mount --make-rprivate /
mount -t tmpfs -o size={scratch_mb}m,mode=755{noexec} none {new}
cd {new}
mkdir -p proc dev tmp old {scratch_dir}
show() {{
    if [ -L "$1" ]; then mkdir -p ".$(dirname "$1")"; cp -P "$1" ".$1"
    elif [ -d "$1" ]; then mkdir -p ".$1"; mount --rbind "$1" ".$1"; mount -o remount,bind,ro ".$1" 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev ".$1"
    elif [ -e "$1" ]; then mkdir -p ".$(dirname "$1")"; : > ".$1"; mount --bind "$1" ".$1"
        [ -c "$1" ] || mount -o remount,bind,ro ".$1" 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev ".$1"; fi
}}
pin() {{ case "$1" in "$2"/*) pin "$(dirname "$1")" "$2"; mkdir -p ".$1"; mount --rbind ".$1" ".$1";; esac; }}
mount --bind tmp tmp
for path in {shown}; do pin "$(dirname "$path")" /tmp; show "$path"; done
mount -t proc proc proc 2>/dev/null || true
cp -R {inside}/. .{scratch}/
mount --bind .{scratch} .{scratch}
for path in {frozen}; do pin "$(dirname "{scratch}/$path")" {scratch}; mount --bind ".{scratch}/$path" ".{scratch}/$path"; mount -o remount,bind,ro ".{scratch}/$path"; done
pivot_root . old
umount -l /old
umount -l /proc 2>/dev/null || true
mkdir -p /proc/self
ln -s {executable} /proc/self/exe
mount -o remount,bind,ro / 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev /
cd {scratch}
exec prlimit --nproc={threads} --fsize={file_bytes} --data={data_bytes} --core=0 --nofile=512 -- \\
    setpriv --bounding-set=-all --inh-caps=-all --no-new-privs -- {command}
"""


# Code that connects to an answer's server on 127.0.0.1 needs the loopback interface, which is off in a new network namespace.
LOOPBACK = (
    "import fcntl, socket, struct; "
    "fcntl.ioctl(socket.socket(socket.AF_INET, socket.SOCK_DGRAM), 0x8914, struct.pack('16sh22x', b'lo', 1))"  # SIOCSIFFLAGS, IFF_UP
)


@dataclass(frozen=True)
class Limits:
    """What a program may use. Heap and scratch space are in MB; the caller limits the time."""

    heap: int = 384
    scratch: int = 128
    threads: int = 300

    @property
    def data(self):
        """Return how much memory one process may have: the heap, the JVM's own memory, and its threads' stacks."""
        return (self.heap + 900) * 1024 * 1024

    @property
    def whole(self):
        """Return how much memory all its processes may have together, including the scratch space."""
        return self.data + self.scratch * 1024 * 1024


def works():
    """Return an empty string if programs can be confined here, otherwise the reason why not."""
    if not sys.platform.startswith("linux"):
        return "this system has no namespaces; only Linux has"
    env = {"PATH": _path()}
    missing = [tool for tool in TOOLS if not shutil.which(tool, path=env["PATH"])]
    if missing:
        return f"{', '.join(missing)} is not installed (util-linux)"
    try:
        done = subprocess.run([*_unshare(), "true"], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **_as_nobody())
    except OSError as error:
        return str(error)
    return "" if done.returncode == 0 else f"the system refuses namespaces ({done.stdout.strip() or done.returncode})"


def bounds(limits):
    """Return how a program's processes can be limited as a whole here: "group", "systemd", or an empty string."""
    return bounded.how(limits, _path()) if sys.platform.startswith("linux") else ""


def start(command, folder, shown, limits, confined, bound="", frozen=(), noexec=True):
    """Start a program in its own copy of a folder (if confined, at /scratch); its input and output are pipes.

    `shown` are the folders that it may read in addition to the system's own, `frozen` those in its own folder that it may not change;
    without `noexec` it may execute what it writes. `bound` is the result of `bounds`.
    """
    line = _shut_in(command, folder, shown, limits, frozen, noexec) if confined else command
    group = bounded.Group(f"ormlab-{uuid.uuid4().hex}", limits) if bound == "group" else None
    if group:
        line = group.line(line)
    elif bound == "systemd":
        line = [*bounded.scope(limits), "env", *(f"--unset={name}" for name in bounded.SESSION), *line]
    env = bounded.session(_path()) if bound == "systemd" else {"PATH": _path()}
    try:
        process = subprocess.Popen(
            line,
            cwd="/" if confined else folder,
            env={**env, "LC_ALL": "C.UTF-8", "HOME": SCRATCH if confined else str(folder)} if os.name != "nt" else None,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **(_as_nobody() if confined else {}),
            **({} if os.name == "nt" else {"start_new_session": True}),
            **({"pass_fds": group.inherited} if group else {}),
        )
    except OSError:
        if group:
            group.remove()
        raise
    process.group = group
    if group:
        group.close()
    return process


def end(process):
    """End a program with everything it started; inside its namespace, nothing outlives it."""
    with contextlib.suppress(OSError):
        if os.name != "nt":
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    if process.group:
        process.group.remove()


def _shut_in(command, folder, shown, limits, frozen, noexec):
    every = [path for path in (*SYSTEM, *glob.glob("/etc/java*")) if os.path.lexists(path)]  # Debian keeps a JDK's settings there.
    every += [str(path) for path in shown if not _below(path, every)] + [path for path in DEVICES if os.path.exists(path)]
    script = SCRIPT.format(
        loopback=f"ip link set lo up || {shlex.quote(sys.executable)} -c {shlex.quote(LOOPBACK)}",
        new=shlex.quote(str(Path(folder).parent / "root")),
        inside=shlex.quote(str(folder)),
        scratch=SCRATCH,
        frozen=" ".join(map(shlex.quote, frozen)),
        noexec=",noexec" if noexec else "",
        executable=shlex.quote(str(Path(shutil.which(command[0], path=_path())).resolve())),
        scratch_dir=SCRATCH[1:],
        shown=" ".join(map(shlex.quote, every)),
        scratch_mb=limits.scratch,
        threads=limits.threads,
        file_bytes=limits.scratch * 1024 * 1024,
        data_bytes=limits.data,
        command=" ".join(shlex.quote(str(part)) for part in command),
    )
    return [*_unshare(), "sh", "-c", script]


def _below(path, folders):
    return any(str(path).startswith(folder + "/") for folder in folders)


def _unshare():
    spaces = ["--user", "--map-root-user", "--mount", "--pid", "--fork", "--kill-child", "--net", "--ipc", "--uts"]
    return ["unshare", *spaces]


def _as_nobody():
    """Return the prefix with which root first gives up its privileges, because limits do not apply to root."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if hasattr(os, "geteuid") and os.geteuid() == 0 else {}


def _path():
    return os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin", "/usr/bin", "/bin"])
