// What windows of one desk tell each other: that something happened, never what. A browser that blocks storage may block
// this too; then each finds out by itself, a little later.

export function tellOtherWindows(channelName: string, word: string): void {
  try {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage(word);
    channel.close();
  } catch {
    return;
  }
}

/** Null where the browser blocks it. */
export function listenToOtherWindows(
  channelName: string,
  hear: (word: unknown) => void,
): (() => void) | null {
  try {
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener("message", ({ data }) => hear(data));
    return () => channel.close();
  } catch {
    return null;
  }
}
