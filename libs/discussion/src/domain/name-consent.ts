/**
 * The version of the words by which a sender agrees to be named beside the remark (catalogue key `privacy.name-consent`): it is
 * kept with the consent, so change it together with them.
 */
export const NAME_CONSENT_VERSION = '2026-11';
