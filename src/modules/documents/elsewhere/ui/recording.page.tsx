import { Button, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type Chosen, PeoplePicker } from '../../register/ui/people.picker.tsx'
import { DEED_KINDS, isLearning } from '../deeds.kinds.contract.ts'
import { recordDeeds } from '../elsewhere.contract.ts'
import { DeedFields } from './deed.fields.tsx'
import { startTyping, toldOf } from './deed.typing.ts'
import { PeopleList } from './people.list.tsx'
import { elsewhereWords } from './words.ts'

const KINDS = DEED_KINDS.filter((kind) => !isLearning(kind))

/** What organisers know of, for as many people as it was: nobody else has to write it. */
export function RecordingPage(): ReactNode {
  const words = useWords(elsewhereWords)
  const navigate = useNavigate()
  const notice = useNotice()
  const [typed, setTyped] = useState(() => startTyping('award'))
  const [people, setPeople] = useState<Chosen>(new Map())
  const form = useForm({
    save: (key) => {
      const deeds = [...people.keys()].map((personId) => ({ ...toldOf(typed), personId }))
      return call(recordDeeds, { body: { deeds } }, { key })
    },
    touches: [['deeds'], ['life']],
    saved: words.recordedCount,
    onDone: ({ known }) => {
      if (known.length > 0) notice(words.known(known.length))
      void navigate({ to: '/documents/deeds' })
    },
  })
  return (
    <Page
      title={words.record}
      about={words.recordAbout}
      actions={<TextLink to="/documents/deeds">{words.toList}</TextLink>}
    >
      <form onSubmit={form.submit} noValidate aria-label={words.record}>
        <Stack gap="lg">
          <ProblemNote error={form.error} />
          <Section title={words.whatDone}>
            <div className="rost-filters">
              <DeedFields
                typed={typed}
                kinds={KINDS}
                fault={(field) => form.fault(`deeds.0.${field}`)}
                onChange={(part) => setTyped({ ...typed, ...part })}
              />
            </div>
          </Section>
          <Section title={words.whose}>
            <Stack gap="sm">
              <PeopleList chosen={people} onChange={setPeople} />
              <PeoplePicker caption={words.whose} chosen={people} onChange={setPeople} />
            </Stack>
          </Section>
          <div>
            <Button type="submit" loading={form.busy} disabled={people.size === 0}>
              {words.recordFor(people.size)}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  )
}
