// Single letters for who works through the queue. They are never taken while something is typed or with another key held, and can be
// turned off (WCAG 2.1.4). The key is meant, not the letter on it: the layout may be Kazakh, Russian or Latin.
// <a data-key="KeyJ">: pressed by that key; a form with it gets the focus. <tr data-row>: KeyJ and KeyK go from row to row, KeyX chooses.
const STORE = 'talqy-keys';
const help = document.querySelector('[data-keys]');
const toggle = help.querySelector('button');

// Without a place to remember it, the letters are on.
function remembered() {
  try {
    return localStorage.getItem(STORE);
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(STORE, value);
  } catch {
    // Good until the page is left.
  }
}

let isOn = remembered() !== 'off';
const isInSight = (element) => element.getClientRects().length > 0;
const isTyping = ({ target }) =>
  target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');

const tell = () => (toggle.textContent = isOn ? help.dataset.on : help.dataset.off);

function toRow(step) {
  const rows = [...document.querySelectorAll('[data-row]')];
  if (rows.length === 0) return false;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1);
  rows[next].querySelector('a').focus();
  rows[next].scrollIntoView({ block: 'nearest' });
  return true;
}

function choose() {
  const box = document.activeElement?.closest('[data-row]')?.querySelector('input[type=checkbox]');
  box?.click();
  return Boolean(box);
}

function use(element) {
  if (!element) return false;
  if (element.matches('form')) {
    const field = element.querySelector('input:not([type=hidden]), textarea, select');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  } else element.click();
  return true;
}

const others = { KeyJ: () => toRow(1), KeyK: () => toRow(-1), KeyX: choose };

document.addEventListener('keydown', (event) => {
  const { code, ctrlKey, altKey, metaKey, shiftKey, repeat } = event;
  if (!isOn || repeat || ctrlKey || altKey || metaKey || shiftKey || isTyping(event)) return;
  const named = [...document.querySelectorAll(`[data-key="${CSS.escape(code)}"]`)].find(isInSight);
  if (use(named) || others[code]?.()) event.preventDefault();
});
toggle.addEventListener('click', () => {
  isOn = !isOn;
  remember(isOn ? 'on' : 'off');
  tell();
});
help.hidden = false;
tell();
