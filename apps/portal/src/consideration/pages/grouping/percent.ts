/** A likeness from 0 to 1 as whole per cent; 100 is for equal ones alone. */
export const percent = (likeness: number): number => (likeness === 1 ? 100 : Math.min(99, Math.round(likeness * 100)));
