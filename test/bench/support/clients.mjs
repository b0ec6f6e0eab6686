import { connect } from 'node:net';

/** 32 clients asking for one address again and again, each on its own connection; says how many answers came. */
const [address, seconds] = process.argv.slice(2);
const CLIENTS = 32;
const { hostname, port, pathname, search, host } = new URL(address);
const request = `GET ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\n\r\n`;
const end = performance.now() + Number(seconds) * 1000;
const count = { answers: 0, refused: 0 };

/** Reads answers one by one: headers, then as many bytes as they announce. */
function client() {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let received = Buffer.alloc(0);
    socket.on('error', reject);
    socket.on('close', resolve);
    socket.on('data', (chunk) => {
      received = received.length ? Buffer.concat([received, chunk]) : chunk;
      const headersEnd = received.indexOf('\r\n\r\n');
      if (headersEnd < 0) return;
      const headers = received.toString('latin1', 0, headersEnd);
      const length = /^content-length: (\d+)/im.exec(headers)?.[1];
      if (!length) return reject(new Error(`no content-length in the answers of ${address}`));
      if (received.length < headersEnd + 4 + Number(length)) return;
      received = received.subarray(headersEnd + 4 + Number(length));
      if (headers.startsWith('HTTP/1.1 2')) count.answers += 1;
      else count.refused += 1;
      if (performance.now() < end) socket.write(request);
      else socket.end();
    });
  });
}

const began = performance.now();
await Promise.all(Array.from({ length: CLIENTS }, client));
const perSecond = count.answers / ((performance.now() - began) / 1000);
process.stdout.write(JSON.stringify({ ...count, perSecond }));
