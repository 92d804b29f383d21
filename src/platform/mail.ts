import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }
export type Mail = { send(letter: Letter): Promise<void> }

const FROM = 'Рост <no-reply@localhost>'

/** Sends through SMTP_URL; without one each letter becomes a file in `<data>/mail`, to be read in development. */
export function openMail(smtpUrl: string | undefined, dataFolder: string): Mail {
  if (smtpUrl === undefined) return { send: (letter) => keepAsFile(letter, join(dataFolder, 'mail')) }
  const transport = createTransport(smtpUrl, { from: new URL(smtpUrl).searchParams.get('from') ?? FROM })
  return {
    async send(letter) {
      await transport.sendMail(letter)
    },
  }
}

async function keepAsFile(letter: Letter, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const transport = createTransport({ streamTransport: true, buffer: true })
  const { message } = await transport.sendMail({ from: FROM, ...letter })
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${crypto.randomUUID().slice(0, 8)}.eml`
  await writeFile(join(folder, name), message as Buffer, { mode: 0o600 })
}
