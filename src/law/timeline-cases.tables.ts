import type { Said } from './attest.fixture.ts'
import type { Surroundings } from './timeline.ts'

/** What sources attest of one listing, and the spans that follow. */
export type TimelineCase = {
  readonly name: string
  readonly official?: readonly Said[]
  readonly curated?: readonly Omit<Said, 'since'>[]
  readonly copies?: readonly Said[]
  readonly surroundings?: Surroundings
  readonly spans: readonly string[]
  readonly notes?: readonly string[]
}

/** The rules of the timeline, one by one. Copies are those of `us-csl`, an aggregate. */
export const TIMELINE_CASES: readonly TimelineCase[] = [
  {
    name: 'a stated start is believed where the first version held has the party',
    official: [{ from: '2001-01-25', since: '2014-10-01' }],
    spans: ['listed: (2001-01-24, 2001-01-25] stated .. open'],
  },
  {
    name: 'without a stated start the first version held proves only "on or before"',
    official: [{ since: '2014-10-01' }],
    spans: ['listed: (, 2014-10-01] seen .. open'],
  },
  {
    name: 'without a stated start the version before, which lacks the party, bounds the start',
    official: [{ since: '2015-03-27', lastWithout: '2015-03-13' }],
    spans: ['listed: (2015-03-13, 2015-03-27] seen .. open'],
  },
  {
    name: 'IRi.001: the start of 2007 stated again in 2025 is not believed, as versions between lack the party',
    official: [
      { list: 'un-1737', from: '2007-03-24', since: '2015-02-26', until: '2024-09-21', lastWith: '2023-03-27' },
      { list: 'un-1737', from: '2007-03-24', since: '2025-11-29', lastWithout: '2025-08-02', lastWith: '2026-01-28' },
    ],
    spans: ['listed: (2007-03-23, 2007-03-24] stated .. (2023-03-27, 2024-09-21] seen', 'listed: (2025-08-02, 2025-11-29] seen .. open'],
  },
  {
    name: 'a first listing stated long before a version that lacks the party is not believed either',
    official: [{ from: '2012-01-01', since: '2015-03-27', lastWithout: '2015-03-13' }],
    spans: ['listed: (2015-03-13, 2015-03-27] seen .. open'],
  },
  {
    name: 'a file that follows the decision by three weeks is late and no witness against its day',
    official: [{ list: 'eu-russia-269', from: '2026-06-01', since: '2026-06-22', lastWithout: '2026-06-20' }],
    spans: ['listed: (2026-05-31, 2026-06-01] stated .. open'],
  },
  {
    name: 'a partial start keeps its precision',
    official: [{ from: '2012', since: '2014-10-01' }],
    spans: ['listed: (2011-12-31, 2012-12-31] stated .. open'],
  },
  {
    name: 'an end stated as a year is over when the year is',
    official: [{ from: '2022-03-01', to: '2026', since: '2022-04-01' }],
    spans: ['listed: (2022-02-28, 2022-03-01] stated .. (2025-12-31, 2027-01-01] stated'],
  },
  {
    name: 'a stated term ends by itself while the entry stays in the file',
    official: [{ list: 'us-bis-dpl', from: '2017-10-16', to: '2020-10-13', since: '2018-01-01', lastWith: '2025-01-01' }],
    spans: ['listed: (2017-10-15, 2017-10-16] stated .. (2020-10-12, 2020-10-13] stated'],
  },
  {
    name: 'a party that is renumbered in one version is listed throughout',
    official: [
      { record: 'un-sc:TAI.1', from: '2001-01-25', since: '2014-10-01', until: '2015-03-27', lastWith: '2015-03-13' },
      { record: 'un-sc:TAi.001', from: '2001-01-25', since: '2015-03-27', lastWithout: '2015-03-13', lastWith: '2020-01-01' },
    ],
    spans: ['listed: (2001-01-24, 2001-01-25] stated .. open'],
  },
  {
    name: 'a change of status in one entry is a boundary, not a removal',
    official: [
      { from: '2010-01-01', since: '2014-10-01', until: '2015-03-27', lastWith: '2015-03-13' },
      { status: 'suspended', since: '2015-03-27', lastWithout: '2015-03-13', lastWith: '2020-01-01' },
    ],
    spans: ['listed: (2009-12-31, 2010-01-01] stated .. (2015-03-13, 2015-03-27] seen', 'suspended: (2015-03-13, 2015-03-27] seen .. open'],
  },
  {
    name: 'a status that states its day takes that day, though it was published later',
    official: [
      { from: '2010-01-01', since: '2014-10-01', until: '2015-03-27', lastWith: '2015-03-13' },
      { status: 'suspended', from: '2015-03-01', since: '2015-03-27', lastWithout: '2015-03-13', lastWith: '2020-01-01' },
    ],
    spans: [
      'listed: (2009-12-31, 2010-01-01] stated .. (2015-02-28, 2015-03-01] stated',
      'suspended: (2015-02-28, 2015-03-01] stated .. open',
    ],
  },
  {
    name: 'presence is not always listing: an entry kept with the day of its removal is delisted',
    official: [
      { list: 'ch-seco', from: '2003-02-20', since: '2014-10-01', until: '2017-03-01', lastWith: '2017-02-01' },
      {
        list: 'ch-seco',
        status: 'delisted',
        from: '2003-02-20',
        to: '2017-02-10',
        since: '2017-03-01',
        lastWithout: '2017-02-01',
        lastWith: '2026-01-01',
      },
    ],
    spans: [
      'listed: (2003-02-19, 2003-02-20] stated .. (2017-02-09, 2017-02-10] stated',
      'delisted: (2017-02-09, 2017-02-10] stated .. open',
    ],
  },
  {
    name: 'an entry whose removal is all that was ever seen was listed until then, since a day not known',
    official: [{ list: 'jp-mof', status: 'delisted', to: '2011-11-18', since: '2022-04-14' }],
    spans: ['listed: (, 2011-11-17] stated .. (2011-11-17, 2011-11-18] stated', 'delisted: (2011-11-17, 2011-11-18] stated .. open'],
  },
  {
    name: 'an entry kept as removed without the day is delisted from the version that first says so',
    official: [
      { list: 'ru-minjust-undesirable', from: '2020-02-20', since: '2021-10-01', until: '2023-03-01', lastWith: '2023-02-01' },
      { list: 'ru-minjust-undesirable', status: 'delisted', from: '2020-02-20', since: '2023-03-01', lastWithout: '2023-02-01' },
    ],
    spans: ['listed: (2020-02-19, 2020-02-20] stated .. (2023-02-01, 2023-03-01] seen', 'delisted: (2023-02-01, 2023-03-01] seen .. open'],
  },
  {
    name: 'terms of one entry that are over, each with its days, and the one that is not',
    official: [
      { list: 'ch-seco', status: 'delisted', from: '2003-02-20', to: '2010-01-01', since: '2014-10-01' },
      { list: 'ch-seco', from: '2012-05-01', since: '2014-10-01' },
    ],
    spans: [
      'listed: (2003-02-19, 2003-02-20] stated .. (2009-12-31, 2010-01-01] stated',
      'delisted: (2009-12-31, 2010-01-01] stated .. (2012-04-30, 2012-05-01] stated',
      'listed: (2012-04-30, 2012-05-01] stated .. open',
    ],
  },
  {
    name: 'an entry that tells its own history in one version yields each term',
    official: [
      { list: 'ch-seco', from: '2003-02-20', to: '2010-01-01', since: '2014-10-01' },
      { list: 'ch-seco', from: '2012-05-01', since: '2014-10-01' },
    ],
    spans: [
      'listed: (2003-02-19, 2003-02-20] stated .. (2009-12-31, 2010-01-01] stated',
      'listed: (2012-04-30, 2012-05-01] stated .. open',
    ],
  },
  {
    name: 'a party missing for a day and back unchanged was left out by mistake: listing dates do not move',
    official: [
      { from: '2018-02-03', since: '2019-10-02', until: '2019-10-04', lastWith: '2019-10-03' },
      { from: '2018-02-03', since: '2019-10-05', lastWithout: '2019-10-04' },
    ],
    spans: ['listed: (2018-02-02, 2018-02-03] stated .. open'],
    notes: ['missing from 2019-10-04 until 2019-10-05, unchanged after: taken for a fault of the publication'],
  },
  {
    name: 'Taliban in Russia: listed by the court in 2003, suspended in 2025',
    curated: [
      { list: 'ru-fsb-terror', from: '2003-02-14', to: '2025-04-17' },
      { list: 'ru-fsb-terror', status: 'suspended', from: '2025-04-17' },
    ],
    spans: [
      'listed: (2003-02-13, 2003-02-14] curated .. (2025-04-16, 2025-04-17] curated',
      'suspended: (2025-04-16, 2025-04-17] curated .. open',
    ],
  },
  {
    name: 'a curated listing without a known start surely holds from the first day it was read',
    curated: [{ seenOn: ['2026-07-21', '2024-09-13'] }],
    spans: ['listed: (, 2024-09-13] curated .. open'],
  },
  {
    name: 'a curated start known to the month was on the first day it was read at the latest',
    curated: [{ from: '2026-02', seenOn: ['2026-02-27'] }],
    spans: ['listed: (2026-01-31, 2026-02-27] curated .. open'],
  },
  {
    name: 'a curated listing without a known start that ended surely held on the day before its end',
    curated: [{ to: '2025-11' }, { status: 'delisted', from: '2025-11' }],
    spans: ['listed: (, 2025-10-31] curated .. (2025-10-31, 2025-12-01] curated', 'delisted: (2025-10-31, 2025-12-01] curated .. open'],
  },
  {
    name: 'a boundary known to the year is one boundary for the state before and the state after',
    curated: [
      { from: '2014', to: '2026' },
      { status: 'delisted', from: '2026' },
    ],
    spans: [
      'listed: (2013-12-31, 2014-12-31] curated .. (2025-12-31, 2027-01-01] curated',
      'delisted: (2025-12-31, 2027-01-01] curated .. open',
    ],
  },
  {
    name: 'the Houthis as FTO: twice listed, once taken off',
    curated: [
      { from: '2021-01-19', to: '2021-02-16' },
      { status: 'delisted', from: '2021-02-16', to: '2025-03-04' },
      { from: '2025-03-04' },
    ],
    spans: [
      'listed: (2021-01-18, 2021-01-19] curated .. (2021-02-15, 2021-02-16] curated',
      'delisted: (2021-02-15, 2021-02-16] curated .. (2025-03-03, 2025-03-04] curated',
      'listed: (2025-03-03, 2025-03-04] curated .. open',
    ],
  },
  {
    name: 'a removal without an end of its own lasts until the next listing',
    curated: [{ from: '2021-01-19', to: '2021-02-16' }, { status: 'delisted', from: '2021-02-16' }, { from: '2025-03-04' }],
    spans: [
      'listed: (2021-01-18, 2021-01-19] curated .. (2021-02-15, 2021-02-16] curated',
      'delisted: (2021-02-15, 2021-02-16] curated .. (2025-03-03, 2025-03-04] curated',
      'listed: (2025-03-03, 2025-03-04] curated .. open',
    ],
  },
  {
    name: 'curated days within an interval of uncertainty narrow the official spans',
    official: [
      { from: '2007-03-24', since: '2015-02-26', until: '2024-09-21', lastWith: '2023-03-27' },
      { from: '2007-03-24', since: '2025-11-29', lastWithout: '2025-08-02' },
    ],
    curated: [
      { from: '2007-03-24', to: '2023-10-18' },
      { status: 'delisted', from: '2023-10-18', to: '2025-09-28' },
      { from: '2025-09-28' },
    ],
    spans: [
      'listed: (2007-03-23, 2007-03-24] stated .. (2023-10-17, 2023-10-18] curated',
      'delisted: (2023-10-17, 2023-10-18] curated .. (2025-09-27, 2025-09-28] curated',
      'listed: (2025-09-27, 2025-09-28] curated .. open',
    ],
    notes: [],
  },
  {
    name: 'HTS: an end after the newest official version is the curated one',
    official: [{ from: '2014-05-14', since: '2015-02-26', lastWith: '2026-01-28' }],
    curated: [
      { from: '2014-05-14', to: '2026-02-27' },
      { status: 'delisted', from: '2026-02-27' },
    ],
    spans: [
      'listed: (2014-05-13, 2014-05-14] stated .. (2026-02-26, 2026-02-27] curated',
      'delisted: (2026-02-26, 2026-02-27] curated .. open',
    ],
    notes: [],
  },
  {
    name: 'an end that an official version contradicts is only noted',
    official: [{ from: '2014-05-14', since: '2015-02-26', lastWith: '2026-03-28' }],
    curated: [
      { from: '2014-05-14', to: '2026-02-27' },
      { status: 'delisted', from: '2026-02-27' },
    ],
    spans: ['listed: (2014-05-13, 2014-05-14] stated .. open'],
    notes: ['facts gives the end as 2026-02-27', 'facts holds it as delisted from 2026-02-27'],
  },
  {
    name: 'an official removal that the base does not know is a removal, with the disagreement shown',
    official: [{ from: '2014-05-14', since: '2015-02-26', until: '2026-03-05', lastWith: '2026-01-28' }],
    curated: [{ from: '2014-05-14' }],
    spans: ['listed: (2014-05-13, 2014-05-14] stated .. (2026-01-28, 2026-03-05] seen'],
    notes: ['facts tells of no end'],
  },
  {
    name: 'Lukashenko: the earlier listing that an official record no longer tells of is kept from the base',
    official: [{ from: '2020-11-06', since: '2022-01-01', lastWith: '2026-04-24' }],
    curated: [
      { from: '2011-01-31', to: '2016-02-25' },
      { status: 'delisted', from: '2016-02-25', to: '2020-11-06' },
      { from: '2020-11-06' },
    ],
    spans: [
      'listed: (2011-01-30, 2011-01-31] curated .. (2016-02-24, 2016-02-25] curated',
      'delisted: (2016-02-24, 2016-02-25] curated .. (2020-11-05, 2020-11-06] curated',
      'listed: (2020-11-05, 2020-11-06] stated .. open',
    ],
    notes: [],
  },
  {
    name: 'Hekmatyar and Bin Laden: gone before the first official version, or between two, the base gives the day',
    official: [{ from: '2003-02-20', since: '2015-02-26', until: '2017-06-20', lastWith: '2015-03-27' }],
    curated: [
      { from: '2003-02-20', to: '2017-02-03' },
      { status: 'delisted', from: '2017-02-03' },
    ],
    spans: [
      'listed: (2003-02-19, 2003-02-20] stated .. (2017-02-02, 2017-02-03] curated',
      'delisted: (2017-02-02, 2017-02-03] curated .. open',
    ],
    notes: [],
  },
  {
    name: 'a curated start that differs from the stated one is noted, the official one stands',
    official: [{ list: 'eu-yemen', from: '2022-02-24', since: '2022-03-01' }],
    curated: [{ list: 'eu-yemen', from: '2022-02-28' }],
    spans: ['listed: (2022-02-23, 2022-02-24] stated .. open'],
    notes: ['facts gives the start as 2022-02-28'],
  },
  {
    name: 'a curated day replaces a start that was only seen',
    official: [{ list: 'us-sdgt', since: '2015-03-13' }],
    curated: [{ list: 'us-sdgt', from: '2002-07-02' }],
    spans: ['listed: (2002-07-01, 2002-07-02] curated .. open'],
    notes: [],
  },
  {
    name: 'a curated listing that official versions show as absent is only noted',
    official: [{ from: '2020-01-01', since: '2020-02-01', lastWithout: '2019-12-01' }],
    curated: [{ from: '2010-01-01', to: '2020-01-01' }],
    spans: ['listed: (2019-12-31, 2020-01-01] stated .. open'],
    notes: ['facts holds it as listed from 2010-01-01 to 2020-01-01'],
  },
  {
    name: 'a curated listing that an older official version lacks is only noted',
    official: [{ from: '2020-01-01', since: '2020-02-01', lastWithout: '2019-12-01' }],
    surroundings: { versions: new Map([['un-sc', ['2012-01-01', '2019-12-01', '2020-02-01']]]) },
    curated: [{ from: '2010-01-01', to: '2013-01-01' }],
    spans: ['listed: (2019-12-31, 2020-01-01] stated .. open'],
    notes: ['facts holds it as listed from 2010-01-01 to 2013-01-01'],
  },
  {
    name: 'a curated listing between official versions that could not show it begins a span',
    official: [{ from: '2020-01-01', since: '2020-02-01', lastWithout: '2019-12-01' }],
    surroundings: { versions: new Map([['un-sc', ['2009-01-01', '2019-12-01', '2020-02-01']]]) },
    curated: [{ from: '2010-01-01', to: '2013-01-01' }],
    spans: [
      'listed: (2009-12-31, 2010-01-01] curated .. (2012-12-31, 2013-01-01] curated',
      'listed: (2019-12-31, 2020-01-01] stated .. open',
    ],
    notes: [],
  },
  {
    name: 'a curated return after the newest official version begins a span',
    official: [{ from: '2010-01-01', since: '2014-10-01', until: '2020-01-01', lastWith: '2019-12-01' }],
    surroundings: { versions: new Map([['un-sc', ['2014-10-01', '2019-12-01', '2020-01-01', '2025-01-01']]]) },
    curated: [{ from: '2025-06-01' }],
    spans: ['listed: (2009-12-31, 2010-01-01] stated .. (2019-12-01, 2020-01-01] seen', 'listed: (2025-05-31, 2025-06-01] curated .. open'],
  },
  {
    name: 'a curated return that official versions do not show is only noted',
    official: [{ from: '2010-01-01', since: '2014-10-01', until: '2020-01-01', lastWith: '2019-12-01' }],
    surroundings: { versions: new Map([['un-sc', ['2014-10-01', '2019-12-01', '2020-01-01', '2025-07-01']]]) },
    curated: [{ from: '2025-06-01' }],
    spans: ['listed: (2009-12-31, 2010-01-01] stated .. (2019-12-01, 2020-01-01] seen'],
    notes: ['facts holds it as listed from 2025-06-01'],
  },
  {
    name: 'a suspension that took the entry off the published list stays a suspension',
    official: [{ from: '2003-02-14', since: '2015-02-27', until: '2025-05-01', lastWith: '2025-04-01' }],
    curated: [
      { from: '2003-02-14', to: '2025-04-17' },
      { status: 'suspended', from: '2025-04-17' },
    ],
    spans: [
      'listed: (2003-02-13, 2003-02-14] stated .. (2025-04-16, 2025-04-17] curated',
      'suspended: (2025-04-16, 2025-04-17] curated .. open',
    ],
    notes: [],
  },
  {
    name: 'never-listed speaks of the day it was read',
    curated: [{ status: 'never', asOf: '2026-02-27' }],
    spans: ['never: (, 2026-02-27] curated .. open'],
  },
  {
    name: 'never-listed stands beside a listing that began after that day',
    official: [{ from: '2026-05-01', since: '2026-06-01', lastWithout: '2026-04-01' }],
    curated: [{ status: 'never', asOf: '2026-02-27' }],
    spans: ['never: (, 2026-02-27] curated .. open', 'listed: (2026-04-30, 2026-05-01] stated .. open'],
  },
  {
    name: 'never-listed against an official listing of that time is only noted',
    official: [{ from: '2010-05-01', since: '2014-10-01' }],
    curated: [{ status: 'never', asOf: '2026-02-27' }],
    spans: ['listed: (2010-04-30, 2010-05-01] stated .. open'],
    notes: ['facts holds it as never listed, as read on 2026-02-27'],
  },
  {
    name: 'a copy of the list neither begins nor ends a span where the official source speaks',
    official: [{ list: 'us-bis-el', from: '2010-01-01', since: '2014-10-01', lastWith: '2026-01-01' }],
    copies: [{ list: 'us-bis-el', from: '2010-01-01', since: '2015-01-01', until: '2024-05-06', lastWith: '2024-05-05' }],
    spans: ['listed: (2009-12-31, 2010-01-01] stated .. open'],
    notes: ['us-csl reports the end as 2024-05-06'],
  },
  {
    name: 'a copy of a list whose official source is held begins nothing by itself',
    copies: [{ list: 'us-bis-el', from: '2010-01-01', since: '2015-01-01' }],
    surroundings: { officialHeld: () => true },
    spans: [],
  },
  {
    name: 'a copy speaks where no official source is held',
    copies: [{ list: 'us-bis-el', from: '2010-01-01', since: '2015-01-01' }],
    spans: ['listed: (2009-12-31, 2010-01-01] stated .. open'],
  },
  {
    name: 'an entry that comes back in a copy under its old start is no new listing',
    copies: [
      { list: 'us-isn', from: '2018-02-03', since: '2019-01-01', until: '2020-02-04', lastWith: '2020-02-02' },
      { list: 'us-isn', from: '2018-02-03', since: '2022-10-07', lastWithout: '2022-10-06' },
    ],
    spans: ['listed: (2018-02-02, 2018-02-03] stated .. (2020-02-02, 2020-02-04] seen'],
    notes: ['back in the copy since 2022-10-07 under the old start 2018-02-03: no new listing'],
  },
  {
    // rd-removal-list-closes
    name: 'the end of a publication is not the end of its measures: one listing, known under both numbers',
    official: [
      { source: 'uk-ofsi', from: '2014-05-01', since: '2020-01-01', lastWith: '2026-01-27' },
      { source: 'uk-fcdo', from: '2014-05-01', since: '2026-01-28', lastWith: '2026-09-01' },
    ],
    spans: ['listed: (2014-04-30, 2014-05-01] stated .. open'],
    notes: [],
  },
  {
    name: 'after a publication closed, the one that goes on speaks for the end',
    official: [
      { source: 'uk-ofsi', from: '2014-05-01', since: '2020-01-01', lastWith: '2026-01-27' },
      { source: 'uk-fcdo', from: '2014-05-01', since: '2022-01-01', until: '2026-09-02', lastWith: '2026-09-01' },
    ],
    spans: ['listed: (2014-04-30, 2014-05-01] stated .. (2026-09-01, 2026-09-02] seen'],
    notes: [],
  },
  {
    // rd-law-consolidated-act-absorbs: an entry that an act deletes, then gone from the consolidated text
    name: 'an act and the consolidated text that takes it in tell the same removal',
    official: [
      { source: 'eu-text', from: '2014-05-01', since: '2020-01-10', until: '2026-03-06', lastWith: '2026-01-10' },
      { source: 'eu-act', status: 'delisted', to: '2026-03-05', since: '2026-03-05' },
    ],
    spans: [
      'listed: (2014-04-30, 2014-05-01] stated .. (2026-03-04, 2026-03-05] stated',
      'delisted: (2026-03-04, 2026-03-05] stated .. open',
    ],
    notes: [],
  },
  {
    // rd-law-consolidated-act-absorbs: an entry that an act adds, then in the consolidated text
    name: 'an act and the consolidated text that takes it in tell the same beginning',
    official: [
      { source: 'eu-text', since: '2026-03-06', lastWithout: '2026-01-10' },
      { source: 'eu-act', from: '2026-03-05', since: '2026-03-05' },
    ],
    spans: ['listed: (2026-03-04, 2026-03-05] stated .. open'],
    notes: [],
  },
  {
    // rd-removal-delisting-note-in-name
    name: 'a cancellation written into the entry ends the listing on the day it states',
    official: [
      { source: 'cz-mzv', from: '2023-04-26', since: '2023-05-01', until: '2025-07-18', lastWith: '2025-07-10' },
      { source: 'cz-mzv', status: 'delisted', to: '2025-07-15', since: '2025-07-18', lastWithout: '2025-07-10' },
    ],
    spans: [
      'listed: (2023-04-25, 2023-04-26] stated .. (2025-07-14, 2025-07-15] stated',
      'delisted: (2025-07-14, 2025-07-15] stated .. open',
    ],
  },
]
