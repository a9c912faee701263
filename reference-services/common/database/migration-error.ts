/** The migrations and the database do not fit each other; a person has to decide. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}
