/** A form that is shown again in another language, with everything typed, chosen and put in, and nothing of it judged. */
export interface CarriedForm {
  /** Its `id`. */
  readonly id: string;
  /** Where it is sent, in the language of the page; `Form.changesLanguage` says that it came for that alone. */
  readonly address: string;
  /** That of its language buttons, where it is not `AGAIN`. */
  readonly field?: string;
}

/** What a page says of itself, beside its model. */
export interface PageFacts {
  readonly title: string;
  /** The form came back: the title says so first, for those who hear the page. */
  readonly hasErrors?: boolean;
  /** One sentence for search engines and for those who share the address. */
  readonly description?: string;
  /** The one address of the page, when it has several, without the language: `discussions/…`. */
  readonly canonical?: string;
  /** Linked data of schema.org about what the page shows. */
  readonly linkedData?: object;
  /** Where the same is read as a feed. */
  readonly feed?: { readonly href: string; readonly title: string };
  /** The form of the page whose answers a switch of language takes along. */
  readonly carried?: CarriedForm;
  /** The same for everybody who is not signed in: caches may keep it for a moment. */
  readonly isForAll?: boolean;
}
