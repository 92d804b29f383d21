import { Alert, Button, Group, Loader, Modal, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { getMySecondFactor, removeMySecondFactor, renewMyRecoveryCodes } from '../second-factor.contract.ts'
import { AskOwner } from './ask-owner.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { secondFactorWords } from './words.ts'

/** Whoever has it set up needs no picture for a camera. */
const SetUp = lazy(async () => ({ default: (await import('./set-up.tsx')).SetUpSecondFactor }))

const FEW = 3

/** The second step of signing in: whether it is set up, its recovery codes, and the way to switch it off. */
export function MySecondFactor(): ReactNode {
  const words = useWords(secondFactorWords)
  const { language } = useLanguage()
  const { hasPassword } = useMe()
  const client = useQueryClient()
  const notice = useNotice()
  const [doing, setDoing] = useState<'setUp' | 'codes' | 'remove' | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const mine = useQuery({ queryKey: ['my-second-factor'], queryFn: () => call(getMySecondFactor, {}) })
  const refresh = async (): Promise<void> => {
    await Promise.all(
      [['my-second-factor'], ['my-sessions'], ['me']].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  }
  if (mine.data === undefined) return <ProblemNote error={mine.error} />
  const { isOn, since, passkeys, recoveryCodesLeft } = mine.data
  const hasCodes = isOn || passkeys > 0
  return (
    <Section title={words.title}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.about}
      </Text>
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} done={words.keptThem} onDone={() => setCodes([])} />
      ) : doing === 'setUp' ? (
        <div className="rost-card">
          <Suspense fallback={<Loader />}>
            <SetUp
              hasPassword={hasPassword}
              done={words.keptThem}
              onCancel={() => setDoing(null)}
              onDone={async () => {
                setDoing(null)
                await refresh()
                await notice(words.on)
              }}
            />
          </Suspense>
        </div>
      ) : (
        <>
          <Text size="sm">
            {isOn ? `${words.isOn(sayMoment(since ?? '', language))}. ` : `${words.isOff}. `}
            {hasCodes ? words.codesLeft(recoveryCodesLeft) : null}
          </Text>
          {hasCodes && recoveryCodesLeft < FEW ? (
            <Alert color="yellow" role="status" mt="xs">
              {words.fewLeft}
            </Alert>
          ) : null}
          <Group gap="xs" mt="xs">
            {hasCodes ? (
              <Button size="xs" variant="default" onClick={() => setDoing('codes')}>
                {words.newCodes}
              </Button>
            ) : null}
            {isOn ? (
              <Button size="xs" variant="default" onClick={() => setDoing('remove')}>
                {words.remove}
              </Button>
            ) : (
              <Button size="xs" variant={hasCodes ? 'default' : 'filled'} onClick={() => setDoing('setUp')}>
                {words.begin}
              </Button>
            )}
          </Group>
        </>
      )}
      <Modal
        opened={doing === 'codes' || doing === 'remove'}
        onClose={() => setDoing(null)}
        title={doing === 'codes' ? words.newCodes : words.remove}
        closeButtonProps={{ 'aria-label': words.cancel }}
      >
        <AskOwner
          detail={doing === 'codes' ? words.newCodesDetail : words.removeDetail}
          yes={doing === 'codes' ? words.makeCodes : words.remove}
          hasPassword={hasPassword}
          act={async (current) => {
            const body = current === '' ? {} : { current }
            if (doing === 'codes') setCodes((await call(renewMyRecoveryCodes, { body })).recoveryCodes)
            else {
              await call(removeMySecondFactor, { body })
              await notice(words.removed)
            }
            setDoing(null)
            await refresh()
          }}
        />
      </Modal>
    </Section>
  )
}
