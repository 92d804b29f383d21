import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../web/language.tsx'
import type { When } from '../population.contract.ts'
import { asPeriod, asWhen, periodOf, type Window, windowOf, windowsOf } from './conditions.ts'
import { useEditor } from './editor.context.ts'
import { populationWords } from './words.ts'

type Props = {
  readonly label: string
  readonly time: 'day' | 'span'
  readonly when: When
  onChange(when: When, merge?: string): void
}

/** When a fact counts: windows that make sense for it, seen from the day of the count. */
export function WindowField({ label, time, when, onChange }: Props): ReactNode {
  const words = useWords(populationWords)
  const { day } = useEditor()
  const window = windowOf(when)
  const period = periodOf(when)
  return (
    <>
      <NativeSelect
        size="sm"
        aria-label={`${label}: ${words.when}`}
        value={window}
        data={windowsOf(time).map((value) => ({ value, label: words.windows[value] }))}
        onChange={(event) => onChange(asWhen(event.currentTarget.value as Window, time, when, day))}
      />
      {'lastMonths' in when ? (
        <NumberInput
          size="sm"
          className="rost-number-field"
          aria-label={`${label}: ${words.months}`}
          min={1}
          max={1200}
          allowDecimal={false}
          value={when.lastMonths}
          onChange={(value) => onChange({ lastMonths: Math.min(1200, Math.max(1, Number(value) || 1)) }, 'months')}
        />
      ) : null}
      {typeof period === 'object'
        ? (['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              size="sm"
              type="date"
              aria-label={`${label}: ${words[end]}`}
              value={period[end]}
              onChange={(event) => {
                const typed = event.currentTarget.value
                if (typed !== '') onChange(asPeriod({ ...period, [end]: typed }, time), end)
              }}
            />
          ))
        : null}
    </>
  )
}
