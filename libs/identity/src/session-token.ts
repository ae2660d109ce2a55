export { isToken as isSessionToken, newToken as newSessionToken, tokenHash } from '#lib/privacy';
