import { fillIn, type Language, type Parameters, type Phrase, phrase } from './phrase.js';

/** What can be wrong with kept data, and what to do. Places, ids and file names fill the braces. */
export const dataFindings = {
  'original-missing': phrase(
    '原件缺失：文档 {document}（{name}）的原件 {sha256} 不在；请从备份恢复，或重新上传同一文件',
    'original missing: {sha256} of document {document} ({name}); restore it from a backup, or upload the same file again',
  ),
  'original-changed': phrase(
    '原件被改动：{place} 的内容与其 SHA-256 不符；请移走它，再从备份恢复或重新上传',
    'original changed: the content of {place} is not what its SHA-256 says; move it away, then restore it from a backup or upload it again',
  ),
  'original-empty': phrase(
    '原件为空：{place} 是空文件；请移走它，再从备份恢复或重新上传',
    'original empty: {place} has no content; move it away, then restore it from a backup or upload it again',
  ),
  'original-unreadable': phrase(
    '原件读不出：{place}（{reason}）；请检查磁盘和权限，再从备份恢复',
    'original unreadable: {place} ({reason}); check the disk and its permissions, then restore it from a backup',
  ),
  'original-orphaned': phrase(
    '无主原件：{place} 没有文档或自报用到；上传中断会留下，可以保留或移走',
    'original without owner: no document or claim names {place}; an upload cut short leaves one, it may stay or go',
  ),
  'original-foreign': phrase(
    '不属于原件的文件：{place}；请移走',
    'no original: {place} does not belong there; move it away',
  ),
  'original-size': phrase(
    '大小不符：文档 {document}（{name}）登记 {noted} 字节，原件 {found} 字节；登记被改动过，请从备份恢复',
    'size differs: document {document} ({name}) was noted with {noted} bytes, its original has {found}; the note was changed, restore from a backup',
  ),
  'claim-file-missing': phrase(
    '佐证文件缺失：自报 {claim} 的文件 {sha256} 不在；请从备份恢复，或请单位重新提交',
    'file of a claim missing: {sha256} of claim {claim}; restore it from a backup, or have the unit hand it in again',
  ),
  'rows-missing': phrase(
    '台账缺行：文档 {document}（{name}）应有 {noted} 条，实有 {found} 条；请从备份恢复',
    'rows missing: document {document} ({name}) should have {noted}, there are {found}; restore from a backup',
  ),
  'row-without-document': phrase(
    '没有文档的台账行：{item} 所属文档 {document} 不在；请从备份恢复',
    'row without document: {item} belongs to {document}, which is not there; restore from a backup',
  ),
  'counts-differ': phrase(
    '统计数与台账不符：单位 {tenant} 有 {cells} 个计数不对；请运行 jiannuo fsck --repair 按台账重新计数',
    'figures are not those of the rows: {cells} kept counts of office {tenant} are wrong; jiannuo fsck --repair counts them anew',
  ),
  'text-missing': phrase(
    '正文缺失：文档 {document}（{name}）已处理，正文不在；请从备份恢复',
    'text missing: document {document} ({name}) was read, its text is not there; restore from a backup',
  ),
  'text-damaged': phrase(
    '正文损坏：文档 {document}（{name}）的正文读不出；请从备份恢复',
    'text damaged: that of document {document} ({name}) cannot be unpacked; restore from a backup',
  ),
  'quote-changed': phrase(
    '摘录与正文不符：文档 {document}（{name}）的 {item}；台账或正文被改动过，请从备份恢复',
    'quote is not in the text: {item} of document {document} ({name}); row or text was changed, restore from a backup',
  ),
  'trail-broken': phrase(
    '留痕断开：单位 {tenant} 的第 {number} 条被改动或删除，之前 {whole} 条完整',
    'trail broken: entry {number} of office {tenant} was changed or removed; the {whole} before it are whole',
  ),
  'store-damaged': phrase(
    '数据文件损坏：{reason}；请停下服务，从备份恢复',
    'data file damaged: {reason}; stop the service and restore from a backup',
  ),
} as const satisfies Record<string, Phrase>;

export interface DataFinding {
  readonly code: keyof typeof dataFindings;
  readonly parameters: Parameters;
}

export const tellFinding = ({ code, parameters }: DataFinding, language: Language): string =>
  fillIn(dataFindings[code], parameters, language);
