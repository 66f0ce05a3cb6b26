import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { filesOf, inMemory, mainParty, readAll, said } from '../../../test/support/read-source.ts'
import { type Source, valuesOf } from '../../model/index.ts'
import sources from './index.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const source = (id: string): Source => sources.find(s => s.id === id) ?? assert.fail(`no source ${id}`)
const [sdn, consolidated] = [source('us-ofac-sdn'), source('us-ofac-consolidated')]
const publication = (folder: string, of: Source) => filesOf(join(FIXTURES, folder), of)

test('XML and legacy forms of one party say the same', async () => {
  const legacy = (await readAll(publication('sdn-csv', sdn), sdn)).readings
  const xml = await readAll(publication('sdn-xml', sdn), sdn)
  assert.deepEqual(xml.problems, [])
  for (const [key, reading] of xml.readings) {
    assert.deepEqual(said(reading), said(legacy.get(key)), key)
    assert.deepEqual(reading.unread, [])
  }
  const cons = (await readAll(publication('cons-csv', consolidated), consolidated)).readings
  for (const [key, reading] of (await readAll(publication('cons-xml', consolidated), consolidated)).readings)
    assert.deepEqual(said(reading), said(cons.get(key)), key)
})

const xmlFile = (count: number, entries: string, space = 'http://tempuri.org/sdnList.xsd') =>
  `<?xml version="1.0"?><sdnList xmlns="${space}"><publshInformation><Publish_Date>05/07/2024</Publish_Date><Record_Count>${count}</Record_Count></publshInformation>${entries}</sdnList>`
const ENTRY =
  '<sdnEntry><uid>1020</uid><lastName>SAMPLE CO</lastName><sdnType>Entity</sdnType><programList><program>SDGT</program></programList></sdnEntry>'

test('the name space makes no difference to what is read, and a new one is noted', async () => {
  const known = await readAll([inMemory('sdn.xml', xmlFile(1, ENTRY), sdn)], sdn)
  const fresh = await readAll([inMemory('sdn.xml', xmlFile(1, ENTRY, 'https://example.org/new'), sdn)], sdn)
  assert.deepEqual(known.problems, [])
  assert.deepEqual(
    fresh.problems.map(p => [p.code, p.severity]),
    [['xml.name-space', 'note']],
  )
  assert.deepEqual(known.bodies, fresh.bodies)
})

test('a count that differs from what was read stops the version', async () => {
  const { problems } = await readAll([inMemory('sdn.xml', xmlFile(2, ENTRY), sdn)], sdn)
  assert.deepEqual(
    problems.map(p => [p.code, p.severity]),
    [['count.differs', 'stop']],
  )
})

test('an entry of an unknown type is flagged and still read', async () => {
  const { readings } = await readAll([inMemory('sdn.xml', xmlFile(1, ENTRY.replace('Entity', 'Submarine')), sdn)], sdn)
  assert.deepEqual(
    readings.get('1020')?.problems.map(p => p.code),
    ['type.unknown'],
  )
  assert.deepEqual(valuesOf(mainParty(readings.get('1020')), 'name'), ['SAMPLE CO'])
})

test('an element that no reader knows is reported and holds the version', async () => {
  const { readings, problems } = await readAll(
    [inMemory('sdn.xml', xmlFile(1, ENTRY.replace('<sdnType>', '<shoeSize>44</shoeSize><sdnType>')), sdn)],
    sdn,
  )
  assert.deepEqual(readings.get('1020')?.unread, [{ field: 'shoeSize', text: '44' }])
  assert.deepEqual(
    problems.map(p => [p.code, p.severity, p.field]),
    [['element.unknown', 'stop', 'sdnEntry/shoeSize']],
  )
})

