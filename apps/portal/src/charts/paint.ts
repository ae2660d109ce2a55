/** The colours of pictures by name; what each is by day and by night stands in `styles/_charts.scss`. */
export const paints = [
  'ground',
  'outline',
  'grid',
  'joint',
  'section',
  'cell',
  'solid',
  'lines',
  'lines-mark',
  'dots',
  'dots-mark',
  'crosses',
  'crosses-mark',
  'heat-1',
  'heat-2',
  'heat-3',
  'heat-4',
] as const;
export type Paint = (typeof paints)[number];

/** As the value of `fill` or `stroke`: a picture has no style of its own, since the policy of the pages forbids it. */
export const paint = (name: Paint): string => `var(--talqy-chart-${name})`;
