"""Shows progress: one line for each step with its time, updated while it runs."""

import contextlib
import shutil
import sys
import threading
import time

QUIET_LINE_EVERY = 15.0


class Step:
    """One step that may take longer than a second."""

    def __init__(self, title, out=None):
        self.title = title
        self.detail = ""
        self._out = out or sys.stdout
        self._started = time.monotonic()
        self._over = threading.Event()
        self._alive = threading.Thread(target=self._tick, daemon=True)

    def seconds(self):
        return time.monotonic() - self._started

    def start(self):
        if not self._out.isatty():
            self._say(f"{self.title} …\n")
        self._alive.start()

    def finish(self, word):
        """End the step's line with a word such as "done" and the time it took."""
        self._over.set()
        self._alive.join()
        ending = f"{self.title}: {word} ({self.seconds():.0f} s)\n"
        self._say(("\r\033[K" if self._out.isatty() else "") + ending)

    def _tick(self):
        every = 0.25 if self._out.isatty() else QUIET_LINE_EVERY
        while not self._over.wait(every):
            if self._out.isatty():
                self._say("\r\033[K" + self._line())
            else:
                self._say(f"{self.title}: still at work ({self.seconds():.0f} s)\n")

    def _line(self):
        line = f"{self.title} … {self.seconds():.0f} s  {self.detail}"
        return line[: shutil.get_terminal_size().columns - 1]

    def _say(self, text):
        with contextlib.suppress(OSError, ValueError):
            self._out.write(text)
            self._out.flush()


@contextlib.contextmanager
def step(title, out=None):
    """Show a step during a with block; however the block ends, so does its line."""
    shown = Step(title, out)
    shown.start()
    try:
        yield shown
    except BaseException as error:
        shown.finish("failed" if isinstance(error, Exception) else "stopped")
        raise
    shown.finish("done")
