const TRIES = 3;

/** Makes an attempt up to three times, as long as what refuses it is somebody else's doing and may have passed: what it reads, it reads again. */
export async function tryAgain<T>(attempt: () => Promise<T>, isPassing: (error: unknown) => boolean): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await attempt();
    } catch (error) {
      if (tries === TRIES || !isPassing(error)) throw error;
    }
}
