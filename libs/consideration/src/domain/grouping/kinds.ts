/** Why remarks are suggested as a group: the same text, a similar one (REQ-44), one sender by several ways (REQ-43). */
export const suggestionKinds = ['EXACT', 'NEAR', 'SAME_SENDER'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** How a group came about; `BY_HAND`: an officer chose the remarks. */
export const groupKinds = [...suggestionKinds, 'BY_HAND'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** An open suggestion is confirmed or dismissed once; a new search replaces what is not confirmed. */
export type SuggestionState = 'OPEN' | 'CONFIRMED' | 'DISMISSED';
