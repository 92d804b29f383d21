import { Group } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call, download } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { OrganisationSelect } from '../../../registry/ui/index.ts'
import { getPlanDocument, listPlan, type PlanEntry } from '../plan.contract.ts'
import { daysOf, indexOf, type Month, monthOf, shifted, weekdayOf, yearOf } from './month.ts'
import { plannerWords } from './words.ts'
import './planner.css'

/** A month day by day: a calendar, on a phone the list of its busy days. */
export function PlanPage(): ReactNode {
  const words = useWords(plannerWords)
  const { month = monthOf(today()), organiser } = useSearch({ from: '/events/plan' })
  const navigate = useNavigate({ from: '/events/plan' })
  const plans = useMay('event.manage')
  const days = daysOf(month)
  const span = { from: days[0] ?? '', to: days.at(-1) ?? '', ...(organiser !== undefined && { organiser }) }
  const plan = useQuery({
    queryKey: ['plan', span],
    queryFn: ({ signal }) => call(listPlan, { query: span }, { signal }),
    placeholderData: keepPreviousData,
  })
  const to = (by: number): Month => shifted(month, by)
  const year = yearOf(month)
  return (
    <Page
      title={words.title(`${words.months[indexOf(month)]} ${year}`)}
      about={plan.data === undefined ? '\u00a0' : words.about(plan.data.events)}
      actions={
        <>
          {plans ? (
            <DownloadButton
              get={() =>
                download(getPlanDocument, {
                  query: { year, month: indexOf(month) + 1, ...(organiser !== undefined && { organiser }) },
                })
              }
            >
              {words.paper}
            </DownloadButton>
          ) : null}
          {plans ? <ButtonLink to="/events/new">{words.plan}</ButtonLink> : null}
        </>
      }
    >
      <Group gap="xs" align="flex-end">
        <ButtonLink to="/events/plan" search={{ month: to(-1), organiser }} variant="default">
          {words.earlier}
        </ButtonLink>
        <ButtonLink to="/events/plan" search={{ month: to(1), organiser }} variant="default">
          {words.later}
        </ButtonLink>
        <ButtonLink to="/events/year" search={{ year, organiser }} variant="default">
          {words.year}
        </ButtonLink>
        <OrganisationSelect
          label={words.organiser}
          value={organiser === undefined ? '' : String(organiser)}
          onChange={(id) => navigate({ search: { month, organiser: id === '' ? undefined : Number(id) } })}
        />
      </Group>
      <ProblemNote error={plan.error} onRetry={() => plan.refetch()} />
      {plan.data?.events === 0 ? <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote> : null}
      <Calendar days={days} items={plan.data?.items ?? []} daysOff={plan.data?.daysOff ?? []} />
    </Page>
  )
}

type CalendarProps = {
  readonly days: readonly string[]
  readonly items: readonly PlanEntry[]
  readonly daysOff: readonly string[]
}

function Calendar({ days, items, daysOff }: CalendarProps): ReactNode {
  const words = useWords(plannerWords)
  return (
    <div>
      <div className="rost-plan-weekdays" aria-hidden>
        {words.weekdays.map((weekday) => (
          <span key={weekday}>{weekday}</span>
        ))}
      </div>
      <ol className="rost-plan">
        {days.map((day, at) => {
          const here = items.filter((item) => item.day === day)
          const isOff = daysOff.includes(day)
          return (
            <li
              key={day}
              data-off={isOff || undefined}
              data-empty={here.length === 0 || undefined}
              style={at === 0 ? { gridColumnStart: weekdayOf(day) } : undefined}
            >
              <span className="rost-plan-day">
                {Number(day.slice(8))}
                <span className="rost-plan-weekday">{` ${words.weekdays[weekdayOf(day) - 1]}`}</span>
              </span>
              {isOff ? <span className="rost-visually-hidden">{` ${words.dayOffShort}`}</span> : null}
              {here.length === 0 ? null : (
                <ol>
                  {here.map((entry) => (
                    <Entry key={`${entry.eventId} ${entry.from}`} entry={entry} />
                  ))}
                </ol>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function Entry({ entry }: { readonly entry: PlanEntry }): ReactNode {
  const words = useWords(plannerWords)
  const { eventId, title, from, until, state, where } = entry
  const marks = [
    ...(state === 'draft' ? [words.draft] : []),
    ...(state === 'cancelled' ? [words.cancelled] : []),
    ...(where === null ? [] : [where]),
  ]
  return (
    <li>
      {from === null ? null : (
        // The blank stands outside: within, no line could end there.
        <>
          <span className="rost-nowrap">{`${from}–${until}`}</span>{' '}
        </>
      )}
      <TextLink inherit underline="always" to="/events/$id" params={{ id: String(eventId) }}>
        {title}
      </TextLink>
      {marks.length === 0 ? null : ` (${marks.join(', ')})`}
    </li>
  )
}
