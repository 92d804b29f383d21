import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Role } from '../../../../access-matrix.ts'
import { call } from '../../../../web/api.ts'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { ROLE_NAMES } from '../../../registry/grants/roles.contract.ts'
import { consentWords } from '../../consents/ui/words.ts'
import { ExpiringSection } from '../../retention/ui/expiring.section.tsx'
import { privacyWords } from '../../ui/words.ts'
import { getPersonalDataRegister, type RegisterEntry } from '../register.contract.ts'

/** What the product keeps of people, for whoever wants to know and for the papers of the district. */
export function RegisterPage(): ReactNode {
  const words = useWords(privacyWords)
  const { consents, print } = useWords(consentWords)
  const { language } = useLanguage()
  const mayReadConsents = useMay('consent.read')
  const mayReadRules = useMay('rules.read')
  const register = useQuery({
    queryKey: ['personal-data-register', language],
    queryFn: () => call(getPersonalDataRegister, {}),
  })
  return (
    <Page
      title={words.register}
      about={words.registerAbout}
      actions={
        <>
          {mayReadConsents ? (
            <ButtonLink to="/consents" variant="default">
              {consents}
            </ButtonLink>
          ) : null}
          <Button variant="default" onClick={() => window.print()}>
            {print}
          </Button>
        </>
      }
    >
      <ProblemNote error={register.error} onRetry={() => register.refetch()} />
      {register.isPending ? <Skeleton height={320} /> : null}
      {mayReadRules ? <ExpiringSection /> : null}
      {register.data?.items.map((entry) => (
        <Entry key={entry.table} entry={entry} />
      ))}
    </Page>
  )
}

function Entry({ entry }: { readonly entry: RegisterEntry }): ReactNode {
  const words = useWords(privacyWords)
  const { language } = useLanguage()
  const roles = (seen: readonly Role[]): string =>
    seen.map((role) => ROLE_NAMES[language][role].toLowerCase()).join(', ') || words.nobody
  const closed = entry.fields.flatMap(({ is, seen }) => (seen === null ? [] : [`${is} — ${roles(seen)}`]))
  const facts: [string, ReactNode][] = [
    [words.what, entry.fields.map(({ is }) => is).join(', ') || words.only],
    [words.purpose, entry.purpose],
    [words.ground, entry.ground],
    [words.term, entry.term],
    [words.erasing, entry.erasing],
    [words.seen, roles(entry.seen)],
    ...(closed.length === 0 ? [] : [[words.closed, closed.join('; ')] satisfies [string, ReactNode]]),
    [words.table, <code key="table">{entry.table}</code>],
  ]
  return (
    <Section title={entry.about}>
      <dl className="rost-facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
