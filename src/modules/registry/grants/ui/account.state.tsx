import type { ReactNode } from 'react'
import { Mark } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { Account } from '../accounts.contract.ts'
import { accountWords } from './words.ts'

/** Whether somebody can sign in by the account, and ever did. */
export function AccountState({ account }: { account: Account }): ReactNode {
  const words = useWords(accountWords)
  if (account.disabled)
    return <Mark state="bad">{account.disabledAs === 'unused' ? words.disabledUnused : words.states.disabled}</Mark>
  if (account.waiting) return <Mark state="none">{words.states.waiting}</Mark>
  return <Mark state="good">{words.states.active}</Mark>
}
