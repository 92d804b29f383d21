import type { Tx } from '../../../platform/db/db.ts'
import { headerKey } from '../../registry/index.ts'
import { LEVELS, ROLES, TYPE_LISTS } from './deeds.kinds.contract.ts'

/** What a new district begins with; it changes the lists as it needs. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  [TYPE_LISTS.event]: ['форум', 'конференция', 'семинар', 'конкурс', 'выставка', 'фестиваль'],
  [TYPE_LISTS.publication]: [
    ...['статья', 'тезисы', 'методическая разработка', 'пособие', 'глава в сборнике'],
    'публикация в сети',
  ],
  [TYPE_LISTS.award]: [
    ...['государственная награда', 'ведомственная награда', 'региональная награда', 'муниципальная награда'],
    ...['почётная грамота', 'благодарность', 'диплом победителя или лауреата'],
  ],
  [TYPE_LISTS.nonformal]: [
    ...['вебинар', 'интенсив', 'обмен опытом', 'профессиональная ассоциация', 'онлайн-курс без документа'],
    'тренинг',
  ],
  [LEVELS]: ['школьный', 'районный', 'региональный', 'всероссийский', 'международный'],
  [ROLES]: ['участник', 'докладчик', 'организатор или ведущий', 'лауреат или победитель'],
}

export async function seedDeeds(tx: Tx): Promise<void> {
  const values = Object.entries(LISTS).flatMap(([kind, labels]) =>
    labels.map((label) => ({ kind, key: headerKey(label), label })),
  )
  await tx.insertInto('registry.classifier_value').values(values).execute()
}
