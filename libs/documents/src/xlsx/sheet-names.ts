const LONGEST = 31;
const ILLEGAL = /[:\\/?*[\]\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
/** Excel keeps this one for itself. */
const RESERVED = 'history';

/** Gives every sheet a name that Excel takes: legal, at most 31 UTF-16 units, and no other's, whatever the case. */
export class SheetNames {
  private readonly taken = new Set([RESERVED]);

  give(wanted: string): string {
    const legal = wanted.replace(ILLEGAL, ' ').replace(/^['\s]+|['\s]+$/g, '') || '1';
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : ` (${number})`;
      const name = cut(legal, LONGEST - suffix.length) + suffix;
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** Never between the halves of a character, and no apostrophe or blank is left at the end. */
function cut(text: string, length: number): string {
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, end).replace(/['\s]+$/, '');
}
