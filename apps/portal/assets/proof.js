// A remark that has to wait is sent by itself once its proof is found. Without this file it is sent by its button, after the wait.
const form = document.querySelector('[data-challenge]');
const place = document.getElementById('proof-said');

if (form && place && 'Worker' in window && window.isSecureContext) {
  const challenge = JSON.parse(form.dataset.challenge);
  const worker = new Worker(new URL('./proof-worker.js', import.meta.url), { type: 'module' });
  place.textContent = place.dataset.working;
  worker.addEventListener('message', ({ data: solution }) => {
    form.elements.namedItem('proof').value = JSON.stringify({ challenge, solution });
    place.textContent = place.dataset.sending;
    form.requestSubmit();
  });
  worker.addEventListener('error', () => {
    place.textContent = '';
  });
  worker.postMessage(challenge.parameters, []);
}
