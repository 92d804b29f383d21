import { defineWords } from '../../../../web/words.ts'

export const checkWords = defineWords(
  {
    title: 'Проверка документа',
    checking: 'Проверяем…',
    good: 'Документ действует',
    replaced: (day: string) => `Документ заменён ${day}`,
    revoked: (day: string) => `Документ отозван ${day}`,
    replacedDetail: 'Вместо него выдан другой с тем же номером. Попросите показать новый.',
    revokedDetail: 'Он больше ничего не подтверждает.',
    goodDetail: 'Сравните с бумагой: номер, дата и кто выдал должны совпадать. Имени здесь нет нарочно.',
    kind: 'Вид документа',
    number: 'Номер',
    issued: 'Дата выдачи',
    issuer: 'Кто выдал',
  },
  {
    title: 'Checking a document',
    checking: 'Checking…',
    good: 'The document is in force',
    replaced: (day) => `The document was replaced on ${day}`,
    revoked: (day) => `The document was revoked on ${day}`,
    replacedDetail: 'Another one was given in its place under the same number. Ask for the new one.',
    revokedDetail: 'It proves nothing any more.',
    goodDetail: 'Compare with the paper: number, day and issuer have to be the same. The name is left out on purpose.',
    kind: 'Kind',
    number: 'Number',
    issued: 'Issued on',
    issuer: 'Issued by',
  },
)
