import type { Page } from 'playwright-core'
import type { Role } from '../../src/access-matrix.ts'
import { feedbackWords } from '../../src/modules/activities/feedback/ui/words.ts'
import { gatheredWords } from '../../src/modules/activities/modules/ui/words.ts'
import { suggestionWords } from '../../src/modules/activities/suggestions/ui/words.ts'
import { signInWords } from '../../src/modules/identity/sign-in/ui/words.ts'
import { questionWords } from '../../src/modules/indicators/questions/ui/words.ts'
import { lifeWords } from '../../src/modules/population/life/ui/words.ts'
import { populationWords } from '../../src/modules/population/ui/words.ts'
import { comparisonWords } from '../../src/modules/registry/comparison/ui/words.ts'
import { accountWords } from '../../src/modules/registry/grants/ui/words.ts'
import { loadWords } from '../../src/modules/registry/loads/ui/words.ts'
import { profileWords } from '../../src/modules/registry/profiles/ui/words.ts'
import type { Language } from '../../src/web/words.ts'
import { laterList, ownList } from './school.list.ts'

export type Picture = {
  readonly name: string
  /** Whose eyes it is seen with; nobody is signed in where it is not said. */
  readonly as?: Role
  readonly path: string
  /** Width and height of the window in CSS pixels: the picture is what is in it. */
  readonly size: readonly [width: number, height: number]
  /** What is done on the page before the picture is taken. */
  readonly steps?: (page: Page, language: Language) => Promise<void>
  /** What is put right afterwards: other pictures are taken of the same demo. */
  readonly after?: (page: Page, language: Language) => Promise<void>
}

const DESK = [1120, 760] as const
const PHONE = [390, 720] as const

/** The school of the demo that fell behind, whose head has an account. */
const SCHOOL = { ru: 'Школа № 817', en: 'Школа № 817' }
const QUESTION = {
  ru: 'Пятеро молодых педагогов без наставника. Кого можно назначить до декабря?',
  en: 'Five young teachers have no mentor. Who could become one before December?',
}
const SEARCHED = { ru: ['возраст', 'имели настав'], en: ['age', 'had a mentor'] }

/** Who is missing in the school, from the first indicator that needs attention. */
const askWhoInSchool = async (page: Page, language: Language): Promise<void> => {
  await page.getByRole('button', { name: SCHOOL[language] }).first().click()
  await page.getByRole('dialog').locator('section').first().waitFor()
}

/** Of the season of the demo. */
const SEMINAR = 'Смысловое чтение'
const PROGRAMME = 'ДПП-11'

async function openFirst(page: Page): Promise<void> {
  const title = await page.locator('#page-title').textContent()
  await page.locator('tbody a').first().click()
  await page.waitForFunction((before) => document.querySelector('#page-title')?.textContent !== before, title)
}

async function nominate(page: Page): Promise<void> {
  await openFirst(page)
  await page.goto(`${page.url()}/nomination`)
  await page.locator('tbody tr').nth(3).waitFor()
}

/** The page of the first of the list that lies under it. */
const openUnder =
  (under: string) =>
  async (page: Page): Promise<void> => {
    await openFirst(page)
    await page.goto(`${page.url()}${under}`)
    await page.locator('tbody tr').nth(2).waitFor()
  }

/** The first of the list, with this section at the top of the window. */
const openAt =
  (heading: Record<Language, string>) =>
  async (page: Page, language: Language): Promise<void> => {
    await openFirst(page)
    const section = page.getByRole('heading', { level: 2, name: heading[language], exact: true })
    await section.evaluate((node) => node.scrollIntoView({ block: 'start' }))
    await page.evaluate(() => window.scrollBy(0, -90))
  }

/** The demo plans courses for the year of a run that begins in so many days. */
const PLANNED_YEAR = new Date(Date.now() + 12 * 86_400_000).getFullYear()

const csv = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer })

