import { z } from 'zod'
import { type JobDefinition, type JobHandler, jobHandler, LETTER_TRIES } from '../../../platform/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { findQuestionLetter } from './question.letter.ts'
import { tellOfLate } from './questions.late.ts'

/** Tells the other one by mail. The letter holds no names and no figures: those stand behind the link. */
export const tellOfQuestion = {
  name: 'indicators-tell-of-question',
  payload: z.object({ tenant: z.int(), question: z.int(), of: z.enum(['asked', 'answered']) }),
  retryLimit: LETTER_TRIES,
  expireInSeconds: 60,
}

export function tellOfQuestionHandler({ database, mail, settings, translator }: Services): JobHandler {
  return jobHandler(tellOfQuestion, async ({ tenant, question, of }) => {
    const letter = await findQuestionLetter(database.reader(tenant), question, of)
    if (letter === undefined) return
    const language = letter.language ?? 'ru'
    const base = settings.publicUrl ?? `http://${settings.host}:${settings.port}`
    const link = `${base.replace(/\/+$/, '')}/questions`
    const words = letter.code === null ? `record_${of}` : of
    await mail.send({
      to: letter.email,
      subject: translator.say(language, `indicators:letters.${words}.subject`, { code: letter.code }),
      text: translator.say(language, `indicators:letters.${words}.text`, {
        ...{ code: letter.code, link, day: letter.dueOn.split('-').reverse().join('.') },
      }),
    })
  })
}

export const lateQuestions: JobDefinition<Record<string, never>> = {
  name: 'indicators-late-questions',
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 600,
}

/** Once a day, before work begins: both sides hear in the client that an answer is overdue. */
export const lateQuestionsHandler = ({ database }: Services): JobHandler =>
  jobHandler(lateQuestions, () => tellOfLate(database), '30 2 * * *')
