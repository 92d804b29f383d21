import { Modal, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { changePosition, type Position } from '../positions.contract.ts'
import { classifierWords } from './words.ts'

/** Writes a position in another way; files that write it as before are understood. */
export function RenameModal({ position, onClose }: { position: Position; onClose: () => void }): ReactNode {
  const words = useWords(classifierWords)
  const client = useQueryClient()
  const draft = useDraft(`position-${position.id}`, { name: position.name })
  const close = (): void => {
    draft.clear()
    onClose()
  }
  const params = { id: position.id }
  const form = useForm({
    save: () => call(changePosition, { params, body: { name: draft.value.name } }, { version: position.version }),
    touches: [['positions']],
    saved: words.renamed,
    undo: async () => {
      await call(changePosition, { params, body: { name: position.name } }, { version: position.version + 1 })
      await client.invalidateQueries({ queryKey: ['positions'] })
    },
    onDone: close,
  })
  return (
    <Modal opened onClose={close} title={words.renameOf(position.name)}>
      <FormCard form={form} label={words.rename} save={words.save} cancel={words.cancel} onCancel={close}>
        <TextInput
          label={words.name}
          required
          data-autofocus
          maxLength={200}
          value={draft.value.name}
          error={form.fault('name')}
          onChange={(e) => draft.change({ name: e.currentTarget.value })}
        />
      </FormCard>
    </Modal>
  )
}
