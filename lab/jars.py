"""Builds the library with the Maven wrapper if its sources or jars differ from the last build's."""

import shutil
import zipfile

from lab.problem import Problem
from lab.process import run_step, utf8_environment
from lab.project import WINDOWS
from lab.stored import digest, forget, recall, remember

# A reader's build skips tests and style checks, and a newer JDK's warnings only stop the project's own build.
SKIPPED = ["-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "-Dcompiler.warnings=-nowarn"]
MODULES = ("lib", "workbook")
OPTIONS = ["-B", "-pl", ",".join(MODULES), "package", *SKIPPED]


def ensure(project, java):
    """Return the hash of the workbook's jars, after building them if necessary."""
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
    """Return the library's jars in the order of the kernel's class path."""
    return sorted(project.jars.glob("*.jar"))


def sources_digest(project):
    """Hash everything that the jars are built from."""
    return digest(_sources(project), project.root)


def _sources(project):
    poms = [project.root / place / "pom.xml" for place in (".", *MODULES)]
    mains = [project.root / module / "src" / "main" for module in MODULES]
    return [*poms, *(file for main in mains for file in main.rglob("*") if file.is_file())]


def listing(project):
    """Return the name, size and time of each jar: cheap enough for every start, and different after every build."""
    return {jar.relative_to(project.root).as_posix(): [jar.stat().st_size, jar.stat().st_mtime_ns] for jar in _every(project)}


def _every(project):
    return [*paths(project), *sorted(project.chapter_jars.glob("*.jar"))]


def damaged(project):
    """Return the jars that are truncated: a zip file's directory is at its end."""
    return [jar.name for jar in _every(project) if not zipfile.is_zipfile(jar)]


def _fresh(project):
    """Return whether the reader's own `./mvnw package` has just built the jars: complete, and newer than each source."""
    main = project.jars / "ormlab.jar"
    if not main.is_file() or not any(project.chapter_jars.glob("*.jar")) or damaged(project):
        return False
    # Files that Maven copies keep the time of their download, but the folder has the time of the copying.
    made = min(main.stat().st_mtime, project.chapter_jars.stat().st_mtime)
    return all(source.stat().st_mtime <= made for source in _sources(project))


def _build(project, java):
    _clear(project)
    wrapper = project.root / ("mvnw.cmd" if WINDOWS else "mvnw")
    start = [wrapper] if WINDOWS else ["sh", wrapper]
    run_step(
        "Building the library",
        [*start, *OPTIONS],
        "If it could not load something, this step needs the network once; otherwise fix what Maven reports. Then start again.",
        cwd=project.root,
        env=utf8_environment() | {"JAVA_HOME": java.home},
    )
    for folder in (project.jars, project.chapter_jars):
        if damaged(project) or not any(folder.glob("*.jar")):
            raise Problem(
                f"Maven did not build complete jars in {folder}: {', '.join(damaged(project)) or 'the folder is empty'}.",
                "Run ./mvnw clean, then start again.",
            )


def _clear(project):
    """Delete the old jars, because Maven would keep a half-copied one whose time is new."""
    for folder in (project.jars, project.chapter_jars):
        try:
            if folder.exists():
                shutil.rmtree(folder)
        except OSError as error:
            raise Problem(
                f"The old jars in {folder} cannot be replaced: {error.strerror}.",
                "A running notebook still uses them: shut its kernel down, then start again.",
            ) from error
