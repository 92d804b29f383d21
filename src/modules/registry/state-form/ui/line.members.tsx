import { Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { fullName, sayCount } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listStateFormMembers } from '../state-form.contract.ts'
import type { ShownLine } from './state-forms.search.ts'
import { stateFormWords } from './words.ts'

type Props = { readonly organisation: number; readonly year: number; readonly line: ShownLine; onHide(): void }

/** Who the registry counts in a line of the form. */
export function LineMembers({ organisation, year, line, onHide }: Props): ReactNode {
  const words = useWords(stateFormWords)
  const { language } = useLanguage()
  const members = useQuery({
    queryKey: ['state-form', organisation, year, line],
    queryFn: () => call(listStateFormMembers, { params: { id: organisation, year }, query: { line } }),
  })
  const title = words.whoTitle(words.lines[line])
  return (
    <Section
      title={title}
      actions={
        <Button size="xs" variant="default" onClick={onHide}>
          {words.hide}
        </Button>
      }
    >
      {members.isPending ? <Loader aria-label={title} /> : null}
      <ProblemNote error={members.error} onRetry={() => members.refetch()} />
      {members.data === undefined ? null : (
        <DataTable
          caption={title}
          columns={[
            {
              key: 'name',
              title: words.name,
              cell: (one) => (
                <TextLink to="/people/$id" params={{ id: String(one.id) }}>
                  {fullName(one)}
                </TextLink>
              ),
            },
            { key: 'position', title: words.position, cell: ({ position }) => position },
            { key: 'age', title: words.age, number: true, cell: ({ age }) => sayCount(age, language) },
            {
              key: 'experience',
              title: words.experience,
              number: true,
              cell: ({ experience }) => (experience === null ? words.unknown : sayCount(experience, language)),
            },
          ]}
          rows={members.data.items}
          keyOf={({ id }) => id}
          empty={<EmptyNote title={words.nobody} />}
        />
      )}
    </Section>
  )
}
