import { setTimeout as pause } from 'node:timers/promises';
import { documentExtractJob } from '../../src/app/jobs/document-extract.job.js';
import { documentReadJob } from '../../src/app/jobs/document-read.job.js';
import { reminderDeliverJob } from '../../src/app/jobs/reminder-deliver.job.js';
import { addPerson, invite } from '../../src/app/people/invitations.js';
import { issueSecret } from '../../src/app/people/secrets.js';
import { claimOn } from '../../src/app/standing/claim.js';
import { type DecisionRequest, decideOn } from '../../src/app/standing/decide.js';
import type { Composition } from '../../src/compose.js';
import { JiannuoError } from '../../src/domain/errors.js';
import { sha256Hex } from '../../src/domain/identity.js';
import { plainSource } from './plain-source.js';
import { change, firstReport, lastReport, plan } from './river-county.js';
import { arrive, promises } from './tracked-ledger.js';

const reply = `浔岭县教育局关于县十届人大二次会议第17号建议的答复

张禾代表：

您提出的建议收悉，现答复如下：到2026年底，新增公办幼儿园学位1200个，由县教育局牵头。

浔岭县教育局
2025年5月8日
`;
const texts = { plan, firstReport, change, lastReport, reply };

export const largeOriginal = Buffer.alloc(9 * 1024 * 1024, 'a large original');
export const otherTenant = '石湾县人大';

/** Puts one of everything into an office, and a little into a second: documents of every state, every kind of decision, claims with files, units and proposals with notes, people, secrets of each kind, a trail, jobs, reminders that were refused. Gives an administrator's token. */
export async function fillOffice(composition: Composition, tenant: string): Promise<string> {
  const store = await composition.store();
  const people = await composition.people();
  const blobs = await composition.blobs();
  const keep = async (text: string | Buffer) => {
    const bytes = Buffer.from(text);
    await blobs.put(sha256Hex(bytes), bytes);
    return { sha256: sha256Hex(bytes), size: bytes.length };
  };
  for (const [name, text] of Object.entries(texts)) {
    await keep(text);
    await arrive(store, { tenant, name: `${name}.txt`, text, place: '浔岭县' });
  }
  await arrive(store, { tenant: otherTenant, name: '方案.txt', text: plan });
  await keep(largeOriginal);
  await addUnfinished(composition, tenant, keep);
  await speak(composition, tenant);
  await addRefused(composition, tenant);

  const admin = await addPerson(people, tenant, { login: 'zhang', name: '张三', role: 'administrator' });
  const deputy = { login: 'li', name: '李四', role: 'deputy' as const, proposalIds: ['17'] };
  const { id } = await addPerson(people, tenant, deputy);
  await addPerson(people, otherTenant, { login: 'zhang', name: '别处的张三', role: 'administrator' });
  await people.setPassword(tenant, id, '$argon2id$a-hash');
  await people.changePerson(tenant, id, { units: ['县教育局'] });
  await invite(people, admin);
  const secret = {
    tenant,
    personId: admin.id,
    name: '张三',
    role: 'administrator',
    lifeMs: 86_400_000,
  } as const;
  await issueSecret(people, { ...secret, kind: 'session' });
  await people.noteAttempt(tenant, 'zhang', new Date().toISOString());
  for (const at of [tenant, otherTenant])
    for (const action of ['POST /a', 'POST /b', 'POST /c'])
      await (await composition.trail()).append({
        ...{
          tenant: at,
          at: new Date().toISOString(),
          actor: 'local',
          action,
          subject: null,
          outcome: '200',
        },
      });
  const token = { ...secret, personId: null, name: '平台', kind: 'token', lifeMs: null } as const;
  return (await issueSecret(people, token)).handedOut;
}

