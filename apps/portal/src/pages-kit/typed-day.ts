/** A day as people write it here, `01.07.2016`, or `2016-07-01`, as the day of the law; what is neither stays as it was typed. */
export const typedDay = (typed: string): string => typed.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1');
