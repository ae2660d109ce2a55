// Keeps a remark that is being written on this device until it is sent, says so, and offers it again. Who writes it and the consent to a
// public name are never kept. Without this file, or without storage, the pages work as they are.
const place = document.querySelector('[data-draft]');
const form = document.getElementById('remark');
const keptFields = ['key', 'kind', 'anchors', 'text', 'proposedWording', 'senderKind', 'kept'];
const longestMs = 40 * 86_400_000;

const draftOf = (id) => `talqy.draft.${id}`;
const sentOf = (id) => `talqy.sent.${id}`;
const offOf = (id) => `talqy.no-draft.${id}`;
const part = (name) => place.querySelector(`[data-draft-${name}]`);
const show = (name, isShown) => part(name).toggleAttribute('hidden', !isShown);
const valueOf = (name) => form.elements.namedItem(name)?.value;
let waiting;

function read(id) {
  const draft = JSON.parse(localStorage.getItem(draftOf(id)) ?? 'null');
  if (draft && Date.now() - draft.at < longestMs) return draft;
  localStorage.removeItem(draftOf(id));
  return undefined;
}

function save(id) {
  const fields = [...new FormData(form)].filter(([name, value]) => keptFields.includes(name) && value !== '');
  const isWorthIt = fields.some(([name]) => ['text', 'proposedWording', 'kept'].includes(name));
  if (sessionStorage.getItem(offOf(id)) || !isWorthIt) return;
  const draft = { at: Date.now(), key: valueOf('key'), step: valueOf('from'), fields };
  localStorage.setItem(draftOf(id), JSON.stringify(draft));
  show('found', false);
  show('kept', true);
}

function forget(id) {
  clearTimeout(waiting);
  localStorage.removeItem(draftOf(id));
  sessionStorage.setItem(offOf(id), '1');
  show('found', false);
  show('kept', false);
  part('said').textContent = part('said').dataset.deleted;
}

function restore({ step, fields }) {
  const copy = document.createElement('form');
  copy.method = 'post';
  copy.action = `${place.dataset.pages}/${['parts', 'words', 'files', 'sender'].includes(step) ? step : 'sender'}`;
  const csrf = valueOf('csrf');
  for (const [name, value] of csrf ? [...fields, ['csrf', csrf]] : fields) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value });
    copy.append(field);
  }
  document.body.append(copy);
  copy.submit();
}

function offer(found) {
  part('when').textContent = part('when').dataset.pattern.replace('%', new Date(found.at).toLocaleString());
  show('found', true);
  part('restore').addEventListener('click', () => restore(found));
}

function begin(id) {
  localStorage.removeItem(sentOf(id));
  const found = read(id);
  if (found && found.key !== valueOf('key')) offer(found);
  else save(id);
  place.hidden = false;
  for (const button of place.querySelectorAll('[data-draft-delete]'))
    button.addEventListener('click', () => forget(id));
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 400, id);
  });
  addEventListener('pagehide', () => {
    if (waiting) save(id);
  });
  form.addEventListener('submit', ({ submitter }) => {
    // The receipt tells this very remark from another that is being written.
    if (['check', 'sign'].includes(place.dataset.step) && !submitter?.hasAttribute('formaction'))
      localStorage.setItem(sentOf(id), valueOf('key'));
    else save(id);
  });
}

// The remark has arrived: nothing of it is left here.
function end(id) {
  const sent = localStorage.getItem(sentOf(id));
  localStorage.removeItem(sentOf(id));
  if (sent && read(id)?.key === sent) localStorage.removeItem(draftOf(id));
}

try {
  if (form && place) begin(place.dataset.draft);
  const receipt = document.querySelector('[data-draft-sent]');
  if (receipt) end(receipt.dataset.draftSent);
} catch (error) {
  // Storage is off or full: nothing is kept, and nothing is said to be.
  if (!(error instanceof DOMException)) throw error;
  if (place) place.hidden = true;
}
