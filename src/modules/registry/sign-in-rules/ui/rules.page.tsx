import { Button, Group, Loader, MultiSelect, NumberInput, Stack, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { ROLES, type Role } from '../../../../access-matrix.ts'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { ROLE_NAMES } from '../../grants/roles.contract.ts'
import { BOUNDS, changeSignInRules, getSignInRules, type SignInRules } from '../rules.contract.ts'
import { rulesWords } from './words.ts'

/** How one signs in to the district: changed by the administrator, read by the security officer. */
export function RulesPage(): ReactNode {
  const words = useWords(rulesWords)
  const rules = useQuery({ queryKey: ['sign-in-rules'], queryFn: () => call(getSignInRules, {}) })
  return (
    <Page title={words.title} about={words.about}>
      <ProblemNote error={rules.error} onRetry={() => rules.refetch()} />
      {rules.isPending ? <Loader aria-label={words.title} /> : null}
      {rules.data === undefined ? null : rules.data.can.includes('change') ? (
        <RulesForm key={rules.data.version} rules={rules.data} />
      ) : (
        <Facts rules={rules.data} />
      )}
    </Page>
  )
}

const LIMITS = ['exportsADay', 'exportRowsADay', 'districtExportsADay', 'districtExportRowsADay'] as const

type Typed = {
  readonly secondFactor: readonly string[]
  readonly restMinutes: number | string
  readonly lifeHours: number | string
  readonly unusedDays: number | string
  readonly looksChange: boolean
  readonly erasureByTwo: boolean
  readonly exportsADay: number | string
  readonly exportRowsADay: number | string
  readonly districtExportsADay: number | string
  readonly districtExportRowsADay: number | string
}

function RulesForm({ rules }: { rules: SignInRules }): ReactNode {
  const words = useWords(rulesWords)
  const { language } = useLanguage()
  const { version, can: _, ...stored } = rules
  const draft = useDraft<Typed>('sign-in-rules', stored)
  const { value: typed } = draft
  const form = useForm({
    save: () =>
      call(
        changeSignInRules,
        {
          body: {
            secondFactor: ROLES.filter((role) => typed.secondFactor.includes(role)),
            restMinutes: Number(typed.restMinutes),
            lifeHours: Number(typed.lifeHours),
            unusedDays: Number(typed.unusedDays),
            looksChange: typed.looksChange,
            erasureByTwo: typed.erasureByTwo,
            exportsADay: Number(typed.exportsADay),
            exportRowsADay: Number(typed.exportRowsADay),
            districtExportsADay: Number(typed.districtExportsADay),
            districtExportRowsADay: Number(typed.districtExportRowsADay),
          },
        },
        { version },
      ),
    touches: [['sign-in-rules']],
    saved: words.saved,
    onDone: () => draft.clear(),
  })
  const number = (name: keyof typeof BOUNDS, hint: string): ReactNode => (
    <NumberInput
      label={words[name]}
      description={hint}
      allowDecimal={false}
      min={BOUNDS[name].least}
      max={BOUNDS[name].most}
      value={typed[name]}
      error={form.fault(name)}
      onChange={(value) => draft.change({ [name]: value })}
    />
  )
  return (
    <form aria-label={words.title} onSubmit={form.submit} noValidate>
      <Stack>
        <ProblemNote error={form.error} />
        <Section title={words.second}>
          <MultiSelect
            label={words.secondFactor}
            description={words.secondFactorHint}
            placeholder={typed.secondFactor.length === 0 ? words.nobody : ''}
            clearable
            data={ROLES.map((value) => ({ value, label: ROLE_NAMES[language][value] }))}
            value={[...typed.secondFactor]}
            onChange={(secondFactor) => draft.change({ secondFactor })}
          />
        </Section>
        <Section title={words.sessions}>
          <div className="rost-filters">
            {number('restMinutes', words.restHint)}
            {number('lifeHours', words.lifeHint)}
          </div>
        </Section>
        <Section title={words.accounts}>
          <div className="rost-filters">{number('unusedDays', words.unusedHint)}</div>
        </Section>
        <Section title={words.looks}>
          <Switch
            label={words.looksChange}
            description={words.looksHint}
            checked={typed.looksChange}
            onChange={(e) => draft.change({ looksChange: e.currentTarget.checked })}
          />
        </Section>
        <Section title={words.erasure}>
          <Switch
            label={words.erasureByTwo}
            description={words.erasureHint}
            checked={typed.erasureByTwo}
            onChange={(e) => draft.change({ erasureByTwo: e.currentTarget.checked })}
          />
        </Section>
        <Section title={words.exports}>
          <div className="rost-filters">
            {number('exportsADay', words.exportsHint)}
            {number('exportRowsADay', words.exportRowsHint)}
            {number('districtExportsADay', words.districtExportsHint)}
            {number('districtExportRowsADay', words.districtExportRowsHint)}
          </div>
        </Section>
        <Group gap="xs">
          <Button type="submit" loading={form.busy}>
            {words.save}
          </Button>
          <Button variant="subtle" onClick={() => draft.clear()}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Facts({ rules }: { rules: SignInRules }): ReactNode {
  const words = useWords(rulesWords)
  const { language } = useLanguage()
  const names = rules.secondFactor.map((role: Role) => ROLE_NAMES[language][role])
  return (
    <dl className="rost-facts">
      <dt>{words.secondFactor}</dt>
      <dd>{names.join(', ') || words.nobody}</dd>
      <dt>{words.restMinutes}</dt>
      <dd>{words.minutes(rules.restMinutes)}</dd>
      <dt>{words.lifeHours}</dt>
      <dd>{words.hours(rules.lifeHours)}</dd>
      <dt>{words.unusedDays}</dt>
      <dd>{words.days(rules.unusedDays)}</dd>
      <dt>{words.looksChange}</dt>
      <dd>{rules.looksChange ? words.yes : words.no}</dd>
      <dt>{words.erasureByTwo}</dt>
      <dd>{rules.erasureByTwo ? words.yes : words.no}</dd>
      {LIMITS.map((name) => (
        <Fragment key={name}>
          <dt>{words[name]}</dt>
          <dd>{rules[name].toLocaleString(language)}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
