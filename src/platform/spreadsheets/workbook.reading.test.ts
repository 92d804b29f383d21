import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { defaultReadingLimits } from './reading.limits.ts'
import { createRowPacker } from './row.packer.ts'
import { createRowUnpacker } from './row.unpacker.ts'
import { createSheetScanner } from './sheet.scanner.ts'
import { rowsOf, sheetXml, workbookOf, workbookParts, zipOf } from './spreadsheet.samples.ts'

const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs>
  <dxfs><dxf><numFmt numFmtId="0" formatCode="dd.mm.yyyy"/></dxf></dxfs></styleSheet>`

test('cells of every kind', async () => {
  const strings = `<sst><si><t>Ёлкина</t></si><si/><si><r><rPr><b/></rPr><t xml:space="preserve">Про</t></r>
    <r><t>грамма &amp; &#1081;</t></r><rPh sb="0" eb="1"><t>фонетика</t></rPh></si>
    <si><t><![CDATA[a<b>]]></t></si><si><t>строка_x000D_\nвторая _x005F_x0041_</t></si></sst>`
  const row = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>
    <c r="D2" t="s"><v>3</v></c><c r="E2" t="s"><v>4</v></c><c r="F2" s="1"><v>45545</v></c><c r="G2" s="2"><v>45545.75</v></c>
    <c r="H2" s="3"><v>0.5</v></c><c r="I2" s="0"><v>12345678901</v></c><c r="J2"><v>1.25</v></c><c r="K2"><v>1E-3</v></c>
    <c r="L2" t="b"><v>1</v></c><c r="M2" t="b"><v>0</v></c><c r="N2" t="e"><v>#DIV/0!</v></c>
    <c r="O2" t="str"><f>A2&amp;"!"</f><v>Ёлкина!</v></c><c r="P2"><f>1+1</f><v>2</v></c><c r="Q2"><f>NOW()</f></c>
    <c r="R2" t="inlineStr"><is><t>прямо</t></is></c><c r="S2" t="inlineStr"><is><r><t>из </t></r><r><t>частей</t></r></is></c>
    <c r="T2" t="d"><v>2024-09-10T23:59:59</v></c><c r="U2" s="1"/><c r="V2" t="str"><v></v></c>
    <c r="W2"><v><![CDATA[7]]></v></c><c r="AA2"><v>-3</v></c></row>`
  const rows = await rowsOf(workbookOf(row, { strings, styles }))
  const day = { date: '2024-09-10' }
  const first = ['Ёлкина', null, 'Программа & й', 'a<b>', 'строка\r\nвторая _x0041_', day, day, '12:00', 12345678901]
  const middle = [1.25, 0.001, true, false, { error: '#DIV/0!' }, 'Ёлкина!', 2, null, 'прямо', 'из частей', day]
  expect(rows).toEqual([{ row: 2, cells: [...first, ...middle, null, null, 7, null, null, null, -3] }])
})

test('row numbers are those of the sheet, blank rows are counted and left out', async () => {
  const rows = `<row/><row r="4" hidden="1"><c r="B4"><v>1</v></c></row><row><c><v>2</v></c><c/><c><v>3</v></c></row>
    <row r="7"><c r="A7" s="1"/></row><row r="1048576"><c r="XFD1048576"><v>9</v></c></row>`
  const read = await rowsOf(workbookOf(rows))
  expect(read.slice(0, 2)).toEqual([
    { row: 4, cells: [null, 1], hidden: true },
    { row: 5, cells: [2, null, 3] },
  ])
  expect(read[2]?.row).toBe(1_048_576)
  expect(read[2]?.cells).toHaveLength(16_384)
  expect(read[2]?.cells.at(-1)).toBe(9)
})

