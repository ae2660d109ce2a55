export { askOutside, OutgoingFailed, type OutgoingAnswer, type OutgoingRequest } from './ask-outside.js';
export { isPublicAddress } from './public-address.js';
