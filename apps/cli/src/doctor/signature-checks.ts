import { instantOf } from '#lib/kernel';
import type { Settings } from '#lib/settings';
import { HttpSignatureVerifier, readTrustedRoots, SignatureRefused } from '#lib/signatures';
import { Refusal } from '../command-line/refusal.js';

/** Who vouches for signers, and whether the external verifier keeps to what was agreed. */
export async function signaturesVerifiable(settings: Settings): Promise<string> {
  const { signatureTrustedRoots: file, signatureVerifierUrl: url } = settings;
  const roots = file === undefined ? 'no trusted roots, the names of signers are only claimed' : rootsIn(file);
  const verifier = url === undefined ? 'no external verifier, GOST keys are refused' : await answerOf(url);
  return `${roots}; ${verifier}`;
}

function rootsIn(file: string): string {
  const now = instantOf(Date.now());
  const roots = readTrustedRoots(file).toSorted((a, b) => (a.validTo < b.validTo ? -1 : 1));
  const [first] = roots;
  const until = first?.validTo.slice(0, 10);
  if (first && first.validTo < now) throw new Refusal(`a trusted root in ${file} has expired on ${until}: take it out`);
  return `${roots.length} trusted ${roots.length === 1 ? 'root' : 'roots'}, valid until ${until}`;
}

/** An empty CMS is signed by nobody: whoever verifies must refuse it, and in the agreed shape. */
async function answerOf(url: string): Promise<string> {
  const nothing = Buffer.from([0x30, 0x00]);
  try {
    await new HttpSignatureVerifier(url).verify(Buffer.from('doctor'), nothing, instantOf(Date.now()));
  } catch (error) {
    if (!(error instanceof SignatureRefused)) throw error;
    if (error.reason !== 'VERIFIER_UNAVAILABLE') return 'the external verifier answers';
    throw new Refusal(`the external verifier is of no use: ${String(error.details['detail'])}`);
  }
  throw new Refusal('the external verifier accepts what nobody signed: do not use it');
}
