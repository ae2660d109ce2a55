// Only what helps: focus on the error summary, a second press of a button does nothing, the skip link moves the focus, what
// belongs to one choice is shown when it is chosen.
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
