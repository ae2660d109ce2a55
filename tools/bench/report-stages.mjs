// What each stage took: gathered, and told as a table.
import { performance } from 'node:perf_hooks';

const MOST_MEMORY_MIB = 512;

export class Stages {
  #rows = [];

  constructor(size) {
    this.size = size;
  }

  /** @param process whose memory the stage takes; nothing for one that is PostgreSQL's alone */
  async measure(name, process, work) {
    process?.forgetPeak();
    const startedAt = performance.now();
    const result = await work();
    this.add(name, (performance.now() - startedAt) / 1_000, process);
    return result;
  }

  add(name, seconds, process) {
    const row = { name, seconds, who: process?.name ?? '', peak: process?.peakMiB() ?? Number.NaN };
    this.#rows.push(row);
    console.error(`  ${name}: ${seconds.toFixed(1)} s${row.who ? `, ${row.who} ${row.peak} MiB` : ''}`);
  }

  /** @param copies seconds of `COPY … TO STDOUT` before and after. @returns whether the memory was kept */
  tell(copies) {
    const copy = copies.reduce((sum, each) => sum + each, 0) / copies.length;
    const all = this.#rows.reduce((sum, { seconds }) => sum + seconds, 0);
    const line = (...cells) =>
      console.log(cells.map((cell, at) => (at ? cell.padStart(12) : cell.padEnd(18))).join(''));
    const figures = (seconds) => [seconds.toFixed(1), (this.size / seconds).toFixed(0), (seconds / copy).toFixed(1)];
    line('stage', 'seconds', 'remarks/s', '× COPY', 'peak MiB', 'process');
    for (const { name, seconds, peak, who } of this.#rows) {
      line(name, ...figures(seconds), Number.isNaN(peak) ? '' : String(peak), who);
    }
    line('in all', ...figures(all), '', '');
    line('COPY, same rows', ...figures(copy), '', '');
    const peaks = this.#rows.map(({ peak }) => peak).filter((peak) => !Number.isNaN(peak));
    const most = Math.max(...peaks);
    const isKept = most <= MOST_MEMORY_MIB;
    console.log(`peak ${most} MiB of ${MOST_MEMORY_MIB}: ${isKept ? 'kept' : 'NOT KEPT'}`);
    return isKept;
  }
}
