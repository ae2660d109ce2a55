import { describe, expect, it } from '@jest/globals';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Proofs } from './proofs.js';

const proofs = new Proofs({
  secret: 'a secret of the tests, long enough',
  leastWaitSeconds: 1,
  proofAbove: 0,
  proofCost: 2,
});

async function proofOf(ticket: string, from = proofs) {
  const challenge = await from.challenge(ticket);
  const solution = await solveChallenge({ challenge, deriveKey });
  return { challenge, solution };
}

describe('a proof of work', () => {
  it('is one for its ticket, and for no other', async () => {
    const proof = JSON.stringify(await proofOf('one'));
    expect(await proofs.isProof(proof, 'one')).toBe(true);
    expect(await proofs.isProof(proof, 'two')).toBe(false);
  });

  it('is none when the challenge is not ours, was made easier or for another ticket, or the solution is guessed', async () => {
    const { challenge, solution } = await proofOf('one');
    const { parameters } = challenge;
    const stranger = new Proofs({ secret: 'another secret', leastWaitSeconds: 1, proofAbove: 0, proofCost: 2 });
    const easier = { ...challenge, parameters: { ...parameters, cost: 1 } };
    const moved = {
      ...challenge,
      parameters: { ...parameters, data: (await proofs.challenge('two')).parameters.data },
    };
    const forged: [object, string][] = [
      [await proofOf('one', stranger), 'one'],
      [{ challenge: easier, solution }, 'one'],
      [{ challenge: moved, solution }, 'two'],
      [{ challenge, solution: { ...solution, counter: (solution?.counter ?? 0) + 1 } }, 'one'],
      [{ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } }, 'one'],
      [{ challenge: { parameters }, solution }, 'one'],
    ];
    for (const [proof, ticket] of forged) expect(await proofs.isProof(JSON.stringify(proof), ticket)).toBe(false);
  });

  it.each(['', 'x', '{}', '[]', 'null', '{"challenge":{},"solution":{}}', '{"challenge":1}', `"${'x'.repeat(5_000)}"`])(
    'is not %.40j',
    async (text) => expect(await proofs.isProof(text, 'one')).toBe(false),
  );
});
