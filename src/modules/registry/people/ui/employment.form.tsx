import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { typedOnly, useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { shownFrom, useUndo } from '../../history/ui/use-undo.ts'
import { addEmployment, changeEmployment, type Employment, removeEmployment } from '../employments.contract.ts'
import { EmploymentFields, type EmploymentTyped, NOWHERE, placeOf, typedOf } from './employment.fields.tsx'
import { peopleWords } from './words.ts'

type Props = { readonly personId: number; readonly employment?: Employment; onDone(): void }

/** Adds a place of work, corrects one, ends it (a last day), or takes it away where it was entered by mistake. */
export function EmploymentForm({ personId, employment, onDone }: Props): ReactNode {
  const words = useWords(peopleWords)
  const client = useQueryClient()
  const notice = useNotice()
  const key = employment === undefined ? `employment-of-${personId}` : `employment-${employment.id}`
  const draft = useDraft<EmploymentTyped>(key, employment === undefined ? NOWHERE : typedOf(employment))
  const subject = { kind: 'person', id: personId } as const
  const { undoLatest } = useUndo(subject)
  const touches = shownFrom(subject)
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: async (press) =>
      employment === undefined
        ? await call(
            addEmployment,
            {
              params: { id: personId },
              body: { organisationId: Number(draft.value.organisationId), ...placeOf(draft.value) },
            },
            { key: press },
          )
        : await call(
            changeEmployment,
            { params: { id: employment.id }, body: typedOnly(placeOf(draft.value), draft.changes) },
            { version: employment.version },
          ),
    touches,
    saved: words.saved,
    undo: undoLatest,
    onDone: close,
  })
  const removal = useMutation({
    mutationFn: async (one: Employment) =>
      await call(removeEmployment, { params: { id: one.id } }, { version: one.version }),
    onSuccess: async () => {
      await Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey })))
      notice(words.removed, undoLatest)
      close()
    },
  })
  return (
    <>
      <FormCard
        form={form}
        label={employment === undefined ? words.addPlace : words.change}
        save={words.save}
        cancel={words.cancel}
        onCancel={close}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
        onShowNow={() => client.invalidateQueries({ queryKey: ['person', String(personId)] })}
      >
        <EmploymentFields typed={draft.value} employment={employment} onChange={draft.change} fault={form.fault} />
      </FormCard>
      <ProblemNote error={removal.error} />
      {employment?.can.includes('remove') ? (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          loading={removal.isPending}
          onClick={() => removal.mutate(employment)}
        >
          {words.remove}
        </Button>
      ) : null}
    </>
  )
}
