import { expect, test } from 'vitest'
import { refusalOf, rowsOf, sheetXml, workbookOf, workbookParts, zipOf } from './spreadsheet.samples.ts'
import { asZip64, deflated, inflatingTo, type RawEntry, rawZip } from './zip.samples.ts'

const cell = '<row r="1"><c r="A1"><v>1</v></c></row>'
const good = workbookOf(cell)
const parts = workbookParts({ sheets: [{ name: 'a', xml: sheetXml(cell) }] })
const entries = Object.entries(parts).map(([name, text]) => deflated(name, text))
const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])

/** The archive of a good workbook in which some fields of the sheet's entry are others. */
function withSheet(change: Partial<RawEntry>): Buffer {
  return rawZip(entries.map((entry) => (entry.name === 'xl/sheets/s1.xml' ? { ...entry, ...change } : entry)))
}

function partsWith(change: Record<string, string>): Buffer {
  return zipOf({ ...parts, ...change })
}

test.each([
  ['nothing', Buffer.alloc(0), 'file_broken', 'empty'],
  ['a workbook of before 2007', compound, 'format_unsupported', 'legacy_excel'],
  [
    'a workbook under a password',
    Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]),
    'file_encrypted',
    'password',
  ],
  ['a web page', Buffer.from('\ufeff\r\n<HTML><table><tr><td>1'), 'format_unsupported', 'web_page'],
  ['XML of Excel 2003', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'format_unsupported', 'web_page'],
  ['PDF', Buffer.from('%PDF-1.7\n'), 'format_unsupported', 'web_page'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'format_unsupported', 'not_a_table'],
  ['zeros late in a text', Buffer.from(`${'1;2\n'.repeat(2000)}\0`), 'format_unsupported', 'not_a_table'],
  [
    'OpenDocument',
    zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    'format_unsupported',
    'opendocument',
  ],
  ['some archive', zipOf({ 'readme.txt': 'hello' }), 'format_unsupported', 'not_a_workbook'],
  ['a text document', partsWith({ 'xl/workbook.xml': '<document/>' }), 'format_unsupported', 'not_a_workbook'],
  [
    'a binary workbook',
    zipOf({ '_rels/.rels': parts['_rels/.rels']?.replace('workbook.xml', 'workbook.bin') ?? '' }),
    'format_unsupported',
    'binary_workbook',
  ],
  ['an unknown compression', withSheet({ method: 93 }), 'format_unsupported', 'compression_unknown'],
  ['an encrypted entry', withSheet({ flags: 1 }), 'file_encrypted', 'password'],
  ['a wrong checksum', withSheet({ crc: 1 }), 'file_broken', 'archive_damaged'],
  ['less content than declared', withSheet({ bytes: 5000 }), 'file_broken', 'archive_damaged'],
  ['data that is no deflate', withSheet({ data: Buffer.alloc(300, 7) }), 'file_broken', 'archive_damaged'],
  ['entries that share bytes', withSheet({ headerAt: 0 }), 'file_broken', 'archive_damaged'],
  ['more content than declared', withSheet({ bytes: 30 }), 'file_too_large', 'archive_bomb'],
  ['a part twice', rawZip([...entries, ...entries.slice(0, 1)]), 'file_broken', 'archive_damaged'],
  [
    'no sheet part',
    partsWith({ 'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']?.replace('s1', 's9') ?? '' }),
    'file_broken',
    'part_missing',
  ],
  [
    'a sheet that refers to nothing',
    partsWith({ 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
    'file_broken',
    'part_missing',
  ],
  ['a cut sheet', partsWith({ 'xl/sheets/s1.xml': sheetXml(cell).slice(0, -30) }), 'file_broken', 'xml_damaged'],
  [
    'a cut cell',
    partsWith({ 'xl/sheets/s1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1' }),
    'file_broken',
    'xml_damaged',
  ],
  ['rows out of order', workbookOf('<row r="5"/><row r="2"/>'), 'file_broken', 'xml_damaged'],
  ['a row in a row', workbookOf('<row r="1"><row r="2"/></row>'), 'file_broken', 'xml_damaged'],
  ['no such column', workbookOf('<row r="1"><c r="AAAA1"><v>1</v></c></row>'), 'file_broken', 'xml_damaged'],
  [
    'no such text',
    workbookOf('<row r="1"><c t="s"><v>3</v></c></row>', { strings: '<sst><si/></sst>' }),
    'file_broken',
    'xml_damaged',
  ],
  ['an endless text table', workbookOf(cell, { strings: '<sst><si><t>a</t>' }), 'file_broken', 'xml_damaged'],
  ['zeros in a sheet', workbookOf('<row r="1"><c t="str"><v>a\0b</v></c></row>'), 'file_broken', 'xml_damaged'],
  [
    'a DOCTYPE in a sheet',
    partsWith({ 'xl/sheets/s1.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${sheetXml(cell)}` }),
    'file_broken',
    'doctype',
  ],
  [
    'a DOCTYPE in the workbook',
    partsWith({ 'xl/workbook.xml': `<!DOCTYPE a>${parts['xl/workbook.xml']}` }),
    'file_broken',
    'doctype',
  ],
  [
    'a DOCTYPE in the texts',
    workbookOf(cell, { strings: '<!DOCTYPE a SYSTEM "file:///secret"><sst/>' }),
    'file_broken',
    'doctype',
  ],
  ['a column beyond XFD', workbookOf('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'file_too_large', 'columns'],
  ['a row beyond the last', workbookOf('<row r="1048577"/>'), 'file_too_large', 'rows'],
  [
    'a long text',
    workbookOf(`<row r="1"><c t="str"><v>${'а'.repeat(100_001)}</v></c></row>`),
    'file_too_large',
    'cell_characters',
  ],
  [
    'an endless attribute',
    workbookOf(`<row r="1"><c r="${'A'.repeat(3_000_000)}`),
    'file_too_large',
    'cell_characters',
  ],
  ['an endless comment', workbookOf(`<!-- ${'<'.repeat(3_000_000)}`), 'file_too_large', 'cell_characters'],
  ['a long CSV cell', Buffer.from(`а;${'б'.repeat(300_000)}`), 'file_too_large', 'cell_characters'],
])('%s', async (_, bytes, code, reason) => {
  expect(await refusalOf(rowsOf(bytes))).toMatchObject({ code, reason })
})

test('a workbook cut anywhere is broken', async () => {
  for (const share of [0.02, 0.3, 0.6, 0.9, 0.99]) {
    const cut = good.subarray(0, Math.floor(good.length * share))
    expect(await refusalOf(rowsOf(cut))).toMatchObject({ code: 'file_broken', reason: 'archive_damaged' })
  }
})

test('also parts that nobody reads may not share bytes', async () => {
  const ends = entries.reduce((at, { name, data }) => at + 30 + name.length + data.length, 0)
  const sharing = [deflated('one.bin', 'one'), { ...deflated('two.bin', 'two'), headerAt: ends }]
  expect(await refusalOf(rowsOf(rawZip([...entries, ...sharing])))).toMatchObject({ reason: 'archive_damaged' })
  expect(await rowsOf(rawZip([...entries, ...sharing.slice(0, 1)]))).toHaveLength(1)
})

test('two sheets of one part would multiply it', async () => {
  const rels = parts['xl/_rels/workbook.xml.rels']?.replace('</Relationships>', '') ?? ''
  const again = `${rels}<Relationship Id="r9" Type="x/worksheet" Target="sheets/s1.xml"/></Relationships>`
  const workbook = '<workbook><sheets><sheet name="a" r:id="r1"/><sheet name="b" r:id="r9"/></sheets></workbook>'
  const bytes = partsWith({ 'xl/_rels/workbook.xml.rels': again, 'xl/workbook.xml': workbook })
  expect(await refusalOf(rowsOf(bytes))).toMatchObject({ code: 'file_broken', reason: 'archive_damaged' })
})

test('an entity nobody declared stays as it is written', async () => {
  expect(await rowsOf(workbookOf('<row r="1"><c t="str"><v>&amp;&lol;&#0;</v></c></row>'))).toEqual([
    { row: 1, cells: ['&&lol;&#0;'] },
  ])
})

test('an archive in the form for large files is read', async () => {
  expect(await rowsOf(asZip64(good))).toEqual([{ row: 1, cells: [1] }])
  expect(await refusalOf(rowsOf(asZip64(good).subarray(0, -30)))).toMatchObject({ reason: 'archive_damaged' })
})

test('declared sizes are enough to refuse', async () => {
  const gigabyte = { data: inflatingTo('', 1), bytes: 1024 ** 3 }
  expect(await refusalOf(rowsOf(withSheet(gigabyte)))).toMatchObject({
    code: 'file_too_large',
    reason: 'inflated_bytes',
  })
  const ratio = { data: Buffer.alloc(1000), bytes: 100 * 1024 ** 2 }
  expect(await refusalOf(rowsOf(withSheet(ratio)))).toMatchObject({ code: 'file_too_large', reason: 'archive_bomb' })
  const many = Array.from({ length: 4100 }, (_, index) => deflated(`${index}`, ''))
  expect(await refusalOf(rowsOf(rawZip(many)))).toMatchObject({ code: 'file_too_large', reason: 'archive_entries' })
})

test.each([
  [{ fileBytes: 100 }, 'file_bytes'],
  [{ partBytes: 100 }, 'inflated_bytes'],
  [{ sheets: 0 }, 'sheets'],
  [{ rows: 1 }, 'rows'],
  [{ columns: 2 }, 'columns'],
  [{ cells: 4 }, 'cells'],
])('the limit %j holds', async (limits, reason) => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c><c r="D2"><v>2</v></c></row>'
  expect(await refusalOf(rowsOf(workbookOf(rows), limits))).toMatchObject({ code: 'file_too_large', reason })
  expect(await rowsOf(workbookOf(rows), { rows: 2, columns: 4, cells: 5 })).toHaveLength(2)
})

test('the limit on the texts of a row is for each row', async () => {
  const row = (cells: number) => `<row>${`<c t="str"><v>${'я'.repeat(95_000)}</v></c>`.repeat(cells)}</row>`
  expect(await rowsOf(workbookOf(row(9) + row(20)))).toHaveLength(2)
})

test('what is held in memory is bounded by count', async () => {
  const tags = (count: number, tag: string) => tag.repeat(count)
  const cases = [
    [partsWith({ 'xl/workbook.xml': `<workbook>${tags(257, '<sheet name="a" r:id="r1"/>')}` }), 'sheets'],
    [workbookOf(cell, { styles: `<styleSheet><cellXfs>${tags(70_000, '<xf/>')}` }), 'styles'],
    [workbookOf(`<row r="1">${tags(21, `<c t="str"><v>${'я'.repeat(100_000)}</v></c>`)}</row>`), 'row_characters'],
    [workbookOf(cell, { strings: `<sst>${tags(2_100_000, '<si/>')}</sst>` }), 'cells'],
  ] as const
  for (const [bytes, reason] of cases)
    expect(await refusalOf(rowsOf(bytes))).toMatchObject({ code: 'file_too_large', reason })
  const attributes = Array.from({ length: 1001 }, (_, index) => `a${index}="1"`).join(' ')
  const wide = workbookOf(cell, { styles: `<styleSheet ${attributes}/>` })
  expect(await refusalOf(rowsOf(wide))).toMatchObject({ code: 'file_broken', reason: 'xml_damaged' })
})
