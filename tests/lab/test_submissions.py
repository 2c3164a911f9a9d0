"""A folder of submissions is graded; a hostile one harms neither the others nor this machine."""

import csv
import dataclasses
import io
import json
import os
import shutil
import signal
import subprocess
import tempfile
import unittest
import unittest.mock
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import support

from lab import confine, junit_xml, leftovers, reported, setup, submissions
from lab.journal import Journal
from lab.problem import Problem
from lab.project import Project

ADDRESS = """package ch01_configuration;

import java.io.*;
import java.nio.file.*;
import java.util.*;

class BookshopAddress {
    static String choose(Map<String, String> environment, Path folder) {
        try {
            %s
        } catch (Exception e) {
            throw new RuntimeException(e);
        }
    }
}
"""
HALT = """interface Call { Object of(java.lang.reflect.Method method, Object on, Object... with) throws Exception; }
            Call call = java.lang.reflect.Method::invoke;
            call.of(Runtime.class.getMethod("halt", int.class), Runtime.getRuntime(), 0); return "";"""
DUMP = """java.lang.management.ManagementFactory.getPlatformMBeanServer().invoke(
                new javax.management.ObjectName("com.sun.management:type=HotSpotDiagnostic"), "dumpHeap",
                new Object[] {"/tmp/heap.hprof", true}, new String[] {"java.lang.String", "boolean"}); return "";"""
OWN_MEMORY = """return Files.exists(Path.of("/proc/self/exe")) + ", " + new RandomAccessFile("/proc/self/mem", "r").length();"""
NEXT_GRADER = """for (Path grader : Files.walk(Path.of("/scratch/exercises/catalogue")).filter(Files::isRegularFile).toList())
                Files.writeString(grader, "package ch01_configuration; class KitchenAddressesTest { @org.junit.jupiter.api.Test void t() {} }");
            return "";"""
FILL = """List<byte[]> kept = new ArrayList<>();
            for (int size = 1 << 20; ; ) { try { kept.add(new byte[size]); } catch (OutOfMemoryError full) { size = Math.max(100, size / 2); } }"""
THREADS = """for (int i = 0; i < 100_000; i++) {
                Thread thread = new Thread(() -> { while (true) Thread.onSpinWait(); });
                thread.start();
            }
            return "";"""
LOOP = "while (true) { try { Thread.sleep(1000); } catch (Throwable again) { } }"


