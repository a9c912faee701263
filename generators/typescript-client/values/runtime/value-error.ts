/** A value that the contract does not admit where it stands. */
export class ValueError extends Error {
  override readonly name = 'ValueError';

  constructor(path: readonly unknown[], what: string) {
    super(`/${path.join('/')}: ${what}`);
  }
}
