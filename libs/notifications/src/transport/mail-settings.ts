export const MAIL_SETTINGS = Symbol('MailSettings');

export interface MailSettings {
  /** Without it letters become files in `folder`. */
  readonly smtpUrl: string | undefined;
  readonly folder: string;
  readonly from: string;
  /** The host part of Message-IDs. */
  readonly host: string;
}
