export { makeTestPki, officialName, type TestPki } from './test-pki.js';
export { type CertificateSpec, issueCertificate, type TestCertificate, type TestName } from './test-certificates.js';
export { signDetached, type SigningOptions } from './sign-detached.js';
export { type StampSpec, timeStamp } from './time-stamps.js';
export { answerJson, type FakeVerifier, goodAnswer, startFakeVerifier } from './fake-verifier.js';
