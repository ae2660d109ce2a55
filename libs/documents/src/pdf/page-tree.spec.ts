import { expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { field } from '../testing/pdf-objects.js';
import { readPdf } from '../testing/read-pdf.js';
import { PageTree } from './page-tree.js';
import { type PdfObject, catalogOf, openPdf } from './pdf-file.js';

it('hangs pages on nodes in their order, and keeps nothing of a page or a node that is written', () => {
  const file = openPdf({ language: 'kk', title: 'Есеп', madeAt: instant('2016-07-01T18:00:00Z'), blocks: [] }, false);
  const tree = new PageTree(file);
  const pages: PdfObject[] = [];
  for (let page = 1; page <= 450; page++) {
    tree.add();
    file.addContent(`/Page${page} BMC EMC`);
    pages.push(file.page.dictionary);
  }
  const nodes = catalogOf(file).Pages.data['Kids'] as PdfObject[];
  tree.end();
  file.end();
  expect(nodes.map(({ data }) => data)).toEqual([{}, {}, {}]);
  expect(pages.slice(0, -1).every(({ data }) => Object.keys(data).length === 0)).toBe(true);

  const read = readPdf(file.read() as Buffer);
  expect(read.contents.map((content) => /Page\d+/.exec(content)?.[0])).toEqual(pages.map((_, at) => `Page${at + 1}`));
  const root = read.objects.resolve(field(read.catalog, 'Pages'));
  expect(field(root, 'Count')).toBe(450);
  const counts = (field(root, 'Kids') as never[]).map((kid) => field(read.objects.resolve(kid), 'Count'));
  expect(counts).toEqual([200, 200, 50]);
});
