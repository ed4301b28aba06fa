import { type FaultCode, JiannuoError } from '../../domain/errors.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import { ReadFault } from './reader.js';

/** Whatever was thrown over a file, as a coded fault with the file's name. */
export function faultOf(thrown: unknown, file: string): JiannuoError {
  if (thrown instanceof JiannuoError) return thrown;
  if (thrown instanceof ReadFault) {
    return new JiannuoError(thrown.code, { file, ...thrown.parameters }, thrown.cause);
  }
  const [code, reason] = unforeseen(thrown);
  return new JiannuoError(code, { file, reason }, thrown);
}

function unforeseen(thrown: unknown): [FaultCode, string | Phrase] {
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message))
    return ['file-damaged', phrase('内容嵌套过深', 'its content is nested too deeply')];
  if (thrown instanceof RangeError)
    return ['file-damaged', phrase('内容中的长度超出范围', 'a length in its content is out of range')];
  return ['reader-crashed', thrown instanceof Error ? thrown.name : typeof thrown];
}
