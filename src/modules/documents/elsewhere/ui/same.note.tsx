import { Alert, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { findSameDeeds } from '../elsewhere.contract.ts'
import type { soughtOf } from './deed.typing.ts'
import { elsewhereWords } from './words.ts'

type Props = {
  readonly sought: ReturnType<typeof soughtOf>
  readonly except?: number | undefined
  readonly isAnother: boolean
  onSay(isAnother: boolean): void
}

/** What is on record already, before anything is sent. Nothing where there is nothing like it. */
export function SameNote({ sought, except, isAnother, onSay }: Props): ReactNode {
  const words = useWords(elsewhereWords)
  const { language } = useLanguage()
  const same = useQuery({
    queryKey: ['my-deeds', 'same', sought, except],
    queryFn: ({ signal }) =>
      sought === undefined
        ? Promise.resolve({ items: [], total: 0 })
        : call(findSameDeeds, { query: { ...sought, except } }, { signal, background: true }),
    enabled: sought !== undefined,
  })
  if (sought === undefined || same.data === undefined || same.data.total === 0) return null
  return (
    <Alert color="orange" title={words.same} className="rost-wide" role="status">
      <ul className="rost-plain-list">
        {same.data.items.map(({ where, title, startsOn, endsOn, number }) => (
          <li key={`${where} ${title} ${number} ${endsOn}`}>
            <span className="rost-own-name">{[`«${title}»`, number && `№ ${number}`].filter(Boolean).join(', ')}</span>
            {[...new Set([startsOn, endsOn])].flatMap((day) => (day === null ? [] : `, ${sayShortDay(day, language)}`))}
            : {words.where[where]}
          </li>
        ))}
      </ul>
      <Checkbox label={words.isAnother} checked={isAnother} onChange={(event) => onSay(event.currentTarget.checked)} />
    </Alert>
  )
}
