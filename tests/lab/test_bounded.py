"""All processes of a submission are limited as a whole, with a control group of the system or of systemd."""

import os
import unittest
import unittest.mock
from pathlib import Path

import support

from lab import bounded, confine

LIMITS = confine.Limits(heap=384, scratch=128, threads=300)
FORKS = "for i in 1 2 3 4 5 6; do head -c 40000000 /dev/zero | tail -c 40000000 >/dev/null & done; wait"


class BoundedTest(support.FolderTest):
    def test_both_versions_of_control_groups_get_the_limits(self):
        second = bounded.Group("one", LIMITS, self.system(second=True))
        self.assertEqual((second.folders[0] / "memory.max").read_text(), str((384 + 900 + 128) << 20))
        self.assertEqual((second.folders[0] / "pids.max").read_text(), "300")
        self.assertEqual((self.root / "cgroup.subtree_control").read_text(), "+memory +pids")
        second.close()
        first = bounded.Group("one", LIMITS, self.system(second=False))
        self.assertEqual([folder.parent.name for folder in first.folders], ["memory", "pids"])
        self.assertEqual((first.folders[0] / "memory.limit_in_bytes").read_text(), str(LIMITS.whole))
        first.close()

    def system(self, second):
        """Create the files of an imitated system; those of a group appear with its folder."""
        if not second:
            (self.root / "memory").mkdir()
            (self.root / "pids").mkdir()
        original = Path.mkdir

        def mkdir(path, *args, **kwargs):
            original(path, *args, **kwargs)
            (path / "cgroup.procs").touch()

        patch = unittest.mock.patch.object(Path, "mkdir", mkdir)
        patch.start()
        self.addCleanup(patch.stop)
        return self.root

    def test_without_permission_to_create_a_group_systemd_is_used(self):
        (self.root / "cgroup.controllers").touch()
        self.assertEqual(bounded.how(LIMITS, self.fake("exit 0"), self.root / "missing"), "")
        with unittest.mock.patch.object(bounded, "Group", side_effect=PermissionError):
            self.assertEqual(bounded.how(LIMITS, self.fake("exit 1"), self.root), "")
            self.assertEqual(bounded.how(LIMITS, self.fake('echo "$@" > "$0.said"'), self.root), "systemd")
        said = (self.root / "systemd-run.said").read_text().strip()
        self.assertEqual(
            said,
            f"--user --scope --quiet --collect -p MemoryMax={LIMITS.whole} -p MemorySwapMax=0 -p TasksMax=300 -- true",
        )

    def fake(self, body):
        program = self.write("systemd-run", f"#!/bin/sh\n{body}\n")
        os.chmod(program, 0o755)
        return f"{self.root}{os.pathsep}/usr/bin{os.pathsep}/bin"

    @unittest.skipUnless(os.name == "posix" and confine.bounds(LIMITS) == "group", "this system lets us make no control group")
    def test_a_program_enters_a_group_through_any_file_descriptor(self):
        others = [os.open(os.devnull, os.O_RDONLY) for _ in range(20)]
        try:
            process = confine.start(["echo", "entered"], self.root, [], LIMITS, False, "group")
            self.assertEqual(process.communicate()[0], b"entered\n")
            confine.end(process)
        finally:
            for file in others:
                os.close(file)

    @unittest.skipUnless(os.name == "posix" and confine.bounds(LIMITS) == "group", "this system lets us make no control group")
    def test_many_small_processes_share_one_memory_limit(self):
        limits = confine.Limits(heap=1, scratch=1, threads=50)
        with unittest.mock.patch.object(confine.Limits, "data", 64 << 20):
            process = confine.start(["sh", "-c", FORKS], self.root, [], limits, False, "group")
        folders = process.group.folders
        process.communicate()
        used = folders[0] / ("memory.max_usage_in_bytes" if (folders[0] / "memory.max_usage_in_bytes").exists() else "memory.peak")
        self.assertTrue(30 << 20 < int(used.read_text()) <= 65 << 20, used.read_text())
        confine.end(process)
        self.assertFalse(any(folder.exists() for folder in folders))


if __name__ == "__main__":
    unittest.main()
