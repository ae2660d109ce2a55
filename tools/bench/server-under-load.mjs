// Starts a server as its own process, puts load on it from another, reads its memory.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PlainFault } from '../plain-fault.mjs';
import { root } from '../root.mjs';

/** @returns the running server once it has printed its `listening` line */
export async function startServer(name, script, env, flags = []) {
  const child = spawn(process.execPath, [...flags, join(root, script)], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new PlainFault(`${name} ended with ${code} before it listened`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const announced = line.startsWith('{') ? JSON.parse(line) : {};
      if (announced.msg === 'listening') resolve(announced.port);
    });
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await once(child, 'exit');
    clearTimeout(hard);
  };
  return { name, port, pid: child.pid, memory: () => memoryOf(child.pid), stop };
}

function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (field) => Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { rss: mebibytes('VmRSS'), peak: mebibytes('VmHWM') };
}

/** @param script of tools/bench: what the load is made of */
export async function load(options, script = 'load.mjs') {
  const child = spawn(process.execPath, [join(root, 'tools/bench', script), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new PlainFault(`the load ended with ${code}`);
  return JSON.parse(output);
}
