/** What answers say to browsers, beyond what test/conventions asks of each. */
import { describe, expect, test } from 'vitest'
import { ROLES } from '../../src/access-matrix.ts'
import { modules } from '../../src/modules.ts'
import { FileReply } from '../../src/platform/contract.ts'
import { ask } from '../access/ask.ts'
import { expectations } from '../access/expectations.ts'
import { makeActor, makeWorld } from '../access/world.ts'
import { anonymous } from '../harness/actors.ts'
import { openTestHouse } from '../harness/house.ts'

const house = await openTestHouse()
const world = await makeWorld(house)
const everybody = await makeActor(world, ROLES)
const nobody = anonymous(house)
const routes = modules.flatMap((module) => module.routes)
const queries = routes.filter(({ kind, contract }) => kind === 'query' && contract.method === 'get')

test('every answer has its kind, its guards, and a year of https', async () => {
  for (const route of queries) {
    const expected = expectations[route.contract.id]
    const reply = await ask(everybody, route, (await expected?.asks?.(world, 'own')) ?? {})
    const seen = `${route.contract.id} ${reply.statusCode}`
    expect(reply.headers['content-security-policy'], seen).toMatch(/default-src 'none';object-src 'none';/)
    expect(reply.headers['content-security-policy'], seen).toMatch(/frame-ancestors 'none';base-uri 'none'$/)
    expect(reply.headers['strict-transport-security'], seen).toBe('max-age=31536000; includeSubDomains')
    expect(reply.headers['x-content-type-options'], seen).toBe('nosniff')
    expect(reply.headers['cache-control'], seen).toBe('no-store')
    if (reply.body.length > 0)
      expect(reply.headers['content-type'], seen).toMatch(/; charset=utf-8$|^application\/(problem\+json|vnd|pdf)/)
  }
})

test('files are attachments under a name that can break no header', () => {
  const name = (fileName: string) => FileReply.safeParse({ fileName, mediaType: 'a/b', content: Buffer.from('') })
  expect(name('people-2026.xlsx').success).toBe(true)
  for (const wrong of ['a"b', 'a\r\nset-cookie: x=1', 'a;b', '../a', 'люди.xlsx', 'a b', ''])
    expect(name(wrong).success, JSON.stringify(wrong)).toBe(false)
})

test('no header of an answer takes a word of the request', async () => {
  const word = 'Injected-Word'
  for (const url of [`/api/organisations?q=${word}`, `/api/${word}`, `/${word}`]) {
    const reply = await everybody.ask('GET', url, {
      headers: { 'x-request-id': word, 'accept-language': word, origin: `https://${word}` },
    })
    expect(JSON.stringify(reply.headers)).not.toMatch(new RegExp(word, 'i'))
  }
})

describe('what is not for the outside', () => {
  test.each(['/.git/config', '/.env', '/package.json', '/src/cli.ts', '/assets/', '/data/secret', '/db/schema.sql'])(
    '%s is not there',
    async (url) => {
      for (const way of [url, `/..${url}`, `/%2e%2e${url}`, `/assets/..${url}`, `/assets/%2e%2e%2f..${url}`]) {
        const reply = await nobody.ask('GET', way)
        expect([404, 403], `${way}: ${reply.body.slice(0, 80)}`).toContain(reply.statusCode)
      }
    },
  )

  test('TRACE, CONNECT and made-up methods do nothing', async () => {
    const address = await house.app.listen({ host: '127.0.0.1', port: 0 })
    const { connect } = await import('node:net')
    for (const method of ['TRACE', 'TRACK', 'DEBUG', 'PROPFIND']) {
      const { hostname, port } = new URL(address)
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), hostname, () =>
          socket.write(`${method} / HTTP/1.1\r\nhost: x\r\nx-probe: seen\r\nconnection: close\r\n\r\n`),
        )
        let text = ''
        socket
          .on('data', (part) => {
            text += part
          })
          .on('close', () => resolve(text))
          .on('error', reject)
      })
      expect(answer, method).toMatch(/^HTTP\/1\.1 4\d\d/)
      expect(answer, method).not.toContain('seen')
    }
  })

  test('the page names no other address', async () => {
    const { body } = await nobody.ask('GET', '/', { headers: { accept: 'text/html' } })
    expect(body.replace(/xmlns="[^"]*"/g, '')).not.toMatch(/(src|href|action)="(https?:)?\/\//)
  })
})
