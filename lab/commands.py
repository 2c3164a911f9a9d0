"""The archive of the command line: the classes of `java -jar ormlab.jar`, which its launcher looks for.

It holds the JDK's own classes too, in place of the JDK's archive: only so can it have those that a compiler of Java's early
years made, and one file is mapped faster than two.
"""

import os
import shutil
import subprocess

from lab.archive import SILENT

NAME = "command-line.jsa"  # ormlab.cli.Launcher knows it by this name.
PATIENCE = 180


def make(project, java):
    """Write the archive with this JVM, which checks by itself at each start that it fits; say whether it was written."""
    wanted = project.archives / NAME
    half, classes = wanted.with_name(NAME + ".half"), wanted.with_name("command-line.classes")
    project.archives.mkdir(parents=True, exist_ok=True)
    half.unlink(missing_ok=True)
    path = ["-cp", str(project.jars / "ormlab.jar")]
    train = [f"-XX:DumpLoadedClassList={classes}", "-XX:TieredStopAtLevel=1", *path, "ormlab.cli.Training", str(driver(project))]
    # Only this collector can write objects into an archive; every one can read them.
    dump = ["-XX:+UseG1GC", "-Xshare:dump", f"-XX:SharedClassListFile={classes}", f"-XX:SharedArchiveFile={half}", *path]
    made = all(_ran([str(java), SILENT, *line]) for line in (train, dump)) and half.exists()
    if made:
        os.replace(half, wanted)
    classes.unlink(missing_ok=True)
    return made


def driver(project):
    """Return where SQLite's library is unpacked: ormlab.cli.Launcher looks for it by the name of the driver's jar."""
    name = next((jar.stem for jar in project.jars.glob("sqlite-jdbc-*.jar")), "sqlite-jdbc")
    unpacked = project.archives / "native"
    for old in unpacked.glob("*"):
        if old.name != name:
            shutil.rmtree(old, ignore_errors=True)
    return unpacked / name


def _ran(command):
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        return subprocess.run(command, check=False, timeout=PATIENCE, **quiet).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False  # the command line is slower without it, and that is all
