import type { Action } from '#lib/identity';
import { SetMetadata } from '@nestjs/common';

export const ACTION = 'talqy:action';

/** Only an official who may do this by the policy (`#lib/identity`). Whose body a thing belongs to is asked by the use case or the query. */
export const May = (action: Action) => SetMetadata(ACTION, action);
