"""Checks that the library's jars are complete after `./mvnw install`, and have the same bytes wherever they are built.

It examines the jars of this folder after `./mvnw verify`, or builds them in a new folder where they are missing or old. Then
it builds the library once more elsewhere, without its tests. It needs only what any build needs.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as Xml
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEEDED = (
    "pom.xml",
    "lib/pom.xml",
    "junit/pom.xml",
    "workbook/pom.xml",
    "exercises/pom.xml",
    "LICENSE",
    "NOTICE",
    "mvnw",
    ".mvn",
    "lib/src/main",
    "junit/src/main",
)
MADE = (
    "lib/target/workbook/ormlab.jar",
    "lib/target/ormlab-sources.jar",
    "lib/target/ormlab-javadoc.jar",
    "junit/target/ormlab-junit.jar",
    "junit/target/ormlab-junit-sources.jar",
    "junit/target/ormlab-junit-javadoc.jar",
)
LIST = "lib/target/ormlab-sbom.json"
# Maven Central rejects a library without these.
REQUIRED = ("name", "description", "url", "licenses/license/name", "developers/developer/name", "scm/url", "scm/connection")
SPACE = "{http://maven.apache.org/POM/4.0.0}"


def build(folder, *options):
    """Build a copy of the sources in a folder; return it."""
    for name in NEEDED:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    # The style checks do not change the jars.
    done = maven(folder, "verify", "-pl", "lib,junit", "-am", "-Dmaven.test.skip=true", "-Dcheckstyle.skip", *options)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(done.args)} ended with {done.returncode}:\n{done.stdout[-4000:]}")
    return folder


def built():
    """Return whether this folder holds the result of `./mvnw verify`, newer than all sources."""
    files = (file for name in NEEDED for file in ((ROOT / name).rglob("*") if (ROOT / name).is_dir() else [ROOT / name]))
    newest = max(file.stat().st_mtime for file in files if file.is_file())
    return all((ROOT / name).is_file() and (ROOT / name).stat().st_mtime > newest for name in (*MADE, LIST))


def copied(folder):
    """Copy what `./mvnw verify` left here, because other tests build it again."""
    for name in (*MADE, LIST):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


def maven(folder, *words):
    """Run the wrapper of a copy; return the completed process."""
    line = ["sh", str(folder / "mvnw"), "-B", "-ntp", "-q", *words]
    return subprocess.run(line, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def text(pom, path):
    return pom.findtext("/".join(SPACE + part for part in path.split("/")))


class DistributionTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = Path(tempfile.mkdtemp(prefix="ormlab-distribution-"))
        cls.addClassCleanup(shutil.rmtree, holder, ignore_errors=True)
        cls.first = copied(holder / "one") if built() else build(holder / "one")
        cls.second = build(holder / "two folders deeper" / "two", "-Dcyclonedx.skip")

    def entries(self, name):
        with zipfile.ZipFile(self.first / name) as jar:
            return {entry: jar.read(entry) for entry in jar.namelist()}

    def test_two_builds_in_two_folders_give_the_same_bytes(self):
        for name in MADE:
            with self.subTest(name):
                digests = [hashlib.sha256((folder / name).read_bytes()).hexdigest() for folder in (self.first, self.second)]
                self.assertEqual(*digests)

    def test_the_jar_names_its_module_and_contains_its_licence(self):
        jar = self.entries(MADE[0])
        self.assertIn(b"Automatic-Module-Name: ormlab\r\n", jar["META-INF/MANIFEST.MF"])
        for name in ("LICENSE", "NOTICE"):
            self.assertEqual(jar[f"META-INF/{name}"], (ROOT / name).read_bytes())

    def test_each_source_file_is_in_the_sources_jar(self):
        java = ROOT / "lib" / "src" / "main" / "java"
        expected = {path.relative_to(java).as_posix() for path in java.rglob("*.java")}
        self.assertEqual(expected, {name for name in self.entries(MADE[1]) if name.endswith(".java")})

    def test_the_javadoc_jar_documents_the_library(self):
        javadoc = self.entries(MADE[2])
        self.assertIn(b"createAll", javadoc["ormlab/Database.html"])
        self.assertIn("index.html", javadoc)

    def test_the_list_of_dependencies_names_each_with_its_hash_and_licence(self):
        listed = json.loads((self.first / LIST).read_text(encoding="utf-8"))
        parts = {part["name"]: part for part in listed["components"]}
        self.assertEqual(listed["bomFormat"], "CycloneDX")
        self.assertTrue({"hibernate-core", "HikariCP", "flyway-core", "sqlite-jdbc"} <= set(parts), sorted(parts))
        for name, part in parts.items():
            with self.subTest(name):
                self.assertTrue(part["hashes"] and part["licenses"])

    def test_the_folder_of_the_notebooks_class_path_has_no_jar_of_sources_or_javadoc(self):
        names = os.listdir((self.second / MADE[0]).parent)
        self.assertEqual([name for name in names if "sources" in name or "javadoc" in name], [])

    def test_the_poms_contain_what_maven_central_requires(self):
        parent, own = (Xml.parse(ROOT / name).getroot() for name in ("pom.xml", "lib/pom.xml"))
        for path in REQUIRED:
            with self.subTest(path):
                self.assertTrue(text(own, path) or text(parent, path))
        self.assertNotIn("SNAPSHOT", text(parent, "version"))

    def test_nothing_is_published_with_a_missing_project_url(self):
        done = maven(self.second, "-Prelease", "validate", "-pl", "lib", "-am")
        placeholder = ".invalid/" in text(Xml.parse(ROOT / "pom.xml").getroot(), "properties/project.home")
        self.assertEqual(done.returncode != 0, placeholder, done.stdout)
        self.assertEqual("Set it to the address of the public repository" in done.stdout, placeholder, done.stdout)

    def test_only_libraries_are_installed_and_published(self):
        for module in ("exercises", "workbook"):
            pom = Xml.parse(ROOT / module / "pom.xml").getroot()
            for step in ("install", "deploy"):
                self.assertEqual(text(pom, f"properties/maven.{step}.skip"), "true", module)


if __name__ == "__main__":
    unittest.main()
