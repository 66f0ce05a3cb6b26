import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPrivateAddress, publicLookup, refusalOf } from './fetch-address.ts'

test('knows addresses that are not on the open internet, however they are written', () => {
  const inside = [
    '127.0.0.1',
    '127.9.9.9',
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '[::1]',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    'no address',
  ]
  const outside = ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1', '::ffff:8.8.8.8']
  assert.deepEqual(
    inside.filter(a => !isPrivateAddress(a)),
    [],
  )
  assert.deepEqual(outside.filter(isPrivateAddress), [])
})

const PUBLIC = { allowPrivate: false, hosts: ['store.example.net'] }
const refusal = (from: string, to: string, rules: Parameters<typeof refusalOf>[2] = PUBLIC) => refusalOf(new URL(to), new URL(from), rules)

test('follows to the declared host, to hosts under its domain and to hosts declared beside it', () => {
  const from = 'https://www.treasury.gov/ofac/sdn.csv'
  for (const to of [from, 'https://lists.ofac.treasury.gov/x', 'https://store.example.net/x', 'https://a.store.example.net/x'])
    assert.equal(refusal(from, to), undefined, to)
  for (const to of ['https://treasury.gov.example.com/x', 'https://eviltreasury.gov/x', 'https://example.net/x'])
    assert.match(refusal(from, to) ?? '', /not a host declared/, to)
})

test('a domain under a country is not shared by everybody under that country', () => {
  assert.equal(refusal('https://docs.fcdo.gov.uk/list.xml', 'https://assets.fcdo.gov.uk/list.xml'), undefined)
  assert.match(refusal('https://docs.fcdo.gov.uk/list.xml', 'https://other.gov.uk/list.xml') ?? '', /not a host declared/)
})

test('refuses plain http, passwords, other schemes and private addresses in every notation', () => {
  const from = 'https://example.org/list'
  for (const to of ['http://example.org/list', 'ftp://example.org/list', 'file:///etc/passwd'])
    assert.match(refusal(from, to) ?? '', /not encrypted/, to)
  assert.match(refusal(from, 'https://me:secret@example.org/list') ?? '', /password/)
  for (const to of [
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://[::ffff:127.0.0.1]/',
    'https://localhost/',
    'https://printer.local/',
    'https://metadata.google.internal/',
  ])
    assert.match(refusal(from, to) ?? '', /private address/, to)
})

test('a name that resolves to a private address is not resolved', async () => {
  const error = await new Promise<NodeJS.ErrnoException | null>(resolve => publicLookup('localhost', {}, resolve))
  assert.equal(error?.code, 'EPRIVATE')
})
