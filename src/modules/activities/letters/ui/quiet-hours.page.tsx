import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { changeQuietHours, getQuietHours, type Quiet } from '../quiet.contract.ts'
import { QuietFields, sayQuiet } from './quiet.fields.tsx'
import { letterWords } from './words.ts'

/** When letters about events wait till morning in the district. */
export function QuietHoursPage(): ReactNode {
  const words = useWords(letterWords)
  const hours = useQuery({ queryKey: ['quiet-hours'], queryFn: () => call(getQuietHours, {}) })
  return (
    <Page
      title={words.district}
      about={words.districtAbout}
      actions={
        <TextLink to="/events" size="sm">
          {words.back}
        </TextLink>
      }
    >
      <ProblemNote error={hours.error} onRetry={() => hours.refetch()} />
      {hours.isPending ? <Skeleton height={120} /> : null}
      {hours.data === undefined ? null : hours.data.can.includes('change') ? (
        <Changing key={hours.data.version} quiet={hours.data} version={hours.data.version} />
      ) : (
        <Text>{sayQuiet(hours.data, words)}</Text>
      )}
    </Page>
  )
}

function Changing({ quiet, version }: { readonly quiet: Quiet; readonly version: number }): ReactNode {
  const words = useWords(letterWords)
  const { from, until, daysOff } = quiet
  const [typed, setTyped] = useState<Quiet>({ from, until, daysOff })
  const form = useForm({
    save: () => call(changeQuietHours, { body: typed }, { version }),
    touches: [['quiet-hours'], ['my-letters']],
    saved: words.saved,
    onDone: () => {},
  })
  return (
    <form className="rost-card" aria-label={words.district} onSubmit={form.submit} noValidate>
      <Stack gap="sm">
        <ProblemNote error={form.error} />
        <QuietFields quiet={typed} onChange={setTyped} />
        <Text size="sm" c="dimmed">
          {words.sameHours}
        </Text>
        <Group>
          <Button type="submit" loading={form.busy}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
