import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { getStateForm } from '../state-form.contract.ts'
import { FormGrid } from './form.grid.tsx'
import { LineMembers } from './line.members.tsx'
import type { ShownLine } from './state-forms.search.ts'
import { stateFormWords } from './words.ts'

type Props = {
  readonly organisation: number
  readonly year: number
  /** Whose names are shown. */
  readonly line: ShownLine | undefined
  onLine(line: ShownLine | undefined): void
}

/** The form of one organisation line by line, and the people the registry counts in the line asked about. */
export function StateFormSection({ organisation, year, line, onLine }: Props): ReactNode {
  const words = useWords(stateFormWords)
  const form = useQuery({
    queryKey: ['state-form', organisation, year],
    queryFn: () => call(getStateForm, { params: { id: organisation, year } }),
  })
  return (
    <Page
      title={
        form.data === undefined ? words.title : `${words.form[form.data.form]}, ${year}: ${form.data.organisation.name}`
      }
      about={words.about}
      actions={
        <ButtonLink to="/quality/forms" search={{ year }} variant="default">
          {words.back}
        </ButtonLink>
      }
    >
      {form.isPending ? <Loader aria-label={words.title} /> : null}
      <ProblemNote error={form.error} onRetry={() => form.refetch()} />
      {form.data === undefined ? null : <FormGrid key={form.data.version} form={form.data} onLine={onLine} />}
      {form.data === undefined || line === undefined ? null : (
        <LineMembers organisation={organisation} year={year} line={line} onHide={() => onLine(undefined)} />
      )}
    </Page>
  )
}
