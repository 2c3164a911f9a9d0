"""The kernel's command line: the same JJava as installed, but with the chosen JDK and a faster start.

It does not touch the user's own Jupyter folders: the kernelspec is in `.lab`, where JUPYTER_PATH points.
"""

import json
import os
from pathlib import Path

from lab import archive, jars
from lab.problem import Problem
from lab.process import answer, utf8_environment
from lab.stored import write_whole

COLLECTOR = "-XX:+UseSerialGC"
MAIN = "org.dflib.jjava.distro.JJava"
PLACE = "import sysconfig; print(sysconfig.get_path('data'))"


def jjava(python):
    """Return the kernel's jar in the notebooks' Python."""
    code, said = answer([python, "-c", PLACE])
    jar = Path(said.strip()) / "share" / "jupyter" / "kernels" / "java" / "jjava.jar"
    if code != 0 or not jar.is_file():
        raise Problem(
            f"The Java kernel's jar is not at {jar}.",
            "Remove the folder .venv (or install jjava again in your own environment), then start again.",
        )
    return jar


def arguments(java, kernel_jar, library_jars, flags):
    """Return the kernel's command line."""
    return [*start_line(java, [kernel_jar, *library_jars], flags), MAIN, "{connection_file}"]


def start_line(java, class_path, flags=()):
    """Return how our JVMs start, up to the name of the main class.

    The library is in -cp, because the archive can only provide classes from there. The notebook's own %classpath skips what
    is already there. With one compiler and one thread for garbage collection, short runs gain and long ones lose little.
    """
    options = [
        "-XX:TieredStopAtLevel=1",
        COLLECTOR,
        "-Dfile.encoding=UTF-8",
        *flags,
        "--add-opens",
        "jdk.jshell/jdk.jshell=ALL-UNNAMED",
    ]
    if java.feature >= 24:
        options += ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
    return [java.executable, *options, "-cp", os.pathsep.join(map(str, class_path))]


def spec(java, argv):
    """Return the kernelspec; its names are the stock kernel's, so that saving a notebook does not change it."""
    return {
        "argv": argv,
        "display_name": "Java (jjava)",
        "language": "java",
        "interrupt_mode": "message",
        "env": {"JAVA_HOME": java.home} | _locale(),
        "metadata": {},
    }


def install(project, java, python, jars_digest):
    """Write the kernelspec; return the archive that it uses, which need not exist yet."""
    kernel_jar = jjava(python)
    library = jars.paths(project)
    wanted = archive.name_for(project, java, jars_digest, [kernel_jar, *library])
    own = os.environ.get("JJAVA_JVM_OPTS", "").split()
    argv = arguments(java, kernel_jar, library, archive.use(java, wanted) + own)
    write_spec(project.kernels, spec(java, argv))
    return wanted


def spec_file(project):
    """Return the path of the kernelspec that lab.py's JupyterLab uses."""
    return project.kernels / "kernels" / "java" / "kernel.json"


def write_spec(data_folder, content):
    """Write a kernelspec named java into a Jupyter data folder."""
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    write_whole(data_folder / "kernels" / "java" / "kernel.json", text)


def environment(project):
    """Return the environment for Jupyter in which `java` means this kernelspec."""
    env = utf8_environment()
    paths = [str(project.kernels), env.get("JUPYTER_PATH", "")]
    return env | {"JUPYTER_PATH": os.pathsep.join(path for path in paths if path)}


def _locale():
    env = utf8_environment()
    return {"LC_ALL": env["LC_ALL"]} if "LC_ALL" in env else {}
