import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { listInvited, WAYS } from '../invitations.contract.ts'
import { invitationWords } from './words.ts'

const SIZE = 50
const SORTS = ['name', '-name', 'organisation', '-organisation'] as const

/** Everybody who was invited, by name: who could not be told is found here. */
export function InvitedPeople({ event }: { readonly event: number }): ReactNode {
  const words = useWords(invitationWords)
  const { way, page = 1, sort = 'name' } = useSearch({ from: '/events/$id/invitations' })
  const navigate = useNavigate({ from: '/events/$id/invitations' })
  const list = useQuery({
    queryKey: ['invited', event, way, page, sort],
    queryFn: ({ signal }) =>
      call(listInvited, { params: { id: event }, query: { way, page, sort, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  if (list.data?.total === 0 && way === undefined) return null
  return (
    <Section title={words.people}>
      <Select
        label={words.filter}
        maw="20rem"
        mb="sm"
        placeholder={words.all}
        clearable
        data={WAYS.map((value) => ({ value, label: words.ways[value] }))}
        value={way ?? null}
        onChange={(value) =>
          navigate({ search: { sort, way: WAYS.find((one) => one === value) }, replace: true, resetScroll: false })
        }
      />
      <ProblemNote error={list.error} onRetry={() => list.refetch()} />
      <DataTable
        caption={words.people}
        sort={sort}
        onSort={(by) =>
          navigate({
            search: (before) => ({ ...before, sort: SORTS.find((one) => one === by) }),
            replace: true,
            resetScroll: false,
          })
        }
        columns={[
          { key: 'name', title: words.who, sort: 'name', cell: ({ name }) => name },
          {
            key: 'organisation',
            title: words.organisation,
            sort: 'organisation',
            cell: ({ organisation }) => organisation ?? '—',
          },
          { key: 'way', title: words.how, cell: (one) => words.ways[one.way] },
          {
            key: 'letter',
            title: words.letter,
            cell: ({ letter }) => (letter === null ? '—' : words.letters[letter]),
          },
          { key: 'enrolled', title: words.enrolled, cell: ({ enrolled }) => (enrolled ? words.yes : '—') },
        ]}
        rows={list.isError ? [] : list.data?.items}
        keyOf={({ id }) => id}
        empty={null}
      />
      <Pager
        page={page}
        size={SIZE}
        total={list.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Section>
  )
}
