/** A template by its path under `views`, with the model it takes. */
export interface View<Model> {
  readonly template: string;
  readonly sample?: Model;
}

export const view = <Model extends object>(template: string): View<Model> => ({ template });
