import { TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { PersonSelect } from '../../../registry/ui/index.ts'
import { ProgrammeSelect } from '../../programmes/ui/programme.select.tsx'
import { RunModulesField } from '../../programmes/ui/run-modules.field.tsx'
import { arrangeSelfStudy, askSelfStudy } from '../self-study.contract.ts'
import { selfStudyWords } from './words.ts'

/** Enters somebody who takes a programme without a group. */
export function NewSelfStudyPage(): ReactNode {
  const { programme } = useSearch({ from: '/self-studies/new' })
  return <NewSelfStudy isOwn={false} programme={programme} />
}

/** Asks for it for oneself. */
export function AskSelfStudyPage(): ReactNode {
  const { programme } = useSearch({ from: '/my/self-studies/new' })
  return <NewSelfStudy isOwn programme={programme} />
}

type Props = { readonly isOwn: boolean; readonly programme: number | undefined }

function NewSelfStudy({ isOwn, programme }: Props): ReactNode {
  const words = useWords(selfStudyWords)
  const navigate = useNavigate()
  const draft = useDraft(`${isOwn ? 'asked' : 'new'}-self-study-${programme ?? ''}`, {
    ...{ personId: '', programmeId: programme === undefined ? '' : String(programme), tutorId: '' },
    ...{ moduleIds: [] as readonly number[], startsOn: today(), endsOn: '' },
  })
  const typed = draft.value
  const form = useForm({
    save: (key) => {
      const { startsOn, endsOn, moduleIds } = typed
      const wanted = { programmeId: Number(typed.programmeId), moduleIds: [...moduleIds], startsOn, endsOn }
      if (isOwn) return call(askSelfStudy, { body: wanted }, { key })
      const tutorId = typed.tutorId === '' ? null : Number(typed.tutorId)
      return call(arrangeSelfStudy, { body: { ...wanted, personId: Number(typed.personId), tutorId } }, { key })
    },
    touches: [['self-studies']],
    saved: isOwn ? words.asked : words.arranged,
    onDone: ({ id }) => {
      draft.clear()
      void navigate({ to: '/self-studies/$id', params: { id: String(id) } })
    },
  })
  const title = isOwn ? words.asking : words.arranging
  return (
    <Page title={title} about={isOwn ? words.askingAbout : words.arrangingAbout}>
      <FormCard
        form={form}
        label={title}
        save={isOwn ? words.send : words.arrange}
        cancel={words.cancel}
        onCancel={() => {
          draft.clear()
          void navigate({ to: isOwn ? '/my' : '/self-studies' })
        }}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
      >
        {isOwn ? null : (
          <PersonSelect
            label={words.person}
            description={words.personHint}
            value={typed.personId}
            error={form.fault('personId')}
            onChange={(personId) => draft.change({ personId })}
          />
        )}
        <ProgrammeSelect
          label={words.programme}
          had={null}
          disabled={false}
          required
          alone
          value={typed.programmeId}
          error={form.fault('programmeId')}
          onChange={(programmeId) => draft.change({ programmeId, moduleIds: [] })}
        />
        {(['startsOn', 'endsOn'] as const).map((field) => (
          <TextInput
            key={field}
            type="date"
            label={words[field]}
            required
            value={typed[field]}
            error={form.fault(field)}
            onChange={(e) => draft.change({ [field]: e.currentTarget.value })}
          />
        ))}
        {isOwn ? null : (
          <PersonSelect
            label={words.tutor}
            description={words.tutorHint}
            value={typed.tutorId}
            error={form.fault('tutorId')}
            onChange={(tutorId) => draft.change({ tutorId })}
          />
        )}
        {typed.programmeId === '' ? null : (
          <RunModulesField
            programme={Number(typed.programmeId)}
            disabled={false}
            hint={words.modulesHint}
            value={typed.moduleIds}
            error={form.fault('moduleIds')}
            onChange={(moduleIds) => draft.change({ moduleIds })}
          />
        )}
      </FormCard>
    </Page>
  )
}
