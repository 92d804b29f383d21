import { Checkbox, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { DataTable } from '../../../../../web/kit/data-table.tsx'
import { Mark } from '../../../../../web/kit/marks.tsx'
import { EmptyNote } from '../../../../../web/kit/page.tsx'
import { useWords } from '../../../../../web/language.tsx'
import type { Completing } from '../closing.contract.ts'
import { completes, type Overruled } from './overruling.ts'
import { closingWords } from './words.ts'

type Props = {
  readonly items: readonly Completing[]
  readonly examinations: number
  readonly overruled: Overruled
  faultOf(person: number): string | undefined
  /** Null: as the rule says. */
  onOverrule(person: number, reason: string | null): void
}

/** As the rule has it, with a tick for who completes the course; another one wants a reason. */
export function CompletingTable({ items, examinations, overruled, faultOf, onOverrule }: Props): ReactNode {
  const words = useWords(closingWords)
  return (
    <DataTable
      caption={words.completes}
      columns={[
        { key: 'who', title: words.who, cell: ({ person }) => person.name },
        { key: 'organisation', title: words.organisation, cell: ({ organisation }) => organisation?.name ?? '—' },
        {
          key: 'done',
          title: words.done,
          cell: ({ share, credited }) =>
            [
              share === null ? words.unmarked : words.share(share),
              ...(examinations === 0 ? [] : [words.credited(credited, examinations)]),
            ].join(', '),
        },
        { key: 'rule', title: '', cell: ({ lacks }) => <Lacks lacks={lacks} /> },
        {
          key: 'completes',
          title: words.completes,
          cell: (one) => (
            <Checkbox
              aria-label={words.completesOf(one.person.name)}
              checked={completes(one, overruled)}
              onChange={() => onOverrule(one.person.id, overruled[one.person.id] === undefined ? '' : null)}
            />
          ),
        },
        {
          key: 'why',
          title: words.why,
          cell: ({ person }) =>
            overruled[person.id] === undefined ? (
              '—'
            ) : (
              <TextInput
                size="xs"
                required
                maxLength={1_000}
                aria-label={words.whyOf(person.name)}
                value={overruled[person.id]}
                error={faultOf(person.id)}
                onChange={(e) => onOverrule(person.id, e.currentTarget.value)}
              />
            ),
        },
      ]}
      rows={items}
      keyOf={({ person }) => person.id}
      empty={<EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>}
    />
  )
}

function Lacks({ lacks }: Pick<Completing, 'lacks'>): ReactNode {
  const words = useWords(closingWords)
  if (lacks.length === 0) return <Mark state="good">{words.enough}</Mark>
  return <Mark state="warn">{lacks.map((lack) => words.lacks[lack]).join(', ')}</Mark>
}
