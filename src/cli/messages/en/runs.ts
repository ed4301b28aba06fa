import type { RunsMessages } from '../zh/runs.js';

/** In English: what commands say while they run. */
export const runs: RunsMessages = {
  ingest: {
    done: (name, commitments, achievements, id) =>
      `done     ${name}  ${commitments} commitments, ${achievements} achievements  ${id}`,
    again: (name, first, id) => `known    ${name}  same content as "${first}", not stored twice  ${id}`,
    queued: (name, id) => `queued   ${name}  ${id}`,
    unqueued: (name, id) => `taken    ${name}  the queue is away, goes on when it is back  ${id}`,
    failed: (message) => `failed   ${message}`,
    summary: (n) =>
      `${n.done + n.again + n.queued + n.failed} files: ${n.done} done${n.queued > 0 ? `, ${n.queued} queued` : ''}, ${n.again} known, ${n.failed} failed; ${n.seconds} s`,
    untracked: (n) =>
      `${n} documents have not been held against the others yet: no worker takes that; it goes on when one is there`,
    bar: 'progress',
  },
  show: {
    fields: {
      item: 'why it is there',
      whole: 'whole',
      stance: 'stance',
      kind: 'kind',
      indicator: 'indicator',
      value: 'value',
      comparator: 'comparator',
      per: 'per',
      change: 'change',
      deadline: 'deadline',
      responsible: 'responsible',
      strength: 'strength',
      hedged: 'hedged',
      missing: 'missing',
      doubtful: 'to check',
      confidence: 'confidence',
      section: 'section',
      document: 'document',
      authority: 'authority',
      proposal: 'proposal',
      place: 'place',
    },
    deadline: (text, date, scope) => `${text} → ${date} (from ${scope})`,
    inferred: (parts) => `; ${parts} assumed`,
    noDate: 'no calendar day',
    paragraph: (paragraph) => `paragraph ${paragraph}`,
    cell: ({ table, sheet, row, column, reference }) =>
      sheet === null ? `table ${table}, row ${row}, column ${column}` : `sheet “${sheet}” ${reference}`,
    placeSeparator: ', ',
    place: (start, end, page) => `${page === null ? '' : `page ${page}, `}characters ${start}–${end}`,
    rules: 'rules',
    passage: 'source',
  },
  check: {
    file: (name, findings) => `${name}: ${findings === 0 ? 'nothing found' : `${findings} findings`}`,
    more: (n) => `${n} more sentences promise effort only.`,
    says: ': ',
  },
  explain: {
    field: (label, reasons) => `${label}: ${reasons}`,
    separator: '; ',
    words: (words) => ` (${words})`,
    file: (name, items, left) => `${name}: ${items} items; ${left} places considered and left out`,
    left: 'Considered and left out:',
    intentions: (n) => `${n} sentences promise effort only; they are no rows`,
  },
  bin: {
    nothing: 'The bin is empty.',
    columns: { binned: 'put in', by: 'by', removable: 'removable from' },
    put: (name, id) => `put into the bin: ${name}  ${id}`,
    restored: (name, id) => `taken out of the bin: ${name}  ${id}`,
    emptied: (n, days) => `removed ${n} documents for good that had lain in the bin for ${days} days.`,
  },
  imports: {
    column: (words, field) => `“${words}” → ${field}`,
    leftOut: (words) => `columns left out: ${words}`,
    fields: {
      number: 'number',
      title: 'title',
      proposers: 'proposers',
      seconders: 'seconders',
      lead: 'leading units',
      assisting: 'assisting units',
      session: 'session',
      body: 'body',
      handover: 'hand-over',
      letters: 'letters that are there',
    },
    columns: {
      line: 'line',
      outcome: 'outcome',
      number: 'number',
      title: 'title',
      what: 'changes or problem',
    },
    outcomes: { new: 'new', changed: 'changed', same: 'same', refused: 'refused' },
    ledgerOutcomes: { taken: 'taken', doubled: 'doubled', refused: 'refused' },
    ledgerWords: 'promise',
    ledgerSum: (taken, doubled, refused, what) =>
      `${{ dry: 'dry run, nothing was changed: ', done: '', known: 'imported before, nothing was changed: ' }[what]}${taken} taken, ${doubled} doubled, ${refused} refused.`,
    sum: (n) =>
      `${n.dryRun ? 'a dry run, nothing was done: ' : ''}${n.fresh} new, ${n.changed} changed, ${n.same} the same${n.refused > 0 ? `, ${n.refused} lines refused: mend them and take the list in once more` : ''}.`,
  },
  reextract: {
    asked: (older, current, rules) =>
      `${older} documents of older rules, ${current} of those of now (${rules}).`,
    notRead: (id) => `${id} is on its way or cannot be read; there is nothing to extract anew.`,
    later: (n) => `${n} documents queued; the workers extract them anew.`,
    done: (n, failed, lost) =>
      `${n} documents extracted anew${failed > 0 ? `, ${failed} failed` : ''}; decisions and claims that could not be carried over: ${lost}${lost > 0 ? ':' : '.'}`,
  },
  jobs: { retried: (id) => `job ${id} waits again.` },
  backup: {
    done: (file, size) => `backed up to ${file} (${size}).`,
    restored: (file) => `restored from ${file}.`,
  },
  fsck: {
    looked: (originals, documents, rows) =>
      `looked at ${originals} originals, ${documents} documents, ${rows} rows.`,
    well: 'All is well.',
    found: (n) => `${n} problems, see above; nothing was changed.`,
    recounted: (tenant) => `the figures of office ${tenant} were counted anew from its rows.`,
    left: (n) => `${n} problems are left, see above; they were not touched.`,
  },
  move: {
    resumed: 'a move was cut short here; going on.',
    originals: (n) => `${n} originals, each read back.`,
    records: (n) => `${n} records of ledger, decisions, people and trail.`,
    compared: (documents, rows, people, entries) =>
      `compared, and equal: ${documents} documents, ${rows} rows, ${people} people, ${entries} entries of the trail.`,
    jobs: (n) => `${n} jobs that were not done wait again.`,
    done: (folder) =>
      `moved. ${folder} is as it was and can be kept as a backup; from now on start with JIANNUO_PROFILE=cluster, and no service on that folder.`,
  },
  migrate: { done: (names) => `applied: ${names}`, none: 'the schema is up to date.' },
  serve: {
    listening: (url) => `jiannuo listens on ${url} (Ctrl+C stops)`,
    api: (url) => `API description: ${url}`,
    open: (link) =>
      `no accounts yet: whoever sits at this machine may do everything. To require signing in, open this one-time link: ${link}`,
    closed: (link) =>
      `no accounts yet: everything is refused until an administrator is made by this one-time link: ${link}`,
    stopping: 'stopping; waiting for running jobs…',
    stopped: 'stopped.',
  },
  people: {
    login: 'user name',
    name: 'name',
    role: 'role',
    state: 'state',
    states: { on: 'active', off: 'disabled' },
    bound: 'bound to',
    until: 'valid until',
    nobody: 'nobody yet; add one with jiannuo user add NAME --role administrator',
    noTokens: 'no tokens',
    added: (login) => `added ${login}; by this one-time link (7 days) they set their password:`,
    once: 'shown this once; keep it safe:',
    disabled: (login) => `${login} is disabled.`,
    removed: (id) => `token ${id} is gone.`,
  },
  work: { started: (kinds, n) => `worker started: ${kinds}, ${n} at once (Ctrl+C stops)` },
  allKinds: 'all kinds',
};
