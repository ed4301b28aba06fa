import { Descriptions, Spin } from 'antd';
import { usePractice } from '../../api/administration.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useLanguage, useWords } from '../../i18n/words.js';
import { LightsTable } from './lights-table.js';
import { PracticeChange } from './practice-change.js';
import { practiceWords } from './practice-words.js';
import { RemindersTable } from './reminders-table.js';

/** All that is set for the office: limits, what letters mean, lights, reminders; and setting it otherwise. */
export function PracticePart() {
  const t = useWords(practiceWords);
  const { language } = useLanguage();
  const { data, error } = usePractice();
  if (error) return <ProblemNotice thrown={error} />;
  if (!data) return <Spin />;
  const { profile, from, maxFileBytes, reminders } = data;
  const { npc, cppcc } = profile.replyMonths;
  const items = [
    { key: 'name', label: t.name, children: t.named(profile.name[language], t.from[from]) },
    { key: 'due', label: t.dueSoon, children: t.days(profile.dueSoonDays) },
    { key: 'npc', label: t.npcReply, children: t.reply(...npc) },
    { key: 'cppcc', label: t.cppccReply, children: t.reply(...cppcc) },
    { key: 'opinion', label: t.opinion, children: t.months(profile.opinionMonths) },
    { key: 'redo', label: t.redo, children: t.months(profile.redoMonths) },
    { key: 'bin', label: t.bin, children: t.days(profile.binDays) },
    { key: 'file', label: t.file, children: t.mebibytes(Math.floor(maxFileBytes / 2 ** 20)) },
  ];
  const classes = Object.entries(profile.resultClasses).sort();
  return (
    <>
      <p className="quiet">{t.help}</p>
      <PracticeChange practice={data} />
      <Descriptions bordered column={1} size="small" items={items} />
      <h2>{t.classes}</h2>
      <Descriptions
        bordered
        column={1}
        size="small"
        items={classes.map(([letter, meaning]) => ({
          key: letter,
          label: t.class(letter),
          children: t.meanings[meaning],
        }))}
      />
      <LightsTable lines={profile.lights} />
      <RemindersTable reminders={reminders} />
    </>
  );
}
