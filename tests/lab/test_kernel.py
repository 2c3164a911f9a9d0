"""lab.py's kernel, really started. Skipped until lab.py has set the project up."""

import json
import subprocess
import unittest
from unittest import mock

import support

from lab import archive, kernel, packages, project, stored
from lab.java import Java

HERE = project.here()
SPEC = HERE.kernels / "kernels" / "java" / "kernel.json"
RUN = """\
import json, sys
from lab import cells
plan = json.load(sys.stdin)
manager = cells.start(plan["spec"], plan["folder"])
with cells.connected(manager) as execute:
    print(json.dumps([execute(cell) for cell in plan["cells"]], default=str))
"""
INSTALLED_ONCE = """\
var kernel = org.dflib.jjava.jupyter.kernel.BaseKernel.class.getDeclaredField("notebookKernel");
kernel.setAccessible(true);
var extensions = org.dflib.jjava.jupyter.kernel.BaseKernel.class.getDeclaredField("extensions");
extensions.setAccessible(true);
var names = ((java.util.Map<String, ?>) extensions.get(kernel.get(null))).keySet().stream().filter(n -> n.startsWith("ormlab.")).toList();
if (names.size() != 1) throw new IllegalStateException(names.toString());
var loader = Class.forName(names.get(0)).getClassLoader();
if (loader != ClassLoader.getSystemClassLoader()) throw new IllegalStateException(loader.toString());
"""


@unittest.skipUnless(SPEC.exists() and packages.python_of(HERE.venv).exists(), "python3 lab.py has not been run yet")
class StartedKernelTest(support.FolderTest):
    def run_cells(self, spec, *cells):
        done = subprocess.run(
            [str(packages.python_of(HERE.venv)), "-c", RUN],
            input=json.dumps({"spec": spec, "folder": str(self.root), "cells": cells}),
            env=kernel.environment(HERE) | {"PYTHONPATH": str(HERE.root)},
            stdout=subprocess.PIPE,
            text=True,
        )
        return [(reply["status"], reply.get("evalue")) for reply in json.loads(done.stdout)]

    def test_an_extension_is_installed_once_though_its_jar_is_on_both_class_paths(self):
        jars = str(HERE.jars / "*.jar")
        if " " in jars:
            self.skipTest("a magic's argument ends at a space")
        statuses = self.run_cells(stored.recall(SPEC), f"%classpath {jars}", INSTALLED_ONCE)
        self.assertEqual([status for status, _ in statuses], ["ok", "ok"], statuses)

    def test_a_damaged_a_foreign_and_a_missing_archive_still_start_the_kernel(self):
        spec = stored.recall(SPEC)
        damaged = self.write("damaged.jsa", "not an archive")
        for path in (damaged, self.root / "missing.jsa"):
            argv = [self.replaced(part, path) for part in spec["argv"]]
            self.assertNotEqual(argv, spec["argv"])
            self.assertEqual(self.run_cells(spec | {"argv": argv}, "1 + 1"), [("ok", None)])

    def replaced(self, part, path):
        name, _, _ = part.partition("=")
        return f"{name}={path}" if name in ("-XX:AOTCache", "-XX:SharedArchiveFile") else part


class StartLineTest(support.FolderTest):
    def line(self, version):
        java = Java("PATH", "java", home="/jdk", version=version)
        return kernel.arguments(java, self.root / "jjava.jar", [self.root / "a.jar"], archive.use(java, self.root / "x"))

    def test_each_jdk_gets_its_own_kind_of_archive(self):
        self.assertIn(f"-XX:SharedArchiveFile={self.root / 'x'}", self.line("17.0.15"))
        self.assertIn(f"-XX:SharedArchiveFile={self.root / 'x'}", self.line("24.0.1"))
        self.assertIn(f"-XX:AOTCache={self.root / 'x'}", self.line("25.0.3"))

    def test_an_old_jdk_gets_no_flag_that_it_does_not_know(self):
        self.assertFalse([part for part in self.line("17.0.15") if "native" in part or "unsafe" in part])

    def test_a_recording_line_differs_in_one_flag(self):
        for version, flag in {"17.0.15": "-XX:ArchiveClassesAtExit=", "25.0.3": "-XX:AOTCacheOutput="}.items():
            line = self.line(version)
            recording = archive.recording(line, self.root / "half")
            changed = [new for old, new in zip(line, recording) if old != new]
            self.assertEqual(changed, [f"{flag}{self.root / 'half'}"])

    def test_the_users_own_jupyter_path_is_kept_behind_ours(self):
        with mock.patch.dict("os.environ", JUPYTER_PATH="/theirs"):
            path = kernel.environment(self.project)["JUPYTER_PATH"]
        self.assertEqual(path, f"{self.project.kernels}{';' if support.WINDOWS else ':'}/theirs")

    def test_a_locale_without_umlauts_is_replaced_and_one_with_them_kept(self):
        if support.WINDOWS:
            self.skipTest("Windows has no such locale")
        with mock.patch.dict("os.environ", {"LC_ALL": "C"}):
            self.assertTrue(kernel.environment(self.project)["LC_ALL"].endswith("UTF-8"))
        with mock.patch.dict("os.environ", {"LC_ALL": "de_DE.UTF-8"}):
            self.assertEqual(kernel.environment(self.project)["LC_ALL"], "de_DE.UTF-8")


class ArchiveNameTest(support.FolderTest):
    def setUp(self):
        super().setUp()
        self.jar = self.write("jjava.jar", "x")

    def name(self, build="17.0.15+6", digest="abc", vendor="Debian"):
        java = Java("PATH", "java", home="/jdk", version=build.split("+")[0], vendor=vendor, build=build)
        return archive.name_for(self.project, java, digest, [self.jar])

    def test_the_name_changes_with_the_jdk_and_with_the_jars(self):
        names = {self.name(), self.name(build="17.0.16+1"), self.name(digest="def"), self.name(vendor="Oracle, Inc.")}
        self.assertEqual(len(names), 4)
        self.assertEqual(self.name(), self.name())

    def test_outdated_archives_are_removed_and_those_of_other_jdks_stay(self):
        kept = [self.name(), self.name(build="25.0.3+9")]
        gone = [self.name(digest="old"), self.name(build="17.0.14+7"), self.name(build="25.0.3+9", digest="old")]
        self.project.archives.mkdir(parents=True)
        for path in kept + gone:
            path.write_text("")
        half = kept[0].with_name(kept[0].name + ".half")
        half.write_text("")
        archive.remove_others(self.project, kept[0])
        self.assertEqual(sorted(self.project.archives.iterdir()), sorted([*kept, half]))


if __name__ == "__main__":
    unittest.main()
