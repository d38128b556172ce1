// What windows of one desk tell each other: that something happened, never what. A browser that blocks storage may block
// this too; then each finds out by itself, a little later.

/** A window hears every channel but the one that speaks: its own words, too, unless they say whose they are. */
const here = crypto.randomUUID();

interface Said {
  readonly from: string;
  readonly word: string;
}

export function tellOtherWindows(channelName: string, word: string): void {
  try {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage({ from: here, word } satisfies Said);
    channel.close();
  } catch {
    return;
  }
}

/** Null where the browser blocks it. */
export function listenToOtherWindows(channelName: string, hear: (word: string) => void): (() => void) | null {
  try {
    const channel = new BroadcastChannel(channelName);
    // Only windows of this origin can speak here, and they speak through the function above.
    channel.addEventListener("message", ({ data }: MessageEvent<Said>) => {
      if (data.from !== here) hear(data.word);
    });
    return () => channel.close();
  } catch {
    return null;
  }
}
