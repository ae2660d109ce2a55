/** Kazakh and Russian texts are equal (R4, AMB-28); English is a courtesy of the interface. */
export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: string): value is Language => (languages as readonly string[]).includes(value);

export interface Multilingual {
  readonly kk: string;
  readonly ru: string;
  readonly en?: string;
}
