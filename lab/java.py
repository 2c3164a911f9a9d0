"""Finds the Java that builds the library and runs the kernel."""

import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from lab.problem import Problem
from lab.process import answer

OLDEST = 17
EXE = ".exe" if os.name == "nt" else ""
INSTALL = {
    "linux": "Install a JDK, for example: sudo apt install openjdk-17-jdk-headless (Debian, Ubuntu) "
    "or sudo dnf install java-17-openjdk-devel (Fedora).",
    "darwin": "Install a JDK, for example: brew install --cask temurin",
    "win32": "Install a JDK, for example: winget install EclipseAdoptium.Temurin.25.JDK",
}


@dataclass(frozen=True)
class Java:
    """A Java that was asked for its version. `fault` says why it cannot be used, or is empty."""

    place: str
    command: str
    home: str = ""
    version: str = ""
    vendor: str = ""
    build: str = ""
    fault: str = ""

    @property
    def feature(self):
        """Return the first number of the version: 17, 25, or 8 for "1.8.0"."""
        numbers = re.findall(r"\d+", self.version)
        if not numbers:
            return 0
        return int(numbers[1]) if numbers[0] == "1" and len(numbers) > 1 else int(numbers[0])

    @property
    def executable(self):
        """Return the actual java executable, not a link or a script that switches between several."""
        return os.path.join(self.home, "bin", "java" + EXE)

    def describe(self):
        version = f"Java {self.version}" if self.version else "java"
        return f"{version} from {self.place} ({self.home or self.command})"


def ask(place, command):
    """Ask a java executable for its version and modules; never raises an exception."""
    if not os.path.isfile(command):
        return Java(place, command, fault="there is no such file")
    code, said = answer([command, "-XshowSettings:properties", "--list-modules"])
    if code != 0:
        return _old_or_broken(place, command, said)
    settings = dict(re.findall(r"^ +(java\.[\w.]+) = (.*?)\s*$", said, re.M))
    java = Java(
        place,
        command,
        home=settings.get("java.home", str(Path(command).resolve().parent.parent)),
        version=settings.get("java.version", ""),
        vendor=settings.get("java.vendor", ""),
        build=settings.get("java.vm.version", ""),
    )
    return _judged(java, set(re.findall(r"^([\w.]+)@", said, re.M)))


def _judged(java, modules):
    if java.feature < OLDEST:
        fault = f"it is older than {OLDEST}"
    elif "jdk.jshell" not in modules:
        fault = "it lacks the module jdk.jshell, so it is a JRE and not a whole JDK"
    elif not os.path.isfile(os.path.join(java.home, "bin", "javac" + EXE)):
        fault = "it lacks the compiler javac, so it is a JRE and not a whole JDK"
    else:
        return java
    return Java(java.place, java.command, java.home, java.version, java.vendor, java.build, fault)


def _old_or_broken(place, command, said):
    """Handle Java 8, which has no --list-modules, and macOS's java, which only says that none is installed."""
    _, version = answer([command, "-version"])
    found = re.search(r'version "([^"]+)"', version)
    if found:
        return Java(place, command, version=found[1], fault=f"it is older than {OLDEST}")
    words = next((line.strip() for line in said.splitlines() if line.strip()), "nothing")
    return Java(place, command, fault=f"it does not start; it said: {words}")


def named_places(env):
    """Return (place, command) of the javas that the user's environment names, starting with JAVA_HOME."""
    home = env.get("JAVA_HOME", "").strip().strip('"')
    if home:
        yield "JAVA_HOME", os.path.join(home, "bin", "java" + EXE)
    on_path = shutil.which("java", path=env.get("PATH", ""))
    if on_path:
        yield "PATH", on_path


def usual_places(env, roots=None):
    """Return (place, command) of JDKs in the folders where installers put them, sorted by name, newest first."""
    home = Path(env.get("HOME") or env.get("USERPROFILE") or "/nonexistent")
    if roots is None:
        roots = [
            (home / ".sdkman/candidates/java", ""),
            (home / ".jdks", ""),
            (Path("/usr/lib/jvm"), ""),
            (Path("/Library/Java/JavaVirtualMachines"), "Contents/Home"),
            (Path("/opt/homebrew/opt"), "libexec/openjdk.jdk/Contents/Home"),
            *(
                (Path(env.get("ProgramFiles", "C:/Program Files")) / name, "")
                for name in ("Eclipse Adoptium", "Java", "Microsoft", "Amazon Corretto", "Zulu")
            ),
        ]
    for root, inner in roots:
        for folder in sorted(root.iterdir(), reverse=True) if root.is_dir() else []:
            command = folder / inner / "bin" / ("java" + EXE)
            if command.is_file():
                yield str(root), str(command)


def find(env=None, usual=None):
    """Return (the Java to use, notes on the choice); a Problem lists each Java that was tried."""
    env = os.environ if env is None else env
    named = [ask(*place) for place in named_places(env)]
    good = next((java for java in named if not java.fault), None)
    if good is None:
        others = (ask(*place) for place in (usual_places(env) if usual is None else usual))
        good = next((java for java in others if not java.fault), None)
    if good is None:
        raise Problem(_none_found(named), INSTALL.get(sys.platform, INSTALL["linux"]))
    return good, _notes(good, named)


def _none_found(named):
    if not named:
        return f"No Java was found: JAVA_HOME is not set, and PATH has no java. The workbook needs a JDK {OLDEST} or newer."
    faults = "; ".join(f"{java.describe()}: {java.fault}" for java in named)
    return f"No usable Java was found; the workbook needs a JDK {OLDEST} or newer. Looked at: {faults}."


def _notes(good, named):
    """Say which Java is used and why, if JAVA_HOME and PATH name different ones."""
    notes = [f"Not used: {java.describe()}: {java.fault}." for java in named if java.fault]
    differing = [java for java in named if not java.fault and java.home != good.home]
    notes += [f"JAVA_HOME comes before PATH, so this one is not used: {java.describe()}." for java in differing]
    return [f"Using {good.describe()}.", *notes] if notes else []
