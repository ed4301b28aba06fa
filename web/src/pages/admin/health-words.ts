import { words } from '../../i18n/words.js';

export const healthWords = words(
  {
    version: '程序版本',
    store: '数据库',
    queue: '任务队列',
    well: '正常',
    ill: '不正常',
    dead: '停办的任务',
    noDead: '没有',
    deadCount: (count: number) => `${count} 个，去看原因`,
    more: '逐项体检',
    moreHelp: '在服务所在的机器上运行 jiannuo doctor，逐项检查并说明怎么处理。',
    backup: '备份与恢复',
    backupHelp:
      '运行 jiannuo backup 文件名 备份全部数据，服务不用停；恢复会替换现有数据，只能在命令行做：先停服务，再运行 jiannuo restore 文件名。',
  },
  {
    version: 'Version',
    store: 'Database',
    queue: 'Job queue',
    well: 'Well',
    ill: 'Ill',
    dead: 'Jobs given up',
    noDead: 'None',
    deadCount: (count: number) => `${count}: see why`,
    more: 'Thorough check',
    moreHelp: 'Run jiannuo doctor on the machine of the service: each part with what to do.',
    backup: 'Backup',
    backupHelp:
      'jiannuo backup FILE copies everything while the service runs; a restore replaces what is there and is made on the command line alone: stop the service, then jiannuo restore FILE.',
  },
);
