export { type MessageKey, isMessageKey } from './catalogue.js';
export { type MessageValues, type Translate, translator } from './translator.js';
export { locales } from './locale.js';
export { closeSentence, formatInstant, formatLegalDay, OFFICE_ZONE } from './dates.js';
export { collator, formatNumber, formatPercent } from './numbers-and-order.js';
export { type OfficialLabels, officialLabels } from './official-labels.js';
