import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { sayShortDay, today } from '../../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../../web/kit/form.tsx'
import { Mark } from '../../../../../web/kit/marks.tsx'
import { Section } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import type { Run } from '../../group/group.contract.ts'
import { type Electives, remindToChoose, setChoiceDay } from '../electives.contract.ts'
import { ChoosingForm, useElectives } from './choosing.form.tsx'
import { electiveWords } from './words.ts'

/** Of what learners of a course choose, how many take each, and who has yet to choose. */
export function ElectivesSection({ run }: { readonly run: Run }): ReactNode {
  const words = useWords(electiveWords)
  const electives = useElectives(run.event.id)
  return (
    <Section title={words.title}>
      <ProblemNote error={electives.error} onRetry={() => electives.refetch()} />
      {electives.isPending ? <Skeleton height={120} /> : null}
      {electives.data === undefined ? null : <Shown run={run} electives={electives.data} />}
    </Section>
  )
}

type Props = { readonly run: Run; readonly electives: Electives }

function Shown({ run, electives }: Props): ReactNode {
  const words = useWords(electiveWords)
  const { language } = useLanguage()
  const [open, setOpen] = useState<'rest' | 'day' | null>(null)
  const { take, chooseBy, modules, unchosen, can } = electives
  const say = today() <= chooseBy ? words.rule : words.ruleOver
  const close = () => setOpen(null)
  return (
    <>
      <Text size="sm">{say(take, modules.length, sayShortDay(chooseBy, language))}</Text>
      <ul className="rost-plain-list">
        {modules.map(({ id, title, hours, form, takers }) => (
          <li key={id}>
            <span className="rost-own-name">{title}</span>
            {` (${words.hours(hours)}, ${words.forms[form]}): ${words.takers(takers)}`}
          </li>
        ))}
      </ul>
      {run.enrolled === 0 ? null : (
        <Mark state={unchosen === 0 ? 'good' : 'warn'}>
          {unchosen === 0 ? words.everybody : words.unchosen(unchosen)}
        </Mark>
      )}
      {can.includes('choose') ? (
        <Group gap="xs" mt="xs">
          {can.includes('remind') ? <RemindButton event={run.event.id} /> : null}
          {unchosen === 0 ? null : (
            <Button size="compact-sm" variant="default" onClick={() => setOpen('rest')}>
              {words.chooseForRest}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen('day')}>
            {words.changeDay}
          </Button>
        </Group>
      ) : null}
      {open === 'rest' ? <ChoosingForm event={run.event.id} learner={null} onDone={close} /> : null}
      {open === 'day' ? <DayForm run={run} electives={electives} onDone={close} /> : null}
    </>
  )
}

function RemindButton({ event }: { readonly event: number }): ReactNode {
  const words = useWords(electiveWords)
  const form = useForm({
    save: (key) => call(remindToChoose, { params: { id: event } }, { key }),
    touches: [],
    saved: words.reminded,
    onDone: () => {},
  })
  return (
    <>
      <ProblemNote error={form.error} />
      <Button size="compact-sm" variant="default" loading={form.busy} onClick={(e) => form.submit(e)}>
        {words.remind}
      </Button>
    </>
  )
}

function DayForm({ run, electives, onDone }: Props & { onDone(): void }): ReactNode {
  const words = useWords(electiveWords)
  const [day, setDay] = useState(electives.isDaySet ? electives.chooseBy : '')
  const { id } = run.event
  const form = useForm({
    save: (key) => call(setChoiceDay, { params: { id }, body: { chooseBy: day === '' ? null : day } }, { key }),
    touches: [['electives', id], ['my-runs'], ['tasks']],
    saved: words.daySaved,
    onDone,
  })
  return (
    <FormCard form={form} label={words.changeDay} save={words.saveDay} cancel={words.cancel} onCancel={onDone}>
      <TextInput
        type="date"
        label={words.day}
        description={words.dayHint}
        autoFocus
        value={day}
        error={form.fault('chooseBy')}
        onChange={(e) => setDay(e.currentTarget.value)}
      />
    </FormCard>
  )
}