async function compareList(page: Page, language: Language): Promise<void> {
  const list = csv('Кадры 817 на 01.10.2025.csv', await laterList(page, SCHOOL.ru))
  await page.locator('input[type=file]').setInputFiles([list])
  await page.getByRole('button', { name: loadWords[language].send(1) }).click()
  await page.getByRole('tab', { name: comparisonWords[language].kinds.changed }).click({ timeout: 60_000 })
  await page.locator('tbody tr').nth(2).waitFor()
}

async function tryProfile(page: Page, language: Language): Promise<void> {
  const words = profileWords[language]
  await page.getByRole('link', { name: words.add }).click()
  await page.locator('input[type=file]').setInputFiles([csv('Школа 817.csv', ownList(SCHOOL.ru))])
  await page.getByText(words.repairs, { exact: true }).waitFor({ timeout: 60_000 })
  await page.getByText('Школа 817.csv', { exact: true }).evaluate((title) => title.scrollIntoView({ block: 'start' }))
  await page.evaluate(() => window.scrollBy(0, -120))
}

const showWhatFits = async (page: Page, language: Language): Promise<void> => {
  const title = page.getByRole('heading', { name: suggestionWords[language].title })
  await title.waitFor()
  await title.evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
  await page.evaluate(() => window.scrollBy(0, -70))
}

