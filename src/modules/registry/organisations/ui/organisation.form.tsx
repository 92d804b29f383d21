import { NumberInput, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { typedOnly, useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { shownFrom, useUndo } from '../../history/ui/use-undo.ts'
import { ValueSelect } from '../../people/ui/employment.details.tsx'
import {
  changeOrganisation,
  createOrganisation,
  ORGANISATION_TYPES,
  type Organisation,
} from '../organisations.contract.ts'
import { useTypes } from './use-types.ts'
import { organisationWords } from './words.ts'

/** As it stands in the fields: nothing typed is an empty text. */
type Typed = {
  readonly code: string
  readonly name: string
  readonly type: Organisation['type']
  readonly pupils: number | string
  readonly mentoringModelOn: string
  readonly activeUntil: string
  readonly kindId: string
  readonly shifts: number | string
}

const EMPTY: Typed = {
  ...{ code: '', name: '', type: 'school', pupils: '', mentoringModelOn: '', activeUntil: '' },
  ...{ kindId: '', shifts: '' },
}

const typedOf = (organisation: Organisation): Typed => ({
  code: organisation.code,
  name: organisation.name,
  type: organisation.type,
  pupils: organisation.pupils ?? '',
  mentoringModelOn: organisation.mentoringModelOn ?? '',
  activeUntil: organisation.activeUntil ?? '',
  kindId: organisation.kind === null ? '' : String(organisation.kind.id),
  shifts: organisation.shifts ?? '',
})

const bodyOf = (typed: Typed) => ({
  code: typed.code,
  name: typed.name,
  type: typed.type,
  pupils: typed.pupils === '' ? null : Number(typed.pupils),
  mentoringModelOn: typed.mentoringModelOn === '' ? null : typed.mentoringModelOn,
  activeUntil: typed.activeUntil === '' ? null : typed.activeUntil,
  kindId: typed.kindId === '' ? null : Number(typed.kindId),
  shifts: typed.shifts === '' ? null : Number(typed.shifts),
})

type Props = { readonly organisation?: Organisation; onDone(organisation?: Organisation): void }

/** Adds an organisation or corrects one. */
export function OrganisationForm({ organisation, onDone }: Props): ReactNode {
  const words = useWords(organisationWords)
  const types = useTypes()
  const client = useQueryClient()
  const draft = useDraft<Typed>(
    organisation === undefined ? 'new-organisation' : `organisation-${organisation.id}`,
    organisation === undefined ? EMPTY : typedOf(organisation),
  )
  const typed = draft.value
  const subject = { kind: 'organisation', id: organisation?.id ?? 0 } as const
  const { undoLatest } = useUndo(subject)
  const form = useForm<Organisation>({
    save: async (key) =>
      organisation === undefined
        ? await call(createOrganisation, { body: bodyOf(typed) }, { key })
        : await call(
            changeOrganisation,
            { params: { id: organisation.id }, body: typedOnly(bodyOf(typed), draft.changes) },
            { version: organisation.version },
          ),
    touches: organisation === undefined ? [['organisations']] : shownFrom(subject),
    saved: words.saved,
    ...(organisation !== undefined && { undo: undoLatest }),
    onDone: (saved) => {
      draft.clear()
      onDone(saved)
    },
  })
  return (
    <FormCard
      form={form}
      label={organisation === undefined ? words.add : words.change}
      save={words.save}
      cancel={words.cancel}
      onCancel={() => {
        draft.clear()
        onDone()
      }}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['organisation', String(organisation?.id)] })}
    >
      <TextInput
        label={words.code}
        required
        maxLength={50}
        value={typed.code}
        error={form.fault('code')}
        onChange={(e) => draft.change({ code: e.currentTarget.value })}
      />
      <TextInput
        label={words.name}
        required
        maxLength={300}
        value={typed.name}
        error={form.fault('name')}
        onChange={(e) => draft.change({ name: e.currentTarget.value })}
      />
      <Select
        label={words.type}
        required
        allowDeselect={false}
        data={ORGANISATION_TYPES.map((value) => ({ value, label: types[value] }))}
        value={typed.type}
        error={form.fault('type')}
        onChange={(type) => draft.change({ type: (type ?? 'school') as Typed['type'] })}
      />
      <NumberInput
        label={words.pupils}
        min={0}
        allowDecimal={false}
        thousandSeparator=" "
        value={typed.pupils}
        error={form.fault('pupils')}
        onChange={(pupils) => draft.change({ pupils })}
      />
      <TextInput
        type="date"
        label={words.mentoringModelOn}
        value={typed.mentoringModelOn}
        error={form.fault('mentoringModelOn')}
        onChange={(e) => draft.change({ mentoringModelOn: e.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.activeUntil}
        value={typed.activeUntil}
        error={form.fault('activeUntil')}
        onChange={(e) => draft.change({ activeUntil: e.currentTarget.value })}
      />
      <ValueSelect
        label={words.kind}
        list="organisation_kind"
        had={organisation?.kind ?? null}
        value={typed.kindId}
        error={form.fault('kindId')}
        onChange={(kindId) => draft.change({ kindId })}
      />
      <NumberInput
        label={words.shifts}
        min={1}
        max={9}
        allowDecimal={false}
        value={typed.shifts}
        error={form.fault('shifts')}
        onChange={(shifts) => draft.change({ shifts })}
      />
    </FormCard>
  )
}
