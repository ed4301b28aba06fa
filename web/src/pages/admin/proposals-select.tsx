import { Select } from 'antd';
import { useState } from 'react';
import { useProposal, useProposals } from '../../api/proposals.js';
import type { Proposals } from '../../api/standing-types.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { useWords } from '../../i18n/words.js';
import { usersWords } from './users-words.js';

type Proposal = Omit<Proposals['proposals'][number], 'followUp'>;

function useProposalName(): (proposal: Proposal) => string {
  const t = useWords(usersWords);
  const { body } = useWords(standingTerms);
  return (proposal) =>
    [
      proposal.session,
      proposal.body === null ? null : body[proposal.body],
      t.proposal(proposal.number),
      proposal.title,
    ]
      .filter(Boolean)
      .join(' ');
}

/** One that was chosen earlier need not be among those that were looked for last. */
function Chosen({ id }: { readonly id: string }) {
  const nameOf = useProposalName();
  const { data } = useProposal(id);
  return data ? nameOf(data.proposal) : id;
}

interface Given {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (ids: string[]) => void;
}

/** Proposals by number, title or session; a form's field of their ids. */
export function ProposalsSelect({ id, value, onChange }: Given) {
  const nameOf = useProposalName();
  const [text, setText] = useState('');
  const { data, error, isFetching } = useProposals(text);
  const found = data?.pages.flatMap(({ proposals }) => proposals) ?? [];
  return (
    <>
      <Select
        mode="multiple"
        {...(id === undefined ? {} : { id })}
        {...(value === undefined ? {} : { value })}
        {...(onChange === undefined ? {} : { onChange })}
        showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim()) }}
        loading={isFetching}
        options={found.map((proposal) => ({ value: proposal.id, label: nameOf(proposal) }))}
        labelRender={(chosen) => <Chosen id={String(chosen.value)} />}
      />
      {error ? <ProblemNotice thrown={error} /> : null}
    </>
  );
}
