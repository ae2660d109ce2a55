import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'talqy:public';

/** Anybody may ask, signed in or not. */
export const Public = () => SetMetadata(PUBLIC, true);
