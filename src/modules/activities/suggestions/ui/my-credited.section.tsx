import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { listMyCredited } from '../suggestions.contract.ts'
import { suggestionWords } from './words.ts'

/** On one's own page: what counts already, with the document for it. Nothing where there is nothing. */
export function MyCredited(): ReactNode {
  const words = useWords(suggestionWords)
  const { language } = useLanguage()
  const mayEnrol = useMay('enrolment.own')
  const credited = useQuery({
    queryKey: ['my-credited'],
    queryFn: () => call(listMyCredited, {}),
    enabled: mayEnrol,
  })
  if (!mayEnrol || credited.data?.total === 0) return null
  const sayHours = (hours: number): string => hours.toLocaleString(language)
  return (
    <Section title={words.credited}>
      <ProblemNote error={credited.error} onRetry={() => credited.refetch()} />
      {credited.data === undefined ? null : (
        <p>{words.creditedOf(credited.data.total, sayHours(credited.data.hours))}</p>
      )}
      <ul className="rost-plain-list">
        {credited.data?.items.map(({ key, title, on, hours, document, attesting }) => (
          <li key={key}>
            {sayShortDay(on, language)} <span className="rost-own-name">{title}</span>
            {hours === null ? '' : `, ${words.hours(sayHours(hours))}`}
            {attesting === 'attested' ? `, ${words.attested}` : attesting === 'asked' ? `, ${words.unattested}` : ''}
            {document === null ? null : (
              <>
                {', '}
                <TextLink to="/documents/$id" params={{ id: String(document.id) }}>
                  {words.document(document.number)}
                </TextLink>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
