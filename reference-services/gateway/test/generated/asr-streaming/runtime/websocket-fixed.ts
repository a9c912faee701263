// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** A payload whose members of these names need not be given, because the contract leaves no choice about them. */
export type Fixed<Payload, Names> = Payload extends unknown
  ? { [Name in keyof Payload as Name extends Names ? never : Name]: Payload[Name] } & {
      [Name in keyof Payload as Name extends Names ? Name : never]?: Payload[Name];
    }
  : never;
