// Reads `[{ path, code }]`, answers the rules that each piece of code breaks at that path.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const broken = [];
for (const { path, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: path });
  broken.push(result?.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`) ?? ['ignored']);
}
process.stdout.write(JSON.stringify(broken));
