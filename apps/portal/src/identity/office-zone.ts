/** Times on pages that belong to no discussion are those of the officials' country. */
export const OFFICE_ZONE = 'Asia/Almaty';
