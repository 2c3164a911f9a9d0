"""How Java is found, and the message if it is not."""

import sys
import unittest
from unittest import mock

import support

from lab import java
from lab.problem import Problem


@unittest.skipIf(support.WINDOWS, "the fake javas are shell scripts")
class JavaTest(support.FolderTest):
    def find(self, home=None, path=None, usual=()):
        env = {"PATH": str(path / "bin") if path else str(self.root)}
        return java.find(env | ({"JAVA_HOME": str(home)} if home else {}), list(usual))

    def refused(self, **places):
        with self.assertRaises(Problem) as caught:
            self.find(**places)
        return caught.exception.what

    def test_a_good_java_on_path_is_used_silently(self):
        home = self.fake_jdk("jdk17", "17.0.15")
        found, notes = self.find(path=home)
        self.assertEqual((found.home, found.feature, notes), (str(home), 17, []))
        self.assertEqual(found.executable, str(home / "bin" / "java"))

    def test_without_java_it_says_where_it_looked(self):
        self.assertEqual(
            self.refused(),
            "No Java was found: JAVA_HOME is not set, and PATH has no java. The workbook needs a JDK 17 or newer.",
        )

    def test_the_advice_names_a_package_of_this_system(self):
        for system, word in {"linux": "apt install", "darwin": "brew install", "win32": "winget install"}.items():
            with mock.patch.object(sys, "platform", system), self.assertRaises(Problem) as caught:
                self.find()
            self.assertIn(word, caught.exception.remedy)

    def test_an_old_java_is_named_with_its_version_and_path(self):
        home = self.fake_jdk("jdk11", "11.0.22")
        self.assertEqual(
            self.refused(path=home),
            "No usable Java was found; the workbook needs a JDK 17 or newer. "
            f"Looked at: Java 11.0.22 from PATH ({home}): it is older than 17.",
        )

    def test_java_8_has_no_modules_and_is_still_named(self):
        self.program("jdk8/bin/java", '[ "$1" = -version ] && echo \'openjdk version "1.8.0_402"\' && exit 0\necho Unrecognized\nexit 1\n')
        self.assertIn("Java 1.8.0_402 from PATH", self.refused(path=self.root / "jdk8"))
        self.assertIn("it is older than 17", self.refused(path=self.root / "jdk8"))

    def test_a_jre_without_jshell_is_refused(self):
        home = self.fake_jdk("jre", "21.0.2", modules="java.base")
        self.assertIn("it lacks the module jdk.jshell, so it is a JRE and not a whole JDK", self.refused(path=home))

    def test_a_jre_without_a_compiler_is_refused(self):
        home = self.fake_jdk("jre", "21.0.2", javac=False)
        self.assertIn("it lacks the compiler javac", self.refused(path=home))

    def test_a_java_that_only_says_that_there_is_none_is_quoted(self):
        self.program("stub/bin/java", "echo 'Unable to locate a Java Runtime.'\nexit 1\n")
        self.assertIn("it does not start; it said: Unable to locate a Java Runtime.", self.refused(path=self.root / "stub"))

    def test_java_home_takes_precedence_over_path_and_says_so(self):
        old, new = self.fake_jdk("jdk17", "17.0.15"), self.fake_jdk("jdk25", "25.0.3")
        found, notes = self.find(home=new, path=old)
        self.assertEqual(found.home, str(new))
        self.assertEqual(
            notes,
            [
                f"Using Java 25.0.3 from JAVA_HOME ({new}).",
                f"JAVA_HOME comes before PATH, so this one is not used: Java 17.0.15 from PATH ({old}).",
            ],
        )

    def test_a_missing_java_home_falls_back_to_path_and_says_so(self):
        good, gone = self.fake_jdk("jdk17", "17.0.15"), self.root / "gone"
        found, notes = self.find(home=gone, path=good)
        self.assertEqual(found.home, str(good))
        self.assertIn(f"Not used: java from JAVA_HOME ({gone / 'bin' / 'java'}): there is no such file.", notes)

    def test_a_jdk_in_the_usual_folders_is_used_when_nothing_is_named(self):
        home = self.fake_jdk("jvm/temurin-21", "21.0.2")
        found, notes = self.find(usual=java.usual_places({}, [(self.root / "jvm", "")]))
        self.assertEqual((found.home, notes), (str(home), []))

    def test_a_version_without_dots_is_read(self):
        self.assertEqual(java.Java("PATH", "java", version="25-ea").feature, 25)


if __name__ == "__main__":
    unittest.main()
