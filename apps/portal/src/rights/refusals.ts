import { DomainError } from '#lib/kernel';

/** The session must say again who is there: a page leads to it, the API by POST /api/v1/session/confirmation. */
export class ConfirmationNeeded extends DomainError {
  constructor() {
    super('confirmation-needed', 'confirm who you are first: password, and code where there is a second factor');
  }
}

/** The installation asks for a second factor and the official has none yet. */
export class SecondFactorNeeded extends DomainError {
  constructor() {
    super('second-factor-needed', 'set up the second factor first');
  }
}

/** The person signed in anew since the page with the form was opened: the form is shown to be sent again, with a token of this session. */
export class FormOfEarlierSession extends DomainError {
  constructor() {
    super('not-allowed', 'the token of the form is missing or not of this session');
  }
}
