// The receipts that a sender wishes to remember in this browser, and their list. They are kept nowhere else.
const key = 'talqy.own';
const read = () => JSON.parse(localStorage.getItem(key) ?? '[]');
const write = (receipts) =>
  receipts.length > 0 ? localStorage.setItem(key, JSON.stringify(receipts)) : localStorage.removeItem(key);

function offer(place) {
  const { remember: number, secret, title } = place.dataset;
  const said = place.querySelector('[role=status]');
  const button = place.querySelector('button');
  const tell = () => {
    button.parentElement.hidden = true;
    said.textContent = said.dataset.said;
  };
  place.hidden = false;
  if (read().some((receipt) => receipt.number === number)) tell();
  button.addEventListener('click', () => {
    write([...read().filter((receipt) => receipt.number !== number), { number, secret, title }]);
    tell();
  });
}

// What becomes of a remark is public: its number is asked for, and no secret.
function tellState(number, states, target) {
  const request = new XMLHttpRequest();
  request.addEventListener('load', () => {
    if (request.status === 200) target.textContent = states[JSON.parse(request.responseText).state] ?? '';
  });
  request.open('GET', `/api/v1/remarks/${encodeURIComponent(number)}`);
  request.send();
}

function list(place) {
  const states = JSON.parse(place.dataset.states);
  const rows = place.querySelector('[data-own-list]');
  const none = place.querySelector('[data-own-none]');
  const said = place.querySelector('[role=status]');
  const tellNone = () => none.toggleAttribute('hidden', read().length > 0);
  for (const { number, secret, title } of read()) {
    const row = document.getElementById('own-item').content.firstElementChild.cloneNode(true);
    const [link, button] = [row.querySelector('a'), row.querySelector('button')];
    link.href = `${place.dataset.page}${encodeURIComponent(number)}/${encodeURIComponent(secret)}`;
    link.textContent = number;
    row.querySelector('[data-title]').textContent = title;
    button.setAttribute('aria-label', `${button.textContent}: ${number}`);
    button.addEventListener('click', () => {
      write(read().filter((receipt) => receipt.number !== number));
      const beside = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      tellNone();
      said.textContent = said.dataset.said.replace('%', number);
      // The button that had the focus is gone: the keyboard goes on where it stood.
      (beside?.querySelector('button') ?? none).focus();
    });
    tellState(number, states, row.querySelector('[data-state]'));
    rows.append(row);
  }
  tellNone();
  place.hidden = false;
}

try {
  const [offered, listed] = [document.querySelector('[data-remember]'), document.querySelector('[data-own-remarks]')];
  if (offered) offer(offered);
  if (listed) list(listed);
} catch (error) {
  // Storage is off: nothing is remembered and nothing offered; the form leads to a remark all the same.
  if (!(error instanceof DOMException)) throw error;
}
