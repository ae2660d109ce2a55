import { type PdfFile, type PdfObject, catalogOf } from './pdf-file.js';

const PAGES_IN_A_NODE = 200;

/**
 * Adds pages so that a finished one leaves nothing in memory but its number: pdfkit keeps every page it has ever made, as
 * children of one node. Here they hang on nodes that are written as they fill, and a written page is emptied.
 */
export class PageTree {
  private node: PdfObject | undefined;
  private pagesInNode = 0;
  private count = 0;

  constructor(private readonly file: PdfFile) {}

  get pages(): number {
    return this.count;
  }

  add(): void {
    const before = this.count > 0 ? this.file.page.dictionary : undefined;
    this.file.addPage();
    this.count += 1;
    if (before) before.data = {}; // A bookmark still points to it.
    const { Pages: root } = catalogOf(this.file);
    const page = (root.data['Kids'] as PdfObject[]).pop();
    if (!page) throw new Error('the file has no page after one was added');
    if (!this.node || this.pagesInNode === PAGES_IN_A_NODE) this.node = this.beginNode(root);
    page.data['Parent'] = this.node;
    (this.node.data['Kids'] as PdfObject[]).push(page);
    this.pagesInNode += 1;
  }

  /** Once no page is to come and the last one is written. */
  end(): void {
    if (!this.node) return;
    this.node.data['Count'] = this.pagesInNode;
    this.node.end();
    this.node.data = {};
    this.node = undefined;
  }

  private beginNode(root: PdfObject): PdfObject {
    this.end();
    const node = this.file.ref({ Type: 'Pages', Parent: root, Count: 0, Kids: [] });
    (root.data['Kids'] as PdfObject[]).push(node);
    this.pagesInNode = 0;
    return node;
  }
}
