import { words } from '../../i18n/words.js';

export const backupsWords = words(
  {
    help: '备份里有全部单位的台账、决定、用户、留痕和原件，服务不用停。请把文件另存到别的机器，按原件的密级保管；不要的到那个文件夹里删除。',
    folder: (free: string | null) => `所在文件夹（服务的机器上${free === null ? '' : `，还剩 ${free}`}）：`,
    unset:
      '没有指定放备份的文件夹：用 JIANNUO_BACKUPS 指定后重新启动，或在命令行运行 jiannuo backup 文件名。',
    make: '现在备份',
    making: '正在备份，可以离开这一页。',
    failed: (why: string) => `上次备份没有完成：${why}`,
    name: '文件',
    size: '大小',
    made: '完成时间',
    age: '距今',
    ago: (days: number) => (days === 0 ? '今天' : `${days} 天前`),
    none: '还没有在网页上做过备份',
    restoring: '怎样恢复',
    steps: [
      '恢复会替换现有的全部数据，备份之后做的决定也会退回去，所以只能在服务的机器上用命令行办。',
      '先停服务和任务进程。',
      '运行 jiannuo restore 文件，恢复到空的地方；确实要替换现有数据时加 --force。',
      '运行 jiannuo fsck 核对，再启动服务。',
    ] as readonly string[],
  },
  {
    help: 'A backup holds ledger, decisions, users, trail and originals of every office; the service goes on meanwhile. Copy it to another machine and keep it as confidential as the originals; remove in that folder what is not needed.',
    folder: (free: string | null) =>
      `Folder on the machine of the service${free === null ? '' : ` (${free} left)`}: `,
    unset: 'No folder for backups is named: set JIANNUO_BACKUPS and start anew, or run jiannuo backup FILE.',
    make: 'Back up now',
    making: 'The backup is being made; you may leave this page.',
    failed: (why: string) => `The last backup was not made: ${why}`,
    name: 'File',
    size: 'Size',
    made: 'Made',
    age: 'Age',
    ago: (days: number) => (days === 0 ? 'today' : `${days} days`),
    none: 'None has been made from the page yet',
    restoring: 'How to restore',
    steps: [
      'A restore replaces everything, also decisions made after the backup: it is made on the machine of the service, on the command line.',
      'Stop the service and its workers.',
      'Run jiannuo restore FILE into an empty place, or with --force over what is there.',
      'Check with jiannuo fsck, then start the service.',
    ],
  },
);
