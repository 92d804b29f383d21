/** A sentence in both languages of the product. */
type Sentence = { en: string; ru: string }

/** What the operator has to be told, by machine code; `d` carries the particulars the sentence needs. */
const sentences = {
  'no-binaries': (d) => ({
    en: `No usable PostgreSQL was found (${d.tried}): install PostgreSQL 15 or later, or set DATABASE_URL.`,
    ru: `Не найден пригодный PostgreSQL (${d.tried}): установите PostgreSQL 15 или новее либо задайте DATABASE_URL.`,
  }),
  musl: (d) => ({
    en: `The bundled PostgreSQL needs glibc, and this system has musl (${d.tried}): install PostgreSQL 15 or later (Alpine: apk add postgresql17), or set DATABASE_URL.`,
    ru: `Встроенному PostgreSQL нужна glibc, а в этой системе musl (${d.tried}): установите PostgreSQL 15 или новее (Alpine: apk add postgresql17) либо задайте DATABASE_URL.`,
  }),
  platform: (d) => ({
    en: `There is no bundled PostgreSQL for ${d.platform} (${d.tried}): install PostgreSQL 15 or later, or set DATABASE_URL.`,
    ru: `Для ${d.platform} нет встроенного PostgreSQL (${d.tried}): установите PostgreSQL 15 или новее либо задайте DATABASE_URL.`,
  }),
  version: (d) => ({
    en: `The database in ${d.folder} was made by PostgreSQL ${d.found}, but only ${d.offered} is here: install PostgreSQL ${d.found}, or dump with it and load into an empty data folder.`,
    ru: `База в ${d.folder} создана PostgreSQL ${d.found}, а здесь есть только ${d.offered}: установите PostgreSQL ${d.found} либо выгрузите им данные и загрузите в пустую папку.`,
  }),
  account: (d) => ({
    en: `DB_USER=${d.account} cannot run the database: name an existing account other than root, or unset it.`,
    ru: `DB_USER=${d.account} не подходит для базы: укажите существующую учётную запись, не root, либо уберите переменную.`,
  }),
  'no-account-entry': (d) => ({
    en: `PostgreSQL cannot create a database as uid ${d.uid}, which has no entry in /etc/passwd: add one, or set DATABASE_URL.`,
    ru: `PostgreSQL не может создать базу от uid ${d.uid}, которого нет в /etc/passwd: добавьте запись либо задайте DATABASE_URL.`,
  }),
  'folder-closed': (d) => ({
    en: `The database account ${d.account} cannot enter ${d.folder}: run "chmod o+x ${d.folder}", or choose another data folder.`,
    ru: `Учётная запись базы ${d.account} не может войти в ${d.folder}: выполните «chmod o+x ${d.folder}» либо выберите другую папку данных.`,
  }),
  'folder-foreign': (d) => ({
    en: `The database in ${d.folder} belongs to another account (uid ${d.owner}): start Rost as that account or as root.`,
    ru: `База в ${d.folder} принадлежит другой учётной записи (uid ${d.owner}): запускайте РОСТ от неё или от root.`,
  }),
  secrets: (d) => ({
    en: `The database passwords in ${d.file} are missing or damaged (${d.why}): put the file back from a backup of the data folder.`,
    ru: `Файл паролей базы ${d.file} отсутствует или повреждён (${d.why}): верните его из резервной копии папки данных.`,
  }),
  create: (d) => ({
    en: `A new database could not be created in ${d.folder}: ${d.why}`,
    ru: `Не удалось создать базу в ${d.folder}: ${d.why}`,
  }),
  start: (d) => ({
    en: `The database in ${d.folder} did not start: ${d.why}`,
    ru: `База в ${d.folder} не запустилась: ${d.why}`,
  }),
  slow: (d) => ({
    en: `The database in ${d.folder} is not ready after ${d.seconds} s (it may still be recovering): look into ${d.log} and try again.`,
    ru: `База в ${d.folder} не готова через ${d.seconds} с (возможно, ещё восстанавливается): посмотрите ${d.log} и повторите.`,
  }),
} satisfies Record<string, (details: Record<string, string | number>) => Sentence>

export type UnavailableCode = keyof typeof sentences

/**
 * The embedded database cannot be had, and the operator can do something about it. `message` is the English sentence,
 * `sentence.ru` the Russian one; both say what to do, so a caller prints one of them and needs no stack.
 */
export class PostgresUnavailable extends Error {
  readonly code: UnavailableCode
  readonly sentence: Sentence

  constructor(code: UnavailableCode, details: Record<string, string | number>) {
    const sentence = sentences[code](details)
    super(sentence.en)
    this.name = 'PostgresUnavailable'
    this.code = code
    this.sentence = sentence
  }
}
