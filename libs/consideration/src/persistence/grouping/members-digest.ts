/** SQL: SHA-256 of the sorted numbers of remarks `r`, one a line: names a set of remarks in a form, a ledger entry, a dismissal. */
export const MEMBERS_DIGEST = `sha256(convert_to(string_agg(r.number, E'\\n' order by r.number collate "C"), 'UTF8'))`;
