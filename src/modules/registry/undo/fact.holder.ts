/**
 * Facts of a later module that keep a load from being taken back, for they would lose the people they are about. `select`
 * is given a subquery of the ids of people who would go, and gives rows `(person, link, label)`.
 */
export type FactHolder = {
  /** Its words are `registry:undo.things.<kind>`. */
  readonly kind: string
  select(people: string): string
}
