import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { TextLink } from '../../../web/kit/links.tsx'
import { EmptyNote, Section } from '../../../web/kit/page.tsx'
import { useWords } from '../../../web/language.tsx'
import { useMe } from '../../../web/me.tsx'
import { placesFor } from '../../../web/shell/navigation.ts'
import { usePlaceNames } from '../../../web/shell/use-place-names.ts'
import { homeWords } from './words.ts'

/** Where one can go, for whoever comes for something else than the figures of a district. */
export function StartSection(): ReactNode {
  const words = useWords(homeWords)
  const names = usePlaceNames()
  const { permissions } = useMe()
  const places = placesFor(permissions).filter(({ to }) => to !== '/')
  if (places.length === 0) return <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>
  const details: Readonly<Record<string, string>> = words.places
  return (
    <Section title={words.next}>
      <ul className="rost-plain-list">
        {places.map(({ to, name }) => (
          <li key={name}>
            <TextLink to={to} fw={600}>
              {names[name]}
            </TextLink>
            {details[name] === undefined ? null : (
              <Text span c="dimmed" size="sm">
                {` — ${details[name]}`}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
