import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay, today } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { type DefinitionView, listDefinitions } from '../definitions.contract.ts'
import { definitionWords } from './words.ts'

/** Every indicator there is or was: what it counts, and whether it is counted now. */
export function DefinitionsPage(): ReactNode {
  const words = useWords(definitionWords)
  const { language } = useLanguage()
  const mayDefine = useMay('indicator.define')
  const definitions = useQuery({
    queryKey: ['definitions', 'every', language],
    queryFn: () => call(listDefinitions, { query: { every: 'yes' } }),
    staleTime: 60_000,
  })
  const columns: Column<DefinitionView>[] = [
    { key: 'code', title: words.code, cell: ({ code }) => code },
    {
      key: 'title',
      title: words.name,
      cell: ({ code, title }) => (
        <TextLink to="/indicators/$code" params={{ code }} c="inherit">
          {title}
        </TextLink>
      ),
    },
    { key: 'sentence', title: words.sentence, cell: ({ sentence }) => sentence },
    { key: 'state', title: words.state, cell: (definition) => <State definition={definition} /> },
  ]
  const copy: Column<DefinitionView> = {
    key: 'copy',
    title: '',
    cell: ({ code }) => (
      <ButtonLink
        to="/definitions/new"
        search={{ from: code }}
        size="compact-sm"
        variant="default"
        aria-label={words.copyOf(code)}
      >
        {words.copy}
      </ButtonLink>
    ),
  }
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        mayDefine ? (
          <>
            <ButtonLink to="/definitions/ready" variant="default">
              {words.takeReady}
            </ButtonLink>
            <ButtonLink to="/definitions/new">{words.define}</ButtonLink>
          </>
        ) : null
      }
    >
      <ProblemNote error={definitions.error} onRetry={() => definitions.refetch()} />
      <DataTable
        caption={words.title}
        columns={mayDefine ? [...columns, copy] : columns}
        rows={definitions.data?.items}
        keyOf={({ code }) => code}
      />
    </Page>
  )
}

function State({ definition }: { readonly definition: DefinitionView }): ReactNode {
  const words = useWords(definitionWords)
  const { language } = useLanguage()
  const { validFrom, validUntil } = definition
  const day = (iso: string): string => sayShortDay(iso, language)
  if (validUntil !== null) return validUntil < today() ? words.until(day(validUntil)) : words.lastDay(day(validUntil))
  return validFrom > today() ? words.willBe(day(validFrom)) : words.inForce(day(validFrom))
}
