import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }
export type Mail = { send(letter: Letter): Promise<void> }

/** Milliseconds. A mail server that is silent must not hold the job beyond its time: it is tried again. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

const FROM = 'Рост <no-reply@localhost>'

/** Sends through SMTP_URL; without one each letter becomes a file in `<data>/mail`, to be read in development. */
export function openMail(smtpUrl: string | undefined, dataFolder: string): Mail {
  if (smtpUrl === undefined) return { send: (letter) => keepAsFile(letter, join(dataFolder, 'mail')) }
  const server = new URL(smtpUrl)
  for (const [name, milliseconds] of Object.entries(PATIENCE))
    if (!server.searchParams.has(name)) server.searchParams.set(name, String(milliseconds))
  const from = server.searchParams.get('from') ?? FROM
  const open = async () => (await nodemailer()).createTransport(server.href, { from })
  let transport: ReturnType<typeof open> | undefined
  return {
    async send(letter) {
      transport ??= open()
      await (await transport).sendMail(letter)
    },
  }
}

async function keepAsFile(letter: Letter, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const transport = (await nodemailer()).createTransport({ streamTransport: true, buffer: true })
  const { message } = await transport.sendMail({ from: FROM, ...letter })
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${crypto.randomUUID().slice(0, 8)}.eml`
  await writeFile(join(folder, name), message as Buffer, { mode: 0o600 })
}

/** Read with the first letter: many servers never send one. */
const nodemailer = () => import('nodemailer')
