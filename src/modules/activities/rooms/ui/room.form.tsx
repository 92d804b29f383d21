import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { OrganisationSelect } from '../../../registry/ui/index.ts'
import { addRoom, changeRoom, type Room } from '../rooms.contract.ts'
import { roomWords } from './words.ts'

type Props = { readonly room?: Room; onDone(): void }

/** Adds a room or changes one; whose it is stays. */
export function RoomForm({ room, onDone }: Props): ReactNode {
  const words = useWords(roomWords)
  const client = useQueryClient()
  const draft = useDraft(`room-${room?.id ?? 'new'}`, {
    organisationId: room === undefined ? '' : String(room.organisation.id),
    name: room?.name ?? '',
    seats: (room?.seats ?? '') as number | string,
    equipment: room?.equipment ?? '',
    retired: room?.retired ?? false,
  })
  const typed = draft.value
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const body = {
    ...{ name: typed.name, equipment: typed.equipment },
    seats: typed.seats === '' ? null : Number(typed.seats),
  }
  const form = useForm({
    save: (key) =>
      room === undefined
        ? call(addRoom, { body: { ...body, organisationId: Number(typed.organisationId) } }, { key })
        : call(
            changeRoom,
            { params: { id: room.id }, body: { ...body, retired: typed.retired } },
            { key, version: room.version },
          ),
    touches: [['rooms']],
    saved: words.saved,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={room === undefined ? words.add : words.changeOf(room.name)}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['rooms'] })}
    >
      <OrganisationSelect
        label={words.organisation}
        required
        disabled={room !== undefined}
        value={typed.organisationId}
        error={form.fault('organisationId')}
        onChange={(organisationId) => draft.change({ organisationId })}
      />
      <TextInput
        label={words.name}
        description={words.nameHint}
        required
        maxLength={200}
        value={typed.name}
        error={form.fault('name')}
        onChange={(e) => draft.change({ name: e.currentTarget.value })}
      />
      <NumberInput
        label={words.seats}
        min={1}
        allowDecimal={false}
        value={typed.seats}
        error={form.fault('seats')}
        onChange={(seats) => draft.change({ seats })}
      />
      <TextInput
        label={words.equipment}
        description={words.equipmentHint}
        maxLength={1000}
        value={typed.equipment}
        error={form.fault('equipment')}
        onChange={(e) => draft.change({ equipment: e.currentTarget.value })}
      />
      {room === undefined ? null : (
        <Checkbox
          label={words.retired}
          checked={typed.retired}
          onChange={(e) => draft.change({ retired: e.currentTarget.checked })}
        />
      )}
    </FormCard>
  )
}
