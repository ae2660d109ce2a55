import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { accepted, decided, remarkFacts, reportOf } from '../testing/facts.js';
import { reportSchema } from './report-schema.js';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
(addFormats as unknown as (to: Ajv2020) => void)(ajv);
const isReport = ajv.compile(reportSchema);
const faultsOf = (data: unknown) =>
  isReport(data) ? [] : (isReport.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);

describe('the schema of the report’s data (REQ-67)', () => {
  const whole = reportOf(
    [
      remarkFacts('A', accepted(), decided()),
      { ...remarkFacts('B', decided()), groupNo: 1 },
      { ...remarkFacts('C', decided()), groupNo: 1, kind: 'PROPOSAL', proposedWording: 'Мерзімі – үш күн' },
      { ...remarkFacts('D'), state: 'HIDDEN', hiddenGround: 'ABUSE', body: '' },
      { ...remarkFacts('E'), state: 'WITHDRAWN', body: '' },
    ],
    2,
  );

  it('describes a report with points, a group, hidden and withdrawn remarks, and one without any', () => {
    expect(faultsOf(whole)).toEqual([]);
    expect(faultsOf(reportOf([]))).toEqual([]);
  });

  it.each<[string, object]>([
    ['a name of a sender', { remarks: [{ ...whole.remarks[0], sender: 'Әсел' }] }],
    [
      'a third outcome',
      {
        rows: [
          { ...whole.rows[0], points: [{ position: 1, passages: [], decision: { ...decided(), outcome: 'PARTLY' } }] },
        ],
      },
    ],
    ['a row without a point', { rows: [{ ...whole.rows[0], points: [] }] }],
    ['a negative count', { counts: { ...whole.counts, late: -1 } }],
    ['another form', { schema: 'talqy-report/1' }],
  ])('refuses %s', (_title, more) => {
    expect(faultsOf({ ...whole, ...more })).not.toEqual([]);
  });
});
