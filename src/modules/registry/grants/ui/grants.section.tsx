import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ROLES, type Role } from '../../../../access-matrix.ts'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { type Account, addGrant, endGrant, type Grant } from '../accounts.contract.ts'
import { GrantFields, grantOf, isGiven, NEW_GRANT } from './grant.fields.tsx'
import { accountWords } from './words.ts'

/** The roles of an account in the district, to be given and taken away. */
export function GrantsSection({ account }: { account: Account }): ReactNode {
  const words = useWords(accountWords)
  const { language } = useLanguage()
  const [giving, setGiving] = useState(false)
  const end = useEnding(account)
  const roleName = (role: string): string => words.roleNames[role as Role] ?? role
  return (
    <div className="rost-no-print">
      <Section
        title={words.grants}
        actions={
          giving ? null : (
            <Button size="xs" variant="default" onClick={() => setGiving(true)}>
              {words.give}
            </Button>
          )
        }
      >
        {giving ? <GrantForm account={account} onDone={() => setGiving(false)} /> : null}
        <ProblemNote error={end.error} />
        <DataTable
          caption={words.grants}
          columns={[
            { key: 'role', title: words.role, cell: ({ role }) => roleName(role) },
            { key: 'place', title: words.organisation, cell: ({ organisation }) => organisation?.name ?? '—' },
            { key: 'from', title: words.since, cell: ({ fromOn }) => sayShortDay(fromOn, language) },
            { key: 'to', title: words.until, cell: ({ toOn }) => (toOn === null ? '—' : sayShortDay(toOn, language)) },
            { key: 'state', title: words.state, cell: (grant) => <GrantState grant={grant} /> },
            {
              key: 'end',
              title: '',
              cell: (grant) =>
                grant.endedAt === null ? (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={words.endOf(roleName(grant.role))}
                    onClick={() => end.mutate(grant)}
                  >
                    {words.end}
                  </Button>
                ) : null,
            },
          ]}
          rows={account.grants}
          keyOf={({ id }) => id}
        />
      </Section>
    </div>
  )
}

function GrantState({ grant }: { grant: Grant }): ReactNode {
  const words = useWords(accountWords)
  if (grant.endedAt !== null) return <Mark state="none">{words.ended}</Mark>
  return grant.inForce ? <Mark state="good">{words.inForce}</Mark> : <Mark state="warn">{words.notInForce}</Mark>
}

/** Takes a role away at once; taken back, the same role is given anew. */
function useEnding(account: Account) {
  const words = useWords(accountWords)
  const client = useQueryClient()
  const notice = useNotice()
  const refresh = async (): Promise<void> => {
    const touched = [['account', String(account.id)], ['accounts']]
    await Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const giveBack = async ({ role, organisation, personId, toOn }: Grant): Promise<void> => {
    const known = ROLES.filter(isGiven).find((name) => name === role)
    if (known === undefined) return
    const body = { role: known, organisationId: organisation?.id ?? null, personId, toOn }
    await call(addGrant, { params: { id: account.id }, body })
    await refresh()
  }
  return useMutation({
    mutationFn: (grant: Grant) => call(endGrant, { params: { id: account.id, grantId: grant.id } }),
    onSuccess: async (_, grant) => {
      await refresh()
      notice(words.endDone, () => giveBack(grant))
    },
  })
}

function GrantForm({ account, onDone }: { account: Account; onDone: () => void }): ReactNode {
  const words = useWords(accountWords)
  const draft = useDraft(`grant-${account.id}`, NEW_GRANT)
  const close = (): void => {
    draft.clear()
    onDone()
  }
  // Whoever the account is known to be in one role is the same in the next.
  const personId = account.grants.find((grant) => grant.personId !== null)?.personId ?? null
  const form = useForm({
    save: (key) => call(addGrant, { params: { id: account.id }, body: { ...grantOf(draft.value), personId } }, { key }),
    touches: [['account', String(account.id)], ['accounts']],
    saved: words.given,
    onDone: close,
  })
  return (
    <FormCard form={form} label={words.give} save={words.give} cancel={words.cancel} onCancel={close}>
      <GrantFields typed={draft.value} onChange={draft.change} fault={form.fault} />
    </FormCard>
  )
}
