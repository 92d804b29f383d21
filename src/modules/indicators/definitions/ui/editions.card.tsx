import type { ReactNode } from 'react'
import { sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { DefinitionView } from '../definitions.contract.ts'
import { definitionWords } from './words.ts'

/** All versions of an indicator with the days on which they are in force. */
export function EditionsCard({ editions }: { readonly editions: readonly DefinitionView[] }): ReactNode {
  const words = useWords(definitionWords)
  const { language } = useLanguage()
  const day = (iso: string): string => sayShortDay(iso, language)
  return (
    <Section title={words.editions}>
      <DataTable
        caption={words.editions}
        columns={[
          { key: 'version', title: words.version, number: true, cell: ({ version }) => version },
          {
            key: 'valid',
            title: words.validity,
            cell: ({ validFrom, validUntil }) =>
              validUntil === null ? words.fromOn(day(validFrom)) : words.fromTo(day(validFrom), day(validUntil)),
          },
          { key: 'basis', title: words.basisShort, cell: ({ orderReference }) => orderReference ?? words.notSaid },
          { key: 'sentence', title: words.sentence, cell: ({ sentence }) => sentence },
        ]}
        rows={editions}
        keyOf={({ version }) => version}
      />
    </Section>
  )
}
