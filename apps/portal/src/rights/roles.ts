import type { Role } from '#lib/kernel';
import { SetMetadata } from '@nestjs/common';

export const ROLES = 'talqy:roles';

/** Only an official who has one of these roles. Whose body a thing belongs to is asked by the use case or the query. */
export const Roles = (...roles: readonly [Role, ...Role[]]) => SetMetadata(ROLES, roles);
