import { Alert, Button } from 'antd';
import { ApiProblem } from '../api/problem.js';
import { appWords } from '../app/words.js';
import { useWords } from '../i18n/words.js';

/** What went wrong in plain words: the service's own, or the page's where no answer came. */
export function useProblemText(): (thrown: unknown) => string {
  const { problem } = useWords(appWords);
  return (thrown) => {
    if (!(thrown instanceof ApiProblem)) return problem.broken;
    if (thrown.detail !== '') return thrown.detail;
    return thrown.code === 'unreachable' ? problem.unreachable : problem.unreadable;
  };
}

interface Given {
  readonly thrown: unknown;
  readonly onRetry?: () => void;
}

export function ProblemNotice({ thrown, onRetry }: Given) {
  const t = useWords(appWords);
  const textOf = useProblemText();
  const id = thrown instanceof ApiProblem && thrown.status >= 500 ? thrown.requestId : null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={textOf(thrown)}
      description={id === null ? undefined : t.problem.requestId(id)}
      action={onRetry ? <Button onClick={onRetry}>{t.retry}</Button> : undefined}
    />
  );
}
