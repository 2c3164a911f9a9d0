import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesOf } from './processes.js';

const FIRST_START_SECONDS = 900; // with an empty package cache and a slow connection
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const STOP_SECONDS = 30;
const ANSWER_TRIES = 100;
const ADDRESS = /http:\/\/[^\s/]+:\d+\/\S*token=\w+/;

/** A running `python3 lab.py --no-browser`, started the way a reader starts it. */
export class Lab {
  static async start(folder) {
    const lab = new Lab(folder);
    await lab.#started();
    return lab;
  }

  constructor(folder) {
    this.folder = folder;
    this.said = '';
    const began = Date.now();
    // A separate process group, because Ctrl-C reaches a whole group.
    this.process = spawn(process.env.PYTHON ?? 'python3', ['lab.py', '--no-browser'], {
      cwd: folder,
      env: { ...process.env, ...ownJupyterFolders(folder) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.exit = once(this.process, 'exit').then(([code, signal]) => (this.ended = `exit code ${code ?? signal}`));
    this.lastResort = () => this.#endAll();
    process.prependListener('exit', this.lastResort); // before the folder is removed
    this.interrupted = () => process.exit(1);
    SIGNALS.forEach((name) => process.on(name, this.interrupted));
    this.address = new Promise((resolve) => {
      const listen = (text) => {
        this.said += text;
        const found = this.said.match(ADDRESS);
        if (found) {
          this.secondsToAddress = (Date.now() - began) / 1000;
          resolve(new URL(found[0]));
        }
      };
      this.process.stdout.setEncoding('utf8').on('data', listen);
      this.process.stderr.setEncoding('utf8').on('data', listen);
    });
  }

  async #started() {
    const late = sleep(FIRST_START_SECONDS * 1000, null, { ref: false });
    this.url = await Promise.race([this.address, this.exit.then(() => null), late]);
    if (!this.url) {
      const what = this.ended ?? `no address after ${FIRST_START_SECONDS} s`;
      await this.stop();
      throw new Error(`lab.py did not open JupyterLab: ${what}. It said:\n${this.said}`);
    }
    await this.#answers();
  }

  /** Waits until the server responds: JupyterLab prints its URL a moment before it listens there. */
  async #answers() {
    for (let tries = 1; ; tries++) {
      try {
        await fetch(this.url.origin);
        return;
      } catch (refused) {
        if (tries === ANSWER_TRIES) {
          throw refused;
        }
        await sleep(100);
      }
    }
  }

  get token() {
    return this.url.searchParams.get('token');
  }

  /** Calls the server's API, as the page does. */
  async ask(path, options = {}) {
    const answer = await fetch(new URL(path, this.url.origin), {
      ...options,
      headers: { Authorization: `token ${this.token}` },
    });
    return answer.status === 204 ? null : answer.json();
  }

  async endKernels() {
    for (const kernel of await this.ask('/api/kernels')) {
      await this.ask(`/api/kernels/${kernel.id}`, { method: 'DELETE' });
    }
  }

  /** Stops the server with Ctrl-C's signal; returns the processes that were left over, and ends them. */
  async stop() {
    this.#signal('SIGINT');
    await Promise.race([this.exit, sleep(STOP_SECONDS * 1000, null, { ref: false })]);
    const left = await this.#leftOver();
    this.#endAll();
    process.off('exit', this.lastResort);
    SIGNALS.forEach((name) => process.off(name, this.interrupted));
    return this.ended ? left : [`lab.py still ran ${STOP_SECONDS} s after Ctrl-C`, ...left];
  }

  /** Returns the remaining processes; a process may need a moment to end after its parent. */
  async #leftOver() {
    for (let tries = 0; tries < 20 && processesOf(this.folder).length > 0; tries++) {
      await sleep(250);
    }
    return processesOf(this.folder);
  }

  /** Ends every server, kernel and build of this folder, whatever went wrong. */
  #endAll() {
    this.#signal('SIGKILL');
    processesOf(this.folder).forEach((line) => signal(parseInt(line, 10), 'SIGKILL'));
  }

  #signal(name) {
    signal(-this.process.pid, name);
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // it has ended
  }
}

/** Returns an environment in which the settings and workspaces of the current user are neither read nor changed. */
function ownJupyterFolders(folder) {
  const own = (name) => {
    const path = join(dirname(folder), 'jupyter', name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  return {
    JUPYTER_CONFIG_DIR: own('config'),
    JUPYTER_DATA_DIR: own('data'),
    JUPYTER_RUNTIME_DIR: own('runtime'),
    JUPYTERLAB_SETTINGS_DIR: own('settings'),
    JUPYTERLAB_WORKSPACES_DIR: own('workspaces'),
    IPYTHONDIR: own('ipython'),
  };
}
