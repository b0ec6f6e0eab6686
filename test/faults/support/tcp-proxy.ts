import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

type Way = 'question' | 'answer';
interface Watch {
  hold: Way;
  text: string;
  met: () => void;
}

/** A wire of one's own between a program and what it talks to, whose faults are chosen. Nothing is held unless told. */
export class TcpProxy {
  private readonly links = new Set<Link>();
  private watch: Watch | null = null;
  private stalled = false;
  private readonly server = createServer((client) => {
    const link = new Link(client, connect(this.target), (chunk) => this.look(link, chunk));
    if (this.stalled) link.hold('question', 'answer');
    this.links.add(link);
    client.once('close', () => this.links.delete(link));
  });

  private constructor(private readonly target: { host: string; port: number }) {}

  static async to(address: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(address);
    const proxy = new TcpProxy({ host: hostname, port: Number(port) });
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  /** The same address, by this wire. */
  by(address: string): string {
    const url = new URL(address);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Holds the next question that contains this text, or its answer, and all that follows on its connection. Resolves once it is held. */
  holds = (hold: Way, text: string): Promise<void> => new Promise((met) => (this.watch = { hold, text, met }));

  /** Every connection stays open and carries nothing, as a machine that no longer answers; so do the next ones. */
  stall(): void {
    this.stalled = true;
    for (const link of this.links) link.hold('question', 'answer');
  }
  /** Cuts every connection: what was held is lost. The next ones pass. */
  cut(): void {
    this.stalled = false;
    for (const link of this.links) link.cut();
  }
  /** What was held goes on its way. */
  pass(): void {
    this.stalled = false;
    for (const link of this.links) link.pass();
  }

  async stop(): Promise<void> {
    this.server.close();
    this.cut();
    await once(this.server, 'close');
  }

  private look(link: Link, chunk: Buffer): void {
    if (!this.watch || !chunk.includes(this.watch.text)) return;
    const { hold, met } = this.watch;
    this.watch = null;
    link.hold(hold);
    link.onHeld = met;
  }
}

class Link {
  onHeld?: () => void;
  private readonly held = { question: null as Buffer[] | null, answer: null as Buffer[] | null };

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    asked: (chunk: Buffer) => void,
  ) {
    for (const socket of [client, server]) socket.setNoDelay(true).on('error', () => undefined).once('close', () => this.cut());
    client.on('data', (chunk) => (asked(chunk), this.carry('question', chunk)));
    server.on('data', (chunk) => this.carry('answer', chunk));
  }

  hold(...ways: Way[]): void {
    for (const way of ways) this.held[way] ??= [];
  }
  pass(): void {
    for (const way of ['question', 'answer'] as const) {
      const chunks = this.held[way] ?? [];
      this.held[way] = null;
      for (const chunk of chunks) this.carry(way, chunk);
    }
  }
  cut(): void {
    this.client.destroy();
    this.server.destroy();
  }

  private carry(way: Way, chunk: Buffer): void {
    const held = this.held[way];
    if (!held) return void (way === 'question' ? this.server : this.client).write(chunk);
    held.push(chunk);
    this.onHeld?.();
  }
}
