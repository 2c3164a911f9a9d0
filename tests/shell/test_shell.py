"""The shell as a user sees it, in a terminal, with Ctrl-C and Ctrl-D. Needs the jar: ./mvnw package -DskipTests."""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
JAR = ROOT / "lib" / "target" / "workbook" / "ormlab.jar"
MODEL = """\
package shop;
import jakarta.persistence.*;
@Entity public class Book {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Integer id;
    private String title;
    protected Book() {}
    public Book(String title) { this.title = title; }
    public String toString() { return "<Book '" + title + "'>"; }
}
"""
ANSI = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|[=>]|\][^\x07]*\x07)")


class Terminal:
    """A program in a pseudo terminal: types text, and waits for output."""

    def __init__(self, line, cwd, env):
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            os.execvpe(line[0], line, env | {"TERM": "xterm"})
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))
        self.shown = ""

    def type(self, text):
        os.write(self.screen, text.encode())

    def wait_for(self, wanted, seconds=60):
        end = time.monotonic() + seconds
        while wanted not in self.shown:
            if not self._read(end - time.monotonic()):
                raise AssertionError(f"{wanted!r} did not come within {seconds} s; shown was:\n{self.shown}")
        self.shown = self.shown.split(wanted, 1)[1]

    def _read(self, seconds):
        if seconds <= 0 or not select.select([self.screen], [], [], seconds)[0]:
            return False
        try:
            self.shown += ANSI.sub("", os.read(self.screen, 65536).decode(errors="replace"))
        except OSError:
            return False
        return True

    def exit_code(self, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.2)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
        os.kill(self.pid, signal.SIGKILL)
        raise AssertionError(f"It did not end within {seconds} s; shown was:\n{self.shown}")


@unittest.skipUnless(JAR.is_file() and shutil.which("javac"), "the jar is not built: ./mvnw package -DskipTests")
class ShellTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="ormlab shell "))
        (cls.folder / "Book.java").write_text(MODEL)
        classes = cls.folder / "target" / "classes"
        subprocess.run(["javac", "-cp", f"{JAR.parent}/*", "-d", str(classes), str(cls.folder / "Book.java")], check=True)
        cls.env = {key: value for key, value in os.environ.items() if not key.startswith(("ORMLAB", "DATABASE"))}

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)

    def line(self, *options):
        return ["java", "-jar", str(JAR), "shell", *options]

    def piped(self, text, *options, cwd=None):
        return subprocess.run(
            self.line(*options), input=text, cwd=cwd or self.folder, env=self.env, capture_output=True, text=True, timeout=120
        )

    def test_ctrl_c_stops_a_line_and_ctrl_d_ends_the_shell(self):
        terminal = Terminal(self.line("--url", "sqlite:///typed.sqlite"), self.folder, self.env)
        terminal.wait_for("models: Book")
        terminal.wait_for("jshell>")
        terminal.type("while (true) Thread.sleep(10);\r")
        time.sleep(2)
        terminal.type("\x03")
        terminal.wait_for("jshell>")
        terminal.type("db.createAll()\r")
        terminal.type('session.add(new Book("Emma"))\r')
        terminal.type("session.commit()\r")
        terminal.type("db.query(Book.class).all()\r")
        terminal.wait_for("[<Book 'Emma'>]")
        terminal.wait_for("jshell>")
        terminal.type("\x04")
        self.assertEqual(terminal.exit_code(), 0)

    def test_ctrl_c_at_the_prompt_only_drops_the_line(self):
        terminal = Terminal(self.line("--url", "sqlite://"), self.folder, self.env)
        terminal.wait_for("jshell>")
        terminal.type("int half = 1 +\x03")
        terminal.wait_for("jshell>")
        terminal.type("6 * 7\r")
        terminal.wait_for("==> 42")
        terminal.type("\x04")
        self.assertEqual(terminal.exit_code(), 0)

    def test_the_models_may_be_in_any_folder_or_jar(self):
        classes = self.folder / "target" / "classes"
        jar = self.folder / "shop.jar"
        subprocess.run(["jar", "--create", "--file", str(jar), "-C", str(classes), "."], check=True)
        with tempfile.TemporaryDirectory() as elsewhere:
            for place in (classes, jar):
                ran = self.piped('new Book("Emma")\n', "--classes", str(place), "--url", "sqlite://", cwd=elsewhere)
                self.assertIn("<Book 'Emma'>", ran.stdout, ran.stderr)

    def test_a_script_is_read_from_standard_input(self):
        lines = 'db.createAll()\nlong count = db.query(Book.class).filterBy("title", "x").count()\n'
        lines += "show(sql(() -> db.query(Book.class).all()))\n/exit 3\n"
        ran = self.piped(lines, "--url", "sqlite:///piped.sqlite")
        self.assertIn("==> 0", ran.stdout)
        self.assertIn("-- 1 statement", ran.stdout)
        self.assertEqual((ran.returncode, ran.stderr), (3, ""))

    def test_a_database_without_tables_is_reported_before_the_first_prompt(self):
        ran = self.piped("", "--url", "sqlite:///empty.sqlite")
        self.assertIn("Note: Table 'book' does not exist.", ran.stdout.split("Welcome to JShell")[0])
        self.assertEqual(ran.returncode, 0)

    def test_without_models_it_says_what_to_do(self):
        with tempfile.TemporaryDirectory() as empty:
            ran = self.piped("", cwd=empty)
        self.assertEqual(ran.returncode, 1)
        self.assertEqual(
            ran.stderr,
            "Error: No models were found, because there is no folder target/classes here. Compile them first, or name the"
            " folder or jar that holds them with --classes.\n",
        )

    def test_an_unreachable_url_says_what_to_do(self):
        ran = self.piped("", "--url", "sqlite:///nosuch/x.sqlite")
        self.assertEqual(ran.returncode, 1)
        self.assertIn("the folder", ran.stderr)
        self.assertIn("Create it, or correct the path", ran.stderr)

    def test_no_file_with_the_url_is_left_behind(self):
        with tempfile.TemporaryDirectory() as scratch:
            self.env["JAVA_TOOL_OPTIONS"] = f"-Djava.io.tmpdir={scratch}"
            try:
                self.piped("", "--url", "sqlite://")
            finally:
                del self.env["JAVA_TOOL_OPTIONS"]
            self.assertEqual(list(Path(scratch).glob("ormlab*.jsh")), [])


if __name__ == "__main__":
    unittest.main()
