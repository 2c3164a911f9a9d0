"""Keeps one kernel started ahead, so that the next notebook that is opened has a kernel at once.

Runs inside JupyterLab: lab.py names the class SpareKernels on JupyterLab's command line, and other programs can do the
same.

The spare kernel is started in the folder of the reader's notebooks, because a JVM cannot change its working directory. It
runs the cells of training.jsh before it answers (WarmUp.java). A notebook takes it if it would otherwise have started the
same process, with the same command, jars, directory and environment. Every other kernel starts as usual.
"""

import os
import shutil
import signal
import sys
import uuid
from pathlib import Path
from subprocess import PIPE

from jupyter_client.kernelspec import NoSuchKernel
from jupyter_client.manager import AsyncKernelManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager, ServerKernelManager
from tornado.ioloop import IOLoop, PeriodicCallback
from traitlets import Float, Integer, Unicode, default

from lab import jars, kernel, memory, project

NAME = "java"
CELLS = Path(__file__).with_name("training.jsh")
ENDS_WITH_SERVER = "-Dormlab.ends-with-server=true"
WARM_UP = f"-Dormlab.warm-up={CELLS}"
SETPRIV = shutil.which("setpriv") if sys.platform == "linux" else None
GO_ON_WITHOUT_SERVER = [SETPRIV, "--pdeathsig", "CONT", "--"] if SETPRIV else []


class _OwnKernel:
    """A Java kernel that ends together with the server, and quickly when it is asked to shut down."""

    def is_ours(self):
        return self.kernel_name == NAME and kernel.MAIN in self.kernel_spec.argv

    async def launch(self, start, command, flags, kwargs):
        """Start the process with its standard input held open, so that the JVM ends when this server is gone."""
        main = command.index(kernel.MAIN)
        await start([*command[:main], ENDS_WITH_SERVER, *flags, *command[main:]], **kwargs | {"stdin": PIPE})

    async def _async_request_shutdown(self, restart=False):
        """End the process: JJava answers a shutdown request, but its thread pools keep the JVM alive until it gets a signal."""
        await super()._async_request_shutdown(restart=restart)
        if os.name != "nt" and self.is_ours() and self.has_kernel:  # On Windows, this would skip the JVM's own shutdown.
            self.provisioner.process.terminate()


class SpareKernel(_OwnKernel, AsyncKernelManager):
    """A kernel that does not belong to a notebook yet.

    JJava checks for messages twenty times a second. So on Linux, the process is suspended once it has warmed up, and then
    uses no processor time; the system lets it continue when a notebook takes it, or when this server is gone, so that it
    can end.
    """

    _resting = False
    _seconds = 0.0

    async def _async_launch_kernel(self, kernel_cmd, **kw):
        self.made_of = _made_of(self.kernel_spec, kw)
        await self.launch(super()._async_launch_kernel, [*GO_ON_WITHOUT_SERVER, *kernel_cmd], [WARM_UP], kw)

    def rest(self):
        """Suspend the process if it has finished its work: between two calls, one second apart, it did next to nothing."""
        if not GO_ON_WITHOUT_SERVER or self._resting:
            return
        before, self._seconds = self._seconds, _processor_seconds(self.provisioner.pid)
        if before > 0.5 and self._seconds - before < 0.05:
            self.provisioner.process.send_signal(signal.SIGSTOP)
            self._resting = True

    def wake(self):
        """Let the process continue."""
        if self._resting:
            self.provisioner.process.send_signal(signal.SIGCONT)
            self._resting = False

    async def _async_shutdown_kernel(self, now=False, restart=False):
        self.wake()
        await super()._async_shutdown_kernel(now=now, restart=restart)

    shutdown_kernel = _async_shutdown_kernel


class NotebookKernel(_OwnKernel, ServerKernelManager):
    """A notebook's kernel, which takes over the spare process if possible."""

    _takes_spare = True
    _taken = None

    async def _async_restart_kernel(self, now=False, newports=False, **kw):
        """Restart. JupyterLab reconnects after a restart that its user requested, but not after the one that follows a crash
        (`now`).
        """
        self._takes_spare = not now
        try:
            await super()._async_restart_kernel(now=now, newports=newports, **kw)
        finally:
            self._takes_spare = True

    restart_kernel = _async_restart_kernel

    async def _async_launch_kernel(self, kernel_cmd, **kw):
        start = super()._async_launch_kernel
        if not self.is_ours():
            return await start(kernel_cmd, **kw)
        spare = await self.parent.take(_made_of(self.kernel_spec, kw)) if self._takes_spare else None
        if spare is None:
            return await self.launch(start, kernel_cmd, [], kw)
        await self.provisioner.cleanup()  # It has reserved ports that are not needed.
        self.provisioner, spare.provisioner = spare.provisioner, None
        self.provisioner.parent = self
        self.provisioner.kernel_id = self.kernel_id
        self._reconcile_connection_info(self.provisioner.connection_info)
        spare._close_control_socket()
        self._drop_file()
        self._taken = spare
        return None

    def cleanup_connection_file(self):
        super().cleanup_connection_file()
        self._drop_file()

    def _drop_file(self):
        """Keep the connection file with the kernel, because a spare process that was taken early may not have read its own
        yet.
        """
        if self._taken is not None:
            self._taken.cleanup_connection_file()