/** Decisions of each kind, claims with files, an alias, notes on a proposal. */
async function speak(composition: Composition, tenant: string): Promise<void> {
  const store = await composition.store();
  const blobs = await composition.blobs();
  const rows = await promises(store, tenant);
  const requests: Omit<DecisionRequest, 'reason' | 'by'>[] = [
    { kind: 'close' },
    { kind: 'extend', due: '2027-06-30' },
    { kind: 'correct', fields: { responsible: ['县卫生健康局', '县民政局'], deadline: '2026-10-01' } },
    { kind: 'vague' },
    { kind: 'reject' },
    { kind: 'adjust', fields: { value: 9 } },
  ];
  for (const [n, request] of requests.entries())
    await decideOn(
      store,
      tenant,
      rows[n]?.id ?? '',
      { ...request, reason: '会议决定', by: '甲' },
      new Date(),
    );
  const [first, , second] = rows;
  await decideOn(
    store,
    tenant,
    rows[6]?.id ?? '',
    { kind: 'merge', into: first?.id, reason: '同一项', by: '甲' },
    new Date(),
  );
  const proof = [{ name: '照片.jpg', bytes: Buffer.from('a picture') }];
  const claim = { state: 'done', text: '已建成', by: '乙' } as const;
  await claimOn({ store, blobs }, tenant, second?.id ?? '', claim, proof, new Date());
  const [unit] = await store.units(tenant);
  if (unit) await store.addUnitAlias(tenant, unit.id, '原来的名称');
  const { documentId = '' } = first ?? {};
  await store.linkProposal(tenant, documentId, {
    body: 'npc',
    session: '2',
    number: '99',
    title: '关于养老',
  });
  for (const { id: proposalId } of await store.proposals(tenant)) {
    const note = { tenant, proposalId, madeBy: '甲', madeAt: '2025-03-01T00:00:00.000Z' };
    await store.addProposalNote({ ...note, body: { kind: 'handover', day: '2025-02-20' } });
    const rate = { kind: 'rate', process: 'satisfied', result: 'basically_satisfied', comment: '' } as const;
    await store.addProposalNote({ ...note, body: rate, raterKey: 'paper:乙', recordedBy: '甲' });
  }
}

/** Documents that wait, were read only, or failed, and their jobs: one of a turn, one put off. */
async function addUnfinished(
  composition: Composition,
  tenant: string,
  keep: (text: string) => Promise<{ sha256: string; size: number }>,
): Promise<void> {
  const store = await composition.store();
  const queue = await composition.queue();
  const add = async (name: string) => {
    const text = `浔岭县关于${name}的答复\n\n到2027年底，新建公园3个。\n`;
    const { document } = await store.addDocument({ tenant, place: '浔岭县', name, ...(await keep(text)) });
    return { tenant, documentId: document.id, text };
  };
  const { text: _, ...waiting } = await add('第1号建议');
  await queue.enqueue(documentReadJob, waiting, { priority: 7 });
  await store.markQueued(tenant, waiting.documentId);
  const { text, ...read } = await add('第2号建议');
  await store.saveText(tenant, read.documentId, plainSource(text));
  await queue.enqueue(documentExtractJob, read, { delayMs: 3_600_000 });
  const { documentId: failed } = await add('第3号建议');
  await store.fail(tenant, failed, { code: 'file-damaged', message: '文件损坏' });
  await add('第4号建议');
}

export const refusedDelivery = 'office:2025-03-01';

/** Reminders whose target refused them: the job is set aside until somebody tries it again. */
async function addRefused(composition: Composition, tenant: string): Promise<void> {
  const [reminders, queue] = [await composition.reminders(), await composition.queue()];
  await reminders.migrate();
  await reminders.note({
    ...{ tenant, id: refusedDelivery, target: 'office', day: '2025-03-01', sentAt: null },
    ...{ reminders: [], holidaysUnknown: [] },
  });
  const { id } = await queue.enqueue(reminderDeliverJob, { tenant, deliveryId: refusedDelivery });
  const run = async () => {
    throw new JiannuoError('reminder-refused', { target: 'office', reason: '403' });
  };
  const worker = await queue.work([{ definition: reminderDeliverJob, run }], { concurrency: 1 });
  while ((await queue.job(id))?.status !== 'dead') await pause(20);
  await worker.drain();
}
