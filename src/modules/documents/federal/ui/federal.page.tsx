import { Button, Group, Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useWords } from '../../../../web/language.tsx'
import { DUE_STATES, type Due, type DueSum, listFederalDue } from '../federal.contract.ts'
import { makeFederalFiles } from '../files.contract.ts'
import { useDueColumns } from './due.columns.tsx'
import { FactsForm } from './facts.form.tsx'
import { FilesSection } from './files.section.tsx'
import { FillingTable } from './filling.table.tsx'
import { RuleForm } from './rule.form.tsx'
import { federalWords } from './words.ts'
import { WorkbookButtons } from './workbook.buttons.tsx'

const SIZE = 50

/** What is open beside the list: what is usual, the fields of the page, or those of one document. */
type Open = 'rule' | 'filling' | number | null

/** What the federal register is still to be told of: the most urgent first, what is lacking, and the files that were made. */
export function FederalPage(): ReactNode {
  const words = useWords(federalWords)
  const { page = 1, ...filters } = useSearch({ from: '/documents/federal' })
  const navigate = useNavigate({ from: '/documents/federal' })
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  const change = (part: object): void => {
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  }
  const due = useQuery({
    queryKey: ['federal', 'due', filters, page],
    queryFn: ({ signal }) => call(listFederalDue, { query: { ...filters, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const rows = due.isError ? [] : due.data?.items
  const chosen = rows?.find(({ id }) => id === open)
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        <>
          <TextLink to="/documents">{words.back}</TextLink>
          <Button variant="default" onClick={() => setOpen('rule')}>
            {words.usual}
          </Button>
        </>
      }
    >
      {open === 'rule' ? <RuleForm onDone={close} /> : null}
      {due.data === undefined ? null : <Summary sum={due.data.sum} />}
      <Filters search={<SearchBox label={words.search} value={filters.q} onChange={(q) => change({ q })} />}>
        <Select
          label={words.state}
          placeholder={words.all}
          clearable
          data={DUE_STATES.map((value) => ({ value, label: words.states[value] }))}
          value={filters.state ?? null}
          onChange={(state) => change({ state: state ?? undefined })}
        />
      </Filters>
      <ProblemNote error={due.error} onRetry={() => due.refetch()} />
      {(due.data?.total ?? 0) === 0 ? null : <WorkbookButtons filters={filters} onFill={() => setOpen('filling')} />}
      {chosen === undefined ? null : <FactsForm key={chosen.id} due={chosen} onDone={close} />}
      {open === 'filling' && rows !== undefined ? (
        <FillingTable due={rows} onDone={close} />
      ) : (
        <List rows={rows} isFiltered={Object.values(filters).some((value) => value !== undefined)} onChange={setOpen} />
      )}
      <Pager
        page={page}
        size={SIZE}
        total={due.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
      <FilesSection />
    </Page>
  )
}

type ListProps = { readonly rows: readonly Due[] | undefined; readonly isFiltered: boolean; onChange(id: number): void }

function List({ rows, isFiltered, onChange }: ListProps): ReactNode {
  const words = useWords(federalWords)
  const empty = <EmptyNote title={words.none}>{isFiltered ? words.noneFound : words.noneDetail}</EmptyNote>
  const columns = useDueColumns(onChange)
  return <DataTable caption={words.title} columns={columns} rows={rows} keyOf={({ id }) => id} empty={empty} />
}

/** How many wait, and the one thing to do with those that are whole. */
function Summary({ sum: { due, ready, overdue } }: { readonly sum: DueSum }): ReactNode {
  const words = useWords(federalWords)
  const making = useForm({
    save: (key) => call(makeFederalFiles, {}, { key }),
    touches: [['federal'], ['tasks']],
    saved: words.made,
    onDone: () => undefined,
  })
  if (due === 0) return null
  return (
    <>
      <ProblemNote error={making.error} />
      <Group gap="md">
        <Text>
          {words.sum(due, ready)} {overdue === 0 ? null : <strong>{words.late(overdue)}</strong>}
        </Text>
        <Button disabled={ready === 0} loading={making.busy} onClick={making.submit}>
          {words.make(ready)}
        </Button>
      </Group>
    </>
  )
}
