"""The library is built when necessary, not twice, and an incomplete build is repaired. The wrapper here is a shell script."""

import unittest
import zipfile

import support

from lab import jars
from lab.java import Java
from lab.problem import Problem
from lab.stored import forget

JAVA = Java("PATH", "java", home="/jdk")
BUILD = """\
echo built >> runs.txt
mkdir -p lib/target/workbook workbook/target/chapters
cp made.jar lib/target/workbook/ormlab.jar
cp made.jar lib/target/workbook/other.jar
cp made.jar workbook/target/chapters/server.jar
"""


@unittest.skipIf(support.WINDOWS, "the wrapper here is a shell script")
class JarsTest(support.FolderTest):
    def setUp(self):
        super().setUp()
        for name in ("pom.xml", "lib/pom.xml", "workbook/pom.xml", "lib/src/main/java/A.java"):
            self.write(name, "first")
        with zipfile.ZipFile(self.root / "made.jar", "w") as jar:
            jar.writestr("A.class", "x" * 1000)
        self.program("mvnw", BUILD)
        self.first = jars.ensure(self.project, JAVA)

    def runs(self):
        return len((self.root / "runs.txt").read_text().splitlines())

    def test_a_second_start_builds_nothing(self):
        self.assertEqual(jars.ensure(self.project, JAVA), self.first)
        self.assertEqual(self.runs(), 1)

    def test_a_changed_a_new_and_a_removed_source_are_built(self):
        source = self.write("lib/src/main/java/A.java", "second")
        jars.ensure(self.project, JAVA)
        self.write("lib/src/main/java/B.java", "")
        jars.ensure(self.project, JAVA)
        source.unlink()
        jars.ensure(self.project, JAVA)
        self.assertEqual(self.runs(), 4)

    def test_tests_of_the_library_are_not_sources_of_its_jar(self):
        self.write("lib/src/test/java/T.java", "")
        jars.ensure(self.project, JAVA)
        self.assertEqual(self.runs(), 1)

    def test_truncated_and_missing_jars_are_built_again(self):
        jar = self.project.jars / "other.jar"
        jar.write_bytes(jar.read_bytes()[:100])
        jars.ensure(self.project, JAVA)
        self.assertEqual(jars.damaged(self.project), [])
        jar.unlink()
        self.assertEqual(jars.ensure(self.project, JAVA), self.first)
        self.assertEqual(self.runs(), 3)

    def test_the_jars_of_single_chapters_are_checked_as_well(self):
        jar = self.project.chapter_jars / "server.jar"
        jar.write_bytes(jar.read_bytes()[:100])
        jars.ensure(self.project, JAVA)
        self.assertEqual(jars.damaged(self.project), [])
        jar.unlink()
        jars.ensure(self.project, JAVA)
        self.write("workbook/pom.xml", "second")
        jars.ensure(self.project, JAVA)
        self.assertEqual(self.runs(), 4)

    def test_the_jars_of_single_chapters_are_not_on_the_class_path_of_the_kernel(self):
        self.assertEqual([jar.name for jar in jars.paths(self.project)], ["ormlab.jar", "other.jar"])

    def test_jars_of_an_interrupted_build_are_not_trusted(self):
        """lab.py was killed while Maven copied: there is no marker, and one jar is truncated."""
        forget(self.project.state / "jars.json")
        jar = self.project.jars / "other.jar"
        jar.write_bytes(jar.read_bytes()[:100])
        jars.ensure(self.project, JAVA)
        self.assertEqual((self.runs(), jars.damaged(self.project)), (2, []))

    def test_a_jar_that_is_no_longer_built_is_removed(self):
        (self.project.jars / "hibernate-6.jar").write_bytes((self.root / "made.jar").read_bytes())
        jars.ensure(self.project, JAVA)
        self.assertFalse((self.project.jars / "hibernate-6.jar").exists())

    def test_different_contents_have_different_hashes(self):
        with zipfile.ZipFile(self.root / "made.jar", "w") as jar:
            jar.writestr("A.class", "y")
        self.write("pom.xml", "second")
        self.assertNotEqual(jars.ensure(self.project, JAVA), self.first)

    def test_a_failing_build_shows_maven_s_output_and_is_tried_again(self):
        self.program("mvnw", "echo '[ERROR] A.java:[3,5] ; expected'\necho '[ERROR] [Help 1] http://x'\nexit 1\n")
        self.write("pom.xml", "second")
        with self.assertRaises(Problem) as caught:
            jars.ensure(self.project, JAVA)
        self.assertEqual(
            caught.exception.what, "Building the library: failed with exit code 1. Its output:\n    [ERROR] A.java:[3,5] ; expected"
        )
        self.program("mvnw", BUILD)
        jars.ensure(self.project, JAVA)
        self.assertEqual(self.runs(), 2)

    def test_a_build_that_leaves_no_jar_is_a_failure(self):
        self.program("mvnw", "exit 0\n")
        self.write("pom.xml", "second")
        with self.assertRaisesRegex(Problem, "did not build complete jars .* the folder is empty"):
            jars.ensure(self.project, JAVA)


if __name__ == "__main__":
    unittest.main()
