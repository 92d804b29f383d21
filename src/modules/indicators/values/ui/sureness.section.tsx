import { Button, List, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayCount, sayShare } from '../../../../web/formats.ts'
import { Section } from '../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { useSureness } from './use-sureness.ts'
import { indicatorWords } from './words.ts'

type Props = { readonly code: string; readonly date: string | undefined; onAsk(): void }

/** How much of the base of a figure is unsure, why, and who they are. */
export function SurenessSection({ code, date, onAsk }: Props): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const mayNames = useMay('indicator.people')
  const sureness = useSureness({ date, code: [code] }, date !== undefined)?.get(code)
  if (sureness === undefined || sureness.base + sureness.unsure === 0) return null
  const { base, unsure, reasons } = sureness
  const said = { base: sayCount(base, language), unsure: sayCount(unsure, language) }
  return (
    <Section
      title={words.sureness}
      actions={
        mayNames && unsure > 0 ? (
          <Button size="xs" variant="default" onClick={onAsk}>
            {words.who}
          </Button>
        ) : undefined
      }
    >
      <Text>
        {unsure === 0
          ? words.allSure(said.base)
          : words.someUnsure(said.unsure, sayShare(unsure, base + unsure, language), said.base)}
      </Text>
      {reasons.length === 0 ? null : (
        <List size="sm">
          {reasons.map(({ reason, count }) => (
            <List.Item key={reason}>
              {reason}: {sayCount(count, language)}
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  )
}
