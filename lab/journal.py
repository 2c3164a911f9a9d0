"""The grades of an interrupted grade-all, which the next run of the same command uses."""

import json
import threading

from lab.stored import write_whole


class Journal:
    """Stores grades by submission and content of its answers, one per line. The journal of a different command is ignored."""

    def __init__(self, path, command):
        self._path, self._known, self._lock = path, {}, threading.Lock()
        first, *lines = self._lines()
        if first != command:
            write_whole(path, json.dumps(command) + "\n")
        for line in lines if first == command else []:
            self._known[line["name"], line["answers"]] = line["exercises"]

    def recall(self, name, answers):
        """Return the grades of a submission whose answers have this hash, or None."""
        return self._known.get((name, answers))

    def note(self, name, answers, exercises):
        """Store the grades of a submission at once."""
        line = json.dumps({"name": name, "answers": answers, "exercises": exercises})
        with self._lock, open(self._path, "a", encoding="utf-8") as file:
            file.write(line + "\n")

    def count(self):
        """Return how many submissions the interrupted run had graded."""
        return len(self._known)

    def finish(self):
        """Delete the journal, because the run is complete."""
        self._path.unlink(missing_ok=True)

    def _lines(self):
        """Return the readable lines; the last one may be truncated if the run was killed."""
        found = []
        try:
            for line in self._path.read_text(encoding="utf-8").splitlines():
                found.append(json.loads(line))
        except (OSError, ValueError):
            pass
        return found or [None]
