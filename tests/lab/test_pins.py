"""environment.yml is the only place of the pins; an unreadable line is refused with its number."""

import json
import re
import unittest

import support

from lab.pins import read_pins
from lab.problem import Problem

GOOD = """\
name: ormlab
dependencies:
  - python>=3.10
  - pip
  - pip:
      # the editor
      - jupyterlab==4.6.6      # why

      - jjava==1.0a8
  - openjdk=17
"""


class PinsTest(support.FolderTest):
    def refused(self, text):
        path = self.write("environment.yml", text)
        with self.assertRaises(Problem) as caught:
            read_pins(path)
        return str(caught.exception).replace(str(path), "FILE")

    def test_only_the_pins_of_the_block_are_read(self):
        path = self.write("environment.yml", GOOD)
        self.assertEqual(read_pins(path), {"jupyterlab": "4.6.6", "jjava": "1.0a8"})

    def test_the_project_s_own_file_pins_the_kernel_and_the_editor(self):
        pins = read_pins(support.ROOT / "environment.yml")
        self.assertLessEqual({"jupyterlab", "jjava", "nbclient"}, set(pins))

    def test_the_hub_s_lock_names_the_same_versions_and_its_own_pin(self):
        def versions(path):
            return dict(re.findall(r"^([\w.-]+)==([\w.]+)", (support.ROOT / path).read_text("utf-8"), re.M))

        ours, hub = versions("lab/packages.lock"), versions("classroom/packages.lock")
        self.assertEqual({name: version for name, version in hub.items() if ours.get(name, version) != version}, {})
        self.assertLessEqual(versions("classroom/requirements.txt").items(), hub.items())

    def test_the_lock_has_every_pin_in_its_version_and_a_hash_for_each_package(self):
        locked = re.split(r"\n(?=\S)", (support.ROOT / "lab" / "packages.lock").read_text("utf-8").strip())
        packages = [entry for entry in locked if not entry.startswith("#")]
        named = {entry.split()[0] for entry in packages}
        for name, version in read_pins(support.ROOT / "environment.yml").items():
            self.assertIn(f"{name}=={version}", named)
        self.assertEqual([entry for entry in packages if "--hash=sha256:" not in entry], [])

    def test_every_package_of_npm_has_a_hash_and_every_action_a_commit(self):
        for folder in ("tests/browser", "classroom"):
            packages = json.loads((support.ROOT / folder / "package-lock.json").read_text("utf-8"))["packages"]
            self.assertEqual([name for name, package in packages.items() if name and "integrity" not in package], [])
        for workflow in (support.ROOT / ".github" / "workflows").iterdir():
            for used in re.findall(r"uses: *(.+)", workflow.read_text("utf-8")):
                self.assertRegex(used, r"^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")

    def test_maven_the_linter_and_the_container_s_feature_have_a_hash(self):
        wrapper = (support.ROOT / ".mvn" / "wrapper" / "maven-wrapper.properties").read_text("utf-8")
        self.assertRegex(wrapper, r"(?m)^distributionSha256Sum=[0-9a-f]{64}$")
        self.assertIn("--hash=sha256:", (support.ROOT / ".ci" / "ruff.lock").read_text("utf-8"))
        folder = support.ROOT / ".devcontainer"
        features = json.loads((folder / "devcontainer.json").read_text("utf-8"))["features"]
        locked = json.loads((folder / "devcontainer-lock.json").read_text("utf-8"))["features"]
        self.assertEqual(list(locked), list(features))
        for feature in locked.values():
            self.assertRegex(feature["resolved"], "@" + feature["integrity"] + "$")

    def test_dependabot_watches_each_folder_that_pins_something(self):
        watched = (support.ROOT / ".github" / "dependabot.yml").read_text("utf-8")
        for ecosystem, files in (("maven", ("pom.xml", "examples/*/pom.xml")), ("npm", ("classroom/", "tests/*/"))):
            for pattern in files:
                for file in support.ROOT.glob(pattern if ecosystem == "maven" else pattern + "package-lock.json"):
                    folder = "/" + str(file.parent.relative_to(support.ROOT)).strip(".")
                    self.assertIn(f"{{package-ecosystem: {ecosystem}, directory: {folder},", watched)
        for ecosystem in ("github-actions", "devcontainers"):
            self.assertIn(f"package-ecosystem: {ecosystem}, directory: /,", watched)

    def test_a_loose_pin_is_refused_with_its_line(self):
        words = self.refused(GOOD.replace("jjava==1.0a8", "jjava>=1.0a8"))
        self.assertEqual(words, 'FILE, line 9: "jjava>=1.0a8" is not an exact pin.\nWrite it as name==version.')

    def test_a_file_without_pip_is_refused(self):
        self.assertIn('has no line "- pip:"', self.refused("dependencies:\n  - pip\n"))

    def test_a_missing_file_is_named(self):
        with self.assertRaisesRegex(Problem, "cannot be read: No such file"):
            read_pins(self.root / "environment.yml")


if __name__ == "__main__":
    unittest.main()
