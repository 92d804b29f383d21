import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay, today } from '../../../../web/formats.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listEvents } from '../../events/events.contract.ts'
import { enrolPlanned } from '../courses.contract.ts'
import { coursePlanWords } from './words.ts'

const PAUSE = 250
const MOST = 50

type Props = { readonly plan: number; readonly courses: readonly number[]; onDone(): void }

/** Sends people of the plan to an event that is announced. */
export function EnrolForm({ plan, courses, onDone }: Props): ReactNode {
  const words = useWords(coursePlanWords)
  const { language } = useLanguage()
  const [event, setEvent] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), PAUSE)
  const [told, setTold] = useState<string | null>(null)
  const events = useQuery({
    queryKey: ['events', 'ahead', q],
    queryFn: () => {
      const ahead = { state: ['announced' as const], from: today(), sort: 'heldOn' as const, size: MOST }
      return call(listEvents, { query: { ...ahead, ...(q !== '' && { q }) } })
    },
    placeholderData: keepPreviousData,
  })
  const form = useForm({
    save: (key) =>
      call(enrolPlanned, { params: { id: plan }, body: { eventId: Number(event), courses: [...courses] } }, { key }),
    touches: [['planned-courses'], ['course-plans'], ['participants'], ['candidates']],
    saved: words.enrolled,
    onDone: (sent) => {
      onDone()
      setTold(words.sent(sent))
    },
  })
  return (
    <form className="rost-card rost-no-print" aria-label={words.enrolTo} onSubmit={form.submit} noValidate>
      <Stack gap="sm">
        <ProblemNote error={form.error} />
        <Select
          label={words.enrolTo}
          description={words.enrolHint}
          searchable
          clearable
          // The server has searched already.
          filter={({ options }) => options}
          data={(events.data?.items ?? []).map(({ id, title, heldOn }) => ({
            value: String(id),
            label: `${sayShortDay(heldOn, language)} · ${title}`,
          }))}
          value={event}
          error={form.fault('eventId') ?? form.fault('people') ?? form.fault('courses')}
          onChange={setEvent}
          onSearchChange={setTyped}
        />
        {told === null ? null : (
          <Text size="sm" role="status">
            {told}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={form.busy} disabled={courses.length === 0 || event === null}>
            {words.enrol(courses.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
