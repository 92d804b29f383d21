import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { ProfileSettings } from '../profiles.contract.ts'
import { withAnswer, withSheet } from './settings.ts'
import { profileWords } from './words.ts'

type Line = { readonly key: string; readonly said: string; readonly without: () => ProfileSettings }

/** Everything a profile has learned, each to be forgotten. */
export function Remembered({
  settings,
  onChange,
}: {
  settings: ProfileSettings
  onChange: (settings: ProfileSettings) => void
}): ReactNode {
  const words = useWords(profileWords)
  const kinds: Readonly<Record<string, string>> = words.kinds
  const ofSheets = Object.entries(settings.sheets).flatMap(([sheet, { columns, constants }]): Line[] => [
    ...Object.entries(columns).map(([header, means]) => ({
      key: `${sheet} column ${header}`,
      said: `${sheet}: «${header}» → ${means ?? words.leave}`,
      without: () => withSheet(settings, sheet, 'columns', [header, undefined]),
    })),
    ...Object.entries(constants).map(([header, text]) => ({
      key: `${sheet} constant ${header}`,
      said: `${sheet}: ${words.forAll(header)}: «${text}»`,
      without: () => withSheet(settings, sheet, 'constants', [header, undefined]),
    })),
  ])
  const answers = Object.entries(settings.answers).flatMap(([kind, own]): Line[] =>
    Object.entries(own).map(([value, means]) => ({
      key: `${kind} ${value}`,
      said: `${kinds[kind] ?? kind}: «${value}» → ${means === '' ? words.asEmpty : means}`,
      without: () => withAnswer(settings, kind, value, undefined),
    })),
  )
  const lines = [...ofSheets, ...answers]
  return (
    <Section title={words.remembered}>
      {lines.length === 0 ? <EmptyNote title={words.nothingRemembered} /> : null}
      <ul className="rost-plain-list">
        {lines.map(({ key, said, without }) => (
          <li key={key}>
            <Group gap="xs">
              <Text size="sm">{said}</Text>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={words.forgetOf(said)}
                onClick={() => onChange(without())}
              >
                {words.forget}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  )
}
