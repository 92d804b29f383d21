import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { call } from '../../../../web/api.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { Me } from '../../../../web/me.tsx'
import { stopLooking } from '../looks.contract.ts'
import { lookWords } from './words.ts'

/** Back to one's own list of accounts, with nothing left of what was seen. */
const goBack = (): void => location.assign('/accounts')

/** Above every page while somebody looks as another: as whom, until when, and the way out. */
export function LookingBar({ me, looking }: { me: Me; looking: NonNullable<Me['looking']> }): ReactNode {
  const words = useWords(lookWords)
  const { language } = useLanguage()
  const stop = useMutation({ mutationFn: () => call(stopLooking, {}), onSuccess: goBack })
  useEffect(() => {
    const timer = setTimeout(goBack, Math.max(0, Date.parse(looking.until) - Date.now()))
    return () => clearTimeout(timer)
  }, [looking.until])
  const until = new Date(looking.until).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
  return (
    <section aria-label={words.bar} className="rost-looking rost-no-print">
      <Text size="sm">
        <strong>{words.looking(me.name)}</strong> {looking.changes ? words.withChanges : words.onlyLooking}{' '}
        {words.until(until)}
      </Text>
      <Group gap="xs">
        <Button size="xs" variant="white" color="dark" loading={stop.isPending} onClick={() => stop.mutate()}>
          {words.stop}
        </Button>
      </Group>
    </section>
  )
}
