import type { LimitedAction } from '#lib/kernel';

/** Of an action, within `WINDOW_SECONDS`. */
export interface Limit {
  /** One address, or one session. */
  readonly perAddress: number;
  readonly perNetwork: number;
}

export type Limits = Readonly<Record<LimitedAction, Limit>>;

export const WINDOW_SECONDS = 600;

/** A network has as much as this many addresses. */
const NETWORK = 10;

/** Above these a remark is asked for a proof; everything else is refused until the window is over. */
const perAddress: Readonly<Record<LimitedAction, number>> = {
  remark: 30,
  'receipt-check': 60,
  'sign-in': 100,
  'password-reset': 20,
  'sender-address': 60,
  subscription: 60,
  'sender-visit': 60,
  upload: 200,
  search: 300,
};

/** @param written `action:number` per address and window, over what is set here; the settings have looked at them */
export function limitsFrom(written: readonly string[] = []): Limits {
  const own = new Map(written.map((text) => text.split(':')).map(([action, most]) => [action, Number(most)]));
  const limit = (action: LimitedAction): Limit => {
    const most = own.get(action) ?? perAddress[action];
    return { perAddress: most, perNetwork: most * NETWORK };
  };
  return {
    remark: limit('remark'),
    'receipt-check': limit('receipt-check'),
    'sign-in': limit('sign-in'),
    'password-reset': limit('password-reset'),
    'sender-address': limit('sender-address'),
    subscription: limit('subscription'),
    'sender-visit': limit('sender-visit'),
    upload: limit('upload'),
    search: limit('search'),
  };
}
