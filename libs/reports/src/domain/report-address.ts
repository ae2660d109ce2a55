/** Where the report on a discussion can be read; an erratum has an address of its own beside what it corrects. */
export const reportAddress = (publicUrl: string, discussionId: string, erratum: number | null = null): string =>
  `${publicUrl.replace(/\/+$/, '')}/kk/discussions/${discussionId}/report${erratum === null ? '' : `?erratum=${erratum}`}`;
