"""Times grades in kernels that take turns. Runs inside the notebooks' own Python.

Reads {"rounds", "exercises": [[id, package, folder]], "kernels": [{"name", "jars", "spec"}]} from stdin, prints {name: {id:
[seconds]}}.
"""

import contextlib
import json
import shutil
import sys
import time

from lab import cells, copies
from lab.project import here

BEGIN = ["%classpath ../lib/target/workbook/*.jar", "import static ormlab.notebook.Notebook.*;"]


class Kernel:
    """A running kernel in a copy of the workbook."""

    def __init__(self, plan, project, stack):
        self.folder = stack.enter_context(copies.copy_of(project, "bench"))
        shutil.rmtree(self.folder / "lib" / "target" / "workbook")
        shutil.copytree(plan["jars"], self.folder / "lib" / "target" / "workbook")
        manager = cells.start(plan["spec"], self.folder / "notebooks")
        self.execute = stack.enter_context(cells.connected(manager))
        for cell in BEGIN:
            self.run(cell)

    def run(self, cell):
        reply = self.execute(cell)
        if reply["status"] != "ok":
            raise SystemExit(f"{cell}: {reply}")

    def seconds(self, exercise, number):
        """Edit the file of an exercise and time its grade; any other verdict than "passed" ends the measurement."""
        id, package, folder = exercise
        edited = self.folder / "exercises" / "src" / "main" / "java" / package
        edited.mkdir(parents=True, exist_ok=True)
        for file in (self.folder / "exercises" / "catalogue" / folder / "solution").iterdir():
            text = file.read_text(encoding="utf-8")
            more = f"\n// edit {number}\n" if file.suffix == ".java" else ""
            (edited / file.name).write_text(text + more, encoding="utf-8")
        began = time.perf_counter()
        self.run(f'grade("{id}")')
        taken = time.perf_counter() - began
        self.run(f'if (!grade("{id}").text().contains("passed")) throw new AssertionError(grade("{id}").text());') if number == 0 else None
        return taken


def main(plan):
    project = here()
    with contextlib.ExitStack() as stack:
        kernels = {one["name"]: Kernel(one, project, stack) for one in plan["kernels"]}
        taken = {name: {exercise[0]: [] for exercise in plan["exercises"]} for name in kernels}
        for number in range(plan["rounds"]):
            for exercise in plan["exercises"]:
                for name, kernel in kernels.items():
                    taken[name][exercise[0]].append(kernel.seconds(exercise, number))
    print(json.dumps(taken))


if __name__ == "__main__":
    main(json.load(sys.stdin))
