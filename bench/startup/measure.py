"""Times kernels from their start to the first query's result; runs inside the notebooks' own Python.

Reads {"runs": n, "kernels": [{"name", "spec", "cells", "path", "archive", "ahead"}]} from stdin, prints {name: [seconds]}.
With "replies", asks the kernels for completions and Javadoc instead, and prints {name: {request: [seconds]}}.
A kernel that is started ahead is timed from the moment when a notebook takes it. The kernels take turns within each round,
so that other load on the machine affects all of them.
"""

import contextlib
import json
import os
import sys
import time
from pathlib import Path

from jupyter_client.session import Session

from lab import cells, copies, training
from lab.project import here


def seconds(kernel, project):
    """Start one kernel, run its cells, and return the time from the start of its process to the last result."""
    env = os.environ | {"PATH": kernel["path"] + os.pathsep + os.environ["PATH"]}
    with copies.copy_of(project, "bench") as folder:
        began = time.perf_counter()
        manager = cells.start(kernel["spec"], folder / "notebooks", env)
        with cells.connected(manager) as execute:
            if kernel["ahead"]:
                began = taken(manager)
            for cell in kernel["cells"]:
                reply = execute(cell)
                if reply["status"] != "ok":
                    raise SystemExit(f"{kernel['name']}: {cell.splitlines()[0]}: {reply}")
            return time.perf_counter() - began


def taken(manager):
    """Wait until a kernel has warmed up and is idle; return the current time."""
    client = manager.client(session=Session(key=manager.session.key))  # Two clients with the same session would share an identity.
    client.start_channels()
    client.wait_for_ready(120)
    client.stop_channels()
    time.sleep(1)
    return time.perf_counter()


def prepare(kernel, project):
    """Create the archive that a kernel starts from, if it is missing."""
    wanted = Path(kernel["archive"]) if kernel["archive"] else None
    if wanted and not wanted.exists():
        wanted.parent.mkdir(parents=True, exist_ok=True)
        why = training.make(project, wanted, kernel["spec"])
        if why:
            raise SystemExit(f"{kernel['name']}: {why}")


def replies(kernels, runs, project):
    """Ask every kernel for completions and for Javadoc, in turns, and return how long each reply took."""
    with contextlib.ExitStack() as stack:
        clients = {each["name"]: client_of(each, project, stack) for each in kernels}
        taken = {each["name"]: {code: [] for code in each["replies"]} for each in kernels}
        for turn in range(runs + 3):
            for each in kernels[:: -1 if turn % 2 else 1]:
                for code, times in taken[each["name"]].items():
                    times.append(reply_seconds(clients[each["name"]], code))
    # The first replies read the sources and compile the kernel's own code; they are not counted.
    return {name: {code: times[3:] for code, times in by_code.items()} for name, by_code in taken.items()}


def client_of(kernel, project, stack):
    """Start a kernel, run its cells, and return a client of it."""
    folder = stack.enter_context(copies.copy_of(project, "bench"))
    env = os.environ | {"PATH": kernel["path"] + os.pathsep + os.environ["PATH"]}
    manager = cells.start(kernel["spec"], folder / "notebooks", env)
    execute = stack.enter_context(cells.connected(manager))
    for cell in kernel["cells"]:
        reply = execute(cell)
        if reply["status"] != "ok":
            raise SystemExit(f"{kernel['name']}: {cell.splitlines()[0]}: {reply}")
    client = manager.client(session=Session(key=manager.session.key))
    client.start_channels()
    stack.callback(client.stop_channels)
    client.wait_for_ready(120)
    return client


def reply_seconds(client, code):
    """Return the time until the names that complete code come back, or the Javadoc of the method before an open parenthesis."""
    ask = client.inspect if code.endswith("(") else client.complete
    began = time.perf_counter()
    content = ask(code, len(code), reply=True, timeout=60)["content"]
    taken = time.perf_counter() - began
    if not (content.get("matches") or content.get("found")):
        raise SystemExit(f"No answer about {code}: {content}")
    return taken


def main(plan):
    project = here()
    for kernel in plan["kernels"]:
        prepare(kernel, project)
    if plan.get("replies"):
        print(json.dumps(replies(plan["kernels"], plan["runs"], project)))
        return
    rounds = [{k["name"]: seconds(k, project) for k in plan["kernels"]} for _ in range(plan["runs"] + 1)]
    measured = rounds[1:]  # The first round warms the disk's cache and does not count.
    print(json.dumps({k["name"]: [taken[k["name"]] for taken in measured] for k in plan["kernels"]}))


if __name__ == "__main__":
    main(json.load(sys.stdin))
