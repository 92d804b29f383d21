import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayDay } from '../../../../web/formats.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { giveConsent, listMyConsents, type MyConsent, withdrawConsent } from '../consents.contract.ts'
import { KIND_WORDS } from '../kinds.contract.ts'
import { ConsentState } from './consent.state.tsx'
import { consentWords } from './words.ts'

/** One text of consent and nothing beside it: read, given, withdrawn, printed. */
export function MyConsentPage(): ReactNode {
  const words = useWords(consentWords)
  const { language } = useLanguage()
  const { kind } = useParams({ from: '/my/consents/$kind' })
  const consents = useQuery({ queryKey: ['my-consents'], queryFn: () => call(listMyConsents, {}) })
  const consent = consents.data?.items.find((one) => one.kind === kind)
  if (consents.isPending) return <Skeleton height={320} />
  if (consent === undefined)
    return (
      <Page title={words.mine}>
        <ProblemNote error={consents.error} onRetry={() => consents.refetch()} />
        <EmptyNote title={words.notAsked} />
      </Page>
    )
  return (
    <Page
      title={consent.text?.title ?? consent.given?.title ?? KIND_WORDS[language][consent.kind].name}
      about={
        consent.text === null
          ? undefined
          : words.version(consent.text.version, dayOf(consent.text.publishedAt, language))
      }
      actions={
        <>
          <Button variant="default" onClick={() => window.print()}>
            {words.print}
          </Button>
          <ButtonLink to="/my/consents" variant="subtle">
            {words.back}
          </ButtonLink>
        </>
      }
    >
      {consent.text === null ? <EmptyNote title={words.notAsked} /> : <Body text={consent.text.body} />}
      <ConsentState consent={consent} />
      <Doing consent={consent} />
      {consent.given !== null && consent.given.version !== consent.text?.version ? (
        <Section title={words.agreedTo}>
          <Body text={consent.given.body} />
        </Section>
      ) : null}
    </Page>
  )
}

function Doing({ consent: { kind, text, given } }: { readonly consent: MyConsent }): ReactNode {
  const words = useWords(consentWords)
  const touches = [['my-consents']]
  const giving = useForm({
    save: (key) => call(giveConsent, { body: { textId: text?.id ?? 0 } }, { key }),
    touches,
    saved: words.doneGiven,
    onDone: () => {},
  })
  const withdrawing = useForm({
    save: (key) => call(withdrawConsent, { body: { kind } }, { key }),
    touches,
    saved: words.doneWithdrawn,
    onDone: () => {},
  })
  return (
    <Group gap="xs" className="rost-no-print">
      <ProblemNote error={giving.error ?? withdrawing.error} />
      {text !== null && given?.version !== text.version ? (
        <Button loading={giving.busy} onClick={(event) => giving.submit(event)}>
          {words.give}
        </Button>
      ) : null}
      {given === null ? null : (
        <Button variant="default" loading={withdrawing.busy} onClick={(event) => withdrawing.submit(event)}>
          {words.withdraw}
        </Button>
      )}
    </Group>
  )
}

const dayOf = (moment: string, language: 'ru' | 'en'): string => sayDay(moment.slice(0, 10), language)

/** As it was written, its lines kept. */
const Body = ({ text }: { readonly text: string }): ReactNode => (
  <Text component="div" maw="44rem" style={{ whiteSpace: 'pre-wrap' }}>
    {text}
  </Text>
)
