import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf, startOfDay } from '../model/index.ts'
import { smallSource } from './import-kit.ts'
import { dateOf, groupFiles, type KnownFile } from './import-publications.ts'

const file = (path: string, part: string, day: string | null, more: Partial<KnownFile> = {}): KnownFile => ({
  name: path.split('/').at(-1) ?? '',
  path,
  sha256: path,
  sizeBytes: 1,
  source: 'alpha',
  part,
  rendition: 'csv',
  published: day === null ? null : startOfDay(day),
  basis: 'filename',
  open: () => {
    throw new Error('grouping reads nothing')
  },
  ...more,
})

const alpha = smallSource('alpha', { parts: { required: ['main'], optional: ['alt', 'add', 'base'] } })
const grouped = (files: readonly KnownFile[]) => {
  const { publications, undated } = groupFiles(files, () => alpha)
  return {
    publications: publications.map(p => `${dayOf(p.published)} ${p.rendition} [${p.files.map(f => f.path).join(' ')}]`),
    undated: undated.map(f => f.path),
  }
}

test('the parts of a day enter together from several folders, in the declared order, oldest first', () => {
  const { publications } = grouped([
    file('alt/2020-02-01.csv', 'alt', '2020-02-01'),
    file('main/2020-02-01.csv', 'main', '2020-02-01'),
    file('main/2020-01-01.csv', 'main', '2020-01-01'),
    file('add/2020-02-01.csv', 'add', '2020-02-01'),
  ])
  assert.deepEqual(publications, [
    '2020-01-01 csv: main [main/2020-01-01.csv]',
    '2020-02-01 csv: main alt add [main/2020-02-01.csv alt/2020-02-01.csv add/2020-02-01.csv]',
  ])
})

test('two forms of one day are two publications', () => {
  const { publications } = grouped([file('a.csv', 'main', '2020-01-01'), file('a.xml', 'main', '2020-01-01', { rendition: 'xml' })])
  assert.deepEqual(publications, ['2020-01-01 csv: main [a.csv]', '2020-01-01 xml: main [a.xml]'])
})

test('one part twice on a day makes two publications, parted by second, folder or name', () => {
  const noon = { published: startOfDay('2020-01-01') + 43_200 }
  assert.deepEqual(grouped([file('b/a.csv', 'main', '2020-01-01', noon), file('a/a.csv', 'main', '2020-01-01')]).publications, [
    '2020-01-01 csv: main [a/a.csv]',
    '2020-01-01 csv: main [b/a.csv]',
  ])
  const twoFolders = ['one', 'two'].flatMap(f => ['main', 'alt'].map(part => file(`${f}/${part}.csv`, part, '2020-01-01')))
  assert.deepEqual(grouped(twoFolders).publications, [
    '2020-01-01 csv: main alt [one/main.csv one/alt.csv]',
    '2020-01-01 csv: main alt [two/main.csv two/alt.csv]',
  ])
  assert.equal(
    grouped([file('2.csv', 'main', '2020-01-01'), file('1.csv', 'main', '2020-01-01')]).publications[0],
    '2020-01-01 csv: main [1.csv]',
  )
})

test('a file without a day takes that of its folder, where the folder has just one', () => {
  const base = file('set/base.json', 'base', '2020-01-01', { basis: 'stated' })
  assert.deepEqual(grouped([file('set/main.json', 'main', null), base]), {
    publications: ['2020-01-01 csv: main base [set/main.json set/base.json]'],
    undated: [],
  })
  assert.deepEqual(grouped([file('other/main.json', 'main', null), base]).undated, ['other/main.json'])
})

test('the day comes from the content, else as given, else from the name, else from the header', () => {
  const days = { given: '2021-01-01', header: startOfDay('2023-01-01') }
  const named = { name: 'list 2022-02-02.xml', path: '/x/list 2022-02-02.xml' }
  const plain = { name: 'list.xml', path: '/x/y/list.xml' }
  assert.deepEqual(dateOf(named, 5, days), { published: 5, basis: 'stated' })
  assert.deepEqual(dateOf(named, undefined, days), { published: startOfDay('2021-01-01'), basis: 'given' })
  assert.deepEqual(dateOf(named, undefined, { header: days.header }), { published: startOfDay('2022-02-02'), basis: 'filename' })
  assert.deepEqual(dateOf({ ...plain, path: '/x/2022-03-03/list.xml' }, undefined, {}), {
    published: startOfDay('2022-03-03'),
    basis: 'filename',
  })
  assert.deepEqual(dateOf(plain, undefined, { header: days.header }), { published: days.header, basis: 'header' })
  assert.deepEqual(dateOf({ name: '2022-13-40.xml', path: '2022-13-40.xml' }, undefined, {}), { published: null, basis: 'header' })
})
