// Only what helps: focus on the error summary, a second press of a button does nothing, fields of the other choice stay away.
import { Button, createAll, ErrorSummary, Radios, SkipLink } from './govuk-frontend.min.js';

createAll(ErrorSummary);
createAll(SkipLink);
createAll(Radios);
createAll(Button, { preventDoubleClick: true });
