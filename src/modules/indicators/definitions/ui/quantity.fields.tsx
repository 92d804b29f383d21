import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import type { SubjectView } from '../../../population/asking/populations.contract.ts'
import type { Population } from '../../../population/population.contract.ts'
import { PopulationEditor } from '../../../population/ui/index.ts'
import { definitionWords } from './words.ts'

type Quantity = { readonly subject: string; readonly of: Population; readonly sum: string }

type Props = {
  readonly label: string
  readonly quantity: Quantity
  readonly subjects: readonly SubjectView[]
  readonly withSum: boolean
  readonly date: string | undefined
  /** Another one opens the editor anew. */
  readonly turn: string
  readonly faults: ReadonlyMap<string, string>
  onChange(quantity: Quantity): void
  onUnfinished(count: number): void
}

/** Whom or what a quantity is about, which of them, and what is summed over them. */
export function QuantityFields(props: Props): ReactNode {
  const { label, quantity, subjects, withSum, date, turn, faults, onChange, onUnfinished } = props
  const words = useWords(definitionWords)
  const sums = subjects.find(({ subject }) => subject === quantity.subject)?.sums ?? []
  return (
    <>
      <NativeSelect
        label={words.subject}
        aria-label={`${words.subject} (${label})`}
        value={quantity.subject}
        data={subjects.map(({ subject, label: text }) => ({ value: subject, label: text }))}
        onChange={(e) => onChange({ subject: e.currentTarget.value, of: { all: [] }, sum: '' })}
      />
      {withSum && sums.length > 0 ? (
        <NativeSelect
          label={words.sum}
          aria-label={`${words.sum} (${label})`}
          value={quantity.sum}
          data={[{ value: '', label: words.noSum }, ...sums]}
          onChange={(e) => onChange({ ...quantity, sum: e.currentTarget.value })}
        />
      ) : null}
      <div className="rost-wide">
        <PopulationEditor
          key={`${turn} ${quantity.subject}`}
          label={label}
          subject={quantity.subject}
          value={quantity.of}
          date={date}
          faults={faults}
          onChange={(of) => onChange({ ...quantity, of })}
          onUnfinished={onUnfinished}
        />
      </div>
    </>
  )
}
