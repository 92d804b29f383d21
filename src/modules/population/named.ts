import type { Condition, Leaf } from './population.contract.ts'
import type { Field, TermDeclaration } from './vocabulary.ts'

export type NamedField = { readonly name: string; readonly field: Field; readonly condition: Condition }

/** The fields a leaf puts conditions on, with their declarations; unknown names are left out (check.ts reports them). */
export function fieldsNamedBy(term: TermDeclaration, leaf: Leaf): NamedField[] {
  if (term.kind === 'field') return [{ name: term.term, field: term.field, condition: leaf }]
  if (term.kind !== 'fact') return []
  return Object.entries(leaf.where ?? {}).flatMap(([name, condition]) => {
    const field = term.fields[name]
    return field === undefined ? [] : [{ name, field, condition }]
  })
}

/** The values a condition names, one or several. */
export function valuesOf({ is }: Condition): readonly (string | number | boolean)[] {
  if (is === undefined) return []
  return Array.isArray(is) ? is : [is]
}