test('prefixed names and the 1904 system', async () => {
  const xml = `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>44083</x:v></x:c>
    <x:c r="B1" t="inlineStr"><x:is><x:t>да</x:t></x:is></x:c><x:c r="C1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  const strings = '<x:sst xmlns:x="m"><x:si><x:t>нет</x:t></x:si></x:sst>'
  const parts = workbookParts({
    sheets: [{ name: 'a', xml }],
    strings,
    styles,
    workbookPr: '<workbookPr date1904="1"/>',
  })
  expect(await rowsOf(zipOf(parts))).toEqual([{ row: 1, cells: [{ date: '2024-09-10' }, 'да', 'нет'] }])
})

test('wide rows come in small batches', () => {
  const packer = createRowPacker(defaultReadingLimits)
  for (let row = 1; row <= 100; row++) {
    packer.startRow(row)
    packer.number(16_383, row)
    packer.endRow()
  }
  const batches = [...packer.rest()].flatMap((batch) => [...createRowUnpacker()(batch)])
  expect(batches.flat().map(({ row, cells }) => [row, cells.length, cells[16_383]])).toEqual(
    Array.from({ length: 100 }, (_, index) => [index + 1, 16_384, index + 1]),
  )
  expect(Math.max(...batches.map((rows) => rows.length))).toBeLessThan(10)
})

test('a sheet reads the same however it is cut into chunks', async () => {
  const xml = Buffer.from(
    sheetXml(`<row r="1"><c r="A1" t="inlineStr"><is><t>Ёж &lt;</t></is></c><!-- <row r="9"> --><c r="B1" x="a>b"><v>12.5</v></c></row>
      <row r="2"><c r="A2" t='str'><v>а<![CDATA[<б>]]></v></c><c r="C2" t="inlineStr"><is><r><t>в</t></r><r><t>г</t></r></is></c></row>`),
  )
  const read = async (size: number) => {
    const packer = createRowPacker(defaultReadingLimits)
    const scanner = createSheetScanner(packer, { kinds: [], fills: [], starts1904: false }, 'sheet')
    for (let at = 0; at < xml.length; at += size) scanner.push(xml.subarray(at, at + size))
    scanner.finish()
    return Readable.from(packer.rest())
      .flatMap((batch) => createRowUnpacker()(batch))
      .toArray()
  }
  const whole = await read(xml.length)
  expect(whole).toEqual([
    [
      { row: 1, cells: ['Ёж <', 12.5] },
      { row: 2, cells: ['а<б>', null, 'вг'] },
    ],
  ])
  for (const size of [1, 2, 3, 7, 64]) expect(await read(size)).toEqual(whole)
})

test('rows say how they are coloured and that a cell has a note', async () => {
  const fills = `<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
    <fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/><bgColor indexed="64"/></patternFill></fill>
    <fill><patternFill patternType="solid"><fgColor theme="0"/></patternFill></fill>
    <fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/></patternFill></fill></fills>`
  const styles = `<styleSheet>${fills}<cellXfs><xf/><xf fillId="1"/><xf fillId="2"/><xf fillId="3"/><xf fillId="4"/></cellXfs></styleSheet>`
  const row = (number: number, styled: number, rest = '') =>
    `<row r="${number}"><c r="A${number}" s="${styled}"><v>1</v></c>${rest}</row>`
  const rows = [row(1, 0), row(2, 1), row(3, 2), row(4, 3), row(5, 4), row(6, 2, '<c r="B6" s="4"/>'), row(7, 2)]
  const parts = workbookParts({ sheets: [{ name: 'Лист1', xml: sheetXml(rows.join('')) }], styles })
  const notes = `<comments><commentList><comment ref="C7"><text><t>ушла</t></text></comment><comment ref="A1"/></commentList></comments>`
  const relation = `<Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../notes.xml"/>`
  parts['xl/sheets/_rels/s1.xml.rels'] = `<Relationships>${relation}</Relationships>`
  const marks = async (of: Record<string, string>) =>
    (await rowsOf(zipOf(of))).map(({ row, fills, noted }) => [row, fills ?? 0, noted ?? false])
  const [red, blue] = [2, 8]
  const coloured = [0, 0, red, 0, blue, red, red].map((look, at) => [at + 1, look, false])
  expect(await marks(parts)).toEqual(coloured)
  expect(await marks({ ...parts, 'xl/notes.xml': '<!DOCTYPE a>' })).toEqual(coloured)
  const noted = coloured.map(([number, look]) => [number, look, number === 1 || number === 7])
  expect(await marks({ ...parts, 'xl/notes.xml': notes })).toEqual(noted)
})
