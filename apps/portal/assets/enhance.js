// Only what helps: focus on the error summary, a second press of a button does nothing, the skip link moves the focus, what
// belongs to one choice is shown when it is chosen, a change of the language takes the form along that is being filled in.
import { Button, createAll, ErrorSummary, SkipLink } from './govuk-frontend.min.js';

createAll(ErrorSummary);
createAll(SkipLink);
createAll(Button, { preventDoubleClick: true });

// <div data-shown-with="outcome" data-shown-value="TAKEN_INTO_ACCOUNT">: in sight while that choice is made.
for (const part of document.querySelectorAll('[data-shown-with]')) {
  const { shownWith, shownValue } = part.dataset;
  const show = () => {
    const chosen = document.querySelector(`input[name="${shownWith}"]:checked`);
    part.hidden = chosen?.value !== shownValue;
  };
  document.addEventListener('change', show);
  show();
}

// <form data-goes-along>: of several on a page, the one that was typed in last goes along when the language is changed.
const languages = document.querySelectorAll('header button[form]');
document.addEventListener('input', ({ target: { form } }) => {
  if (!form?.matches('[data-goes-along]')) return;
  for (const button of languages) {
    button.setAttribute('form', form.id);
    if (button.lang) button.formAction = form.getAttribute('action').replace(/^\/\w+/, `/${button.lang}`);
  }
});

// <p data-close-at data-read-at data-pattern data-units data-over>: counts on from what the page says, by the time since it was made and not by
// the clock of this device, which may be wrong.
for (const line of document.querySelectorAll('[data-close-at]')) {
  const { closeAt, readAt, pattern, over } = line.dataset;
  const units = JSON.parse(line.dataset.units);
  const total = Date.parse(closeAt) - Date.parse(readAt);
  const rules = new Intl.PluralRules(document.documentElement.lang);
  // The words come with the page: browsers do not speak every language that it is in.
  const text = (value, unit) =>
    (units[unit][rules.select(value)] ?? units[unit].other ?? units[unit].many).replace('#', value);
  const say = (...parts) => pattern.replace('%', parts.filter(Boolean).join(' '));
  const tick = () => {
    const minutes = Math.floor((total - performance.now()) / 60000);
    const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
    if (total <= performance.now()) line.textContent = over;
    else if (days > 0) line.textContent = say(text(days, 'day'), hours && text(hours, 'hour'));
    else
      line.textContent = say(
        hours && text(hours, 'hour'),
        (minutes % 60 || !hours) && text(Math.max(1, minutes % 60), 'minute'),
      );
    if (total > performance.now()) setTimeout(tick, 15000);
  };
  tick();
}

// <div data-selectable="TEXT" data-length>: what is selected there becomes a box of its own, by its place in characters. Not offered where
// this browser reads another text than the one that was sent.
const taking = document.querySelector('[data-take-selection]');
const selectable = [...document.querySelectorAll('[data-selectable]')];
const characters = (text) => Array.from(text).length;
if (taking && selectable.every((part) => characters(part.textContent) === Number(part.dataset.length))) {
  taking.hidden = false;
  taking.querySelector('button').addEventListener('click', () => {
    const range = document.getSelection()?.rangeCount ? document.getSelection().getRangeAt(0) : undefined;
    const part = selectable.find(
      (each) => range && each.contains(range.startContainer) && each.contains(range.endContainer),
    );
    const words = range?.toString() ?? '';
    if (!part || words === '') return;
    const before = document.createRange();
    before.setStart(part, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const item = document.getElementById('choice').content.cloneNode(true);
    const [box, label] = [item.querySelector('input'), item.querySelector('label')];
    box.value = `${part.dataset.selectable}:${characters(before.toString())}:${characters(words)}`;
    box.id = label.htmlFor = `taken-${box.value}`;
    label.textContent = `«${words}»`;
    document.getElementById('choices').append(item);
    document.getElementById(box.id).focus();
  });
}
