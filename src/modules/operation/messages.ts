import type { Messages } from '../../platform/messages.ts'

export const operationMessages = {
  ru: {
    problems: {
      job_not_failed: {
        title: 'Повторять нечего: задание не остановилось на ошибке',
        todo: 'Обновите страницу: возможно, его уже повторили.',
      },
    },
  },
  en: {
    problems: {
      job_not_failed: {
        title: 'There is nothing to try again: the job has not failed',
        todo: 'Reload the page: somebody may have tried it again already.',
      },
    },
  },
} as const satisfies Messages
