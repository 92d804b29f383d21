import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Chosen, type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { plannerWords } from '../../planner/ui/words.ts'
import type { Course } from '../courses.contract.ts'
import { DoneNote, WhatNote } from './course.notes.tsx'
import { PersonCell } from './person.cell.tsx'
import { sayMoney } from './say-money.ts'
import { coursePlanWords } from './words.ts'

type Props = {
  readonly rows: readonly Course[] | undefined
  readonly sort: string
  readonly empty: ReactNode
  /** Names the school of each, where they are of several. */
  readonly bySchool?: boolean
  readonly chosen?: Chosen<Course>
  onSort(sort: string): void
  /** What may be done with a course, in its last column. */
  actions?(course: Course): ReactNode
}

/** Planned courses, whom they are for, and what became of them. */
export function CoursesTable({ rows, sort, empty, bySchool = false, chosen, onSort, actions }: Props): ReactNode {
  const words = useWords(coursePlanWords)
  const { months } = useWords(plannerWords)
  const { language } = useLanguage()
  const columns: Column<Course>[] = [
    {
      key: 'person',
      title: words.who,
      sort: 'person',
      cell: ({ person, position }) => <PersonCell person={person} position={position} />,
    },
    ...(bySchool
      ? [
          {
            ...{ key: 'organisation', title: words.organisation, sort: 'organisation' },
            cell: ({ organisation }: Course) => <span className="rost-own-name">{organisation.name}</span>,
          },
        ]
      : []),
    { key: 'what', title: words.what, cell: (course) => <WhatNote course={course} /> },
    {
      key: 'reason',
      title: words.reason,
      cell: ({ reason, note }) => (
        <>
          {words.reasons[reason]}
          {note === '' ? null : (
            <Text size="xs" c="dimmed" className="rost-own-name">
              {note}
            </Text>
          )}
        </>
      ),
    },
    { key: 'month', title: words.month, sort: 'month', cell: ({ month }) => months[month - 1] },
    {
      key: 'price',
      title: words.price,
      cell: ({ funding, price }) =>
        funding === 'free'
          ? words.fundings.free
          : `${price === null ? words.noPrice : sayMoney(price, language)}, ${words.fundings[funding]}`,
    },
    { key: 'done', title: words.done, cell: (course) => <DoneNote course={course} /> },
    ...(actions === undefined ? [] : [{ key: 'actions', title: words.actions, cell: actions }]),
  ]
  return (
    <DataTable
      caption={words.inPlan}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      empty={empty}
      {...{ sort, onSort }}
      {...(chosen !== undefined && { chosen })}
    />
  )
}
