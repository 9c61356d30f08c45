import { htmlOf } from './markdown';

/** What was written, for both sides alike. */
export const Written = ({ words }: { words: string }) => <div className="tk-words" dangerouslySetInnerHTML={{ __html: htmlOf(words) }} />;
