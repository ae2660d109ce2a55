import { type BaseBlock, GeneralizedTime, UTCTime } from 'asn1js';
import { type Instant, instant, instantOf } from '#lib/kernel';
import { bytesOf } from './reading.js';

const UTC = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const GENERALIZED = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\.\d{1,9})?Z$/;

/**
 * UTCTime or GeneralizedTime in the one form DER allows; asn1js itself takes local time and days that do not exist.
 * @throws TypeError
 */
export function readTime(element: BaseBlock | undefined): Instant {
  const text = element instanceof UTCTime ? bytesOf(element).subarray(2).toString('latin1') : '';
  const parts = element instanceof GeneralizedTime ? GENERALIZED.exec(text) : UTC.exec(text);
  if (!parts) throw new TypeError('no time');
  const [, year = '', month, day, hour, minute, second, fraction = ''] = parts;
  const century = year.length === 4 ? '' : Number(year) >= 50 ? '19' : '20';
  const written = `${century}${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = Date.parse(`${written}Z`);
  if (Number.isNaN(time) || instantOf(time).slice(0, 19) !== written) throw new TypeError('no such time');
  return instant(`${written}${fraction}Z`);
}
