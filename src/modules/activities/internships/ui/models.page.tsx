import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type InternshipModel, listInternshipModels } from '../catalogue.contract.ts'
import type { ModelsSearch } from './internships.search.ts'
import { ModelForm } from './model.form.tsx'
import { internshipWords } from './words.ts'

const SIZE = 50

/** The catalogue of models: what is done, which tasks, how many hours. */
export function ModelsPage(): ReactNode {
  const words = useWords(internshipWords)
  const { q, sort = 'title', page = 1 } = useSearch({ from: '/internships/models' })
  const navigate = useNavigate({ from: '/internships/models' })
  const [open, setOpen] = useState<InternshipModel | 'new' | null>(null)
  const query = { page, size: SIZE, sort, ...(q !== undefined && { q }) }
  const models = useQuery({
    queryKey: ['internships', 'models', query],
    queryFn: ({ signal }) => call(listInternshipModels, { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<ModelsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const mayAdd = models.data?.can.includes('add') === true
  return (
    <Page
      title={words.modelsTitle}
      about={words.modelsAbout}
      actions={mayAdd && open === null ? <Button onClick={() => setOpen('new')}>{words.addModel}</Button> : null}
    >
      {open === null ? null : (
        <ModelForm
          key={open === 'new' ? 'new' : `${open.id} ${open.version}`}
          {...(open !== 'new' && { model: open })}
          onDone={() => setOpen(null)}
        />
      )}
      <SearchBox label={words.modelSearch} value={q} onChange={(typed) => change({ q: typed })} />
      <ProblemNote error={models.error} onRetry={() => models.refetch()} />
      <DataTable
        caption={words.modelsTitle}
        columns={[
          {
            key: 'title',
            title: words.name,
            sort: 'title',
            cell: ({ title, virtual, retired }) => (
              <>
                <span className="rost-own-name">{title}</span>
                {virtual ? ` (${words.virtual})` : ''}
                {retired ? ` (${words.isRetired})` : ''}
              </>
            ),
          },
          {
            key: 'about',
            title: words.about,
            cell: ({ about }) => <span className="rost-own-name">{about || '—'}</span>,
          },
          {
            key: 'tasks',
            title: words.tasks,
            cell: ({ tasks }) => <span className="rost-own-name">{tasks.join('; ') || '—'}</span>,
          },
          { key: 'hours', title: words.hours, sort: 'hours', number: true, cell: ({ hours }) => hours },
          { key: 'finished', title: words.finishedCount, number: true, cell: ({ finished }) => finished },
          {
            key: 'change',
            title: '',
            cell: (model) =>
              mayAdd ? (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={words.changeOf(model.title)}
                  onClick={() => setOpen(model)}
                >
                  {words.change}
                </Button>
              ) : null,
          },
        ]}
        rows={models.isError ? [] : models.data?.items}
        keyOf={({ id }) => id}
        sort={sort}
        onSort={(to) => change({ sort: to as ModelsSearch['sort'] })}
        empty={
          models.isError ? null : q === undefined ? (
            <EmptyNote title={words.noModels}>{words.noModelsDetail}</EmptyNote>
          ) : (
            <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>
          )
        }
      />
      <Pager
        page={page}
        size={SIZE}
        total={models.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}