class FolderOfSubmissionsTest(support.FolderTest):
    def test_each_folder_is_a_submission_but_not_a_link(self):
        for name in ("b", "a", ".git"):
            (self.root / "in" / name).mkdir(parents=True)
        (self.root / "in" / "c").symlink_to(self.root / "in" / "a")
        self.assertEqual([path.name for path in submissions.find(self.root / "in")], ["a", "b"])

    def test_a_missing_and_an_empty_folder_are_named(self):
        with self.assertRaisesRegex(Problem, "There is no folder .*none"):
            submissions.find(self.root / "none")
        with self.assertRaisesRegex(Problem, "contains no folders"):
            submissions.find(self.root)

    def test_exercises_are_chosen_by_number_and_chapter_in_numeric_order(self):
        for id in ("02.10", "02.9", "05.1"):
            self.write(f"exercises/catalogue/{id}-b/exercise.properties", "class = a.B\n")
        exercises = self.root / "exercises"
        self.assertEqual(submissions.ids(exercises, ""), ("02.9", "02.10", "05.1"))
        self.assertEqual(submissions.ids(exercises, "2"), ("02.9", "02.10"))
        self.assertEqual(submissions.ids(exercises, "05.1,02.9"), ("02.9", "05.1"))
        with self.assertRaisesRegex(Problem, "No exercise is called 7.\nThere are: 02.9, 02.10, 05.1."):
            submissions.ids(exercises, "7")

    def test_a_file_that_is_not_plain_is_refused_with_the_reason(self):
        self.write("secret/Other.java", "another one's answer")
        own = self.root / "in"
        self.write("in/ch02_models/Mine.java", "mine")
        (own / "ch02_models" / "Other.java").symlink_to(self.root / "secret" / "Other.java")
        os.link(self.root / "secret" / "Other.java", own / "ch02_models" / "Same.java")
        os.mkfifo(own / "ch02_models" / "Pipe.java")
        (own / "ch02_models" / "Gone\n\x1b.java").symlink_to("/nowhere")
        (own / "ch02_models" / "deep").symlink_to(self.root)
        (own / "ch03_sessions").symlink_to(self.root / "secret")
        trouble, odd = submissions._copy_answers(own, self.root / "out")
        copy = " is a link. Replace it by a copy: only plain files are graded."
        self.assertEqual((trouble, odd["ch02_models/Other.java"]), ("", "Other.java" + copy))
        self.assertEqual(odd["ch02_models/Same.java"], "Same.java" + copy)
        self.assertEqual(odd["ch02_models/Pipe.java"], "Pipe.java is not a plain file.")
        self.assertEqual(odd["ch02_models/Gone\n\x1b.java"], "Gone\ufffd\ufffd.java" + copy)
        self.assertEqual(odd["ch02_models/deep"], "deep" + copy)
        copied = [path.read_text() for path in (self.root / "out").rglob("*") if path.is_file()]
        self.assertEqual(sorted(copied), sorted(["mine", *odd.values()]))

    def test_a_flood_of_files_or_folders_only_refuses_its_submission(self):
        for i in range(submissions.MOST_FILES + 1):
            self.write(f"in/ch02_models/F{i}.java", "")
        self.assertEqual(submissions._copy_answers(self.root / "in", self.root / "out"), ("holds more than 500 files", {}))
        self.assertFalse((self.root / "out").exists())
        for i in range(30):
            (self.root / "folders" / "ch02_models" / str(i)).mkdir(parents=True)
        with unittest.mock.patch.object(submissions, "MOST_ENTRIES", 29), self.assertRaisesRegex(OSError, "more than 29 files and folders"):
            submissions._copy_answers(self.root / "folders", self.root / "out")

    def test_folders_of_a_killed_run_are_deleted_by_the_next_one(self):
        with unittest.mock.patch.object(leftovers.tempfile, "tempdir", str(self.root)):
            self.write("ormlab-grading-killed/.used", "1")
            self.write("ormlab-grading-killed/own-1/Mine.java", "mine")
            self.write("ormlab-grading-starting/Mine.java", "mine")
            self.write("other/.used", "1")
            (self.root / "ormlab-grading-link").symlink_to(self.root / "other")
            with leftovers.temporary(submissions.COPIES) as used:
                leftovers.delete(submissions.COPIES)
                self.assertTrue(used.is_dir())
            self.assertFalse(used.exists())
            left = sorted(path.name for path in self.root.iterdir())
            self.assertEqual(left, ["ormlab-grading-link", "ormlab-grading-starting", "other"])

    def test_a_giant_file_only_refuses_its_exercise(self):
        for number, name in (("01.1", "One"), ("01.2", "Two"), ("01.3", "Three")):
            self.write(f"catalogue/{number}-x/exercise.properties", f"title = T\nclass = ch01_a.{name}\n")
            for given in ("stub", "grader"):
                self.write(f"catalogue/{number}-x/{given}/{name}.java", "")
            self.write(f"in/fred/ch01_a/{name}.java", "mine")
        (self.root / "catalogue" / "shared").mkdir()
        self.write("in/fred/ch01_a/Two.java", "x" * 2_000_000)
        runs = []

        def run(folder, plan, ids):
            runs.append(ids)
            return [submissions._without_tasks(id, "passed", "") for id in ids]

        plan = dataclasses.replace(self.plan(), ids=("01.1", "01.2", "01.3"))
        with unittest.mock.patch.object(submissions, "_run", run):
            graded = submissions.grade(self.root / "in" / "fred", plan)
        self.assertEqual(runs, [["01.1"], ["01.3"]])
        self.assertEqual([one["verdict"] for one in graded.exercises], ["passed", "not run", "passed"])
        self.assertEqual(graded.exercises[1]["problem"], "Two.java has 2,000,000 bytes; at most 1,000,000 are graded.")

    def test_a_link_in_the_path_of_the_answers_is_refused_with_a_message(self):
        self.write("in/susan/src/main/java/ch02_models/Mine.java", "hers")
        (self.root / "in" / "fred").mkdir()
        (self.root / "in" / "fred" / "src").symlink_to(self.root / "in" / "susan" / "src")
        self.write("exercises/src/test/java/Grader.java", "")
        self.write("exercises/catalogue/shared/Helper.java", "")
        said, _ = submissions._lay_out(self.root / "in" / "fred", self.root / "exercises", self.root / "place")
        self.assertEqual(said, "contains a link where its answers should be: src")

    def test_folders_nested_very_deep_are_left_out(self):
        self.write("in/ch02_models/Mine.java", "mine")
        # Python's own rmtree cannot remove folders nested this deep.
        self.addCleanup(subprocess.run, ["rm", "-rf", str(self.root / "in")], check=True)
        deep = os.open(self.root / "in" / "ch02_models", os.O_RDONLY)
        for _ in range(1200):
            os.mkdir("deep", dir_fd=deep)
            inner = os.open("deep", os.O_RDONLY, dir_fd=deep)
            os.close(deep)
            deep = inner
        os.close(deep)
        self.assertEqual(submissions._copy_answers(self.root / "in", self.root / "out"), ("", {}))
        self.assertEqual([path.name for path in (self.root / "out").rglob("*.java")], ["Mine.java"])

    def plan(self):
        return submissions.Plan(
            "java", self.root, self.root, ("01.1",), confine.Limits(), 1, True, Journal(self.root / "journal", ["a command"])
        )

    def test_an_interrupted_run_keeps_its_grades_and_the_next_one_continues(self):
        for name in "abc":
            self.write(f"in/{name}/ch01_configuration/Mine.java", f"class Mine {{}} // {name}")
        (self.root / "catalogue" / "shared").mkdir(parents=True)
        graded = []

        def run(folder, plan, ids):
            text = next(folder.rglob("Mine.java")).read_text()
            graded.append(text[-1])
            if graded == ["a", "b"]:
                os.kill(os.getpid(), signal.SIGINT)
                plan.stopped.wait(10)
            return [{"exercise": "01.1", "title": "", "verdict": "passed", "tasks": [], "problem": "", "output": text}]

        found = submissions.find(self.root / "in")
        with unittest.mock.patch.object(submissions, "_run", run):
            first = submissions.grade_all(found, self.plan(), 1, lambda line: None)
            self.assertEqual([one.name for one in first], ["a"])
            self.write("in/a/ch01_configuration/Mine.java", "class Mine {} // A")
            second = submissions.grade_all(found, self.plan(), 1, lambda line: None)
            third = submissions.grade_all(found, self.plan(), 1, lambda line: None)
        self.assertEqual(graded, ["a", "b", "A", "b", "c"])
        self.assertEqual([one.exercises[0]["output"][-1] for one in second], ["A", "b", "c"])
        self.assertEqual(third, second)

    def test_a_journal_of_another_command_or_with_a_cut_line_does_no_harm(self):
        place = self.root / "journal"
        Journal(place, ["05"]).note("fred", "digest", [{"exercise": "05.1"}])
        with open(place, "a", encoding="utf-8") as file:
            file.write('{"name": "susan", "ans')
        self.assertEqual(Journal(place, ["05"]).recall("fred", "digest"), [{"exercise": "05.1"}])
        self.assertIsNone(Journal(place, ["05"]).recall("fred", "other"))
        self.assertEqual(Journal(place, ["06"]).count(), 0)
        self.assertEqual(Journal(place, ["05"]).count(), 0)

    def test_a_submission_that_cannot_be_graded_does_not_affect_the_others(self):
        def grade(submission, plan):
            if submission.name == "b":
                raise RecursionError("too deep")
            return submissions.Grades(submission.name)

        plan = self.plan()
        with unittest.mock.patch.object(submissions, "grade", grade):
            said = []
            graded = submissions.grade_all([self.root / name for name in "abc"], plan, 1, said.append)
        self.assertEqual([one.trouble for one in graded], ["", "cannot be graded: RecursionError: too deep", ""])
        self.assertEqual(said[1], "[2/3] b: cannot be graded: RecursionError: too deep")

    def test_every_report_can_contain_what_an_honest_answer_prints(self):
        half = "\ud83d"  # An emoji that was cut in half.
        turned = "\u202e\u2066\u2028\u2029\x85"  # Another direction, other lines.
        told = {"exercise": "01.1", "title": "T", "verdict": "wrong", "problem": "", "output": half + "\x1b[2J" + turned}
        told["tasks"] = [{"task": "A.\nB.", "verdict": "wrong", "message": f"😀 {half}\n=1+1"}]
        grades = [submissions.Grades(reported.name(os.fsdecode(b"Jos\xe9\n")), [reported.grade(told, "01.1")])]
        submissions.write_csv(self.root / "g.csv", grades)
        submissions.write_json(self.root / "g.json", grades)
        junit_xml.write(self.root / "g.xml", grades)
        (one,) = json.loads((self.root / "g.json").read_text("utf-8"))
        self.assertEqual(one["submission"], "Jos\ufffd\ufffd")
        self.assertEqual(one["exercises"][0]["tasks"][0], {"task": "A.\ufffdB.", "verdict": "wrong", "message": "😀 \ufffd\n=1+1"})
        self.assertEqual(one["exercises"][0]["output"], "\ufffd\ufffd[2J" + "\ufffd" * len(turned))
        submissions.summary(grades[0], self.plan()).encode()

    def test_a_forged_line_of_the_wrong_form_is_not_passed_on(self):
        good = {"exercise": "01.1", "title": "", "verdict": "passed", "tasks": [], "problem": "", "output": ""}
        self.assertEqual(reported.grade(good, "01.1"), good)
        forged = [7, ["passed"], None, "passed", good | {"verdict": ["passed"]}, good | {"verdict": "\ud83d"}, good | {"tasks": 3}]
        forged += [good | {"tasks": [{"task": "A"}]}, good | {"title": None}, good | {"exercise": "01.2"}, good | {"tasks": [1] * 9}]
        for line in forged:
            with self.subTest(line):
                self.assertIsNone(reported.grade(line, "01.1"))

    def test_only_lines_with_the_secret_count(self):
        lines = submissions.queue.Queue()
        said = b'{"exercise": "01.1", "verdict": "passed"}\nguess{"a": 1}\nsecret{"b": 2}\nsecret{ broken\n' + b"x" * 100
        submissions._read(io.BufferedReader(io.BytesIO(said)), "secret", lines)
        self.assertEqual([lines.get(), lines.get()], [{"b": 2}, None])

    def test_no_beginning_of_a_formula_is_written_as_one(self):
        for first in ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"):
            submissions.write_csv(self.root / "g.csv", [submissions.Grades("fred", trouble=first + "1;=1")])
            self.assertIn(f'"\'{first}1;=1"', (self.root / "g.csv").read_bytes().decode())

    def test_a_formula_is_written_as_text(self):
        task = {"task": "A.", "verdict": "wrong", "message": '=HYPERLINK("http://x")'}
        exercise = {"exercise": "01.1", "title": "T", "verdict": "wrong", "tasks": [task], "problem": "", "output": ""}
        submissions.write_csv(self.root / "g.csv", [submissions.Grades("-fred", [exercise]), submissions.Grades("susan", trouble="empty")])
        with open(self.root / "g.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        self.assertEqual(rows[1], ["'-fred", "01.1", "T", "wrong", "0", "1", '\'=HYPERLINK("http://x")'])
        self.assertEqual(rows[2], ["susan", "", "", "not graded", "0", "0", "empty"])

    def test_junit_xml_distinguishes_wrong_from_to_do_and_contains_any_character(self):
        tasks = [
            {"task": "A.", "verdict": "passed", "message": ""},
            {"task": "B.", "verdict": "wrong", "message": "1 < 2 & \x00\x1b[31m\nmore"},
            {"task": "C.", "verdict": "to do", "message": ""},
        ]
        exercises = [
            {"exercise": "01.1", "title": "T", "verdict": "wrong", "tasks": tasks, "problem": ""},
            {"exercise": "01.2", "title": "", "verdict": "crashed", "tasks": [], "problem": "It was brought down."},
        ]
        junit_xml.write(self.root / "g.xml", [submissions.Grades("fred", exercises), submissions.Grades("susan", trouble="empty")])
        fred, susan = ElementTree.parse(self.root / "g.xml").getroot()
        self.assertEqual([fred.get(key) for key in ("name", "tests", "failures", "errors", "skipped")], ["fred", "4", "1", "1", "1"])
        wrong = fred.find("testcase[@name='B.']/failure")
        self.assertEqual((wrong.get("message"), wrong.text), ("1 < 2 & \ufffd\ufffd[31m", "1 < 2 & \ufffd\ufffd[31m\nmore"))
        self.assertEqual(fred.find("testcase[@classname='01.2']/error").get("message"), "It was brought down.")
        self.assertEqual(susan.find("testcase/error").get("message"), "empty")