class SpareKernels(AsyncMappingKernelManager):
    """JupyterLab's kernels and one spare kernel."""

    folder = Unicode("my_notebooks", config=True, help="Where the spare kernel works, below the server's root.")
    quiet_seconds = Float(3.0, config=True, help="A new spare kernel is started when no kernel has been busy for this long.")
    start_megabytes = Integer(1200, config=True, help="No spare kernel is started with less free memory.")
    keep_megabytes = Integer(500, config=True, help="The spare kernel is ended when there is less free memory.")

    @default("kernel_manager_class")
    def _default_kernel_manager_class(self):
        return f"{__name__}.NotebookKernel"

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.spare = None
        self._last_work = 0.0
        self._looking = PeriodicCallback(self.look, 1000)
        IOLoop.current().add_callback(self._begin)

    async def _begin(self):
        self._looking.start()
        await self.look()

    async def look(self):
        """Start a spare kernel if it is time, and end one that can no longer be used; called once a second."""
        now = IOLoop.current().time()
        if any(getattr(one, "execution_state", "") in ("busy", "starting") for one in self._kernels.values()):
            self._last_work = now
        if self.spare is not None:
            if not await self.spare.is_alive() or self.spare.made_of != self._wanted() or memory.free_megabytes() < self.keep_megabytes:
                await self.drop()
            else:
                self.spare.rest()
        elif now - self._last_work >= self.quiet_seconds and memory.free_megabytes() >= self.start_megabytes:
            await self.start()

    async def start(self):
        """Start a spare kernel, unless the notebooks' folder or the kernel is missing."""
        if self._wanted() is None or not self._looking.is_running():
            return
        spare = SpareKernel(
            parent=self,
            log=self.log,
            kernel_name=NAME,
            connection_file=os.path.join(self.connection_dir, f"spare-{uuid.uuid4()}.json"),
            context=self.context,
            kernel_spec_manager=self.kernel_spec_manager,
        )
        try:
            await spare.start_kernel(cwd=str(self._folder()), env=dict(os.environ))
            self.spare = spare
        except Exception as error:  # The next notebook that is opened shows what is wrong.
            self._looking.stop()
            self.log.warning("No kernel is kept ready: %s", error)

    async def take(self, made_of):
        """Return the spare kernel if it was made from the same values and is alive; it then belongs to the caller."""
        self._last_work = IOLoop.current().time()
        spare = self.spare
        if spare is None or spare.made_of != made_of:
            return None
        self.spare = None
        spare.wake()
        return spare if await spare.is_alive() else None

    async def drop(self):
        """End the spare kernel."""
        spare, self.spare = self.spare, None
        if spare is not None:
            await spare.shutdown_kernel()

    def _folder(self):
        return Path(self.root_dir) / self.folder

    def _wanted(self):
        """Return the values of a spare kernel that is started now; None if there cannot be one."""
        try:
            spec = self.kernel_spec_manager.get_kernel_spec(NAME)
        except NoSuchKernel:
            return None
        return _made_of(spec, {"cwd": self._folder()}) if kernel.MAIN in spec.argv and self._folder().is_dir() else None

    async def _async_shutdown_all(self, now=False):
        self._looking.stop()
        await self.drop()
        await super()._async_shutdown_all(now=now)

    shutdown_all = _async_shutdown_all


def _made_of(spec, kwargs):
    """Return everything that a kernel's process depends on. Two kernels with equal values can replace each other.

    The variables JPY_… name the notebook and the server, and cells do not need them.
    """
    env = {name: value for name, value in kwargs.get("env", os.environ).items() if not name.startswith("JPY_")}
    return spec.argv, env | spec.env, os.path.realpath(kwargs.get("cwd") or os.getcwd()), jars.listing(project.here())


def _processor_seconds(pid):
    """Return how much processor time a process has used so far, on Linux."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0
