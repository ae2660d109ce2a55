// What is typed in a draft stays in this browser until it is saved, and can be had back after the tab or the power was gone. Without this file
// nothing is kept, and everything else works. Signing out clears it: by this file from this page, by Clear-Site-Data from every other.
const form = document.querySelector('form[data-draft]');
const all = 'talqy-draft:';
const prefix = `${all}${form.dataset.draft}:`;
const byId = (id) => document.getElementById(id);

const keysOf = (beginning) => Object.keys(localStorage).filter((key) => key.startsWith(beginning));
const forget = (beginning) => keysOf(beginning).forEach((key) => localStorage.removeItem(key));

/** The fields as they stand, but for the token of the form. */
function typed() {
  const fields = new FormData(form);
  fields.delete('csrf');
  return new URLSearchParams(fields).toString();
}

function read(key) {
  try {
    const { at, fields } = JSON.parse(localStorage.getItem(key));
    return typeof fields === 'string' ? [{ key, at: Number(at), fields }] : [];
  } catch {
    return [];
  }
}

let isLeaving = false;
let isSignedOut = false;
let timer;
const asItCame = typed();
const isUnsaved = 'unsaved' in form.dataset;
let key = prefix + form.dataset.basedOn;
let offered = [];

/** Does it when the browser keeps things for a page; says that nothing is kept when it does not, or has no room. */
function stored(act) {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    byId('kept-not').hidden = false;
  }
}

function keep() {
  clearTimeout(timer);
  const fields = typed();
  if (isSignedOut || (fields === asItCame && !isUnsaved)) return;
  stored(() => localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields })));
}

/** What the server gives back to this tab goes on under the same key, and takes the place of nothing else. */
const goOnUnder = (which) => stored(() => sessionStorage.setItem(prefix, which));

function offer() {
  const [newest] = offered;
  byId('kept').hidden = !newest;
  if (!newest) return;
  const line = byId('kept-at');
  const at = new Date(newest.at).toLocaleString(document.documentElement.lang);
  line.textContent = line.dataset.pattern.replace('%', at);
}

/** The server gives the kept fields back as a page: rows may have been added or moved. */
function restore({ key: which, fields }) {
  const again = document.createElement('form');
  again.method = 'post';
  again.action = form.action;
  const csrf = form.elements.namedItem('csrf').value;
  for (const [name, value] of [...new URLSearchParams(fields), ['csrf', csrf], ['act', 'stay']]) {
    const field = document.createElement('textarea');
    field.name = name;
    field.value = value;
    again.append(field);
  }
  again.hidden = true;
  document.body.append(again);
  goOnUnder(which);
  isLeaving = true;
  again.submit();
}

function begin() {
  if ('saved' in form.dataset) forget(prefix);
  if (isUnsaved) {
    key = sessionStorage.getItem(prefix) ?? key;
    return keep();
  }
  offered = keysOf(prefix)
    .flatMap(read)
    .filter(({ fields }) => fields !== asItCame)
    .toSorted((one, other) => other.at - one.at);
  // What is typed before the offer is answered does not take the place of what is offered.
  while (offered.some((each) => each.key === key)) key += '+';
  offer();
}

stored(begin);
// Opened again, the page is the text and not the news of it: what is typed from now on is kept.
if ('saved' in form.dataset) history.replaceState(null, '', location.pathname);

byId('kept-restore').addEventListener('click', () => restore(offered[0]));
byId('kept-drop').addEventListener('click', () => {
  localStorage.removeItem(offered.shift().key);
  offer();
  form.querySelector('textarea').focus();
});

form.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(keep, 400);
});
document.addEventListener('visibilitychange', keep);
form.addEventListener('submit', () => {
  keep();
  goOnUnder(key);
  isLeaving = true;
});
window.addEventListener('pageshow', () => {
  isLeaving = false;
});
window.addEventListener('beforeunload', (event) => {
  if (!isLeaving && (isUnsaved || typed() !== asItCame)) event.preventDefault();
});
document.querySelector('form[action$="/sign-out"]')?.addEventListener('submit', () => {
  isSignedOut = true;
  stored(() => forget(all));
});
