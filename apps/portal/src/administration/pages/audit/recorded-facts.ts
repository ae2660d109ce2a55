import { codeFact, type Fact } from '../../../pages-kit/fact.js';

/** The data of an entry line by line: `bodies.created` 3. Text that is no JSON object stands as it is. */
export function recordedFacts(data: string): Fact[] {
  try {
    return [...lines('', JSON.parse(data))].map(([name, text]) => codeFact(name, text));
  } catch {
    return [codeFact('', data)];
  }
}

function* lines(path: string, value: unknown): Generator<[name: string, text: string]> {
  if (typeof value !== 'object' || value === null) {
    yield [path, String(value)];
    return;
  }
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
    if (value.length > 0) yield [path, value.join(', ')];
    return;
  }
  for (const [name, each] of Object.entries(value)) yield* lines(path === '' ? name : `${path}.${name}`, each);
}
