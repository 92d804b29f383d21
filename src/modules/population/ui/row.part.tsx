import { Checkbox, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../web/language.tsx'
import type { TermView } from '../asking/populations.contract.ts'
import type { Leaf } from '../population.contract.ts'
import { BoundsField } from './bounds.field.tsx'
import { withLimits } from './conditions.ts'
import { useEditor } from './editor.context.ts'
import { Count, FactFields } from './fact.fields.tsx'
import { NodeButtons } from './node-buttons.tsx'
import type { Row } from './tree.ts'
import { ValuesField } from './values.field.tsx'
import { WindowField } from './window.field.tsx'
import { populationWords } from './words.ts'

type Bare = Omit<Leaf, 'of'>

type RowProps = {
  readonly row: Row
  readonly subject: string
  /** The conditions on linked subjects. */
  readonly children: ReactNode
}

/** One condition: what it is about, its values, and where it stands. */
export function RowPart({ row, subject, children }: RowProps): ReactNode {
  const words = useWords(populationWords)
  const { terms, edit, unfinished, faults } = useEditor()
  const term = terms.term(subject, row.leaf.term)
  const label = term?.label ?? row.leaf.term
  const fault = faults.get(row.id) ?? (unfinished.has(row.id) ? words.unfinished : undefined)
  const change = (leaf: Bare, merge?: string): void =>
    edit({ is: 'setLeaf', id: row.id, leaf, ...(merge !== undefined && { merge }) })
  return (
    <fieldset className="rost-condition" aria-describedby={fault === undefined ? undefined : `fault-${row.id}`}>
      <legend className="rost-condition-label">{label}</legend>
      <div className="rost-condition-line">
        <div className="rost-condition-fields" data-focus={`${row.id}:value`}>
          {term === undefined ? null : <LeafFields term={term} leaf={row.leaf} onChange={change} />}
        </div>
        <NodeButtons id={row.id} what={label} />
      </div>
      {fault === undefined ? null : (
        <Text size="sm" className="rost-condition-fault" id={`fault-${row.id}`}>
          <span aria-hidden>◆ </span>
          {fault}
        </Text>
      )}
      {children}
    </fieldset>
  )
}

type Props = { readonly term: TermView; readonly leaf: Bare; onChange(leaf: Bare, merge?: string): void }

function LeafFields({ term, leaf, onChange }: Props): ReactNode {
  const words = useWords(populationWords)
  const { terms } = useEditor()
  switch (term.kind) {
    case 'years':
      return (
        <BoundsField
          label={term.label}
          unit={words.years}
          limits={leaf}
          onChange={(limits, merge) => onChange(withLimits(leaf, limits), merge)}
        />
      )
    case 'day':
      return (
        <WindowField
          label={term.label}
          time="day"
          when={leaf.when ?? { by: 'date' }}
          onChange={(when, merge) => onChange({ ...leaf, when }, merge)}
        />
      )
    case 'fact':
      return <FactFields term={term} leaf={leaf} onChange={onChange} />
    case 'link': {
      const label = words.atLeast(terms.subject(term.to ?? '')?.forms.many ?? '')
      return (
        <span className="rost-detail">
          <span>{label}</span>
          <Count
            label={label}
            value={leaf.atLeast ?? 1}
            onChange={(atLeast) => onChange({ ...leaf, atLeast }, 'atLeast')}
          />
        </span>
      )
    }
    case 'field':
      return <FieldFields term={term} leaf={leaf} onChange={onChange} />
    case 'state':
      return null
  }
}

function FieldFields({ term, leaf, onChange }: Props): ReactNode {
  const words = useWords(populationWords)
  const { field } = term
  if (field === null) return null
  if (field.kind === 'number') {
    return (
      <BoundsField
        label={term.label}
        limits={leaf}
        onChange={(limits, merge) => onChange(withLimits(leaf, limits), merge)}
      />
    )
  }
  return (
    <>
      <ValuesField
        field={field}
        is={leaf.is}
        onChange={(is) => onChange(withLimits(leaf, is === undefined ? {} : { is }))}
      />
      {term.main ? (
        <Checkbox
          size="sm"
          label={words.main}
          checked={leaf.main === true}
          onChange={(event) => {
            const { main: _, ...rest } = leaf
            onChange(event.currentTarget.checked ? { ...leaf, main: true } : rest)
          }}
        />
      ) : null}
    </>
  )
}
