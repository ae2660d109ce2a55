// Finds the number whose derived key begins as the challenge asks (altcha, PBKDF2).
const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));
const hexOf = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** So many are derived side by side: each goes to another thread and back. */
const TOGETHER = 32;

async function derived(counter, { nonce, salt, cost, keyLength, algorithm }) {
  const start = bytes(nonce);
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  new DataView(password.buffer).setUint32(start.length, counter);
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', salt: bytes(salt), iterations: cost, hash: algorithm.slice('PBKDF2/'.length) };
  return { counter, derivedKey: hexOf(await crypto.subtle.deriveBits(how, key, keyLength * 8)) };
}

async function solve(parameters) {
  for (let first = 0; ; first += TOGETHER) {
    const tried = Array.from({ length: TOGETHER }, (_, next) => derived(first + next, parameters));
    const found = (await Promise.all(tried)).find(({ derivedKey }) => derivedKey.startsWith(parameters.keyPrefix));
    if (found) return found;
  }
}

self.addEventListener('message', ({ data }) => {
  void solve(data).then((solution) => self.postMessage(solution, []));
});
