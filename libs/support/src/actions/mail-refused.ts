/** Mail that is not taken, in the words of SMTP: a code and what whoever sent it is told (RFC 5321, RFC 3463). */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  constructor(
    readonly responseCode: 450 | 452 | 550 | 552 | 554,
    message: string,
  ) {
    super(message);
  }
}
