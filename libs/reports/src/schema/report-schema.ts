import schema from './report-v1.json' with { type: 'json' };

/** The JSON Schema of `ReportData`, as every portal publishes it under `REPORT_SCHEMA`. */
export const reportSchema: object = schema;
