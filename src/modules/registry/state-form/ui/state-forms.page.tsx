import { NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, today } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listStateForms, type StateFormLine } from '../state-form.contract.ts'
import { StateFormSection } from './state-form.section.tsx'
import { yearShown } from './state-forms.search.ts'
import { stateFormWords } from './words.ts'

/** What organisations wrote of their staff into the form of state statistics, held against the registry. */
export function StateFormsPage(): ReactNode {
  const search = useSearch({ from: '/quality/forms' })
  const navigate = useNavigate({ from: '/quality/forms' })
  const year = yearShown(search.year, today())
  const { organisation, line } = search
  const change = (part: Partial<typeof search>): void =>
    void navigate({ search: (kept) => ({ ...kept, ...part }), replace: true })
  return organisation === undefined ? (
    <All year={year} onYear={(asked) => change({ year: asked })} />
  ) : (
    <StateFormSection
      key={`${organisation}-${year}`}
      organisation={organisation}
      year={year}
      line={line}
      onLine={(asked) => change({ line: asked })}
    />
  )
}

type AllProps = { readonly year: number; onYear(year: number): void }

function All({ year, onYear }: AllProps): ReactNode {
  const words = useWords(stateFormWords)
  const { language } = useLanguage()
  const lines = useQuery({
    queryKey: ['state-forms', year],
    queryFn: () => call(listStateForms, { query: { year } }),
  })
  const count = (value: number): string => sayCount(value, language)
  return (
    <Page title={words.title} about={words.about}>
      <NumberInput
        label={words.year}
        value={year}
        min={2000}
        max={2100}
        w="8rem"
        hideControls={false}
        onChange={(value) => (typeof value === 'number' && value >= 2000 ? onYear(value) : undefined)}
      />
      <ProblemNote error={lines.error} onRetry={() => lines.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          {
            key: 'organisation',
            title: words.organisation,
            cell: ({ organisation: { id, name } }) => (
              <TextLink
                to="/quality/forms"
                search={(kept) => ({ ...kept, organisation: id })}
                aria-label={words.open(name)}
              >
                {name}
              </TextLink>
            ),
          },
          {
            key: 'told',
            title: words.told,
            number: true,
            cell: ({ told, different }) => (told === null ? (different === null ? words.notWritten : '') : count(told)),
          },
          { key: 'counted', title: words.counted, number: true, cell: ({ counted }) => count(counted) },
          { key: 'differs', title: words.differs, cell: (line) => <Agreement line={line} /> },
        ]}
        rows={lines.isError ? [] : lines.data?.items}
        keyOf={({ organisation }) => organisation.id}
        empty={lines.isError ? null : <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>}
      />
    </Page>
  )
}

function Agreement({ line: { different } }: { readonly line: StateFormLine }): ReactNode {
  const words = useWords(stateFormWords)
  if (different === null) return null
  return different === 0 ? (
    <Mark state="good">{words.agrees}</Mark>
  ) : (
    <Mark state="warn">{words.different(different)}</Mark>
  )
}
