"""JupyterHub for one class on one machine; docs/classroom.md says how to use it.

Learners are users of this system with their own home folders, and log in with their system password (PAM, the hub's
default). To use another way to log in, configure it in your own file, which begins with
load_subconfig(".../jupyterhub_config.py").
"""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent
sys.path.insert(0, str(HERE))

from spawner import EnclosedSpawner  # noqa: E402
from tornado.web import HTTPError  # noqa: E402

c = get_config()  # noqa: F821

# The hub's own files, for root only: its cookie secret and its database.
STATE = Path(os.environ.get("ORMLAB_HUB_STATE", "/var/lib/ormlab-hub"))
STATE.mkdir(mode=0o700, parents=True, exist_ok=True)
c.JupyterHub.cookie_secret_file = str(STATE / "cookie_secret")
c.JupyterHub.db_url = f"sqlite:///{STATE / 'hub.sqlite'}"
# `npm ci --prefix classroom` installs the proxy with the versions and hashes of classroom/package-lock.json.
if (HERE / "node_modules").is_dir():
    c.ConfigurableHTTPProxy.command = [str(HERE / "node_modules" / ".bin" / "configurable-http-proxy")]
c.ConfigurableHTTPProxy.pid_file = str(STATE / "proxy.pid")

# Reachable only from this machine, until a web server with TLS forwards to it (docs/classroom.md).
c.JupyterHub.bind_url = os.environ.get("ORMLAB_HUB_URL", "http://127.0.0.1:8000")
# A host name for each learner. Otherwise a browser considers all their pages one site, and a link can act for the learner who
# opens it.
SUBDOMAINS = os.environ.get("ORMLAB_HUB_SUBDOMAINS", "")
c.JupyterHub.subdomain_host = SUBDOMAINS
# Otherwise a learner's page could set its own login cookie for the whole domain, and its visitors would be logged in as that
# learner.
c.JupyterHub.cookie_host_prefix_enabled = SUBDOMAINS.startswith("https:")
c.JupyterHub.hub_bind_url = os.environ.get("ORMLAB_HUB_API", "http://127.0.0.1:8081")

# Only members of the group `learners` may log in.
c.Authenticator.allow_all = False
c.LocalAuthenticator.allowed_groups = {"learners"}


def require_own_form(authenticator, handler, learner):
    """Refuse a login that another page sent, which would log its visitor in as another learner."""
    origin = handler.request.headers.get("Sec-Fetch-Site", "same-origin")
    if handler.request.method == "POST" and origin not in ("same-origin", "none"):
        raise HTTPError(403, "This login came from another page. Open the hub's login page and log in there.")
    return learner


c.Authenticator.post_auth_hook = require_own_form

c.JupyterHub.spawner_class = EnclosedSpawner
c.Spawner.cmd = [str(SHARED / ".venv" / "bin" / "jupyterhub-singleuser")]
c.Spawner.notebook_dir = "~/ormlab"
c.Spawner.default_url = "/lab/tree/my_notebooks/00_start_here.ipynb"
c.Spawner.environment = {
    "JUPYTER_PATH": str(SHARED / ".lab" / "classroom"),
    "PATH": f"{SHARED / '.venv' / 'bin'}:/usr/local/bin:/usr/bin:/bin",
    "VIRTUAL_ENV": str(SHARED / ".venv"),
    "LC_ALL": "C.UTF-8",
}
c.Spawner.args = [
    # Hides the original notebooks, because learners would confuse them with their copies.
    "--ContentsManager.hide_globs=notebooks",
    # A kernel that was not used for an hour is stopped to free its memory; the notebook stays.
    "--MappingKernelManager.cull_idle_timeout=3600",
    "--MappingKernelManager.cull_interval=300",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
]
# A spare kernel for each learner takes memory all the time, so it must be turned on.
if os.environ.get("ORMLAB_SPARE_KERNEL") == "1":
    c.Spawner.args.append("--ServerApp.kernel_manager_class=lab.spare.SpareKernels")
    c.Spawner.environment["PYTHONPATH"] = str(SHARED)
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120
# For the server and all kernels of one learner together. One kernel needs up to its heap (prepare.py --heap) and 250 MB.
c.Spawner.mem_limit = os.environ.get("ORMLAB_MEMORY", "1536M")
c.JupyterHub.concurrent_spawn_limit = max(2, os.cpu_count() or 2)
