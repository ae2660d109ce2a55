import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type RegisterFault, registerFault } from '../domain/register-fault.js';
import type { RegisterRecord } from '../domain/register-row.js';
import type { RegisterFile } from './register-file.js';

/**
 * Reads a register as a JSON list of flat objects with the columns of the CSV form. The text must be JSON; JSON being
 * YAML too, the YAML parser tells the line of each object.
 */
export function readJsonRegister(text: string): RegisterFile {
  const fault = syntaxFault(text);
  if (fault) return { records: [], faults: [fault] };
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, schema: 'json', uniqueKeys: false });
  if (!isSeq(contents)) return { records: [], faults: [registerFault(1, 'not-readable')] };
  const records: RegisterRecord[] = [];
  const faults: RegisterFault[] = [];
  for (const item of contents.items as Node[]) {
    const line = lines.linePos(item.range?.[0] ?? 0).line;
    const fields = isMap(item) ? fieldsOf(item) : undefined;
    if (fields) records.push({ line, fields });
    else faults.push(registerFault(line, 'not-readable'));
  }
  return { records, faults };
}

function syntaxFault(text: string): RegisterFault | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    return registerFault(text.slice(0, position).split('\n').length, 'not-readable');
  }
}

/** Texts, numbers, booleans and nulls as text; undefined when a value is a list or an object, or a key stands twice. */
function fieldsOf(item: YAMLMap): Record<string, string> | undefined {
  const fields = new Map<string, string>();
  for (const { key, value } of item.items) {
    if (!isScalar(key) || !isScalar(value) || fields.has(String(key.value))) return undefined;
    fields.set(String(key.value), textOf(value.value, value.source));
  }
  return Object.fromEntries(fields);
}

const textOf = (value: unknown, source: string | undefined): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : (source ?? JSON.stringify(value));
};
