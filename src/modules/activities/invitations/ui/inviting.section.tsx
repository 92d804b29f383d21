import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { Population } from '../../../population/population.contract.ts'
import { PopulationEditor } from '../../../population/ui/index.ts'
import { type InvitationPreview, invite, previewInvitation, WAYS } from '../invitations.contract.ts'
import { invitationWords } from './words.ts'

const EVERYBODY: Population = { all: [] }

/** First it is shown whom an invitation reaches and how; only then it can be sent, to just as many. */
export function Inviting({ event }: { readonly event: number }): ReactNode {
  const words = useWords(invitationWords)
  const [population, setPopulation] = useState(EVERYBODY)
  const [unfinished, setUnfinished] = useState(0)
  const [text, setText] = useState('')
  const preview = useMutation({
    mutationFn: (asked: Population) => call(previewInvitation, { params: { id: event }, body: { population: asked } }),
  })
  const { people = 0, counts } = preview.data ?? {}
  const told = counts === undefined ? 0 : counts.letter + counts.page
  const form = useForm({
    save: (key) => call(invite, { params: { id: event }, body: { population, words: text, people } }, { key }),
    touches: [
      ['invitations', event],
      ['invited', event],
    ],
    saved: words.sent,
    onDone: () => {
      preview.reset()
      setText('')
    },
  })
  const error = form.error ?? preview.error
  const faults = error instanceof Problem ? error.fields : undefined
  return (
    <Section title={words.whom}>
      <Stack gap="sm">
        <PopulationEditor
          label={words.whom}
          subject="person"
          value={EVERYBODY}
          {...(faults !== undefined && { faults })}
          onChange={(changed) => {
            setPopulation(changed)
            preview.reset()
          }}
          onUnfinished={setUnfinished}
        />
        <ProblemNote error={error} />
        <form aria-label={words.title} onSubmit={form.submit} noValidate>
          <Stack gap="sm">
            <Textarea
              label={words.words}
              description={words.wordsHint}
              autosize
              maxLength={1_000}
              value={text}
              error={form.fault('words')}
              onChange={(change) => setText(change.currentTarget.value)}
            />
            {preview.data === undefined ? null : <Shown preview={preview.data} />}
            <Group gap="xs">
              <Button
                variant={told > 0 ? 'default' : 'filled'}
                loading={preview.isPending}
                disabled={unfinished > 0}
                onClick={() => preview.mutate(population)}
              >
                {words.look}
              </Button>
              {told === 0 ? null : (
                <Button type="submit" loading={form.busy}>
                  {words.send(told)}
                </Button>
              )}
              {unfinished > 0 ? <Text size="sm">{words.unfinished}</Text> : null}
            </Group>
          </Stack>
        </form>
      </Stack>
    </Section>
  )
}

function Shown({ preview }: { readonly preview: InvitationPreview }): ReactNode {
  const words = useWords(invitationWords)
  const { language } = useLanguage()
  const { people, counts, already, names, goesAt } = preview
  const waits = Date.parse(goesAt) > Date.now() + 60_000
  return (
    <div className="rost-card" role="status">
      <Text fw={600}>{words.preview}</Text>
      {people === 0 ? (
        <Text size="sm">{words.nobodyLeft}</Text>
      ) : (
        <>
          <ul className="rost-plain-list">
            {WAYS.filter((way) => counts[way] > 0).map((way) => (
              <li key={way}>{`${counts[way]} — ${words.ways[way]}`}</li>
            ))}
          </ul>
          {counts.letter === 0 ? null : (
            <Text size="sm">{waits ? words.goes(sayMoment(goesAt, language)) : words.goesNow}</Text>
          )}
          <Text size="sm" fw={600} mt="xs">
            {words.first}
          </Text>
          <ul className="rost-plain-list">
            {names.map(({ id, name, organisation, way }) => (
              <li key={id}>
                <span className="rost-own-name">{`${name}, ${organisation}`}</span>
                {way === 'letter' ? null : ` — ${words.ways[way]}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {already === 0 ? null : (
        <Text size="sm" c="dimmed">
          {words.already(already)}
        </Text>
      )}
    </div>
  )
}
