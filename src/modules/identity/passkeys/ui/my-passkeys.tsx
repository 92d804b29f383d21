import { Button, Loader, Modal, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { AskOwner } from '../../second-factor/ui/ask-owner.tsx'
import { listMyPasskeys, type Passkey, removeMyPasskey } from '../passkeys.contract.ts'
import { mayUsePasskeys } from './passkey.device.ts'
import { passkeyWords } from './words.ts'

const AddPasskey = lazy(async () => ({ default: (await import('./add-passkey.tsx')).AddPasskey }))

/** The passkeys of one's own account: what they are called, when they were last used, and the ways to add and remove. */
export function MyPasskeys(): ReactNode {
  const words = useWords(passkeyWords)
  const { language } = useLanguage()
  const { hasPassword } = useMe()
  const client = useQueryClient()
  const notice = useNotice()
  const [isAdding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Passkey | null>(null)
  const mine = useQuery({ queryKey: ['my-passkeys'], queryFn: () => call(listMyPasskeys, {}) })
  const refresh = async (): Promise<void> => {
    const touched = [['my-passkeys'], ['my-second-factor'], ['my-sessions'], ['me']]
    await Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  if (mine.data === undefined) return <ProblemNote error={mine.error} />
  const { items, possible } = mine.data
  const mayAdd = possible && mayUsePasskeys()
  return (
    <Section title={words.title}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.about}
      </Text>
      {items.length === 0 ? null : (
        <DataTable
          caption={words.title}
          columns={[
            { key: 'name', title: words.name, cell: ({ name }) => name },
            { key: 'made', title: words.made, cell: ({ createdAt }) => sayMoment(createdAt, language) },
            {
              key: 'used',
              title: words.used,
              cell: ({ usedAt }) => (usedAt === null ? words.never : sayMoment(usedAt, language)),
            },
            {
              key: 'remove',
              title: '',
              cell: (one) => (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={words.removeOf(one.name)}
                  onClick={() => setLeaving(one)}
                >
                  {words.remove}
                </Button>
              ),
            },
          ]}
          rows={items}
          keyOf={({ id }) => id}
        />
      )}
      {isAdding ? (
        <div className="rost-card">
          <Suspense fallback={<Loader />}>
            <AddPasskey
              hasPassword={hasPassword}
              done={words.keptCodes}
              onCancel={() => setAdding(false)}
              onDone={async () => {
                setAdding(false)
                await refresh()
                await notice(words.added)
              }}
            />
          </Suspense>
        </div>
      ) : mayAdd ? (
        <Button size="xs" variant={items.length === 0 ? 'filled' : 'default'} mt="xs" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      ) : (
        <Text size="sm">{possible ? words.notInThisBrowser : words.notHere}</Text>
      )}
      <Modal
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={words.removeAsk}
        closeButtonProps={{ 'aria-label': words.cancel }}
      >
        <AskOwner
          detail={words.removeDetail(leaving?.name ?? '')}
          yes={words.remove}
          hasPassword={hasPassword}
          act={async (current) => {
            if (leaving === null) return
            const body = current === '' ? {} : { current }
            await call(removeMyPasskey, { params: { id: leaving.id }, body })
            setLeaving(null)
            await refresh()
            await notice(words.removed)
          }}
        />
      </Modal>
    </Section>
  )
}
