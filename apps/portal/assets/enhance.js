// Only what helps: focus on the error summary, a second press of a button does nothing, the skip link moves the focus.
import { Button, createAll, ErrorSummary, SkipLink } from './govuk-frontend.min.js';

createAll(ErrorSummary);
createAll(SkipLink);
createAll(Button, { preventDoubleClick: true });