/** In the order they are taken: a question is asked before it is answered. */
export const pictures: readonly Picture[] = [
  {
    name: 'today',
    as: 'department',
    path: '/',
    size: DESK,
    steps: (page, language) => page.getByRole('button', { name: SCHOOL[language] }).first().waitFor(),
  },
  { name: 'who', as: 'department', path: '/', size: DESK, steps: askWhoInSchool },
  { name: 'indicator', as: 'department', path: '/indicators/P10', size: [1120, 800] },
  { name: 'map', as: 'methodist', path: '/indicators?view=map', size: DESK },
  {
    name: 'mending',
    as: 'methodist',
    path: '/loads',
    size: [1120, 620],
    async steps(page, language) {
      await page.locator('tbody a').first().click()
      const words = loadWords[language]
      const grid = page.getByRole('region', { name: words.rowsOf('staff.xlsx (Сотрудники)') })
      await grid.locator('tbody tr').nth(2).scrollIntoViewIfNeeded()
      await grid
        .locator('tbody tr')
        .nth(2)
        .evaluate((row) => row.scrollIntoView({ block: 'start' }))
      await page.evaluate(() => window.scrollBy(0, -180))
    },
  },
  {
    name: 'person',
    as: 'methodist',
    path: '/people?q=юдина людм',
    size: [1120, 800],
    async steps(page, language) {
      await page.locator('tbody a').first().click()
      await page.getByRole('region', { name: lifeWords[language].title }).waitFor()
    },
  },
  {
    name: 'selection',
    as: 'methodist',
    path: '/people/selection',
    size: DESK,
    async steps(page, language) {
      for (const typed of SEARCHED[language]) {
        await page.getByLabel(populationWords[language].addCondition).first().fill(typed)
        await page.locator('[role=option]:visible').first().click()
      }
      await page.locator('.rost-preview:not([data-old]) li').first().waitFor()
      await page.locator('[role=option]:visible').waitFor({ state: 'hidden' })
    },
  },
  { name: 'note', as: 'methodist', path: '/notes/monitoring', size: [1120, 800] },
  {
    name: 'help',
    as: 'methodist',
    path: '/people',
    size: [1240, 720],
    async steps(page) {
      await page.keyboard.press('?')
      await page.locator('.rost-help h2').waitFor()
    },
  },
  { name: 'profile', as: 'methodist', path: '/loads/profiles', size: [1120, 900], steps: tryProfile },
  { name: 'doubles', as: 'methodist', path: '/people/doubles', size: [1120, 820] },
  { name: 'quality', as: 'methodist', path: '/quality', size: [1120, 820] },
  { name: 'school', as: 'head', path: '/', size: DESK },
  {
    name: 'organisation',
    as: 'head',
    path: '/organisations?q=817',
    size: DESK,
    async steps(page, language) {
      await page.getByRole('link', { name: SCHOOL[language] }).click()
      await page.getByRole('heading', { level: 1, name: SCHOOL[language] }).waitFor()
    },
  },
  {
    name: 'question',
    as: 'head',
    path: '/questions',
    size: [1120, 400],
  },
  { name: 'events', as: 'methodist', path: '/events', size: DESK },
  { name: 'plan', as: 'methodist', path: '/events/plan', size: [1120, 800] },
  {
    name: 'programme',
    as: 'methodist',
    path: `/programmes?q=${encodeURIComponent(PROGRAMME)}`,
    size: [1120, 900],
    steps: openFirst,
  },
  {
    ...{ name: 'modules', as: 'methodist', path: '/programmes?q=ДПП-12', size: [1120, 490] },
    steps: openAt({ ru: gatheredWords.ru.title, en: gatheredWords.en.title }),
  },
  { name: 'run', as: 'methodist', path: '/events?when=all&q=третья группа', size: DESK, steps: openUnder('/run') },
  { name: 'courses', as: 'teacher', path: '/my/courses', size: PHONE },
  {
    ...{ name: 'feedback', as: 'methodist', path: '/events?when=past&q=Разбираем работы', size: DESK },
    steps: openAt({ ru: feedbackWords.ru.title, en: feedbackWords.en.title }),
  },
  { name: 'in-house', as: 'school_methodist', path: '/in-house', size: DESK },
  { name: 'course-plan', as: 'head', path: `/course-plans?year=${PLANNED_YEAR}`, size: DESK, steps: openFirst },
  { name: 'federal', as: 'methodist', path: '/documents/federal', size: DESK },
  { name: 'internship', as: 'head', path: '/internships?state=arranged', size: DESK, steps: openFirst },
  { name: 'nomination', as: 'head', path: `/events?q=${encodeURIComponent(SEMINAR)}`, size: DESK, steps: nominate },
  { name: 'documents', as: 'methodist', path: '/documents', size: DESK },
  { name: 'enrol', as: 'teacher', path: '/my', size: PHONE, steps: showWhatFits },
  { name: 'learning', as: 'teacher', path: '/my/deeds', size: PHONE },
  {
    name: 'teacher',
    as: 'teacher',
    path: '/my',
    size: PHONE,
  },
  {
    name: 'preview',
    as: 'methodist',
    path: '/loads',
    size: [1120, 860],
    steps: compareList,
    after: (page, language) => page.getByRole('button', { name: comparisonWords[language].drop, exact: true }).click(),
  },
  { name: 'slip', path: '/start', size: [390, 640] },
  {
    name: 'slips',
    as: 'admin',
    path: '/accounts/slips',
    size: DESK,
    async steps(page, language) {
      const words = accountWords[language]
      await page.getByRole('combobox', { name: words.organisations }).click()
      await page
        .getByRole('option')
        .nth(language === 'ru' ? 0 : 1)
        .click()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /\d/ }).last().click()
      await page.locator('.rost-slip').first().waitFor()
      await page.locator('.rost-slip dd:first-of-type').evaluateAll((all) => {
        for (const address of all) address.textContent = 'rost.example/start'
      })
    },
  },
]

/** Asked by the department before the pictures of a language, so that the head of the school has something to answer. */
export async function askTheSchool(page: Page, language: Language): Promise<void> {
  const words = questionWords[language]
  await askWhoInSchool(page, language)
  await page.getByRole('button', { name: words.hand }).click()
  await page.getByRole('combobox', { name: words.whom }).click()
  await page.getByRole('option', { name: SCHOOL[language] }).click()
  await page.getByRole('textbox', { name: words.text }).fill(QUESTION[language])
  await page.getByRole('button', { name: words.send }).click()
  await page.getByText(words.sent).waitFor()
}

/** The form of the first page of somebody who is not signed in. */
export async function signIn(page: Page, language: Language, email: string, password: string): Promise<void> {
  const words = signInWords[language]
  await page.getByLabel(words.email).fill(email)
  await page.getByLabel(words.password).first().fill(password)
  await page.getByRole('button', { name: words.signIn, exact: true }).click()
  await page.locator('#page-title').waitFor()
}
