import type { ReactNode } from 'react'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { ReadyIndicator } from '../definitions.contract.ts'
import { useReady } from './use-card.ts'
import { definitionWords } from './words.ts'

/** Indicators other districts count: one is taken into the form, where it can be changed before it is saved. */
export function ReadyPage(): ReactNode {
  const words = useWords(definitionWords)
  const ready = useReady()
  return (
    <Page title={words.ready} about={words.readyAbout}>
      <ProblemNote error={ready.error} onRetry={() => ready.refetch()} />
      <DataTable
        caption={words.ready}
        columns={[
          { key: 'code', title: words.code, cell: ({ code }) => code },
          { key: 'title', title: words.name, cell: ({ title }) => title },
          { key: 'sentence', title: words.sentence, cell: ({ sentence }) => sentence },
          { key: 'take', title: '', cell: (indicator) => <Take indicator={indicator} /> },
        ]}
        rows={ready.data?.items}
        keyOf={({ code }) => code}
      />
    </Page>
  )
}

function Take({ indicator: { code, taken } }: { readonly indicator: ReadyIndicator }): ReactNode {
  const words = useWords(definitionWords)
  if (taken)
    return (
      <TextLink to="/indicators/$code" params={{ code }}>
        {words.isTaken}
      </TextLink>
    )
  return (
    <ButtonLink
      to="/definitions/new"
      search={{ ready: code }}
      size="compact-sm"
      variant="default"
      aria-label={words.takeOf(code)}
    >
      {words.take}
    </ButtonLink>
  )
}
