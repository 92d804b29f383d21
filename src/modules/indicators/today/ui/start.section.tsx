import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMay, useMe } from '../../../../web/me.tsx'
import { PLACES } from '../../../../web/shell/navigation.ts'
import { usePlaceNames } from '../../../../web/shell/use-place-names.ts'
import { todayWords } from './words.ts'

/** What one can do next, for whoever comes for something else than the figures of a district. */
export function StartSection(): ReactNode {
  const words = useWords(todayWords)
  const names = usePlaceNames()
  const me = useMe()
  const mayRead = useMay('person.read')
  const own = me.grants.find(({ personId }) => personId !== null)?.personId ?? null
  const places = PLACES.filter(({ to, needs }) => to !== '/' && (needs === undefined || me.permissions.includes(needs)))
  if (places.length === 0 && own === null) return <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>
  const details: Readonly<Record<string, string>> = words.places
  return (
    <Section title={words.next}>
      <ul className="rost-plain-list">
        {own === null || !mayRead ? null : (
          <Step detail={words.cardDetail}>
            <TextLink to="/people/$id" params={{ id: String(own) }} fw={600}>
              {words.card}
            </TextLink>
          </Step>
        )}
        {places.map(({ to, name }) => (
          <Step key={name} detail={details[name] ?? ''}>
            <TextLink to={to} fw={600}>
              {names[name]}
            </TextLink>
          </Step>
        ))}
      </ul>
    </Section>
  )
}

function Step({ children, detail }: { readonly children: ReactNode; readonly detail: string }): ReactNode {
  return (
    <li>
      {children}
      {detail === '' ? null : (
        <Text span c="dimmed" size="sm">
          {` — ${detail}`}
        </Text>
      )}
    </li>
  )
}
