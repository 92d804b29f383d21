import { useLocalStorage } from '@mantine/hooks'
import { useLayoutEffect } from 'react'

/** «Версия для слабовидящих»: larger, farther apart, without ornament; remembered by this browser. */
export function useEasyToSee(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({ key: 'easy-to-see', defaultValue: false, getInitialValueInEffect: false })
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-easy-to-see', on)
  }, [on])
  return [on, setOn]
}
