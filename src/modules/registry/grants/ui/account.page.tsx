import { Alert, Button, Group, Loader, Modal, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay, useMe } from '../../../../web/me.tsx'
import { LookButton } from '../../looks/ui/look.button.tsx'
import {
  type Account,
  disableAccount,
  enableAccount,
  getAccount,
  makeAccountLink,
  resetSecondFactor,
} from '../accounts.contract.ts'
import { makeAccountSlip } from '../slips.contract.ts'
import { AccountForm } from './account.form.tsx'
import { AccountState } from './account.state.tsx'
import { GrantsSection } from './grants.section.tsx'
import { SlipsMade } from './slips-made.tsx'
import { accountWords } from './words.ts'

/** One account: who it is, whether it signs in, its roles, and the ways to let somebody in or shut them out. */
export function AccountPage(): ReactNode {
  const { id } = useParams({ from: '/accounts/$id' })
  const words = useWords(accountWords)
  const [changing, setChanging] = useState(false)
  const account = useQuery({
    queryKey: ['account', id],
    queryFn: () => call(getAccount, { params: { id: Number(id) } }),
  })
  if (account.isPending) return <Loader aria-label={words.title} />
  if (account.isError) return <ProblemNote error={account.error} onRetry={() => account.refetch()} />
  const { data } = account
  return (
    <Page
      title={data.name}
      about={data.email ?? data.login}
      actions={
        data.can.includes('change') && !changing ? (
          <Button variant="default" onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        ) : null
      }
    >
      {changing ? <AccountForm account={data} onDone={() => setChanging(false)} /> : <Facts account={data} />}
      {data.can.includes('change') ? null : <Text size="sm">{words.elsewhere}</Text>}
      <Ways account={data} />
      <GrantsSection account={data} />
    </Page>
  )
}

function Facts({ account }: { account: Account }): ReactNode {
  const words = useWords(accountWords)
  const { language } = useLanguage()
  return (
    <dl className="rost-facts rost-no-print">
      <dt>{words.state}</dt>
      <dd>
        <AccountState account={account} />
      </dd>
      <dt>{words.signsInBy}</dt>
      <dd>{[account.email, account.login].filter(Boolean).join(', ')}</dd>
      <dt>{words.secondFactor}</dt>
      <dd>{account.secondFactor ? words.secondFactorOn : words.secondFactorOff}</dd>
      <dt>{words.made}</dt>
      <dd>{sayMoment(account.createdAt, language)}</dd>
    </dl>
  )
}

function Ways({ account }: { account: Account }): ReactNode {
  const words = useWords(accountWords)
  const client = useQueryClient()
  const notice = useNotice()
  const me = useMe()
  const mayLook = useMay('account.look')
  const [asking, ask] = useDisclosure(false)
  const [resetting, reset] = useDisclosure(false)
  const params = { id: account.id }
  const refresh = async (): Promise<void> => {
    const touched = [['account', String(account.id)], ['accounts']]
    await Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const turn = async (isOn: boolean): Promise<void> => {
    await call(isOn ? enableAccount : disableAccount, { params })
    await refresh()
  }
  const link = useMutation({ mutationFn: () => call(makeAccountLink, { params }) })
  const slip = useMutation({ mutationFn: () => call(makeAccountSlip, { params }), onSuccess: refresh })
  const resets = useMutation({
    mutationFn: () => call(resetSecondFactor, { params }),
    onSuccess: async () => {
      await refresh()
      await notice(words.resetDone)
    },
  })
  const switching = useMutation({
    mutationFn: turn,
    onSuccess: (_, isOn) => notice(isOn ? words.enabledNow : words.disabledNow, () => turn(!isOn)),
  })
  return (
    <>
      <ProblemNote error={link.error ?? slip.error ?? switching.error ?? resets.error} />
      <Group gap="xs" className="rost-no-print">
        {account.can.includes('slip') ? <Button onClick={ask.open}>{words.slip}</Button> : null}
        {account.can.includes('link') ? (
          <Button variant="default" loading={link.isPending} onClick={() => link.mutate()}>
            {words.link}
          </Button>
        ) : null}
        {mayLook && account.can.includes('look') && account.id !== me.id ? (
          <LookButton account={account.id} name={account.name} />
        ) : null}
        {account.can.includes('disable') ? (
          <Button variant="default" loading={switching.isPending} onClick={() => switching.mutate(false)}>
            {words.disable}
          </Button>
        ) : null}
        {account.can.includes('resetSecondFactor') ? (
          <Button variant="default" loading={resets.isPending} onClick={reset.open}>
            {words.resetSecondFactor}
          </Button>
        ) : null}
        {account.can.includes('enable') ? (
          <Button variant="default" loading={switching.isPending} onClick={() => switching.mutate(true)}>
            {words.enable}
          </Button>
        ) : null}
      </Group>
      {link.data === undefined ? null : (
        <Alert role="status" title={words.linkReady}>
          <Text size="sm">{words.linkDetail}</Text>
          <TextInput
            mt="xs"
            aria-label={words.link}
            readOnly
            value={link.data.link}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Alert>
      )}
      {slip.data === undefined ? null : <SlipsMade slips={[slip.data]} />}
      <Modal
        opened={resetting}
        onClose={reset.close}
        title={words.resetAsk}
        closeButtonProps={{ 'aria-label': words.cancel }}
      >
        <Text size="sm">{words.resetDetail}</Text>
        <Group mt="md" gap="xs">
          <Button
            onClick={() => {
              reset.close()
              resets.mutate()
            }}
          >
            {words.resetSecondFactor}
          </Button>
          <Button variant="subtle" onClick={reset.close}>
            {words.cancel}
          </Button>
        </Group>
      </Modal>
      <Modal
        opened={asking}
        onClose={ask.close}
        title={words.slipAsk}
        closeButtonProps={{ 'aria-label': words.cancel }}
      >
        <Text size="sm">{words.slipDetail}</Text>
        <Group mt="md" gap="xs">
          <Button
            onClick={() => {
              ask.close()
              slip.mutate()
            }}
          >
            {words.slipYes}
          </Button>
          <Button variant="subtle" onClick={ask.close}>
            {words.cancel}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
