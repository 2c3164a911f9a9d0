"""The example as readers use it: copied elsewhere, built there, and run with the README's own commands.

Needs the library in the local Maven repository: ./mvnw install -DskipTests.
"""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "microblog"
USER = "src/main/java/microblog/model/User.java"


class ExampleTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = Path(tempfile.mkdtemp(prefix="ormlab-example-"))
        cls.addClassCleanup(shutil.rmtree, holder, ignore_errors=True)
        cls.folder = holder / "my own blog"
        shutil.copytree(EXAMPLE, cls.folder, ignore=shutil.ignore_patterns("target", "*.sqlite*", ".env"))
        pom = cls.folder / "pom.xml"
        own = pom.read_text(encoding="utf-8").replace("<groupId>com.example</groupId>", "<groupId>my.own</groupId>", 1)
        pom.write_text(own.replace("<artifactId>microblog</artifactId>", "<artifactId>blog</artifactId>", 1), encoding="utf-8")
        cls.build()

    @classmethod
    def build(cls):
        line = ["sh", str(ROOT / "mvnw"), "-B", "-ntp", "-q", "-f", str(cls.folder / "pom.xml"), "package", "-DskipTests"]
        done = subprocess.run(line, cwd=cls.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert done.returncode == 0, f"Is the library installed? ./mvnw install -DskipTests\n{done.stdout[-4000:]}"

    def setUp(self):
        self.env = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "HOST", "PORT", "HTTPS")}
        self.addCleanup(self.remove_databases)

    def remove_databases(self):
        for left in [*self.folder.glob("*.sqlite*"), *self.folder.glob(".env")]:
            left.unlink()

    def run_line(self, *words, env=None, text=""):
        line = words[0].split() if len(words) == 1 else words
        return subprocess.run(line, cwd=self.folder, env=self.env | (env or {}), input=text, capture_output=True, text=True, timeout=120)

    def serve(self, env=None):
        """Start the example and return the process and its URL."""
        server = subprocess.Popen(
            ["java", "-jar", "target/microblog.jar"],
            cwd=self.folder,
            env=self.env | {"PORT": "0"} | (env or {}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        said = ""
        for line in server.stdout:
            said += line
            found = re.search(r"http://\S+:\d+", line)
            if found:
                return server, found[0]
        raise AssertionError(f"It did not start. It said:\n{said}")

    def test_it_is_deployed_serves_and_stops_when_told(self):
        refused = self.run_line("java -jar target/microblog.jar")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("Run: java -jar target/microblog.jar upgrade", refused.stderr)
        deployed = self.run_line("java -jar target/microblog.jar upgrade")
        self.assertEqual(deployed.returncode, 0, deployed.stderr)
        server, address = self.serve()
        with urllib.request.urlopen(f"{address}/health", timeout=30) as health:
            self.assertEqual(health.read(), b"ok\n")
        with urllib.request.urlopen(f"{address}/explore", timeout=30) as page:
            self.assertIn(b"No posts yet.", page.read())
        server.send_signal(signal.SIGTERM)
        self.assertEqual(server.wait(20), 143)
        self.assertTrue((self.folder / "microblog.sqlite").exists())

    def test_the_database_url_may_be_in_a_dot_env_file(self):
        (self.folder / ".env").write_text("DATABASE_URL=sqlite:///elsewhere.sqlite\n", encoding="utf-8")
        self.assertEqual(self.run_line("java -jar target/microblog.jar upgrade").returncode, 0)
        self.assertTrue((self.folder / "elsewhere.sqlite").exists())
        self.assertFalse((self.folder / "microblog.sqlite").exists())

    def test_an_unreachable_url_is_reported_in_one_line(self):
        done = self.run_line("java -jar target/microblog.jar", env={"DATABASE_URL": "postgresql://nobody:secret@127.0.0.1:1/none"})
        self.assertEqual(done.returncode, 1)
        self.assertIn("127.0.0.1", done.stderr)
        self.assertNotIn("secret", done.stderr)
        self.assertNotIn("\tat ", done.stderr)

    def test_a_changed_model_gets_a_migration_that_can_be_undone(self):
        source = self.folder / USER
        before = source.read_text(encoding="utf-8")
        directory = ("--directory", "migrations/sqlite")
        cli = ("java", "-cp", "target/microblog.jar", "ormlab.cli.Main", "db")
        env = {"DATABASE_URL": "sqlite:///microblog.sqlite"}
        self.run_line("java -jar target/microblog.jar upgrade")
        try:
            source.write_text(before.replace("    @OneToMany", "    private String aboutMe;\n\n    @OneToMany", 1), encoding="utf-8")
            self.build()
            made = self.run_line(*cli, "migrate", "-m", "about me", *directory, env=env)
            self.assertEqual(made.returncode, 0, made.stdout + made.stderr)
            self.assertIn("about_me", (self.folder / "migrations/sqlite/V2__about_me.sql").read_text(encoding="utf-8"))
            behind = self.run_line("java -jar target/microblog.jar")
            self.assertIn("upgrade", behind.stderr)
            self.assertEqual(self.run_line("java -jar target/microblog.jar upgrade").returncode, 0)
            back = self.run_line(*cli, "downgrade", *directory, env=env)
            self.assertEqual(back.returncode, 0, back.stdout + back.stderr)
        finally:
            source.write_text(before, encoding="utf-8")
            for written in (self.folder / "migrations" / "sqlite").glob("?2__*"):
                written.unlink()
            self.build()

    def test_the_shell_knows_the_models(self):
        self.run_line("java -jar target/microblog.jar upgrade")
        shell = ("java", "-cp", "target/microblog.jar", "ormlab.cli.Main", "shell")
        done = self.run_line(*shell, env={"DATABASE_URL": "sqlite:///microblog.sqlite"}, text="db.query(User.class).count()\n")
        self.assertIn("==> 0", done.stdout, done.stderr)


if __name__ == "__main__":
    unittest.main()
