// One line an area; the same lines in each language.
export { default as portal } from '../catalogues/ru/portal.json' with { type: 'json' };
export { default as officer } from '../catalogues/ru/officer.json' with { type: 'json' };
export { default as labels } from '../catalogues/ru/labels.json' with { type: 'json' };
export { default as report } from '../catalogues/ru/report.json' with { type: 'json' };
export { default as documents } from '../catalogues/ru/documents.json' with { type: 'json' };
export { default as mail } from '../catalogues/ru/mail.json' with { type: 'json' };
export { default as errors } from '../catalogues/ru/errors.json' with { type: 'json' };
export { default as official } from '../catalogues/ru/official.json' with { type: 'json' };
export { default as dates } from '../catalogues/ru/dates.json' with { type: 'json' };
export { default as pages } from '../catalogues/ru/pages.json' with { type: 'json' };
