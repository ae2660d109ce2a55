import { type Role, roles } from '#lib/kernel';
import type { Form } from '../pages-kit/form.js';
import type { PageVisit } from '../pages-kit/visit.js';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export const roleChoices = ({ t }: PageVisit, among: readonly Role[] = roles): Choice[] =>
  among.map((role) => ({ value: role, text: t(`access.role-${role}`) }));

export const rolesIn = (form: Form): Role[] => {
  const chosen = form.list('roles');
  return roles.filter((role) => chosen.includes(role));
};

export const roleNames = ({ t }: PageVisit, held: readonly Role[]): string =>
  held.map((role) => t(`access.role-${role}`)).join(', ');
