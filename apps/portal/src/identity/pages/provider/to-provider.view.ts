import { view } from '../../../pages-kit/view.js';

/** Before a form's sender leaves for the provider, by a link. */
export const toProviderView = view<{ readonly heading: string; readonly lead: string; readonly href: string }>(
  'identity/to-provider',
);
