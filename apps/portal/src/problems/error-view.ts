import { view } from '../pages-kit/view.js';

export const errorView = view<{ readonly heading: string; readonly text: string; readonly traceId: string }>(
  'problems/error',
);
