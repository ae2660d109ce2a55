/**
 * administrator: bodies, services, users. officer: drafts, places and answers for the own body.
 * signer: signs the report of the own body (R8.3).
 */
export const roles = ['administrator', 'officer', 'signer'] as const;
export type Role = (typeof roles)[number];

/** Who acts. `bodyId` is the state body an official acts for. */
export type Actor =
  | {
      readonly kind: 'officer';
      readonly id: string;
      readonly name: string;
      readonly bodyId: string;
      readonly roles: readonly Role[];
    }
  | { readonly kind: 'citizen' }
  | { readonly kind: 'system'; readonly name: string };

export const citizen: Actor = { kind: 'citizen' };
export const system = (name: string): Actor => ({ kind: 'system', name });
