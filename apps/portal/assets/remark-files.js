// Sends files as they are chosen or dropped, one after the other, with their progress. What has not arrived stays in the plain field and
// goes with the page; without this file everything does.
const place = document.querySelector('[data-uploads]');
const input = document.getElementById('files');

if (place && input) {
  const { uploads, sending, received, failed } = place.dataset;
  const said = place.querySelector('[role=status]');
  const list = place.querySelector('[data-uploaded]');
  const queue = [];
  let current;

  const words = (pattern, file, percent = '') => pattern.replace('%f', file).replace('%p', percent);
  const rows = new Map();

  /** What has not arrived; the plain field has the same files. */
  let held = [];
  const hold = (files) => {
    held = files;
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    input.files = transfer.files;
  };
  const leave = (file) => hold(held.filter((each) => each !== file));

  function rowOf(file) {
    const row = document.createElement('li');
    const [text, bar] = [document.createElement('span'), document.createElement('progress')];
    bar.max = 100;
    bar.value = 0;
    text.textContent = `${file.name} `;
    bar.setAttribute('aria-label', file.name);
    row.append(text, bar);
    list.append(row);
    rows.set(file, { row, text, bar });
  }

  function settle(file, sentence, isRefused) {
    const { text, bar } = rows.get(file);
    bar.remove();
    text.textContent = sentence;
    text.className = isRefused ? 'govuk-error-message' : '';
    said.textContent = sentence;
  }

  function keep({ id, name }) {
    const item = document.getElementById('kept-item').content.cloneNode(true);
    const [box, label] = [item.querySelector('input'), item.querySelector('label')];
    box.value = id;
    box.id = label.htmlFor = `kept-${id}`;
    label.textContent = name;
    const group = document.getElementById('kept-list');
    group.hidden = false;
    group.querySelector('.govuk-checkboxes').append(item);
    input.form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function next() {
    current = undefined;
    const file = queue.shift();
    if (!file) return;
    current = new XMLHttpRequest();
    const { bar } = rows.get(file);
    let told = 0;
    current.upload.addEventListener('progress', ({ loaded, total }) => {
      const percent = Math.floor((loaded / total) * 100);
      bar.value = percent;
      if (percent - told < 25) return;
      told = percent;
      said.textContent = words(sending, file.name, percent);
    });
    current.addEventListener('load', () => {
      const answer = current.status === 200 ? JSON.parse(current.responseText) : undefined;
      if (answer) leave(file);
      for (const each of answer?.kept ?? []) keep(each);
      if (!answer) settle(file, words(failed, file.name), true);
      else if (answer.kept.length > 0) settle(file, words(received, file.name), false);
      else settle(file, answer.refused.join(' '), true);
      next();
    });
    current.addEventListener('error', () => {
      settle(file, words(failed, file.name), true);
      next();
    });
    current.open('POST', uploads);
    const body = new FormData();
    body.append('files', file);
    current.send(body);
  }

  const isSame = (one, other) =>
    one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

  /** Beside those that have not arrived yet; one that is given again goes again. */
  function take(files) {
    const isOnItsWay = (file) => rows.get(file)?.bar.isConnected;
    const given = files.filter((file) => !held.some((each) => isOnItsWay(each) && isSame(each, file)));
    const isGivenAgain = (file) => given.some((each) => isSame(each, file));
    for (const file of held.filter(isGivenAgain)) rows.get(file)?.row.remove();
    hold([...held.filter((file) => !isGivenAgain(file)), ...given]);
    for (const file of given) {
      rowOf(file);
      queue.push(file);
    }
    if (!current) next();
  }

  input.addEventListener('change', () => take([...input.files]));
  // Who comes back to the page finds in the field what was there.
  window.addEventListener('pageshow', () => {
    if (held.length === 0) held = [...input.files];
  });
  input.form.addEventListener('submit', () => {
    queue.length = 0;
    current?.abort();
  });
  place.querySelector('[data-drop]').hidden = false;
  const isOver = (event, over) => {
    event.preventDefault();
    place.classList.toggle('talqy-drop--over', over);
  };
  place.addEventListener('dragover', (event) => isOver(event, true));
  place.addEventListener('dragleave', (event) => isOver(event, false));
  place.addEventListener('drop', (event) => {
    isOver(event, false);
    take([...event.dataTransfer.files]);
  });
}
