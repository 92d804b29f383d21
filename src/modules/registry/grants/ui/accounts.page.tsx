import { Button, MultiSelect, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ROLES, type Role } from '../../../../access-matrix.ts'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useWords } from '../../../../web/language.tsx'
import { usePlaces } from '../../people/ui/use-places.ts'
import { type Account, listAccounts } from '../accounts.contract.ts'
import { AccountState } from './account.state.tsx'
import type { AccountsSearch } from './accounts.search.ts'
import { NewAccountForm } from './new-account.form.tsx'
import { accountWords } from './words.ts'

const SIZE = 50

/** Who signs in to the district, with which roles. */
export function AccountsPage(): ReactNode {
  const words = useWords(accountWords)
  const search = useSearch({ from: '/accounts' })
  const navigate = useNavigate({ from: '/accounts' })
  const { organisations } = usePlaces()
  const [adding, setAdding] = useState(false)
  const role = ROLES.filter((one) => search.role?.includes(one))
  const accounts = useQuery({
    queryKey: ['accounts', search],
    queryFn: ({ signal }) => call(listAccounts, { query: { ...search, role, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<AccountsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const roleName = (one: string): string => words.roleNames[one as Role] ?? one
  const rolesOf = ({ grants }: Account): string =>
    grants
      .filter(({ inForce }) => inForce)
      .map((grant) => [roleName(grant.role), grant.organisation?.name].filter(Boolean).join(', '))
      .join('; ')
  return (
    <Page
      title={words.title}
      about={accounts.data === undefined ? '\u00a0' : words.inAll(accounts.data.total)}
      actions={
        <>
          <ButtonLink to="/accounts/slips">{words.toSlips}</ButtonLink>
          <ButtonLink to="/accounts/rules" variant="default">
            {words.toRules}
          </ButtonLink>
          {adding ? null : (
            <Button variant="default" onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          )}
        </>
      }
    >
      {adding ? <NewAccountForm onDone={() => setAdding(false)} /> : null}
      <Filters search={<SearchBox label={words.search} value={search.q} onChange={(q) => change({ q })} />}>
        <MultiSelect
          label={words.role}
          clearable
          data={ROLES.map((value) => ({ value, label: words.roleNames[value] }))}
          value={role}
          onChange={(chosen) => change({ role: chosen.length === 0 ? undefined : chosen })}
        />
        <Select
          label={words.organisation}
          searchable
          clearable
          data={organisations}
          value={search.organisationId === undefined ? null : String(search.organisationId)}
          onChange={(id) => change({ organisationId: id === null ? undefined : Number(id) })}
        />
        <Select
          label={words.state}
          placeholder={words.any}
          clearable
          data={(['active', 'waiting', 'unused', 'disabled'] as const).map((value) => ({
            value,
            label: words.states[value],
          }))}
          value={search.state ?? null}
          onChange={(state) => change({ state: (state as AccountsSearch['state']) ?? undefined })}
        />
      </Filters>
      <ProblemNote error={accounts.error} onRetry={() => accounts.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          {
            key: 'name',
            title: words.name,
            sort: 'name',
            cell: ({ id, name }) => (
              <TextLink to="/accounts/$id" params={{ id: String(id) }}>
                {name}
              </TextLink>
            ),
          },
          { key: 'by', title: words.signsInBy, sort: 'email', cell: ({ email, login }) => email ?? login },
          { key: 'roles', title: words.roles, cell: (account) => rolesOf(account) || '—' },
          { key: 'state', title: words.state, cell: (account) => <AccountState account={account} /> },
        ]}
        rows={accounts.isError ? [] : accounts.data?.items}
        keyOf={({ id }) => id}
        sort={search.sort ?? 'name'}
        onSort={(sort) => change({ sort })}
        empty={accounts.isError ? null : <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>}
      />
      <Pager
        page={search.page ?? 1}
        size={SIZE}
        total={accounts.data?.total}
        onPage={(page) => navigate({ search: (before) => ({ ...before, page }) })}
      />
    </Page>
  )
}
