import { type Command, Option } from 'commander';
import { documentKinds } from '../../domain/document.js';
import { itemKinds, missingElements, stances, strengths } from '../../domain/item.js';
import { querySorts } from '../../domain/ledger.js';
import { claimedStatuses, lights, schedules, verifiedStatuses } from '../../domain/standing.js';
import type { Messages } from '../messages/index.js';

/** The filters and the order that every command over the ledger takes. */
export function withLedgerFilters(command: Command, { options: o }: Messages): Command {
  return command
    .addOption(new Option('--stance <stance>', o.stance).choices(stances))
    .addOption(new Option('--kind <kind>', o.kind).choices(itemKinds))
    .addOption(new Option('--strength <strength>', o.strength).choices(strengths))
    .addOption(new Option('--hedged <bool>', o.hedged).choices(['true', 'false']))
    .addOption(new Option('--missing <element>', o.missing).choices(missingElements))
    .option('--less-sure-than <percent>', o.lessSureThan)
    .addOption(new Option('--reviewed <bool>', o.reviewed).choices(['true', 'false']))
    .option('--unit <name>', o.unit)
    .option('--authority <name>', o.authority)
    .option('--indicator <words>', o.indicator)
    .option('--text <words>', o.text)
    .option('--document <id>', o.document)
    .addOption(new Option('--document-kind <kind>', o.documentKind).choices(documentKinds))
    .option('--proposal <number>', o.proposal)
    .option('--place <name>', o.ofPlace)
    .option('--deadline-from <day>', o.deadlineFrom)
    .option('--deadline-to <day>', o.deadlineTo)
    .option('--without-deadline', o.withoutDeadline)
    .addOption(new Option('--with-deadline', o.withDeadline).conflicts('withoutDeadline'))
    .addOption(new Option('--claimed <status>', o.claimed).choices(claimedStatuses))
    .addOption(new Option('--verified <status>', o.verified).choices(verifiedStatuses))
    .addOption(new Option('--schedule <status>', o.schedule).choices(schedules))
    .addOption(new Option('--light <light>', o.light).choices(lights))
    .addOption(new Option('--sort <order>', o.sort).choices(querySorts).default('deadline'));
}
