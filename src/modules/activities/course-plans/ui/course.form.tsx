import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type Course, changeCourse } from '../courses.contract.ts'
import { bodyOf, CourseFields, type Typed, typedOf } from './course.fields.tsx'
import { coursePlanWords } from './words.ts'

type Props = { readonly course: Course; onDone(): void }

/** Changes a planned course of somebody. */
export function CourseForm({ course, onDone }: Props): ReactNode {
  const words = useWords(coursePlanWords)
  const client = useQueryClient()
  const draft = useDraft<Typed>(`planned-course-${course.id}`, typedOf(course))
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const { id, version, person } = course
  const form = useForm({
    save: (key) => call(changeCourse, { params: { id }, body: bodyOf(draft.value) }, { key, version }),
    touches: [['course-plans'], ['planned-courses']],
    saved: words.saved,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.changeOf(person.name)}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['planned-courses'] })}
    >
      <CourseFields typed={draft.value} had={course} onChange={draft.change} fault={form.fault} />
    </FormCard>
  )
}
