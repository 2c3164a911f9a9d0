import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The checkout that this test belongs to. */
export const CHECKOUT = resolve(import.meta.dirname, '../../..');

/**
 * Copies what is under version control, or would be, into a folder whose path has a space and an umlaut.
 *
 * The copy is like a fresh clone, and nothing that runs in it changes the checkout.
 */
export function copyOfCheckout() {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'ormlab-')));
  const folder = join(parent, 'Übung am Abend');
  for (const file of versionedFiles()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(CHECKOUT, file), join(folder, file), { preserveTimestamps: true });
  }
  const remove = () => rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.on('exit', remove); // also when it is interrupted
  return { folder, remove };
}

function versionedFiles() {
  const git = (...options) =>
    execFileSync('git', ['ls-files', '-z', ...options], { cwd: CHECKOUT, encoding: 'utf8', maxBuffer: 1 << 26 })
      .split('\0')
      .filter(Boolean);
  const deleted = new Set(git('--deleted'));
  return git('--cached', '--others', '--exclude-standard').filter((file) => !deleted.has(file));
}
