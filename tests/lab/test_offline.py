"""Runs a command without the network."""

import socket
import subprocess
import sys
import threading
import unittest

import support  # noqa: F401

from lab import offline

PROBE = """
import socket, sys
server = socket.create_server(("127.0.0.1", 0))
socket.create_connection(server.getsockname(), 5)
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1])), 5)
    print("reached")
except OSError:
    print("cut off")
"""


@unittest.skipUnless(offline.command(["true"]), "this system takes no network away from a user's programs")
class OfflineTest(unittest.TestCase):
    def test_a_program_reaches_only_itself(self):
        with socket.create_server(("127.0.0.1", 0)) as outside:
            threading.Thread(target=outside.accept, daemon=True).start()
            line = [sys.executable, "-c", PROBE, str(outside.getsockname()[1])]
            self.assertEqual(subprocess.check_output(line, text=True).strip(), "reached")
            threading.Thread(target=outside.accept, daemon=True).start()
            self.assertEqual(subprocess.check_output(offline.command(line), text=True).strip(), "cut off")

    def test_its_exit_code_is_the_commands(self):
        self.assertEqual(subprocess.call(offline.command([sys.executable, "-c", "raise SystemExit(3)"])), 3)


if __name__ == "__main__":
    unittest.main()
