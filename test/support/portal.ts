import { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Fault } from '../../apps/netpublic/src/faults';
import { OfferStore } from '../../apps/netpublic/src/offer-store';
import { buildServer } from '../../apps/netpublic/src/server';

const TOKEN = 'jeton-des-tests-netpublic';

export interface RemoteOffer {
  reference: string;
  version: number;
  state: 'published' | 'withdrawn';
  contentHash: string;
}

interface Received {
  formation: { action: Record<string, unknown>[] } & Record<string, unknown>;
}

/** The NetPublic stand-in on a real port, with what a test needs: its faults, its content, its failures. */
export class Portal {
  private constructor(
    private store: OfferStore,
    private server: FastifyInstance,
    readonly url: string,
  ) {}

  static async start(): Promise<Portal> {
    const store = await OfferStore.open('');
    const server = buildServer({ token: TOKEN, faultsAllowed: true }, store);
    await server.listen({ port: 0, host: '127.0.0.1' });
    return new Portal(store, server, `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  }

  /** The settings by which the application finds it. */
  get env(): Record<string, string> {
    return { NETPUBLIC_URL: this.url, NETPUBLIC_TOKEN: TOKEN };
  }

  async fault(fault: Partial<Fault>): Promise<void> {
    await this.server.inject({ method: 'PUT', url: '/_faults', payload: fault });
  }

  offers(): RemoteOffer[] {
    return this.store.after(0, Number.MAX_SAFE_INTEGER);
  }

  offer(reference: string): RemoteOffer | undefined {
    return this.store.get(reference);
  }

  /** What the portal received, as an offer of the protocol. */
  content(reference: string): Received {
    return this.store.get(reference)?.offer as Received;
  }

  /** Someone else writes on the portal, behind our back. */
  async tamper(reference: string): Promise<void> {
    await this.store.put(reference, 'autre', { formation: {} }, this.store.get(reference)?.version ?? null);
  }

  /** Behaves, and holds nothing. */
  async reset(): Promise<void> {
    await this.stop();
    this.store = await OfferStore.open('');
    await this.restart();
  }

  async stop(): Promise<void> {
    await this.server.close();
  }

  /** Comes back on the same address with what it had. */
  async restart(): Promise<void> {
    this.server = buildServer({ token: TOKEN, faultsAllowed: true }, this.store);
    await this.server.listen({ port: Number(new URL(this.url).port), host: '127.0.0.1' });
  }
}
