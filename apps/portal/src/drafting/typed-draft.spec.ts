import { describe, expect, it } from '@jest/globals';
import { Form } from '../pages-kit/form.js';
import { fieldsOf, type TypedDraft, typedDraft } from './typed-draft.js';

const draft: TypedDraft = {
  basedOn: 3,
  title: { kk: 'Жоба', ru: 'Проект', en: 'Draft' },
  clauses: [
    { kind: 'SECTION', level: 1, label: '1.', text: { kk: 'Жалпы', ru: 'Общие' } },
    { lineageId: 'x', kind: 'CLAUSE', level: 2, label: '', text: { kk: 'бір\nекі', ru: '' } },
  ],
};

describe('typedDraft', () => {
  it('reads what fieldsOf writes', () => {
    const fields = Object.fromEntries(fieldsOf(draft).map(({ name, value }) => [name, value]));
    expect(typedDraft(new Form(fields))).toEqual(draft);
  });

  it('takes line ends of a browser as line feeds, and what was not sent as empty', () => {
    expect(typedDraft(new Form({ rows: '1', 'text-1-kk': 'бір\r\nекі ' })).clauses).toEqual([
      { kind: 'CLAUSE', level: 1, label: '', text: { kk: 'бір\nекі', ru: '' } },
    ]);
    expect(typedDraft(new Form({}))).toEqual({ basedOn: 0, title: { kk: '', ru: '' }, clauses: [] });
  });

  it.each([
    ['-1', 0],
    ['1e9', 0],
    ['x', 0],
    ['999999999', 5_001],
  ])('makes of %s rows %d', (rows, count) => expect(typedDraft(new Form({ rows })).clauses).toHaveLength(count));
});
