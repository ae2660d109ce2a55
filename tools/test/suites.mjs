// Which jest project needs what; the order is the order of speed.
export const suites = {
  unit: [],
  architecture: [],
  database: ['postgres'],
  'end-to-end': ['postgres', 'assets'],
  browser: ['postgres', 'assets', 'chromium'],
  faults: ['postgres', 'dist'],
  gallery: ['postgres', 'assets', 'chromium'],
};

export const usual = Object.keys(suites).filter((name) => !['faults', 'gallery'].includes(name));

/** Splits `tools/test.mjs` arguments: leading suite names, then what goes to jest as it is. */
export function readArguments(args) {
  const firstOther = args.findIndex((arg) => !Object.hasOwn(suites, arg));
  const count = firstOther === -1 ? args.length : firstOther;
  return { chosen: count ? args.slice(0, count) : usual, rest: args.slice(count) };
}

export const needs = (chosen) => new Set(chosen.flatMap((name) => suites[name]));
