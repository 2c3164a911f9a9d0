"""Two lab.py at once do not interfere; a killed one does not block the next."""

import subprocess
import sys
import time
import unittest

import support

from lab.lock import held

HOLD = "import sys, time\nfrom pathlib import Path\nfrom lab.lock import held\nwith held(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(float(sys.argv[2]))\n"


class LockTest(support.FolderTest):
    def holder(self, seconds):
        line = [sys.executable, "-c", HOLD, str(self.root / "lock"), str(seconds)]
        process = subprocess.Popen(line, cwd=support.ROOT, stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.assertEqual(process.stdout.readline().strip(), "held")
        return process

    def test_a_free_lock_is_acquired_at_once_and_silently(self):
        said = []
        with held(self.root / "lock", say=said.append) as got:
            self.assertTrue(got)
        self.assertEqual(said, [])

    def test_the_second_waits_and_names_the_first(self):
        first, said = self.holder(1.0), []
        began = time.monotonic()
        with held(self.root / "lock", say=said.append) as got:
            self.assertTrue(got)
        self.assertGreater(time.monotonic() - began, 0.4)
        self.assertEqual(said, [f"Another lab.py (process {first.pid}) is setting up this folder; this one waits for it."])

    def test_a_caller_that_does_not_wait_learns_that_the_lock_is_taken(self):
        self.holder(20)
        with held(self.root / "lock", wait=False) as got:
            self.assertFalse(got)

    def test_a_killed_holder_leaves_the_lock_free(self):
        process = self.holder(20)
        process.kill()
        process.wait()
        with held(self.root / "lock", wait=False) as got:
            self.assertTrue(got)

    @unittest.skipIf(support.WINDOWS, "Windows has no locks that a child inherits")
    def test_a_program_that_a_killed_holder_started_is_waited_for(self):
        line = HOLD.replace("time.sleep(float(sys.argv[2]))", "from lab.process import run_step; run_step('x', ['sleep', '2'], '')")
        process = subprocess.Popen([sys.executable, "-c", line, str(self.root / "lock")], cwd=support.ROOT, stdout=subprocess.PIPE)
        self.addCleanup(process.stdout.close)
        while b"x" not in process.stdout.readline():
            pass
        time.sleep(0.3)
        process.kill()
        process.wait()
        with held(self.root / "lock", wait=False) as got:
            self.assertFalse(got)
        with held(self.root / "lock", say=lambda _: None) as got:
            self.assertTrue(got)


if __name__ == "__main__":
    unittest.main()
