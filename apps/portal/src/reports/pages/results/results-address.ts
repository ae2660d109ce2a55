/** Where a published report is read, without the language; an erratum beside what it corrects, as `reportAddress` has it. */
export const resultsPath = (discussionId: string, erratum: number | null): string =>
  `discussions/${discussionId}/report${erratum === null ? '' : `?erratum=${erratum}`}`;