test('the enhanced form states names in other scripts, the day of the listing, its basis and ties by number', async () => {
  const { readings, problems } = await readAll(publication('sdn-enhanced', sdn), sdn)
  assert.deepEqual(problems, [])
  const group = readings.get('1010') ?? assert.fail()
  assert.deepEqual(valuesOf(mainParty(group), 'name'), ['SAMPLE LIBERATION ARMY', 'جيش العينة'])
  assert.deepEqual(
    group.designations.map(d => [d.list, d.programme, d.from?.text ?? '', ...d.instruments]),
    [
      ['us-fto', 'FTO', '', 'us-ina-219'],
      ['us-sdgt', 'SDGT', '', 'us-eo-13224', 'us-eo-13886'],
      ['us-ofac-sdn', 'FTO; SDGT', '2001-11-02', 'us-eo-13224', 'us-eo-13886'],
    ],
    'of two programmes the form does not say which began on the day of the listing',
  )
  const person = readings.get('1020') ?? assert.fail()
  assert.deepEqual(
    person.designations.map(d => [d.list, d.from?.text, d.grounds]),
    [
      ['us-sdgt', '2019-03-26', 'Executive Order 13224 (Terrorism)'],
      ['us-ofac-sdn', '2019-03-26', 'Executive Order 13224 (Terrorism)'],
    ],
  )
  assert.deepEqual(
    person.links.map(l => [l.from, l.to, l.statements[0]?.value]),
    [['us-ofac-sdn:1020', 'us-ofac-sdn:1010', 'Acting for or on behalf of']],
  )
  for (const reading of readings.values()) assert.deepEqual(reading.unread, [])
})

test('a birth date that the publisher marks as false is kept as a note and never compared', async () => {
  const person = mainParty((await readAll(publication('sdn-enhanced', sdn), sdn)).readings.get('1020'))
  assert.deepEqual(valuesOf(person, 'birthDate'), ['1960~'])
  assert.ok(valuesOf(person, 'notes').includes('Birthdate: 1944 (marked as false)'))
})

test('a document that is marked as not valid is kept and noted', async () => {
  const person = (await readAll(publication('sdn-enhanced', sdn), sdn)).readings.get('1020') ?? assert.fail()
  assert.deepEqual(valuesOf(mainParty(person), 'passportNumber'), ['92/664'])
  assert.deepEqual(
    person.problems.map(p => [p.code, p.seen]),
    [['document.invalid', 'Passport 92/664']],
  )
})

test('an export filtered by a programme, or holding lists of both collections, stops the version', async () => {
  const [file] = publication('sdn-enhanced', sdn)
  const text = (await Array.fromAsync(file?.open() ?? assert.fail())).map(bytes => Buffer.from(bytes).toString()).join('')
  const filtered = text.replace(
    '</filters>',
    '<sanctionsPrograms><sanctionsProgram refId="211">SDGT</sanctionsProgram></sanctionsPrograms></filters>',
  )
  const both = text.replace(
    'SDN List</sanctionsList>\n      </sanctionsLists>\n    </filters>',
    'SDN List</sanctionsList><sanctionsList refId="91507">Sectoral Sanctions Identifications List</sanctionsList></sanctionsLists></filters>',
  )
  for (const changed of [filtered, both]) {
    const { problems, readings } = await readAll([inMemory('SDN_ENHANCED.XML', changed, sdn)], sdn)
    assert.deepEqual(
      problems.map(p => [p.code, p.severity]),
      [['publication.filtered', 'stop']],
    )
    assert.equal(readings.size, 2)
  }
})

test('the advanced form is read with its own reference values, self-contained', async () => {
  const { readings, problems } = await readAll(publication('sdn-advanced', sdn), sdn)
  assert.deepEqual(problems, [])
  assert.equal(readings.size, 7)
  const person = mainParty(readings.get('900001'))
  assert.deepEqual(valuesOf(person, 'name'), ['Primer Obraztsovich TESTOV', 'Пример Образцович ТЕСТОВ'])
  assert.deepEqual(valuesOf(person, 'weakAlias'), ['THE SPECIMEN'])
  assert.deepEqual(valuesOf(person, 'previousName'), ['Primer SHABLONOV'])
  assert.deepEqual(valuesOf(person, 'fatherName'), ['Obraztsovich', 'Образцович'])
  assert.deepEqual([...valuesOf(person, 'birthDate')].sort(), [
    '1946-09-26/1946-12-07',
    '1958/1960',
    '1961-04-13',
    '1962~',
    '1966-07-07~',
    '1968-02',
  ])
  assert.deepEqual(valuesOf(person, 'nationality'), ['ru'])
  assert.deepEqual(valuesOf(person, 'citizenship'), ['ru'], 'a place can hold its country as text of an unknown part')
  assert.deepEqual(valuesOf(person, 'address'), [
    'Ul. Vymyshlennaya 1, office 2, Moscow 101000, Russia',
    'ул. Вымышленная, 1, Москва, Russia',
  ])
  assert.deepEqual(valuesOf(person, 'passportNumber'), ['530000002', '750000001'], 'a document is not dropped for its validity')
  for (const reading of readings.values()) assert.deepEqual(reading.unread, [])
})

