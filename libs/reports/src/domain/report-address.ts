/** Where the report on a discussion can be read. */
export const reportAddress = (publicUrl: string, discussionId: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/kk/discussions/${discussionId}/report`;
