// A Redis of one's own: prints its address and its process, and lives as long as this program's input is open.
import { text } from 'node:stream/consumers';
import { startRedis } from '../../../scripts/services.mjs';

const { url, pid, stop } = await startRedis({ test: true });
process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
await text(process.stdin);
await stop();
