import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** Lists the processes that work in a folder or name it on their command line, as "pid command". */
export function processesOf(folder) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => ({ pid, ...look(pid) }))
    .filter(({ place, command }) => place.startsWith(folder) || command.includes(folder))
    .map(({ pid, command }) => `${pid} ${command.slice(0, 160)}`);
}

function look(pid) {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { command, place: readlinkSync(`/proc/${pid}/cwd`) };
  } catch {
    return { command: '', place: '' }; // it has ended, or belongs to another user
  }
}
