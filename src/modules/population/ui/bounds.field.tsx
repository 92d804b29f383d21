import { NativeSelect, NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../web/language.tsx'
import type { Condition } from '../population.contract.ts'
import { BOUNDS, type Bounds, boundBy, boundsOf } from './conditions.ts'
import { populationWords } from './words.ts'

type Limits = Pick<Condition, 'from' | 'under' | 'upTo' | 'is'>
type Props = {
  readonly label: string
  readonly unit?: string
  readonly limits: Limits
  /** `merge` names the number that is being typed. */
  onChange(limits: Limits, merge?: string): void
}

/** A number within limits: the comparison is chosen, the numbers are typed. */
export function BoundsField({ label, unit = '', limits, onChange }: Props): ReactNode {
  const words = useWords(populationWords)
  const bounds = boundsOf(limits)
  const offered = BOUNDS.filter((one) => one !== 'other' || bounds === 'other')
  const number = (name: 'from' | 'under' | 'upTo' | 'is', text: string): ReactNode => (
    <NumberInput
      size="sm"
      className="rost-number-field"
      aria-label={`${label}: ${text}`}
      value={typeof limits[name] === 'number' ? limits[name] : ''}
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      onChange={(value) => onChange({ ...limits, [name]: Number(value) || 0 }, name)}
    />
  )
  return (
    <>
      <NativeSelect
        size="sm"
        aria-label={`${label}: ${words.comparison}`}
        value={bounds}
        data={offered.map((value) => ({ value, label: words.bounds[value] }))}
        onChange={(event) => onChange(boundBy(event.currentTarget.value as Bounds, limits))}
      />
      {bounds === 'from' || bounds === 'fromUnder' || bounds === 'fromUpTo' ? number('from', words.low) : null}
      {bounds === 'under' || bounds === 'fromUnder' ? number('under', words.high) : null}
      {bounds === 'upTo' || bounds === 'fromUpTo' ? number('upTo', words.most) : null}
      {bounds === 'is' ? number('is', words.exactly) : null}
      {unit === '' ? null : <span>{unit}</span>}
    </>
  )
}
