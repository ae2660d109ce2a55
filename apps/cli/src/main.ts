import 'reflect-metadata';
import { ownTerminal } from './command-line/terminal.js';
import { talqy } from './command-line/talqy.js';

process.exitCode = await talqy(process.argv.slice(2), { terminal: ownTerminal });
