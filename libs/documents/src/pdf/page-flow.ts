import type { Document } from '../document.js';
import { PageFooter } from './page-footer.js';
import { A4, MARGIN } from './measures.js';
import { PageTree } from './page-tree.js';
import type { PdfFile } from './pdf-file.js';
import type { Tags } from './tags.js';
import type { Typefaces } from './typeface.js';

/** Where the next thing is drawn: down the page, then on the next one. In points, from the top left. */
export class PageFlow {
  readonly left = MARGIN;
  readonly width: number;
  y = MARGIN;
  private readonly bottom: number;
  private readonly tree: PageTree;
  private readonly footer: PageFooter;

  constructor(
    private readonly file: PdfFile,
    document: Document,
    typefaces: Typefaces,
    private readonly tags: Tags,
  ) {
    const isLandscape = document.orientation === 'landscape';
    const height = isLandscape ? A4.short : A4.long;
    this.width = (isLandscape ? A4.long : A4.short) - 2 * MARGIN;
    this.tree = new PageTree(file);
    this.footer = new PageFooter(file, document.footer ?? '', typefaces, { left: MARGIN, width: this.width, height });
    this.bottom = height - Math.max(MARGIN, this.footer.height + MARGIN / 4);
    this.nextPage();
  }

  get room(): number {
    return this.bottom - this.y;
  }

  /** The height of a page's text. */
  get body(): number {
    return this.bottom - MARGIN;
  }

  get isAtTop(): boolean {
    return this.y === MARGIN;
  }

  nextPage(): void {
    this.tree.add();
    this.y = MARGIN;
    this.tags.artifact('Pagination', () => this.footer.draw(this.tree.pages));
  }

  /** Leaves a distance; none at the head of a page. */
  space(height: number): void {
    if (!this.isAtTop) this.y += height;
  }

  end(): void {
    this.footer.end(this.tree.pages);
    this.tags.end();
    this.tree.end();
    this.file.end();
  }
}
