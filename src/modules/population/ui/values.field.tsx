import { MultiSelect, NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../web/language.tsx'
import type { Choice, FieldView } from '../asking/populations.contract.ts'
import type { Condition } from '../population.contract.ts'
import { useEditor } from './editor.context.ts'
import { useListValues } from './use-terms.ts'
import { populationWords } from './words.ts'

type Props = { readonly field: FieldView; readonly is: Condition['is']; onChange(is: Condition['is']): void }

/** One of several values of a list, by search; yes or no where it is a flag. */
export function ValuesField({ field, is, onChange }: Props): ReactNode {
  const words = useWords(populationWords)
  if (field.kind === 'flag') {
    return (
      <NativeSelect
        size="sm"
        aria-label={field.label}
        value={is === false ? 'no' : 'yes'}
        data={[
          { value: 'yes', label: words.isYes },
          { value: 'no', label: words.isNo },
        ]}
        onChange={(event) => onChange(event.currentTarget.value !== 'no')}
      />
    )
  }
  return <ListField field={field} is={is} onChange={onChange} />
}

function ListField({ field, is, onChange }: Props): ReactNode {
  const words = useWords(populationWords)
  const { lists } = useEditor()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const list = field.classifier === null ? undefined : lists[field.classifier]
  const found = useListValues(list?.more === true ? field.classifier : null, q)
  const chosen = asTexts(is)
  const offered = unique([...field.values, ...(list?.values ?? []), ...(found.data?.values ?? [])])
  const known = new Map(offered.map((choice) => [fold(choice.value), choice.value]))
  const value = chosen.map((one) => known.get(fold(one)) ?? one)
  const data = unique([...offered, ...value.map((one) => ({ value: one, label: one }))])
  return (
    <MultiSelect
      size="sm"
      className="rost-values-field"
      aria-label={`${field.label}: ${words.values}`}
      placeholder={value.length === 0 ? words.searchValues : ''}
      searchable
      selectFirstOptionOnChange
      hidePickedOptions
      limit={100}
      nothingFoundMessage={words.noValues}
      data={data}
      value={value}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(next) => onChange(next.length === 0 ? undefined : next.length === 1 ? next[0] : next)}
    />
  )
}

const asTexts = (is: Condition['is']): string[] =>
  is === undefined ? [] : Array.isArray(is) ? is.map(String) : [String(is)]

/** How lists compare: without case, ё = е, blanks alike. */
const fold = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase().replaceAll('ё', 'е')

function unique(choices: readonly Choice[]): Choice[] {
  const seen = new Set<string>()
  return choices.filter(({ value }) => !seen.has(value) && seen.add(value))
}
