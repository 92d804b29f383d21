import { Button, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { call } from '../../../../../web/api.ts'
import { sayShortDay } from '../../../../../web/formats.ts'
import { useForm } from '../../../../../web/kit/form.tsx'
import { Mark } from '../../../../../web/kit/marks.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import { chooseElectives, type OwnElectives } from '../electives.contract.ts'
import './electives.css'
import { electiveWords } from './words.ts'

type Module = OwnElectives['modules'][number]
type Props = { readonly event: number; readonly electives: OwnElectives }

const chosenOf = ({ modules }: OwnElectives): number[] => modules.flatMap(({ id, isChosen }) => (isChosen ? [id] : []))

/** Which modules one takes, as a learner chooses them on a phone: a tap each. */
export function OwnElectivesChoice({ event, electives }: Props): ReactNode {
  const words = useWords(electiveWords)
  const { language } = useLanguage()
  const { take, chooseBy, modules, isChosenByHolder, can } = electives
  const isWhole = chosenOf(electives).length >= take
  const day = sayShortDay(chooseBy, language)
  const mayChoose = can.includes('choose')
  return (
    <>
      <Title order={3} size="h5" mt="sm">
        {words.title}
      </Title>
      <Text size="sm">{mayChoose ? (isWhole ? words.ownDone(day) : words.own(take, day)) : words.ownOver}</Text>
      {isChosenByHolder ? <Text size="sm">{words.byHolder}</Text> : null}
      <Stack gap="xs" mt="xs" align="flex-start">
        {modules.map((module) =>
          mayChoose ? (
            <ModuleButton key={module.id} {...{ event, electives, module }} isWhole={isWhole} />
          ) : (
            <ModuleLine key={module.id} module={module} />
          ),
        )}
      </Stack>
      {mayChoose && isWhole && take > 1 ? <Text size="sm">{words.full}</Text> : null}
    </>
  )
}

const useModuleWords = ({ hours, form }: Module): string => {
  const words = useWords(electiveWords)
  return `${words.hours(hours)}, ${words.forms[form]}`
}

function ModuleLine({ module }: { readonly module: Module }): ReactNode {
  const words = useWords(electiveWords)
  const about = useModuleWords(module)
  return (
    <div>
      <span className="rost-own-name">{module.title}</span> ({about}){' '}
      {module.isChosen ? <Mark state="good">{words.isChosen}</Mark> : null}
    </div>
  )
}

/** Of a single one another takes its place; of several one lets go of one first. */
function ModuleButton({
  event,
  electives,
  module,
  isWhole,
}: Props & { readonly module: Module; readonly isWhole: boolean }): ReactNode {
  const words = useWords(electiveWords)
  const about = useModuleWords(module)
  const { id, title, isChosen } = module
  const others = electives.take === 1 ? [] : chosenOf(electives).filter((one) => one !== id)
  const form = useForm({
    save: (key) =>
      call(
        chooseElectives,
        { params: { id: event }, body: { moduleIds: isChosen ? others : [...others, id] } },
        { key },
      ),
    touches: [['my-runs'], ['tasks']],
    saved: words.ownSaved,
    onDone: () => {},
  })
  return (
    <>
      <ProblemNote error={form.error} />
      <Button
        variant={isChosen ? 'filled' : 'default'}
        aria-pressed={isChosen}
        loading={form.busy}
        disabled={!isChosen && isWhole && electives.take > 1}
        className="rost-choice"
        onClick={(e) => form.submit(e)}
      >
        <span>
          {isChosen ? <span aria-hidden>✓ </span> : null}
          <span className="rost-own-name">{title}</span> ({about})
        </span>
      </Button>
    </>
  )
}

/** On one's own page: that one has yet to choose. */
export function ChoiceDue({ electives }: { readonly electives: OwnElectives }): ReactNode {
  const words = useWords(electiveWords)
  const { language } = useLanguage()
  if (!electives.can.includes('choose') || chosenOf(electives).length >= electives.take) return null
  return <Mark state="warn">{words.due(sayShortDay(electives.chooseBy, language))}</Mark>
}
