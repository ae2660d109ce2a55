// Signatures a second, the product's against the reference's, in turns on the same normalised texts.
import { performance } from 'node:perf_hooks';
import { corpus, written } from './corpus.mjs';
import { referenceSignature } from './oph-reference.mjs';

const TEXTS = 20_000;
const ROUNDS = 7;
const FLOOR = 0.6;

export async function measureSignatures() {
  const { normalisedText } = await import('#lib/discussion');
  const { signatureHex, signatureOf } =
    await import('../../dist/libs/consideration/src/domain/similarity/signature.js');
  const source = corpus(3);
  const bodies = Array.from({ length: TEXTS }, () => written(source.text()));
  const texts = bodies.map((body) => normalisedText(body));
  const bytes = texts.map((text) => Buffer.from(text));
  const loops = {
    reference: () => bytes.forEach((each) => referenceSignature(each)),
    product: () => texts.forEach((each) => signatureOf(each)),
    'product with normalising and writing as hex': () =>
      bodies.forEach((each) => signatureHex(signatureOf(normalisedText(each)))),
  };
  const rates = Object.fromEntries(Object.keys(loops).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, loop] of Object.entries(loops)) {
      const startedAt = performance.now();
      loop();
      if (round > 0) rates[name].push(TEXTS / ((performance.now() - startedAt) / 1_000));
    }
  }
  for (const [name, taken] of Object.entries(rates))
    console.log(`  ${median(taken).toFixed(0).padStart(7)}/s  ${name}`);
  const ratio = median(rates.product.map((rate, round) => rate / rates.reference[round]));
  console.log(`  ratio ${ratio.toFixed(2)} · floor ${FLOOR}: ${ratio >= FLOOR ? 'PASS' : 'FAIL'}`);
  return ratio >= FLOOR;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
