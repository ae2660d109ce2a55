type Value = string | number | undefined;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** People's words inside a picture: nothing in them is markup. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/**
 * An element as SVG text. Attributes are escaped and those without a value left out; children are markup already, so words go
 * through `escaped` first.
 */
export function element(name: string, attributes: Readonly<Record<string, Value>>, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escaped(String(value))}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A place across, to the thousandth: the same figures give the same bytes. */
export const percent = (value: number): string => `${Number(value.toFixed(3))}%`;

export interface PictureFrame {
  /** Of the page's own: its title and description get ids made from it. */
  readonly id: string;
  readonly title: string;
  /** What the picture says, for who does not see it. */
  readonly description: string;
  /** Pixels; the width is that of the column. */
  readonly height: number;
}

/** A picture as wide as its column: places across are percents, so letters never shrink with the window. */
export const picture = ({ id, title, description, height }: PictureFrame, ...content: string[]): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'talqy-chart',
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      width: '100%',
      height,
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-description` }, escaped(description)),
    ...content,
  );
