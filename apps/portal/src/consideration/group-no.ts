/** The number of a group from an address; 0, which no group has, for what is none. */
export const groupNo = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0);
