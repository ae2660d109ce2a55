// One line an area; the same lines in each language.
export { default as portal } from '../catalogues/kk/portal.json' with { type: 'json' };
export { default as officer } from '../catalogues/kk/officer.json' with { type: 'json' };
export { default as labels } from '../catalogues/kk/labels.json' with { type: 'json' };
export { default as report } from '../catalogues/kk/report.json' with { type: 'json' };
export { default as documents } from '../catalogues/kk/documents.json' with { type: 'json' };
export { default as mail } from '../catalogues/kk/mail.json' with { type: 'json' };
export { default as errors } from '../catalogues/kk/errors.json' with { type: 'json' };
export { default as official } from '../catalogues/kk/official.json' with { type: 'json' };
export { default as dates } from '../catalogues/kk/dates.json' with { type: 'json' };
export { default as pages } from '../catalogues/kk/pages.json' with { type: 'json' };
export { default as grouping } from '../catalogues/kk/grouping.json' with { type: 'json' };
export { default as entries } from '../catalogues/kk/entries.json' with { type: 'json' };
export { default as moderation } from '../catalogues/kk/moderation.json' with { type: 'json' };
export { default as outages } from '../catalogues/kk/outages.json' with { type: 'json' };
export { default as signatures } from '../catalogues/kk/signatures.json' with { type: 'json' };
export { default as work } from '../catalogues/kk/work.json' with { type: 'json' };
export { default as access } from '../catalogues/kk/access.json' with { type: 'json' };
