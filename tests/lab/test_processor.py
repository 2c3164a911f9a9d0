"""Processor time counts, including that of children; waiting alone does not, until it has been far too long."""

import subprocess
import sys
import time
import unittest
from unittest import mock

import support  # noqa: F401

from lab import processor

COMPUTES = "import time\nwhile time.process_time() < {seconds}: pass\n"
CHILD = f"import subprocess, sys, time; subprocess.run([sys.executable, '-c', {COMPUTES.format(seconds=0.6)!r}]); time.sleep(60)"


@unittest.skipUnless(processor.PROC.exists(), "this system has no /proc")
class ProcessorTest(unittest.TestCase):
    def started(self, code):
        process = subprocess.Popen([sys.executable, "-c", code])
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def until(self, holds, seconds=20):
        end = time.monotonic() + seconds
        while not holds() and time.monotonic() < end:
            time.sleep(0.05)
        self.assertTrue(holds())

    def test_the_time_of_a_child_counts_while_it_runs_and_afterwards(self):
        process = self.started(CHILD)
        self.until(lambda: processor.seconds(process.pid) > 0.6)
        time.sleep(0.3)
        self.assertGreater(processor.seconds(process.pid), 0.6)

    def test_an_endless_loop_uses_up_its_allowance_but_waiting_does_not(self):
        loop, wait = self.started("while True: pass"), self.started("import time; time.sleep(60)")
        allowances = [processor.Allowance(process.pid, 0.5) for process in (loop, wait)]
        self.until(allowances[0].is_over)
        self.assertFalse(allowances[1].is_over() and time.monotonic() - allowances[1]._began < 1.4)
        self.until(allowances[1].is_over)

    def test_without_processor_time_the_clock_decides(self):
        with mock.patch.object(processor, "seconds", return_value=None):
            allowance = processor.Allowance(1, 0.2)
            self.assertFalse(allowance.is_over())
            self.until(allowance.is_over, 2)


if __name__ == "__main__":
    unittest.main()
