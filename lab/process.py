"""Runs a program as a step: shows its last line while it runs, and the end of its output if it fails."""

import collections
import os
import re
import subprocess

from lab import lock
from lab.problem import Problem
from lab.progress import step

TAIL = 12
# What Maven and pip print after every failure, and what does not help.
CHATTER = re.compile(r"\[Help 1\]|Re-run Maven|full stack trace of the errors|For more information|^\[\w+\] *-*$|notice")


def run_step(title, command, remedy, cwd=None, env=None):
    """Run a command to its end; a failure is a Problem with the end of its output."""
    with step(title) as shown:
        code, tail = _run(command, cwd, env, shown)
        if code != 0:
            said = "\n".join("    " + line for line in tail) or "    (it said nothing)"
            raise Problem(f"{title}: failed with exit code {code}. Its output:\n{said}", remedy)


def _run(command, cwd, env, shown):
    tail = collections.deque(maxlen=TAIL)
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=lock.held_files(),
    )
    with process:
        try:
            for line in process.stdout:
                if line.strip() and not CHATTER.search(line.strip()):
                    shown.detail = line.strip()
                    tail.append(line.rstrip())
        except BaseException:
            process.terminate()
            raise
    return process.returncode, list(tail)


def answer(command, env=None, seconds=20):
    """Return (exit code, output) of a short command; the code is None if it cannot be started."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
        )
        return done.returncode, done.stdout
    except subprocess.TimeoutExpired:
        return None, f"gave no answer within {seconds} s"
    except OSError as error:
        return None, error.strerror or str(error)


def utf8_environment(base=None):
    """Copy an environment so that Java can open files whose names contain umlauts.

    A JVM decodes file names by the locale; with LANG=C, it cannot open a folder named "Übung".
    """
    env = dict(os.environ if base is None else base)
    locale = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    if os.name != "nt" and "utf" not in locale.lower():
        env["LC_ALL"] = "en_US.UTF-8" if os.uname().sysname == "Darwin" else "C.UTF-8"
    return env