test('relations of the advanced form keep what they say, former ones as former', async () => {
  const { readings } = await readAll(publication('sdn-advanced', sdn), sdn)
  const links = [...readings.values()].flatMap(r =>
    r.links
      .filter(l => /:\d+$/.test(l.from) && /:\d+$/.test(l.to))
      .map(l => [l.from, l.to, ...l.statements.map(s => s.value)].join(' ').replaceAll('us-ofac-sdn:', '')),
  )
  assert.deepEqual(links.sort(), [
    '900002 900003 Acting for or on behalf of',
    '900002 900006 Leader or official of former',
    '900003 900001 Owned or Controlled By',
    '900004 900003 Property in the interest of',
    '900007 900001 Family member of',
  ])
})

test('the advanced form of the non-SDN list designates on the real list, not on the collection', async () => {
  const { readings, problems } = await readAll(publication('cons-advanced', consolidated), consolidated)
  assert.deepEqual(problems, [])
  const lists = [...readings.values()].map(r => r.designations.map(d => `${d.list} ${d.programme}`))
  assert.ok(
    lists.every(l => l.length === 1),
    JSON.stringify(lists),
  )
})

const ADVANCED_HEAD = `<?xml version="1.0" encoding="utf-8"?><Sanctions xmlns="http://www.un.org/sanctions/1.0"><DateOfIssue CalendarTypeID="1"><Year>2024</Year><Month>5</Month><Day>3</Day></DateOfIssue><ReferenceValueSets>
<AliasTypeValues><AliasType ID="1403">Name</AliasType></AliasTypeValues><CountryValues><Country ID="1">Panama</Country></CountryValues><DetailTypeValues><DetailType ID="1432">TEXT</DetailType></DetailTypeValues>
<DocNameStatusValues><DocNameStatus ID="1">Primary Latin</DocNameStatus></DocNameStatusValues><EntryEventTypeValues><EntryEventType ID="1">Created</EntryEventType></EntryEventTypeValues>
<FeatureTypeValues><FeatureType ID="3">Vessel Flag</FeatureType><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="996">Digital Currency Address - NEWC</FeatureType></FeatureTypeValues>
<LegalBasisValues><LegalBasis ID="91700" LegalBasisShortRef="x">CAATSA - Section 231</LegalBasis></LegalBasisValues>
<ListValues><List ID="990001">Non-SDN Menu-Based Sanctions List</List><List ID="990002">Sectoral Sanctions Identifications List</List></ListValues>
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues><RelationTypeValues><RelationType ID="15001">Providing support to</RelationType></RelationTypeValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType></SanctionsTypeValues></ReferenceValueSets><Locations/><IDRegDocuments/>`

const advanced = (subType: number, features: string, relations = '', entries = '') =>
  `${ADVANCED_HEAD}<DistinctParties><DistinctParty FixedRef="990080"><Profile ID="990080" PartySubTypeID="${subType}"><Identity ID="1" Primary="true"><Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName DocNameStatusID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="9">MUÑOZ SAMPLE</NamePartValue></DocumentedNamePart></DocumentedName></Alias><NamePartGroups/></Identity>${features}</Profile></DistinctParty></DistinctParties><ProfileRelationships>${relations}</ProfileRelationships><SanctionsEntries>${entries}</SanctionsEntries><SanctionsEntryLinks/></Sanctions>`

const readAdvanced = async (text: string, of: Source, name: string) =>
  (await readAll([inMemory(name, text, of)], of)).readings.get('990080') ?? assert.fail('not read')

