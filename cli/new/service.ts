/** What is asked for, after the command line has been read. */
export interface NewService {
  readonly name: string;
  readonly port: number;
  /** The contract's path as the service's configuration names it. */
  readonly contract: string;
  /** What its title and version are, on one line. */
  readonly title: string;
  /** Whether the contract is the project's own, or a copy that lies in the service. */
  readonly copied: boolean;
  /** The targets whose code the service runs on. */
  readonly targets: readonly string[];
  /** A path that tells whether the service is alive; undefined where it has none. */
  readonly health: string | undefined;
}
