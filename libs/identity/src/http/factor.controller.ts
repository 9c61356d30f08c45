import { Controller, Inject, Req } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type AddedFactor as ShownAddition, type Factor as ShownFactor, type FactorList, type NewPasskey, type TotpOffer } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Answers, Config, Database, Given } from '@inkproof/platform';
import { AddApp } from '../actions/add-app.js';
import { AddPasskey } from '../actions/add-passkey.js';
import { DrawRecoveryCodes } from '../actions/draw-recovery-codes.js';
import type { AddedFactor } from '../actions/keep-factor.js';
import { Passkeys } from '../actions/passkeys.js';
import { RemoveFactor } from '../actions/remove-factor.js';
import { RenameFactor } from '../actions/rename-factor.js';
import type { PersonCaller } from '../model/caller.js';
import { FactorStore, type Factor } from '../store/factor-store.js';
import { ActingBy, CalledByPerson } from './called-by.js';
import type { SessionRequest } from './strategies.js';

const show = ({ createdAt, lastUsedAt, ...factor }: Factor): ShownFactor => ({ ...factor, created_at: createdAt.toISOString(), last_used_at: lastUsedAt?.toISOString() ?? null });
const showAddition = ({ factor, recoveryCodes }: AddedFactor): ShownAddition => ({ factor: show(factor), recovery_codes: recoveryCodes });

/** A person's own second factors. */
@Controller()
export class FactorController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FactorStore) private readonly factors: FactorStore,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(AddApp) private readonly addApp: AddApp,
    @Inject(AddPasskey) private readonly addPasskey: AddPasskey,
    @Inject(RenameFactor) private readonly renameFactor: RenameFactor,
    @Inject(RemoveFactor) private readonly removeFactor: RemoveFactor,
    @Inject(DrawRecoveryCodes) private readonly drawCodes: DrawRecoveryCodes,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Answers(api.factors.list)
  list(@CalledByPerson() { personId }: PersonCaller): Promise<FactorList> {
    return this.database.asPerson(personId, async (tx) => ({
      items: (await this.factors.list(tx, personId)).map(show),
      recovery_codes_left: await this.factors.codesLeft(tx, personId),
      enforced: this.config.mfa.required,
      passkeys: this.passkeys.areAvailable,
    }));
  }

  @Answers(api.factors.offerTotp)
  async offerTotp(@CalledByPerson() caller: PersonCaller, @Req() request: SessionRequest): Promise<TotpOffer> {
    const { qrSvg, ...offer } = await this.addApp.offer(caller, request.inkproofSession!.email);
    return { ...offer, qr_svg: qrSvg };
  }

  @Answers(api.factors.addTotp)
  async addTotp(@CalledByPerson() caller: PersonCaller, @Given.body(api.factors.addTotp.body) asked: { ticket: string; code: string; name: string }, @ActingBy() by: Actor): Promise<ShownAddition> {
    return showAddition(await this.addApp.add(caller, asked, by));
  }

  @Answers(api.factors.offerPasskey)
  offerPasskey(@CalledByPerson() caller: PersonCaller, @Req() request: SessionRequest): ReturnType<AddPasskey['offer']> {
    return this.addPasskey.offer(caller, request.inkproofSession!);
  }

  @Answers(api.factors.addPasskey)
  async addNewPasskey(@CalledByPerson() caller: PersonCaller, @Given.body(api.factors.addPasskey.body) asked: { ticket: string; name: string; passkey: NewPasskey }, @ActingBy() by: Actor): Promise<ShownAddition> {
    return showAddition(await this.addPasskey.add(caller, asked, by));
  }

  @Answers(api.factors.rename)
  async rename(@CalledByPerson() caller: PersonCaller, @Given.params(api.factors.rename.params) { id }: { id: Id<'fac'> }, @Given.body(api.factors.rename.body) { name }: { name: string }, @ActingBy() by: Actor): Promise<ShownFactor> {
    return show(await this.renameFactor.for(caller, id, name, by));
  }

  @Answers(api.factors.remove)
  remove(@CalledByPerson() caller: PersonCaller, @Given.params(api.factors.remove.params) { id }: { id: Id<'fac'> }, @ActingBy() by: Actor, @Req() request: SessionRequest): Promise<void> {
    return this.removeFactor.for(caller, request.inkproofSession!, id, by);
  }

  @Answers(api.factors.drawRecoveryCodes)
  async draw(@CalledByPerson() caller: PersonCaller, @ActingBy() by: Actor): Promise<{ recovery_codes: string[] }> {
    return { recovery_codes: await this.drawCodes.for(caller, by) };
  }
}
