// node tools/interop/openssl-signatures.mjs, after a build: what the openssl of this machine signs is verified by libs/signatures. By hand, not
// in the suites: openssl need not be there, and its versions differ.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../plain-fault.mjs';

const folder = mkdtempSync(join(tmpdir(), 'talqy-openssl-'));
const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });

const extensions = `
[authority]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
[signer]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,nonRepudiation
extendedKeyUsage=emailProtection,1.2.398.3.3.4.1.1
subjectKeyIdentifier=hash
`;

const keys = {
  'rsa-2048': ['RSA', 'rsa_keygen_bits:2048'],
  'rsa-1024': ['RSA', 'rsa_keygen_bits:1024'],
  'rsa-pss': ['RSA-PSS', 'rsa_keygen_bits:2048'],
  'p-256': ['EC', 'ec_paramgen_curve:P-256'],
  'p-384': ['EC', 'ec_paramgen_curve:P-384'],
  'p-521': ['EC', 'ec_paramgen_curve:P-521'],
};

/** A key and its certificate, by the issuer or by itself. */
function certificate(name, [algorithm, option], kind, issuer) {
  openssl('genpkey', '-algorithm', algorithm, '-pkeyopt', option, '-out', `${name}.key`);
  const subject = `/C=KZ/O=Министрлік/serialNumber=IIN900101300123/CN=Әлия ${name}`;
  openssl('req', '-new', '-utf8', '-key', `${name}.key`, '-subj', subject, '-out', `${name}.csr`);
  const by = issuer
    ? ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial']
    : ['-signkey', `${name}.key`];
  const how = ['-days', '30', '-sha256', '-extfile', 'extensions.cnf', '-extensions', kind];
  openssl('x509', '-req', '-in', `${name}.csr`, ...by, ...how, '-out', `${name}.pem`);
}

/** name → what `openssl cms -sign` is told besides, and what is expected. */
const cases = [
  ...['sha256', 'sha384', 'sha512'].map((hash) => ['rsa-2048', `-md ${hash}`, `RSA-PKCS1-${hash.toUpperCase()}`]),
  ['rsa-2048', '-md sha256 -keyopt rsa_padding_mode:pss', 'RSA-PSS-SHA256'],
  ['rsa-pss', '-md sha256 -keyopt rsa_padding_mode:pss', 'RSA-PSS-SHA256'],
  ['p-256', '-md sha256', 'ECDSA-P-256-SHA256'],
  ['p-384', '-md sha384', 'ECDSA-P-384-SHA384'],
  ['p-521', '-md sha512', 'ECDSA-P-521-SHA512'],
  ['rsa-2048', '-md sha256 -cades', 'RSA-PKCS1-SHA256'],
  ['rsa-2048', '-md sha256 -keyid', 'RSA-PKCS1-SHA256'],
  ['rsa-2048', '-md sha256 -stream', 'RSA-PKCS1-SHA256'],
  ['rsa-2048', '-md sha256 -nodetach', 'RSA-PKCS1-SHA256'],
  ['rsa-2048', '-md sha256 -outform PEM', 'RSA-PKCS1-SHA256'],
  ['rsa-2048', '-md sha256 -noattr', 'ATTRIBUTES_WRONG'],
  ['rsa-2048', '-md sha256 -nocerts', 'NO_CERTIFICATE'],
  ['rsa-2048', '-md sha1', 'WEAK_ALGORITHM'],
  ['rsa-1024', '-md sha256', 'WEAK_ALGORITHM'],
  ['rsa-2048', '-md sha256 -signer p-256.pem -inkey p-256.key', 'MORE_THAN_ONE_SIGNER'],
];

await run(async () => {
  try {
    const { signatureVerifier } = await import('../../dist/libs/signatures/src/index.js');
    const content = Buffer.from('{"number":"1","statement":"Қол қоямын"}');
    writeFileSync(join(folder, 'extensions.cnf'), extensions);
    writeFileSync(join(folder, 'sheet.json'), content);
    certificate('root', keys['rsa-2048'], 'authority');
    certificate('middle', keys['p-384'], 'authority', 'root');
    for (const [name, key] of Object.entries(keys)) certificate(name, key, 'signer', 'middle');
    const verifier = signatureVerifier({ trustedRoots: join(folder, 'root.pem'), verifierUrl: undefined });
    const at = new Date().toISOString().replace('Z', '000Z');
    console.log(String(openssl('version')).trim());
    for (const [name, options, expected] of cases) {
      const signer = ['-certfile', 'middle.pem', '-signer', `${name}.pem`, '-inkey', `${name}.key`];
      openssl(
        'cms',
        '-sign',
        '-binary',
        '-in',
        'sheet.json',
        '-out',
        'file',
        '-outform',
        'DER',
        ...signer,
        ...options.split(' '),
      );
      const told = await verifier.verify(content, readFileSync(join(folder, 'file')), at).then(
        ({ algorithm }) => algorithm,
        (error) => error.reason ?? error.stack,
      );
      console.log(told === expected ? 'as expected' : 'OTHERWISE  ', name, options, '→', told);
      if (told !== expected) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
