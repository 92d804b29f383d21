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
import { listRooms, type Room } from '../rooms.contract.ts'
import { RoomForm } from './room.form.tsx'
import type { RoomsSearch } from './rooms.search.ts'
import { roomWords } from './words.ts'

const SIZE = 50
const SORTS = ['organisation', '-organisation', 'name', '-name', 'seats', '-seats'] as const

/** Halls and rooms in which events take place. */
export function RoomsPage(): ReactNode {
  const words = useWords(roomWords)
  const { q, sort, page = 1 } = useSearch({ from: '/events/rooms' })
  const navigate = useNavigate({ from: '/events/rooms' })
  const [open, setOpen] = useState<Room | 'new' | null>(null)
  const sorted = SORTS.find((one) => one === sort)
  const rooms = useQuery({
    queryKey: ['rooms', q, sorted, page],
    queryFn: ({ signal }) =>
      call(
        listRooms,
        { query: { page, size: SIZE, sort: sorted ?? 'organisation,name', ...(q !== undefined && { q }) } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<RoomsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  return (
    <Page
      title={words.title}
      about={rooms.data === undefined ? '\u00a0' : words.count(rooms.data.total)}
      actions={
        rooms.data?.can.includes('add') && open === null ? (
          <Button onClick={() => setOpen('new')}>{words.add}</Button>
        ) : null
      }
    >
      {open === null ? null : (
        <RoomForm
          key={open === 'new' ? 'new' : `${open.id} ${open.version}`}
          {...(open !== 'new' && { room: open })}
          onDone={() => setOpen(null)}
        />
      )}
      <SearchBox label={words.search} value={q} onChange={(typed) => change({ q: typed })} />
      <ProblemNote error={rooms.error} onRetry={() => rooms.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          { key: 'name', title: words.name, sort: 'name', cell: (room) => nameOf(room, words.isRetired) },
          {
            key: 'organisation',
            title: words.organisation,
            sort: 'organisation',
            cell: ({ organisation }) => organisation.name,
          },
          { key: 'seats', title: words.seats, sort: 'seats', number: true, cell: ({ seats }) => seats ?? '—' },
          { key: 'equipment', title: words.equipment, cell: ({ equipment }) => equipment || '—' },
          {
            key: 'change',
            title: '',
            cell: (room) =>
              room.can.includes('change') ? (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={words.changeOf(room.name)}
                  onClick={() => setOpen(room)}
                >
                  {words.change}
                </Button>
              ) : null,
          },
        ]}
        rows={rooms.isError ? [] : rooms.data?.items}
        keyOf={({ id }) => id}
        sort={sorted ?? 'organisation'}
        onSort={(key) => change({ sort: key })}
        empty={
          rooms.isError ? null : q === undefined ? (
            <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>
          ) : (
            <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>
          )
        }
      />
      <Pager
        page={page}
        size={SIZE}
        total={rooms.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}

const nameOf = ({ name, retired }: Room, isRetired: string): string => (retired ? `${name} (${isRetired})` : name)
