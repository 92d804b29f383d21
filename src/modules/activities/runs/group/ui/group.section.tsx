import { Button, Checkbox, Group, Select, Text } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sayShortDay } from '../../../../../web/formats.ts'
import { DataTable } from '../../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../../web/kit/links.tsx'
import { Mark, type State } from '../../../../../web/kit/marks.tsx'
import { EmptyNote, Section } from '../../../../../web/kit/page.tsx'
import { Pager } from '../../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import { ChoosingForm } from '../../electives/ui/choosing.form.tsx'
import { type Learner, type Run, STANDINGS, type Standing } from '../group.contract.ts'
import { LEARNER_SORTS } from './group.search.ts'
import { JoiningForm } from './joining.form.tsx'
import { LeavingForm, ReturnButton } from './leaving.form.tsx'
import { GROUP_SIZE, useLearners } from './use-learners.ts'
import { groupWords } from './words.ts'

const MARKS: Readonly<Record<Standing, State>> = {
  ...{ expected: 'none', absent: 'warn', learning: 'good', left: 'none', ended: 'good', unended: 'warn' },
}

/** Who learns here, and how they stand. */
export function GroupSection({ run }: { readonly run: Run }): ReactNode {
  const words = useWords(groupWords)
  const search = useSearch({ from: '/events/$id/run' })
  const navigate = useNavigate({ from: '/events/$id/run' })
  const [leaving, setLeaving] = useState<Learner | null>(null)
  const { id } = run.event
  const learners = useLearners(id, search)
  const { standing, lacking, unchosen, sort = 'name', page = 1 } = search
  const isNarrowed = standing !== undefined || lacking !== undefined || unchosen !== undefined
  const [joins, setJoins] = useState(false)
  const [choosing, setChoosing] = useState<Learner | null>(null)
  return (
    <Section
      title={words.group}
      actions={
        run.can.includes('join') && !joins ? (
          <Button size="xs" variant="default" onClick={() => setJoins(true)}>
            {words.join}
          </Button>
        ) : null
      }
    >
      {joins ? <JoiningForm run={run} onDone={() => setJoins(false)} /> : null}
      {leaving === null ? null : (
        <LeavingForm key={leaving.person.id} run={run} learner={leaving} onDone={() => setLeaving(null)} />
      )}
      {choosing === null ? null : (
        <ChoosingForm key={choosing.person.id} event={id} learner={choosing} onDone={() => setChoosing(null)} />
      )}
      <Group gap="md" align="flex-end" mb="xs">
        <Select
          label={words.show}
          maw={240}
          allowDeselect={false}
          value={standing ?? 'all'}
          data={[
            { value: 'all', label: words.all },
            ...STANDINGS.map((value) => ({ value, label: words.standings[value] })),
          ]}
          onChange={(value) => {
            const chosen = STANDINGS.find((one) => one === value)
            void navigate({ search: (before) => ({ ...before, standing: chosen, page: undefined }), replace: true })
          }}
        />
        <Checkbox
          label={words.lackingOnly(run.leastShare)}
          checked={lacking === 'yes'}
          onChange={(e) => {
            const only = e.currentTarget.checked ? 'yes' : undefined
            void navigate({ search: (before) => ({ ...before, lacking: only, page: undefined }), replace: true })
          }}
        />
        {run.programme.electives === 0 ? null : (
          <Checkbox
            label={words.unchosenOnly}
            checked={unchosen === 'yes'}
            onChange={(e) => {
              const only = e.currentTarget.checked ? 'yes' : undefined
              void navigate({ search: (before) => ({ ...before, unchosen: only, page: undefined }), replace: true })
            }}
          />
        )}
      </Group>
      <ProblemNote error={learners.error} onRetry={() => learners.refetch()} />
      <DataTable
        caption={words.group}
        sort={sort}
        onSort={(by) =>
          navigate({
            search: (before) => ({ ...before, sort: LEARNER_SORTS.find((one) => one === by) }),
            replace: true,
          })
        }
        columns={[
          { key: 'who', title: words.who, sort: 'name', cell: ({ person }) => <PersonName person={person} /> },
          {
            key: 'organisation',
            title: words.organisation,
            sort: 'organisation',
            cell: ({ organisation }) => organisation?.name ?? '—',
          },
          { key: 'state', title: words.state, cell: (one) => <StandingCell learner={one} /> },
          { key: 'time', title: words.time, sort: 'share', cell: (one) => <Time learner={one} /> },
          ...(run.programme.electives === 0
            ? []
            : [
                {
                  key: 'electives',
                  title: words.electives,
                  cell: (one: Learner) => <Chosen run={run} learner={one} onChoose={() => setChoosing(one)} />,
                },
              ]),
          {
            key: 'steps',
            title: '',
            cell: (one) => <Steps event={id} learner={one} onLeave={() => setLeaving(one)} />,
          },
        ]}
        rows={learners.isError ? [] : learners.data?.items}
        keyOf={({ person }) => person.id}
        empty={
          learners.isError ? null : isNarrowed ? (
            <EmptyNote title={words.noneSuch} />
          ) : (
            <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>
          )
        }
      />
      <Pager
        page={page}
        size={GROUP_SIZE}
        total={learners.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Section>
  )
}

const PersonName = ({ person: { id, name } }: Pick<Learner, 'person'>): ReactNode => (
  <TextLink to="/people/$id" params={{ id: String(id) }}>
    {name}
  </TextLink>
)

function StandingCell({ learner: { standing, joinedOn, leftOn, leftFor } }: { readonly learner: Learner }): ReactNode {
  const words = useWords(groupWords)
  const { language } = useLanguage()
  return (
    <>
      <Mark state={MARKS[standing]}>{words.standing[standing]}</Mark>
      {joinedOn === null ? null : (
        <Text size="sm" c="dimmed">
          {words.joinedSince(sayShortDay(joinedOn, language))}
        </Text>
      )}
      {leftOn === null ? null : (
        <Text size="sm" c="dimmed">
          {words.leftSince(sayShortDay(leftOn, language))}: <span className="rost-own-name">{leftFor}</span>
        </Text>
      )}
    </>
  )
}

function Time({ learner: { share, minutes, lacking } }: { readonly learner: Learner }): ReactNode {
  const words = useWords(groupWords)
  if (share === null || minutes === null) return '—'
  return (
    <>
      {words.share(share, minutes)}
      {lacking === 0 ? null : (
        <div>
          <Mark state="warn">{words.lacking(lacking)}</Mark>
        </div>
      )}
    </>
  )
}

type ChosenProps = { readonly run: Run; readonly learner: Learner; onChoose(): void }

/** Which elective modules they take; whoever holds the run may choose for them. */
function Chosen({ run: { event, programme }, learner, onChoose }: ChosenProps): ReactNode {
  const words = useWords(groupWords)
  const { standing, chosen, person } = learner
  const isLacking = standing !== 'left' && chosen.length < programme.electives
  return (
    <>
      {chosen.map(({ id, title }) => (
        <div key={id} className="rost-own-name">
          {title}
        </div>
      ))}
      {isLacking ? <Mark state="warn">{words.unchosen(chosen.length, programme.electives)}</Mark> : null}
      {event.state === 'announced' && standing !== 'left' ? (
        <Button size="compact-sm" variant="subtle" aria-label={words.chooseOf(person.name)} onClick={onChoose}>
          {isLacking ? words.choose : words.chooseOther}
        </Button>
      ) : null}
    </>
  )
}

type StepsProps = { readonly event: number; readonly learner: Learner; onLeave(): void }

function Steps({ event, learner, onLeave }: StepsProps): ReactNode {
  const words = useWords(groupWords)
  if (learner.can.includes('return')) return <ReturnButton event={event} person={learner.person} />
  if (!learner.can.includes('leave')) return null
  return (
    <Button size="compact-sm" variant="subtle" aria-label={words.leaveOf(learner.person.name)} onClick={onLeave}>
      {words.leave}
    </Button>
  )
}