test('one party on two lists has two designations, each with its own programme', async () => {
  const entries =
    '<SanctionsEntry ID="1" ProfileID="990080" ListID="990001"><EntryEvent ID="1" EntryEventTypeID="1" LegalBasisID="91700"/><SanctionsMeasure ID="2" SanctionsTypeID="1"><Comment>CAATSA - RUSSIA</Comment></SanctionsMeasure></SanctionsEntry><SanctionsEntry ID="2" ProfileID="990080" ListID="990002"><SanctionsMeasure ID="3" SanctionsTypeID="1"><Comment>UKRAINE-EO13662</Comment></SanctionsMeasure></SanctionsEntry>'
  const reading = await readAdvanced(advanced(3, '', '', entries), consolidated, 'CONS_ADVANCED.XML')
  assert.deepEqual(
    reading.designations
      .map(d => [d.list, d.programme, d.note ?? '', d.grounds ?? ''])
      .toSorted(([, a = ''], [, b = '']) => (a < b ? -1 : 1)),
    [
      ['us-ns-mbs', 'CAATSA - RUSSIA', '', 'CAATSA - Section 231'],
      ['us-ssi', 'UKRAINE-EO13662', '', ''],
    ],
  )
})

test('a tie to a party that is in another file, or in none, is kept as it is stated', async () => {
  const relations =
    '<ProfileRelationship ID="1" From-ProfileID="990080" To-ProfileID="999999" RelationTypeID="15001" Former="true" SanctionsEntryID="1"/>'
  const { links } = await readAdvanced(advanced(3, '', relations), sdn, 'SDN_ADVANCED.XML')
  assert.deepEqual(
    links.map(l => [l.to, ...l.statements.map(s => s.value)]),
    [['us-ofac-sdn:999999', 'Providing support to', 'former']],
  )
})

const feature = (type: number, version: string) =>
  `<Feature ID="1" FeatureTypeID="${type}"><FeatureVersion ID="2">${version}</FeatureVersion></Feature>`
const point = (name: string, year: number, month: number, day: number, approximate: boolean) =>
  `<${name} Approximate="${approximate}"><From><Year>${year}</Year><Month>${month}</Month><Day>${day}</Day></From><To><Year>${year}</Year><Month>${month}</Month><Day>${day}</Day></To></${name}>`

test('a period that covers a year or a month is that year or month, and one without an end does not fail', async () => {
  const period = (...points: string[]) => feature(8, `<DatePeriod CalendarTypeID="1">${points.join('')}</DatePeriod>`)
  const features = [
    period(point('Start', 1960, 1, 1, false), point('End', 1960, 12, 31, false)),
    period(point('Start', 1958, 1, 1, true), point('End', 1959, 12, 31, true)),
    period(point('Start', 1971, 3, 1, false), point('End', 1971, 3, 31, false)),
    period(point('Start', 1975, 8, 2, false)),
    period(),
  ].join('')
  const reading = await readAdvanced(advanced(4, features), sdn, 'SDN_ADVANCED.XML')
  assert.deepEqual([...valuesOf(mainParty(reading), 'birthDate')].sort(), ['1958/1959~', '1960', '1971-03', '1975-08-02'])
})

test('a wallet of a currency never seen is kept with its currency, named in the file itself', async () => {
  const reading = await readAdvanced(
    advanced(4, feature(996, '<VersionDetail DetailTypeID="1432">NSampleAddress9JCpo</VersionDetail>')),
    sdn,
    'SDN_ADVANCED.XML',
  )
  const wallet = reading.parties.find(p => p.schema === 'CryptoWallet') ?? assert.fail()
  assert.deepEqual([valuesOf(wallet, 'currency'), valuesOf(wallet, 'publicKey')], [['NEWC'], ['NSampleAddress9JCpo']])
  assert.ok(reading.problems.some(p => p.code === 'wallet.new-currency'))
})

test('a stray truth value behind a flag is mended by exactly these words', async () => {
  const flags = ['Gambia (False)', 'Panama'].map(text => feature(3, `<VersionDetail DetailTypeID="1432">${text}</VersionDetail>`)).join('')
  const reading = await readAdvanced(advanced(1, flags), sdn, 'SDN_ADVANCED.XML')
  assert.deepEqual(valuesOf(mainParty(reading), 'flag'), ['gm', 'pa'])
  assert.ok(reading.problems.some(p => p.code === 'value.corrected' && p.seen === 'Gambia (False)'))
})

test('letters are read by the encoding the file declares, whatever the machine is set to', async () => {
  const reading = await readAdvanced(advanced(3, ''), sdn, 'SDN_ADVANCED.XML')
  assert.deepEqual(valuesOf(mainParty(reading), 'name'), ['MUÑOZ SAMPLE'])
})
