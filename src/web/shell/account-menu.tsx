import { Box, Button, Menu, Text, useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { signOut } from '../../modules/identity/sign-in/sign-in.contract.ts'
import { call, chooseDistrict } from '../api.ts'
import { forgetDrafts } from '../kit/draft.ts'
import { useLanguage, useWords } from '../language.tsx'
import type { Me } from '../me.tsx'
import { queryClient } from '../queries.ts'
import { useEasyToSee } from './appearance.ts'
import { HeaderIcon } from './header-icon.tsx'
import { shellWords } from './words.ts'

/** «Иванова А. С.» of a full name; what is no such name stays as it is. */
const withInitials = (name: string): string => {
  const [surname = '', ...others] = name.trim().split(/\s+/)
  if (others.length !== 2 || others.some((word) => !/^\p{Lu}\p{L}+$/u.test(word))) return name
  return [surname, ...others.map((word) => `${word.slice(0, 1)}.`)].join('\u00a0')
}

/** Language, looks, district, and the way out. */
export function AccountMenu({ me }: { me?: Me | undefined }): ReactNode {
  const words = useWords(shellWords)
  const go = useNavigate()
  const { language, choose } = useLanguage()
  const [easyToSee, setEasyToSee] = useEasyToSee()
  const { setColorScheme } = useMantineColorScheme()
  const name = withInitials(me?.name ?? '') || me?.email || words.account
  const other = language === 'ru' ? 'en' : 'ru'
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} withinPortal>
      <Menu.Target>
        <Button variant="default" size="sm" maw="14rem" px={{ base: 'xs', sm: 'sm' }} aria-label={name}>
          <Text span inherit truncate visibleFrom="sm">
            {name}
          </Text>
          <Box component="span" hiddenFrom="sm" lh={0}>
            <HeaderIcon path="M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-6.5 7.5c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5" />
          </Box>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {me !== undefined && me.districts.length > 1 ? (
          <>
            <Menu.Label>{words.district}</Menu.Label>
            {me.districts.map(({ code, name }) => (
              <Menu.Item
                key={code}
                aria-current={code === me.district?.code}
                onClick={() => {
                  chooseDistrict(code)
                  void queryClient.resetQueries()
                }}
              >
                {name}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        ) : null}
        <Menu.Item lang={other} onClick={() => choose(other)}>
          {words.language}
        </Menu.Item>
        <Menu.Item onClick={() => setColorScheme('light')}>{words.light}</Menu.Item>
        <Menu.Item onClick={() => setColorScheme('dark')}>{words.dark}</Menu.Item>
        <Menu.Item onClick={() => setColorScheme('auto')}>{words.asSystem}</Menu.Item>
        <Menu.Item onClick={() => setEasyToSee(!easyToSee)}>
          {easyToSee ? words.easyToSeeOff : words.easyToSee}
        </Menu.Item>
        {me === undefined ? null : (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => void go({ to: '/account' })}>{words.myAccount}</Menu.Item>
            <Menu.Item onClick={leave}>{words.signOut}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

async function leave(): Promise<void> {
  await call(signOut, {})
  forgetDrafts()
  chooseDistrict(null)
  queryClient.clear()
  location.assign('/')
}
