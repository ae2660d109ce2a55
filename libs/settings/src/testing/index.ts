export { alarmNames, rateNames } from '../checks.js';
