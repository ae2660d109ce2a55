/** A stored document of a report. */
export const renderingAddress = (reportId: string, format: string, language: string): string =>
  `/api/v1/reports/${reportId}/files/${format.toLowerCase()}/${language}`;

/** Who signed a report, the text that was signed, and the detached electronic signature over it. */
export const signatureAddress = (reportId: string) => {
  const signature = `/api/v1/reports/${reportId}/signature`;
  return { signature, sheet: `${signature}/sheet`, file: `${signature}/file` };
};
