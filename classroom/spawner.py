"""Starts each learner's server in its own enclosure, on this machine."""

import asyncio
import sys
from pathlib import Path
from urllib.parse import urlparse

from enclosure import remove_control_group
from jupyterhub.spawner import LocalProcessSpawner
from jupyterhub.utils import random_port

HERE = Path(__file__).resolve().parent


class EnclosedSpawner(LocalProcessSpawner):
    """A process for each learner, as in LocalProcessSpawner, but with its own network, processes and /tmp."""

    # The enclosure ends everything in it, so there is nothing to wait for.
    interrupt_timeout = 1
    term_timeout = 1

    def make_preexec_fn(self, name):
        """Stay root: the enclosure needs it, and becomes the learner before it runs any of the learner's code."""
        return lambda: None

    async def start(self):
        """Put the enclosure and the creation of the learner's copy before the server's command."""
        self.port = self.port or random_port()
        hub = urlparse(self.hub.api_url)
        server = list(self.cmd)
        enclosure = [sys.executable, str(HERE / "enclosure.py"), "--user", self.user.name, "--port", str(self.port)]
        enclosure += ["--hub-port", str(hub.port), "--memory", str((self.mem_limit or 0) >> 20), "--"]
        self.cmd = [*enclosure, sys.executable, str(HERE / "copy_workbook.py"), *server]
        try:
            return await super().start()
        finally:
            self.cmd = server

    async def stop(self, now=False):
        """End the enclosure, and remove its control group once the last process has gone."""
        await super().stop(now)
        for _ in range(20):
            if remove_control_group(self.user.name):
                return
            await asyncio.sleep(0.1)
