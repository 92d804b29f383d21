import { Button, Group, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayDay } from '../../../../web/formats.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { enterConsent, enterWithdrawal, listPersonConsents, type MyConsent } from '../consents.contract.ts'
import { KIND_WORDS } from '../kinds.contract.ts'
import { consentWords } from './words.ts'

/** On the card of a person: what they agreed to; what came on paper is entered here. */
export function PersonConsents({ id }: { readonly id: number }): ReactNode {
  const words = useWords(consentWords)
  const mayEnter = useMay('person.manage')
  const consents = useQuery({
    queryKey: ['person-consents', id],
    queryFn: () => call(listPersonConsents, { params: { id } }),
  })
  const asked = consents.data?.items.filter(({ text, given }) => text !== null || given !== null) ?? []
  if (asked.length === 0) return null
  return (
    <Section title={words.consents}>
      {asked.map((consent) => (
        <Line key={consent.kind} person={id} consent={consent} mayEnter={mayEnter} />
      ))}
    </Section>
  )
}

type LineProps = { readonly person: number; readonly consent: MyConsent; readonly mayEnter: boolean }

function Line({ person, consent, mayEnter }: LineProps): ReactNode {
  const words = useWords(consentWords)
  const { language } = useLanguage()
  const [entering, setEntering] = useState(false)
  const { kind, text, given, withdrawnAt } = consent
  const day = (moment: string): string => sayDay(moment.slice(0, 10), language)
  const withdrawing = useForm({
    save: (key) => call(enterWithdrawal, { params: { id: person, kind } }, { key }),
    touches: [['person-consents', person]],
    saved: words.doneWithdrawn,
    onDone: () => {},
  })
  const state =
    given !== null
      ? `${words.version(given.version, day(given.at))}${given.signedOn === null ? '' : ` · ${words.paper(day(given.signedOn))}`}`
      : withdrawnAt === null
        ? words.notGiven
        : words.withdrawn(day(withdrawnAt))
  return (
    <Group justify="space-between" gap="xs" mb={4}>
      <Text size="sm">
        {KIND_WORDS[language][kind].name}: {state}
      </Text>
      <ProblemNote error={withdrawing.error} />
      {entering && text !== null ? (
        <PaperForm person={person} text={text.id} onDone={() => setEntering(false)} />
      ) : mayEnter && given === null && text !== null ? (
        <Button size="compact-sm" variant="default" onClick={() => setEntering(true)}>
          {words.enter}
        </Button>
      ) : mayEnter && given !== null ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={withdrawing.busy}
          onClick={(event) => withdrawing.submit(event)}
        >
          {words.withdraw}
        </Button>
      ) : null}
    </Group>
  )
}

type PaperProps = { readonly person: number; readonly text: number; onDone(): void }

function PaperForm({ person, text, onDone }: PaperProps): ReactNode {
  const words = useWords(consentWords)
  const [signedOn, setSignedOn] = useState('')
  const form = useForm({
    save: (key) => call(enterConsent, { params: { id: person }, body: { textId: text, signedOn } }, { key }),
    touches: [['person-consents', person]],
    saved: words.doneGiven,
    onDone,
  })
  return (
    <form onSubmit={form.submit} noValidate>
      <Group gap="xs" align="flex-end">
        <TextInput
          type="date"
          label={words.signedOn}
          value={signedOn}
          error={form.fault('signedOn')}
          onChange={(e) => setSignedOn(e.currentTarget.value)}
        />
        <Button type="submit" loading={form.busy}>
          {words.save}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  )
}
