import type { PdfFile, PdfOutline } from './pdf-file.js';

/** The headings as bookmarks, each under the last heading of a higher level. */
export class Bookmarks {
  private readonly above: { level: number; item: PdfOutline }[] = [];

  constructor(private readonly file: PdfFile) {}

  add(title: string, level: number, top: number): void {
    while ((this.above.at(-1)?.level ?? 0) >= level) this.above.pop();
    const parent = this.above.at(-1)?.item ?? this.file.outline;
    this.above.push({ level, item: parent.addItem(title.replace(/\s+/g, ' '), { top, expanded: true }) });
  }
}
