import { Alert, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { findSameLearning } from '../elsewhere.contract.ts'
import { elsewhereWords } from './words.ts'

export type Sought = {
  readonly programme: string
  readonly provider: string
  readonly startsOn: string
  readonly endsOn: string
  readonly number: string
}

type Props = {
  readonly sought: Sought
  readonly except?: number | undefined
  readonly isAnother: boolean
  onSay(isAnother: boolean): void
}

/** What is on record already, before anything is sent. Nothing where there is nothing like it. */
export function SameNote({ sought, except, isAnother, onSay }: Props): ReactNode {
  const words = useWords(elsewhereWords)
  const { language } = useLanguage()
  const isWhole = Object.values(sought).every((value) => value.trim().length > 1) && sought.startsOn <= sought.endsOn
  const same = useQuery({
    queryKey: ['my-learning', 'same', sought, except],
    queryFn: ({ signal }) => call(findSameLearning, { query: { ...sought, except } }, { signal, background: true }),
    enabled: isWhole,
  })
  if (!isWhole || same.data === undefined || same.data.total === 0) return null
  return (
    <Alert color="orange" title={words.same} className="rost-wide" role="status">
      <ul className="rost-plain-list">
        {same.data.items.map(({ where, title, startsOn, endsOn, number }) => (
          <li key={`${where} ${title} ${number} ${endsOn}`}>
            <span className="rost-own-name">{[`«${title}»`, number && `№ ${number}`].filter(Boolean).join(', ')}</span>
            {[startsOn, endsOn].flatMap((day) => (day === null ? [] : `, ${sayShortDay(day, language)}`))}:{' '}
            {words.where[where]}
          </li>
        ))}
      </ul>
      <Checkbox label={words.isAnother} checked={isAnother} onChange={(event) => onSay(event.currentTarget.checked)} />
    </Alert>
  )
}
