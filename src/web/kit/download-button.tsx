import { Button, type ButtonProps } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Problem } from '../api.ts'
import { useNotice } from './notice.tsx'
import { saveFile } from './save-file.ts'

type Props = ButtonProps & {
  /** Asks for the file. */
  get(): Promise<File>
  readonly children: ReactNode
}

/** Saves a file the server makes; says so while it is being made, and why where it cannot be. */
export function DownloadButton({ get, children, ...button }: Props): ReactNode {
  const notice = useNotice()
  const download = useMutation({
    mutationFn: get,
    onSuccess: saveFile,
    onError: (error) => notice(error instanceof Problem ? `${error.message}. ${error.detail}` : error.message),
  })
  return (
    <Button variant="default" {...button} loading={download.isPending} onClick={() => download.mutate()}>
      {children}
    </Button>
  )
}