@unittest.skipIf(confine.works(), f"submissions cannot be confined here: {confine.works()}")
class HostileTest(support.FolderTest):
    """Real processes, real graders: submissions of exercise 01.1, each hostile in its own way, between two good ones."""

    def submission(self, name, body):
        self.write(f"in/{name}/src/main/java/ch01_configuration/BookshopAddress.java", ADDRESS % body)

    def good(self, name):
        solution = next((support.ROOT / "exercises/catalogue").glob("01.1-*/solution/BookshopAddress.java"))
        self.write(f"in/{name}/ch01_configuration/BookshopAddress.java", solution.read_text(encoding="utf-8"))

    def graded(self, *ids):
        """Grade the folder `in`, with each submission confined."""
        project = Project(support.ROOT)
        java = setup.ensure_library(project)
        limits, journal = confine.Limits(), Journal(self.root / "journal", [])
        with submissions.jars_in_reach(project) as jars:
            plan = submissions.Plan(
                java.executable, jars, support.ROOT / "exercises", ids, limits, 15, True, journal, confine.bounds(limits)
            )
            return submissions.grade_all(submissions.find(self.root / "in"), plan, 2, lambda line: None)

    def test_an_answer_that_is_a_server_can_be_reached_without_a_network(self):
        os.chmod(self.root, 0o777)
        solution = next((support.ROOT / "exercises/catalogue").glob("07.6-*/solution/CafeSite.java"))
        self.write("in/fred/ch07_view/CafeSite.java", solution.read_text(encoding="utf-8"))
        self.assertEqual([one["verdict"] for one in self.graded("07.6")[0].exercises], ["passed"])

    def test_a_confined_program_sees_nothing_and_harms_nothing(self):
        canary = self.write("canary", "sings")
        os.chmod(canary, 0o666)
        os.chmod(self.root, 0o777)
        os.chmod(self.root.parent, 0o755)
        self.write("place/own/given/inner/file", "given")
        jars = Path(tempfile.mkdtemp()) / "jars"  # Below /tmp, which the program may write to.
        jars.mkdir()
        os.chmod(jars.parent, 0o755)
        self.addCleanup(shutil.rmtree, jars.parent)
        os.chmod(jars, 0o755)
        (jars / "file").write_text("jar")
        (self.root / "place" / "root").mkdir()
        script = f"""rm -rf '{self.root}'; echo x > '{canary}'; umount -l /usr; touch /usr/x
            echo /proc/* /proc/self/* /old/* /home/* /root/*; mount -t proc proc /proc; cat /proc/self/maps
            echo changed > given/inner/file; rm given/inner/file; mv given/inner other; mv given other; mv /scratch /other; mv /tmp /other
            mkdir /other; mv {jars} /tmp/other; mv {jars.parent} /tmp/other; cat given/inner/file {jars}/file
            echo mine > /tmp/mine; cat /tmp/mine; cp /bin/true own; ./own; echo $?"""
        process = confine.start(["sh", "-c", script], self.root / "place" / "own", [jars], confine.Limits(), True, frozen=["given/inner"])
        try:
            said = process.stdout.read().decode()
        finally:
            confine.end(process)
            process.stdin.close()
            process.stdout.close()
        self.assertEqual(said, "/proc/self /proc/self/exe /old/* /home/* /root/*\ngivenjarmine\n126\n")
        self.assertEqual(canary.read_text(), "sings")
        self.assertFalse(Path("/usr/x").exists())

    def test_none_forges_a_verdict_harms_the_others_or_this_machine(self):
        os.chmod(self.root, 0o777)
        self.good("a good one")
        self.submission("b ends the program by a reference to reflection", HALT)
        self.submission("c dumps the memory", DUMP)
        self.submission("d opens its own memory", OWN_MEMORY)
        self.submission("e replaces the next grader", NEXT_GRADER)
        stub = next((support.ROOT / "exercises/catalogue").glob("01.2-*/stub/KitchenAddresses.java")).read_text(encoding="utf-8")
        self.write("in/e replaces the next grader/src/main/java/ch01_configuration/KitchenAddresses.java", stub + "// begun\n")
        self.submission("f starts threads", THREADS)
        self.submission("g never ends", LOOP)
        self.good("h good one")
        self.submission("i fills the memory", FILL)
        found = self.graded("01.1", "01.2")
        self.assertEqual([one.trouble for one in found if one.trouble], [])
        submissions.write_json(self.root / "grades.json", found)
        graded = {one["submission"][0]: one["exercises"] for one in json.loads((self.root / "grades.json").read_text("utf-8"))}
        grades = {name: exercises[0] for name, exercises in graded.items()}

        verdicts = {name: grade["verdict"] for name, grade in grades.items()}
        self.assertEqual({name: verdicts[name] for name in "abch"}, {"a": "passed", "b": "not run", "c": "not run", "h": "passed"})
        self.assertIn("An answer may not use java.lang.reflect.Method", grades["b"]["problem"])
        self.assertIn("An answer may not use java.lang.management.ManagementFactory", grades["c"]["problem"])
        self.assertEqual(verdicts["d"], "crashed")
        self.assertIn("FileNotFoundException: /proc/self/mem (No such file or directory)", str(grades["d"]["tasks"]))
        self.assertIn("Read-only file system", str(grades["e"]["tasks"]))
        self.assertEqual([len(graded["e"][1]["tasks"]), graded["e"][1]["verdict"]], [4, "to do"])
        self.assertIn(verdicts["f"], ("crashed", "ran out of time"))
        self.assertEqual(verdicts["g"], "ran out of time")
        self.assertEqual(verdicts["i"], "crashed")
        self.assertIn("The memory is used up (OutOfMemoryError)", str(grades["i"]))

    def test_a_process_that_ends_without_a_verdict_is_reported(self):
        for code, words in ((submissions.MEMORY_USED_UP, "The memory is used up (OutOfMemoryError)"), (134, "brought down the process")):
            process = subprocess.Popen(["sh", "-c", f"exit {code}"])
            self.assertIn(words, submissions._ending(process))


if __name__ == "__main__":
    unittest.main()
