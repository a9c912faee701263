/** Where in a JSON value dates and big integers lie. */
export type ValuePlaces =
  /** Here, if there is a text. */
  | 'date-time'
  /** Here, if there is a number. */
  | 'int64'
  /** Where these lie; called when a value is read, so that places can lie within themselves. */
  | (() => ValuePlaces)
  /** In each of these places. */
  | readonly ValuePlaces[]
  | InnerPlaces;

export interface InnerPlaces {
  readonly properties?: Readonly<Record<string, ValuePlaces>>;
  /** In the properties that `properties` does not name. */
  readonly rest?: ValuePlaces;
  readonly first?: readonly ValuePlaces[];
  /** In the items after the first ones. */
  readonly items?: ValuePlaces;
  /** By the value of a property. */
  readonly tag?: {
    readonly property: string;
    readonly cases: Readonly<Record<string, ValuePlaces>>;
    readonly otherwise?: ValuePlaces;
  };
  /** Branches of a union: what is no date there is a text of another branch. */
  readonly maybe?: ValuePlaces;
}
