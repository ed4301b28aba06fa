import { afterAll, beforeAll, describe } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { firstAnswerCases } from './first-answers.contract.js';
import { amendCases } from './ledger-store-amend.contract.js';
import { binCases } from './ledger-store-bin.contract.js';
import { boundsCases } from './ledger-store-bounds.contract.js';
import { changeCases } from './ledger-store-changes.contract.js';
import { correctionCases } from './ledger-store-corrections.contract.js';
import { countingCases } from './ledger-store-counting.contract.js';
import { decisionCases } from './ledger-store-decisions.contract.js';
import { documentCases } from './ledger-store-documents.contract.js';
import { extractionCases } from './ledger-store-extraction.contract.js';
import { figureCases } from './ledger-store-figures.contract.js';
import { oddCases } from './ledger-store-odd.contract.js';
import { practiceCases } from './ledger-store-practice.contract.js';
import { registryCases } from './ledger-store-registry.contract.js';
import { rowCases } from './ledger-store-rows.contract.js';
import { tallyCases } from './ledger-store-tallies.contract.js';
import { tenantCases } from './ledger-store-tenants.contract.js';
import { trackingCases } from './ledger-store-tracking.contract.js';

/**
 * What every ledger store keeps to. One store for the whole suite: each test works in an office (tenant) of its own,
 * and so tests the wall between offices too.
 */
export function ledgerStoreContract(name: string, open: () => Promise<LedgerStore>): void {
  describe(`ledger store: ${name}`, () => {
    let opened: LedgerStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    const store = () => opened;
    describe('documents', () => documentCases(store));
    describe('changes', () => changeCases(store));
    describe('extraction', () => extractionCases(store));
    describe('rows', () => rowCases(store));
    describe('counts', () => tallyCases(store));
    describe('figures', () => figureCases(store));
    describe('units and proposals', () => registryCases(store));
    describe('offices', () => tenantCases(store));
    describe('who asks', () => boundsCases(store));
    describe('odd input', () => oddCases(store));
    describe('tracking', () => trackingCases(store));
    describe('decisions', () => decisionCases(store));
    describe('amendments', () => amendCases(store));
    describe('corrections', () => correctionCases(store));
    describe('the bin', () => binCases(store));
    describe('first answers', () => firstAnswerCases(store));
    describe('the practice of an office', () => practiceCases(store));
    describe('what counts', () => countingCases(store));
  });
}
