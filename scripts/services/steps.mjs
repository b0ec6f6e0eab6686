const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1).replace('.', ',')} s`;

/** Says what begins and what ended, one line each. `work` may answer a detail to add. */
export function stepsOn(stream) {
  const say = (text) => stream.write(`${text}\n`);
  const step = async (title, work) => {
    const began = performance.now();
    say(`  … ${title}`);
    const detail = await work();
    say(`  ✓ ${title}${detail ? ` : ${detail}` : ''} (${seconds(performance.now() - began)})`);
  };
  return { say, step };
}
