import { Button, Group, Radio, Skeleton, Stack, Switch, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { changeMyLetters, getMyLetters, type MyLetters as Letters, type Quiet } from '../quiet.contract.ts'
import { QuietFields, sayQuiet } from './quiet.fields.tsx'
import { letterWords } from './words.ts'

/** What one wants to be written of, and when not. */
export function MyLetters(): ReactNode {
  const words = useWords(letterWords)
  const letters = useQuery({ queryKey: ['my-letters'], queryFn: () => call(getMyLetters, {}) })
  return (
    <Section title={words.letters}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.about}
        </Text>
        <ProblemNote error={letters.error} onRetry={() => letters.refetch()} />
        {letters.data?.hasAddress === false ? (
          <Text size="sm">
            {words.noAddress} <TextLink to="/account">{words.account}</TextLink>
          </Text>
        ) : null}
        {letters.data === undefined ? (
          letters.isPending && <Skeleton height={220} />
        ) : (
          <Choices district={letters.data.district} letters={letters.data} />
        )}
      </Stack>
    </Section>
  )
}

const KINDS = ['invitations', 'dayBefore', 'hourBefore', 'feedback'] as const

function Choices({ letters, district }: { readonly letters: Letters; readonly district: Quiet }): ReactNode {
  const words = useWords(letterWords)
  const { invitations, dayBefore, hourBefore, feedback, quiet } = letters
  const [typed, setTyped] = useState<Letters>({ invitations, dayBefore, hourBefore, feedback, quiet })
  const form = useForm({
    save: () => call(changeMyLetters, { body: typed }),
    touches: [['my-letters']],
    saved: words.saved,
    onDone: () => {},
  })
  return (
    <form className="rost-card" aria-label={words.letters} onSubmit={form.submit} noValidate>
      <Stack gap="sm">
        <ProblemNote error={form.error} />
        {KINDS.map((kind) => (
          <Switch
            key={kind}
            label={words[kind]}
            checked={typed[kind]}
            onChange={(event) => setTyped({ ...typed, [kind]: event.currentTarget.checked })}
          />
        ))}
        <Radio.Group
          label={words.quiet}
          value={typed.quiet === null ? 'district' : 'own'}
          onChange={(value) => setTyped({ ...typed, quiet: value === 'own' ? (quiet ?? district) : null })}
        >
          <Radio value="district" label={words.asDistrict(sayQuiet(district, words))} mt="xs" />
          <Radio value="own" label={words.own} mt="xs" />
        </Radio.Group>
        {typed.quiet === null ? null : (
          <QuietFields quiet={typed.quiet} onChange={(changed) => setTyped({ ...typed, quiet: changed })} />
        )}
        <Group>
          <Button type="submit" loading={form.busy}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
