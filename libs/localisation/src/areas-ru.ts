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
export { default as grouping } from '../catalogues/ru/grouping.json' with { type: 'json' };
export { default as entries } from '../catalogues/ru/entries.json' with { type: 'json' };
export { default as moderation } from '../catalogues/ru/moderation.json' with { type: 'json' };
export { default as outages } from '../catalogues/ru/outages.json' with { type: 'json' };
export { default as signatures } from '../catalogues/ru/signatures.json' with { type: 'json' };
export { default as work } from '../catalogues/ru/work.json' with { type: 'json' };
export { default as access } from '../catalogues/ru/access.json' with { type: 'json' };
