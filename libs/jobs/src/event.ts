/** Something that happened, told after the commit. Data are ids only: queues keep them in clear. */
export interface EventDefinition<Data extends Record<string, string>> {
  readonly event: string;
  readonly sample?: Data;
}

export const defineEvent = <Data extends Record<string, string>>(event: string): EventDefinition<Data> => ({ event });
