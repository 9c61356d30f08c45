/** What a receiver does with every message. Libraries for other languages: standardwebhooks.com. */
export const checkSample = `import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.INKPROOF_WEBHOOK_SECRET);
// Throws when the message is not ours, or is old.
const { type, data } = webhook.verify(rawBody, request.headers);`;
