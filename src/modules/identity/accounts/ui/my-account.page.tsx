import { Button, Group, PasswordInput, Select, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { type Form, useForm } from '../../../../web/kit/form.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { FurtherParts } from '../../../../web/parts.tsx'
import { MyOutside } from '../../outside/ui/my-outside.tsx'
import { MyPasskeys } from '../../passkeys/ui/my-passkeys.tsx'
import { changeMyPassword } from '../../passwords/passwords.contract.ts'
import { MySecondFactor } from '../../second-factor/ui/my-second-factor.tsx'
import { MySessions } from '../../sessions/ui/my-sessions.tsx'
import { MyTokens } from '../../tokens/ui/my-tokens.tsx'
import { changeMe, changeMyEmail } from '../profile.contract.ts'
import { myAccountWords } from './words.ts'

/** What belongs to the account itself, whatever district one works in. */
export function MyAccountPage(): ReactNode {
  const words = useWords(myAccountWords)
  const me = useMe()
  return (
    <Page title={words.title} about={[me.email, me.login].filter(Boolean).join(' · ')}>
      <div className="rost-cards">
        <Profile />
        <Email />
        <Password />
      </div>
      <MySecondFactor />
      <MyPasskeys />
      <MyOutside />
      <MySessions />
      <MyTokens />
      <FurtherParts of="account" id={me.id} />
    </Page>
  )
}

function Profile(): ReactNode {
  const words = useWords(myAccountWords)
  const { choose } = useLanguage()
  const me = useMe()
  const [typed, setTyped] = useState({ name: me.name, language: me.language })
  const form = useForm({
    save: () => call(changeMe, { body: typed }, { version: me.version }),
    touches: [['me']],
    saved: words.saved,
    onDone: ({ language }) => language !== null && choose(language),
  })
  return (
    <Card title={words.profile} form={form} save={words.save}>
      <TextInput
        label={words.name}
        required
        maxLength={200}
        autoComplete="name"
        value={typed.name}
        error={form.fault('name')}
        onChange={(e) => setTyped({ ...typed, name: e.currentTarget.value })}
      />
      <Select
        label={words.language}
        placeholder={words.asBrowser}
        clearable
        data={[
          { value: 'ru', label: 'Русский' },
          { value: 'en', label: 'English' },
        ]}
        value={typed.language}
        onChange={(language) =>
          setTyped({ ...typed, language: language === 'ru' || language === 'en' ? language : null })
        }
      />
    </Card>
  )
}

function Email(): ReactNode {
  const words = useWords(myAccountWords)
  const me = useMe()
  const [typed, setTyped] = useState({ email: me.email ?? '', current: '' })
  const email = typed.email.trim() === '' ? null : typed.email
  const form = useForm({
    save: () => call(changeMyEmail, { body: { email, current: typed.current } }, { version: me.version }),
    touches: [['me']],
    saved: words.emailSaved,
    onDone: () => setTyped({ ...typed, current: '' }),
  })
  return (
    <Card title={words.signingIn} form={form} save={words.changeEmail}>
      <TextInput
        label={words.email}
        description={words.emailHint}
        maxLength={254}
        autoComplete="email"
        value={typed.email}
        error={form.fault('email')}
        onChange={(e) => setTyped({ ...typed, email: e.currentTarget.value })}
      />
      <PasswordInput
        label={words.current}
        autoComplete="current-password"
        value={typed.current}
        error={form.fault('current')}
        onChange={(e) => setTyped({ ...typed, current: e.currentTarget.value })}
      />
    </Card>
  )
}

function Password(): ReactNode {
  const words = useWords(myAccountWords)
  const client = useQueryClient()
  const { hasPassword } = useMe()
  const [typed, setTyped] = useState({ current: '', password: '' })
  const form = useForm({
    save: async () => {
      const { current, password } = typed
      await call(changeMyPassword, { body: { password, ...(current !== '' && { current }) } })
    },
    touches: [['me'], ['my-sessions']],
    saved: words.passwordSaved,
    onDone: () => {
      setTyped({ current: '', password: '' })
      void client.invalidateQueries({ queryKey: ['me'] })
    },
  })
  return (
    <Card title={words.password} form={form} save={words.changePassword}>
      {hasPassword ? (
        <PasswordInput
          label={words.current}
          description={words.byLinkHint}
          autoComplete="current-password"
          value={typed.current}
          error={form.fault('current')}
          onChange={(e) => setTyped({ ...typed, current: e.currentTarget.value })}
        />
      ) : null}
      <PasswordInput
        label={words.newPassword}
        description={words.passwordHint}
        required
        autoComplete="new-password"
        value={typed.password}
        error={form.fault('password')}
        onChange={(e) => setTyped({ ...typed, password: e.currentTarget.value })}
      />
    </Card>
  )
}

type CardProps = { readonly title: string; readonly form: Form; readonly save: string; readonly children: ReactNode }

function Card({ title, form, save, children }: CardProps): ReactNode {
  return (
    <Section title={title}>
      <form className="rost-card" aria-label={title} onSubmit={form.submit} noValidate>
        <Stack gap="sm">
          <ProblemNote error={form.error} />
          {children}
          <Group>
            <Button type="submit" variant="default" loading={form.busy}>
              {save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
