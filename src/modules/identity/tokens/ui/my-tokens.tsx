import { Alert, Button, MultiSelect, NumberInput, Switch, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { myAccountWords } from '../../accounts/ui/words.ts'
import { createMyToken, listMyTokens, revokeMyToken } from '../tokens.contract.ts'

/** Tokens of programs that work in one's name. */
export function MyTokens(): ReactNode {
  const words = useWords(myAccountWords)
  const { language } = useLanguage()
  const client = useQueryClient()
  const notice = useNotice()
  const tokens = useQuery({ queryKey: ['my-tokens'], queryFn: () => call(listMyTokens, {}) })
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['my-tokens'] })
  const revoke = useMutation({
    mutationFn: (id: number) => call(revokeMyToken, { params: { id } }),
    onSuccess: async () => {
      await refresh()
      notice(words.revoked)
    },
  })
  return (
    <Section title={words.tokens}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.tokensAbout}
      </Text>
      <NewToken onMade={refresh} />
      <ProblemNote error={tokens.error ?? revoke.error} />
      <DataTable
        caption={words.tokens}
        columns={[
          { key: 'name', title: words.tokenName, cell: ({ name }) => name },
          {
            key: 'permissions',
            title: words.tokenMay,
            cell: ({ permissions }) =>
              permissions?.map((name) => permissionOf(name, words)).join(', ') ?? words.tokenMayAll,
          },
          { key: 'expires', title: words.expires, cell: ({ expiresAt }) => sayMoment(expiresAt, language) },
          {
            key: 'used',
            title: words.lastUsed,
            cell: ({ lastUsedAt }) => (lastUsedAt === null ? words.never : sayMoment(lastUsedAt, language)),
          },
          {
            key: 'revoke',
            title: '',
            cell: ({ id, name }) => (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={words.revokeOf(name)}
                onClick={() => revoke.mutate(id)}
              >
                {words.revoke}
              </Button>
            ),
          },
        ]}
        rows={tokens.isError ? [] : tokens.data?.items}
        keyOf={({ id }) => id}
        empty={<EmptyNote title={words.noTokens} />}
      />
    </Section>
  )
}

type Typed = {
  readonly name: string
  readonly days: number | string
  readonly all: boolean
  readonly permissions: string[]
}

/** What a permission lets do, in words. */
const permissionOf = (name: string, { permissions }: (typeof myAccountWords)['ru']): string =>
  (permissions as Readonly<Record<string, string>>)[name] ?? name

function NewToken({ onMade }: { onMade(): Promise<void> }): ReactNode {
  const words = useWords(myAccountWords)
  const [typed, setTyped] = useState<Typed>({ name: '', days: 30, all: false, permissions: [] })
  const me = useMe()
  const choice = me.permissions.map((value) => ({ value, label: permissionOf(value, words) }))
  const make = useMutation({
    mutationFn: () =>
      call(createMyToken, {
        body: { name: typed.name, days: Number(typed.days), permissions: typed.all ? null : typed.permissions },
      }),
    onSuccess: onMade,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate()
      }}
    >
      <ProblemNote error={make.error} />
      {make.data === undefined ? null : (
        <Alert role="status" title={words.tokenReady} mb="sm">
          <TextInput
            aria-label={words.tokens}
            readOnly
            value={make.data.token}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Alert>
      )}
      <div className="rost-filters">
        <TextInput
          label={words.tokenName}
          required
          maxLength={100}
          value={typed.name}
          onChange={(e) => setTyped({ ...typed, name: e.currentTarget.value })}
        />
        <NumberInput
          label={words.days}
          min={1}
          max={366}
          allowDecimal={false}
          value={typed.days}
          onChange={(days) => setTyped({ ...typed, days })}
        />
        <MultiSelect
          label={words.tokenMay}
          description={words.tokenMayHint}
          searchable
          disabled={typed.all}
          data={choice}
          value={typed.permissions}
          error={make.error instanceof Problem ? make.error.fields.get('permissions') : undefined}
          onChange={(permissions) => setTyped({ ...typed, permissions })}
        />
        <Switch
          label={words.tokenMayAll}
          checked={typed.all}
          onChange={(e) => setTyped({ ...typed, all: e.currentTarget.checked })}
          className="rost-reset"
        />
        <Button
          type="submit"
          variant="default"
          disabled={!typed.all && typed.permissions.length === 0}
          loading={make.isPending}
          className="rost-reset"
        >
          {words.makeToken}
        </Button>
      </div>
    </form>
  )
}
