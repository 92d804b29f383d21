import { Button, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay, today } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { passSelfStudyModule, type SelfStudy, type SelfStudyModule } from '../self-study.contract.ts'
import { touchedBy } from './touched.ts'
import { selfStudyWords } from './words.ts'

type Props = { readonly study: SelfStudy }

/** What it is made of, and what is passed; whoever helps notes it. */
export function ModulesSection({ study }: Props): ReactNode {
  const words = useWords(selfStudyWords)
  const [noting, setNoting] = useState<number | null>(null)
  const { modules, passed, needed, electives, isPart } = study
  return (
    <Section title={`${words.modules}: ${words.passedOf(passed, needed)}`}>
      {electives > 0 && !isPart ? <Text size="sm">{words.electives(electives)}</Text> : null}
      <ul className="rost-plain-list">
        {modules.map((module) => (
          <li key={module.id}>
            {noting === module.id ? (
              <PassForm study={study} module={module} onDone={() => setNoting(null)} />
            ) : (
              <Module study={study} module={module} onNote={() => setNoting(module.id)} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type OfModule = Props & { readonly module: SelfStudyModule }

function Module({ study, module, onNote }: OfModule & { onNote(): void }): ReactNode {
  const words = useWords(selfStudyWords)
  const { language } = useLanguage()
  const { title, hours, elective, passedOn, evidence } = module
  const isPassed = passedOn !== null
  const said = [words.inHours(hours), ...(elective ? [words.elective] : [])]
  return (
    <>
      <Mark state={isPassed ? 'good' : 'none'}>
        <span className="rost-own-name">{title}</span>
      </Mark>
      , {said.join(', ')}{' '}
      <Text span size="sm" c="dimmed">
        {isPassed ? words.passedOn(sayShortDay(passedOn, language)) : words.notPassed}
        {evidence === '' ? null : <span className="rost-own-name">{`: ${evidence}`}</span>}
      </Text>{' '}
      {study.can.includes('keep') ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={isPassed ? words.correctOf(title) : words.noteOf(title)}
          onClick={onNote}
        >
          {isPassed ? words.correct : words.note}
        </Button>
      ) : null}
    </>
  )
}

function PassForm({ study, module, onDone }: OfModule & { onDone(): void }): ReactNode {
  const words = useWords(selfStudyWords)
  const { id, version } = study
  const [typed, setTyped] = useState({ passedOn: module.passedOn ?? today(), evidence: module.evidence })
  const pass = (body: { passedOn: string | null; evidence: string }) => (key: string) =>
    call(passSelfStudyModule, { params: { id, moduleId: module.id }, body }, { key, version })
  const done = { touches: touchedBy(id), saved: words.noted, onDone }
  const form = useForm({ save: pass(typed), ...done })
  const back = useForm({ save: pass({ passedOn: null, evidence: '' }), ...done, saved: words.saved })
  return (
    <FormCard form={form} label={words.noteOf(module.title)} save={words.save} cancel={words.cancel} onCancel={onDone}>
      <Text className="rost-wide rost-own-name">{module.title}</Text>
      <TextInput
        type="date"
        label={words.passDay}
        required
        value={typed.passedOn}
        error={form.fault('passedOn')}
        onChange={(e) => setTyped({ ...typed, passedOn: e.currentTarget.value })}
      />
      <TextInput
        label={words.evidence}
        description={words.evidenceHint}
        maxLength={1000}
        value={typed.evidence}
        error={form.fault('evidence')}
        onChange={(e) => setTyped({ ...typed, evidence: e.currentTarget.value })}
      />
      {module.passedOn === null ? null : (
        <Button variant="default" loading={back.busy} onClick={(e) => back.submit(e)}>
          {words.takeBack}
        </Button>
      )}
    </FormCard>
  )
}
