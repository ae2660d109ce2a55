// One line an area; the same lines in each language.
export { default as portal } from '../catalogues/en/portal.json' with { type: 'json' };
export { default as officer } from '../catalogues/en/officer.json' with { type: 'json' };
export { default as labels } from '../catalogues/en/labels.json' with { type: 'json' };
export { default as report } from '../catalogues/en/report.json' with { type: 'json' };
export { default as documents } from '../catalogues/en/documents.json' with { type: 'json' };
export { default as mail } from '../catalogues/en/mail.json' with { type: 'json' };
export { default as errors } from '../catalogues/en/errors.json' with { type: 'json' };
export { default as official } from '../catalogues/en/official.json' with { type: 'json' };
export { default as dates } from '../catalogues/en/dates.json' with { type: 'json' };
export { default as pages } from '../catalogues/en/pages.json' with { type: 'json' };
export { default as grouping } from '../catalogues/en/grouping.json' with { type: 'json' };
export { default as entries } from '../catalogues/en/entries.json' with { type: 'json' };
export { default as moderation } from '../catalogues/en/moderation.json' with { type: 'json' };
export { default as outages } from '../catalogues/en/outages.json' with { type: 'json' };
export { default as signatures } from '../catalogues/en/signatures.json' with { type: 'json' };
export { default as work } from '../catalogues/en/work.json' with { type: 'json' };
export { default as access } from '../catalogues/en/access.json' with { type: 'json' };
