/** Where both providers send those back to who signed out there; it is registered there after PUBLIC_URL. */
export const LEFT_PATH = '/sign-out/return';
