import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { openCoursePlan } from '../course-plans.contract.ts'
import { coursePlanWords } from './words.ts'

type Props = { readonly organisation: number; readonly year: number }

/** Begins the plan of a school and goes there. */
export function BeginButton({ organisation, year }: Props): ReactNode {
  const words = useWords(coursePlanWords)
  const navigate = useNavigate()
  const form = useForm({
    save: (key) => call(openCoursePlan, { body: { organisationId: organisation, year } }, { key }),
    touches: [['course-plans']],
    saved: words.begun,
    onDone: ({ id }) => void navigate({ to: '/course-plans/$id', params: { id: String(id) } }),
  })
  return (
    <>
      <ProblemNote error={form.error} />
      <Button size="compact-sm" loading={form.busy} onClick={(e) => form.submit(e)}>
        {words.begin(year)}
      </Button>
    </>
  )
}
