"""Builds the library with the Maven wrapper when its sources or its jars are not what was built last."""

import shutil
import zipfile

from lab.problem import Problem
from lab.process import run_step, utf8_environment
from lab.project import WINDOWS
from lab.stored import digest, forget, recall, remember

# A reader's build does not test and does not judge: a newer JDK's warnings stop only the project's own build.
SKIPPED = ["-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "-Dcompiler.warnings=-nowarn"]
OPTIONS = ["-B", "-pl", "lib", "package", *SKIPPED]


def ensure(project, java):
    """Return the hash of the workbook's jars, after building them if need be."""
    marker = project.state / "jars.json"
    sources = sources_digest(project)
    known = recall(marker) or {}
    if known.get("sources") == sources and known.get("files") == listing(project):
        return known["digest"]
    forget(marker)
    if not (_fresh(project) and not known):
        _build(project, java)
    built = {"sources": sources, "files": listing(project), "digest": digest(paths(project), project.jars)}
    remember(marker, built)
    return built["digest"]


def paths(project):
    """Return the jars in the order in which they stand on the kernel's class path."""
    return sorted(project.jars.glob("*.jar"))


def sources_digest(project):
    """Hash everything that the jars are made of."""
    poms = [project.root / "pom.xml", project.root / "lib" / "pom.xml"]
    main = project.root / "lib" / "src" / "main"
    return digest([*poms, *(file for file in main.rglob("*") if file.is_file())], project.root)


def listing(project):
    """Return name, size and time of each jar: cheap to ask at every start, other after every build."""
    return {jar.name: [jar.stat().st_size, jar.stat().st_mtime_ns] for jar in paths(project)}


def damaged(project):
    """Name the jars that are cut off: a zip file's directory stands at its end."""
    return [jar.name for jar in paths(project) if not zipfile.is_zipfile(jar)]


def _fresh(project):
    """Tell whether the reader's own `./mvnw package` just made the jars: whole, and newer than each source."""
    main = project.jars / "ormlab.jar"
    if not main.is_file() or damaged(project):
        return False
    sources = [project.root / "pom.xml", project.root / "lib" / "pom.xml"]
    sources += [file for file in (project.root / "lib" / "src" / "main").rglob("*") if file.is_file()]
    return all(source.stat().st_mtime <= main.stat().st_mtime for source in sources)


def _build(project, java):
    _clear(project)
    wrapper = project.root / ("mvnw.cmd" if WINDOWS else "mvnw")
    start = [wrapper] if WINDOWS else ["sh", wrapper]
    run_step(
        "Building the library",
        [*start, *OPTIONS],
        "If it could not load something, this step needs the network once; otherwise mend what Maven names. Then start again.",
        cwd=project.root,
        env=utf8_environment() | {"JAVA_HOME": java.home},
    )
    if not paths(project) or damaged(project):
        raise Problem(
            f"Maven built no whole jars in {project.jars}: {', '.join(damaged(project)) or 'the folder is empty'}.",
            "Run ./mvnw clean, then start again.",
        )


def _clear(project):
    """Take the old jars away: Maven would keep a half-copied one because its time is new."""
    try:
        if project.jars.exists():
            shutil.rmtree(project.jars)
    except OSError as error:
        raise Problem(
            f"The old jars in {project.jars} cannot be replaced: {error.strerror}.",
            "A running notebook still uses them: shut its kernel down, then start again.",
        ) from error
