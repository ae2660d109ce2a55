import { DomainError } from '#lib/kernel';

export class FileNotFound extends DomainError {
  constructor() {
    super('not-found', 'there is no such file');
  }
}
