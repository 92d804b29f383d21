import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { PersonSelect } from '../../../registry/ui/index.ts'
import { addCourses } from '../courses.contract.ts'
import { bodyOf, CourseFields, NO_COURSE } from './course.fields.tsx'
import { coursePlanWords } from './words.ts'

type Props = { readonly plan: number; readonly people: readonly number[]; onDone(): void }

/** Plans one course for all who are ticked, and for somebody who is not in the list. */
export function AddForm({ plan, people, onDone }: Props): ReactNode {
  const words = useWords(coursePlanWords)
  const navigate = useNavigate()
  const [other, setOther] = useState('')
  const draft = useDraft(`new-course-${plan}`, NO_COURSE)
  const asked = [...new Set([...people, ...(other === '' ? [] : [Number(other)])])]
  const form = useForm({
    save: (key) => call(addCourses, { params: { id: plan }, body: { ...bodyOf(draft.value), people: asked } }, { key }),
    touches: [['course-plans'], ['planned-courses']],
    saved: words.added(asked.length),
    onDone: () => {
      draft.clear()
      setOther('')
      onDone()
    },
  })
  return (
    <>
      <Text size="sm">{words.chooseSome}</Text>
      <FormCard
        form={form}
        label={words.addPeople}
        save={words.add(asked.length)}
        cancel={words.back}
        onCancel={() => void navigate({ to: '/course-plans/$id', params: { id: String(plan) } })}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
      >
        <PersonSelect
          label={words.anybody}
          description={words.anybodyHint}
          value={other}
          error={form.fault('people')}
          onChange={setOther}
        />
        <CourseFields typed={draft.value} had={null} onChange={draft.change} fault={form.fault} />
      </FormCard>
    </>
  )
}
