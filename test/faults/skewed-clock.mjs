// Preloaded into a portal: its wall clock is off by TALQY_CLOCK_SKEW_MS. The monotonic clock is left alone, as on a real host.
const skew = Number(process.env.TALQY_CLOCK_SKEW_MS ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + skew);
    else super(...given);
  }

  static now() {
    return RealDate.now() + skew;
  }
};
